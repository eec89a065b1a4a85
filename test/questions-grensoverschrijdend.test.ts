// Which projects touch a neighbouring provincie: the border between West and Oost is x = 120 km (test/world.ts).
import { expect, it } from 'vitest';
import { grensoverschrijdendAntwoord, type GrensoverschrijdendAntwoord } from '../data/schema/antwoord.ts';
import { describeWorld } from './world-app.ts';

type Project = GrensoverschrijdendAntwoord['antwoord']['projecten'][number];

describeWorld('grensoverschrijdend', ({ get, db }) => {
  async function ask(query = ''): Promise<Record<string, Project>> {
    const { body } = await get(`/vragen/grensoverschrijdend${query}`);
    const { antwoord } = grensoverschrijdendAntwoord.parse(body);
    return Object.fromEntries(antwoord.projecten.map((one) => [one.id, one]));
  }

  it('measures a line that crosses: 15 km and 15 km × 20 m on each side', async () => {
    const { 'W-02': cable } = await ask();
    expect(cable).toMatchObject({
      soort: 'kruist',
      afstandTotGrensM: 0,
      provincies: [
        { code: 'PV91', aandeel: 0.5, lengteM: 15_000, oppervlakteM2: 300_000, herkomst: 'ligging' },
        { code: 'PV92', aandeel: 0.5, lengteM: 15_000, oppervlakteM2: 300_000, herkomst: 'ligging' },
      ],
    });
  });

  it('does not call it crossing when only the circle of an indicative place does', async () => {
    // The register names West; the circle reaches 1 km into Oost.
    const { 'W-03': station } = await ask();
    expect(station).toMatchObject({ soort: 'nabij', ligging: 'indicatief', afstandTotGrensM: 0 });
    expect(station?.toelichting).toMatch(/mogelijk tot in Oost/);
    // Segment of the circle beyond 1 km from its centre, of a 128-gon: within 0.1 %.
    const segment = 2000 ** 2 * Math.acos(0.5) - 1000 * Math.sqrt(2000 ** 2 - 1000 ** 2);
    expect(station?.provincies.map((one) => one.code)).toEqual(['PV91', 'PV92']);
    expect(station?.provincies[1]?.oppervlakteM2).toBeCloseTo(segment, -4);
  });

  it('believes the register where there is no location', async () => {
    const { 'W-04': unplaced } = await ask();
    expect(unplaced).toMatchObject({
      soort: 'kruist',
      afstandTotGrensM: null,
      provincies: [
        { code: 'PV91', aandeel: null, herkomst: 'register' },
        { code: 'PV92', aandeel: null, herkomst: 'register' },
      ],
    });
  });

  it('knows a project that serves another provincie than it lies in', async () => {
    const { 'W-05': station } = await ask();
    expect(station).toMatchObject({
      soort: 'bedient',
      provincies: [
        { code: 'PV91', aandeel: 1, herkomst: 'ligging' },
        { code: 'PV92', aandeel: null, herkomst: 'register' },
      ],
    });
  });

  it('finds what is near only within the distance asked', async () => {
    await db().query(
      `insert into atlas.project (id, naam, provincies, energiedrager, type_infra_groep, pmiek_bewijs, bron)
       values ('N-01', 'Dichtbij', '{PV92}', 'elektriciteit', 'station', 'bevestigd', 'projecten')`,
      [],
    );
    await db().query(
      `insert into atlas.component (id, project_id, soort, ligging, geom)
       values ('N-01-1', 'N-01', 'station', 'exact', ST_GeomFromText('POINT(120750 403000)', 28992))`,
      [],
    );
    try {
      expect((await ask('?afstandM=700'))['N-01']).toBeUndefined();
      expect((await ask('?afstandM=750'))['N-01']).toMatchObject({
        soort: 'nabij',
        afstandTotGrensM: 750,
        provincies: [
          { code: 'PV92', aandeel: 1 },
          { code: 'PV91', aandeel: 0 },
        ],
      });
    } finally {
      await db().query(`delete from atlas.component where project_id = 'N-01'`, []);
      await db().query(`delete from atlas.project where id = 'N-01'`, []);
    }
    // What was kept in memory goes with it.
    expect((await ask('?afstandM=750'))['N-01']).toBeUndefined();
  });

  it('leaves out what lies far from every border, and the other provincies when one is asked for', async () => {
    expect(Object.keys(await ask()).sort()).toEqual(['W-02', 'W-03', 'W-04', 'W-05']);
    expect(Object.keys(await ask('?provincie=PV92')).sort()).toEqual(['W-02', 'W-03', 'W-04', 'W-05']);
  });
});
