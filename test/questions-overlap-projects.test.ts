// Overlap with other projects: who claims a place is told part by part, and a total is a part of the place asked about.
import { beforeAll, expect, it } from 'vitest';
import { overlapAntwoord, type OverlapAntwoord } from '../data/schema/antwoord.ts';
import { describeWorld } from './world-app.ts';
import { toRectangle } from './world.ts';

interface Part {
  ligging: 'exact' | 'zoekgebied' | 'indicatief';
  wkt: string;
  straalM?: number;
  corridorM?: number;
}

// In the east, where no other project is. A takes 200 × 200 m.
const stationA = { ligging: 'exact', wkt: toRectangle(142_000, 402_000, 142_200, 402_200) } as const;
const parts: Record<string, Part[]> = {
  A: [stationA],
  // 100 × 100 m in the corner of A, and a cable of which only the neighbourhood is known, 5 km further.
  H2: [
    { ligging: 'exact', wkt: toRectangle(142_100, 402_100, 142_300, 402_300) },
    { ligging: 'indicatief', wkt: 'POINT(147000 402000)', straalM: 200 },
  ],
  // Its plot is 3 km away; only what is still searched for lies over A.
  H3: [
    { ligging: 'exact', wkt: toRectangle(145_000, 402_000, 145_100, 402_100) },
    { ligging: 'zoekgebied', wkt: toRectangle(141_900, 401_900, 142_100, 402_100) },
  ],
  // 1 km with 50 m on each side; one cable crosses it, another runs in its line for 300 m.
  lijn: [{ ligging: 'exact', wkt: 'LINESTRING(142000 406000,143000 406000)', corridorM: 100 }],
  dwars: [{ ligging: 'exact', wkt: 'LINESTRING(142500 405000,142500 407000)' }],
  langs: [{ ligging: 'exact', wkt: 'LINESTRING(142600 406000,142900 406000)' }],
};

describeWorld('overlap with other projects', ({ db, askRd }) => {
  beforeAll(async () => {
    for (const [id, components] of Object.entries(parts)) {
      await db().query(
        `insert into atlas.project (id, naam, energiedrager, type_infra_groep, bronnen, bron)
         values ($1, $1, 'elektriciteit', 'onbekend', '{verzonnen}', 'projecten')`,
        [id],
      );
      for (const [i, { ligging, wkt, straalM = null, corridorM = null }] of components.entries()) {
        await db().query(
          `insert into atlas.component (id, project_id, naam, soort, ligging, straal_m, corridor_m, geom)
           values ($1, $2, $2, 'onbekend', $3, $4, $5, ST_GeomFromText($6, 28992))`,
          [`${id}-${i}`, id, ligging, straalM, corridorM, wkt],
        );
      }
    }
  });
  const ask = async (projectId: string): Promise<OverlapAntwoord['antwoord']> =>
    overlapAntwoord.parse(await askRd('overlap', { projectId })).antwoord;
  const claims = async (projectId: string) =>
    (await ask(projectId)).overlappen.map((one) => [one.planId, one.overlapM2, one.dubbeleClaim]);

  it('tells a double claim from both sides, whatever else a project has', async () => {
    expect(await claims('A')).toEqual([
      ['H2', 10_000, true],
      ['H3', 10_000, false],
    ]);
    expect(await claims('H2')).toContainEqual(['A', 10_000, true]);
  });

  it('has a search area claim nothing, also when the rest of the project is exact', async () => {
    expect(await claims('H3')).toEqual([['A', 10_000, false]]);
  });

  it('keeps the length of another line in its own row, and out of a total of the line asked about', async () => {
    const { lengteM, overlappen, totalen } = await ask('lijn');
    expect(lengteM).toBe(1000);
    // Across the corridor 100 m; along the line 300 m, once, though it lies in the corridor as well.
    expect(overlappen.map((one) => [one.planId, one.overlapM])).toEqual([
      ['dwars', 100],
      ['langs', 300],
    ]);
    expect(totalen).toMatchObject([{ laag: 'projecten', aantal: 2, overlapM: 300 }]);
  });
});
