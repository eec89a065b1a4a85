// A place or a plan with many corners is answered, to the metre; what is too much is refused first.
import { beforeAll, expect, it } from 'vitest';
import { mostMeetings } from '../data/questions/overlap.ts';
import { overlapAntwoord, type OverlapAntwoord } from '../data/schema/antwoord.ts';
import { probleem } from '../data/schema/probleem.ts';
import { CONTENT_RD, describeWorld } from './world-app.ts';
import { toRectangleGeometry } from './world.ts';

/** With so many a question once took more than the 30 s after which it is given up. */
const corners = 19_990;
const [x0, y0] = [130_000, 412_000];
/** A ring around (x0, y0), with every other corner `spikeM` further out. */
const toRing = (radiusM: number, count: number, spikeM = 0): [number, number][] => {
  const ring = Array.from({ length: count }, (_, i): [number, number] => {
    const angle = (2 * Math.PI * i) / count;
    const radius = radiusM + (i % 2) * spikeM;
    return [x0 + radius * Math.cos(angle), y0 + radius * Math.sin(angle)];
  });
  return [...ring, ring[0]!];
};
/** Area of a regular polygon: n triangles with two sides r. */
const areaOf = (radiusM: number, count: number): number =>
  (count / 2) * radiusM ** 2 * Math.sin((2 * Math.PI) / count);

describeWorld('overlap of what is large', ({ db, post, askRd }) => {
  beforeAll(async () => {
    const wkt = `MULTIPOLYGON(((${toRing(2000, corners)
      .map((one) => one.join(' '))
      .join(',')})))`;
    await db().query(
      `insert into atlas.plan (id, naam, soort, status, bron) values ('groot', 'Groot', 'structuurvisie', 'vastgesteld', 'plannen')`,
      [],
    );
    await db().query(
      `insert into atlas.planvlak (plan_id, onderdeel, geom) values ('groot', 'plangebied', ST_GeomFromText($1, 28992))`,
      [wkt],
    );
  });

  const ask = async (geometrie: object): Promise<OverlapAntwoord['antwoord']> =>
    overlapAntwoord.parse(await askRd('overlap', { geometrie })).antwoord;
  const lineOf = (toPoint: (t: number) => [number, number]) => ({
    type: 'LineString',
    coordinates: Array.from({ length: corners }, (_, i) => toPoint(i / (corners - 1))),
  });

  it('measures a line of many corners in a plan of many corners', async () => {
    // From 3 km west of the centre to 3 km east of it: 4 of the 6 km lie in the plan.
    const { totalen, overlappen } = await ask(lineOf((t) => [x0 - 3000 + 6000 * t, y0]));
    expect(overlappen[0]?.overlapM).toBeCloseTo(4000, 1);
    expect(totalen[0]?.overlapM).toBeCloseTo(4000, 1);
  });

  it('measures an area of many corners in it', async () => {
    const inside = await ask({ type: 'Polygon', coordinates: [toRing(1500, corners)] });
    expect(inside.totalen).toMatchObject([{ laag: 'plannen', aandeel: expect.closeTo(1, 9) }]);
    expect(inside.overlappen[0]?.overlapM2).toBeCloseTo(areaOf(1500, corners), 0);
    const around = await ask({ type: 'Polygon', coordinates: [toRing(2500, corners, 50)] });
    // 2 km to the plan's own edge; what a grid of 1 mm moves along 12.6 km of edge is less than 13 m².
    expect(Math.abs(around.overlappen[0]!.overlapM2! - areaOf(2000, corners))).toBeLessThan(13);
    expect(around.totalen[0]!.overlapM2! - around.overlappen[0]!.overlapM2!).toBeCloseTo(0, 0);
  });

  it('refuses a place that meets too much, whichever way it is asked, and answers a smaller one', async () => {
    await db().query(
      `insert into atlas.beschermd_gebied (laag, bron_id, naam, bron, geom)
       select 'nnn', i::text, i::text, 'nnn',
         ST_MakeEnvelope(140000 + 10 * (i % 100), 414000 + 10 * (i / 100), 140005 + 10 * (i % 100), 414005 + 10 * (i / 100), 28992)
       from generate_series(0, $1::int) i`,
      [mostMeetings],
    );
    const all = toRectangleGeometry(139_000, 413_000, 142_000, 416_000);
    const refused = await post('/vragen/overlap', { geometrie: all }, CONTENT_RD);
    expect(refused.status).toBe(400);
    expect(probleem.parse(await refused.json()).errors).toMatchObject([
      {
        veld: 'geometrie',
        waarde: expect.stringContaining('139000'),
        verwacht: expect.stringMatching(/hoogstens 20000 keer .* kleiner gebied/),
      },
    ]);
    // The first ten rows of a hundred squares of 5 × 5 m.
    const { totalen } = await ask(toRectangleGeometry(139_000, 413_000, 142_000, 414_098));
    expect(totalen).toMatchObject([{ laag: 'nnn', aantal: 1000, overlapM2: 25_000 }]);
  });
});
