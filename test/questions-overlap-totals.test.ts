// What a layer takes of the place asked about as a whole: things that lie over each other count each place once.
//
// Three areas of the nnn and a sliver, metres from (135 000, 411 000); asked about is mostly the square of 400 × 400 m:
//
//   300 ┌       C  100–200 × 100–300
//   200 ┼──────────┐
//       │  A   ▒▒  B     A  0–200 × 0–200    B  100–300 × 0–200    sliver  350–350,05 × 350–360 (0,5 m²)
//     0 └──────────┘
//       0  100 200 300
import { beforeAll, expect, it } from 'vitest';
import { overlapAntwoord, type OverlapAntwoord } from '../data/schema/antwoord.ts';
import { describeWorld } from './world-app.ts';
import { toRectangle, toRectangleGeometry } from './world.ts';

const [x0, y0] = [135_000, 411_000];
const areas = {
  A: [0, 0, 200, 200],
  B: [100, 0, 300, 200],
  C: [100, 100, 200, 300],
  sliver: [350, 350, 350.05, 360],
} as const;
type Box = (typeof areas)[keyof typeof areas];
const place = ([minX, minY, maxX, maxY]: Box | readonly [number, number, number, number]) =>
  [x0 + minX, y0 + minY, x0 + maxX, y0 + maxY] as const;

describeWorld('totals of an overlap', ({ db, askRd }) => {
  beforeAll(async () => {
    for (const [naam, box] of Object.entries(areas)) {
      await db().query(
        `insert into atlas.beschermd_gebied (laag, bron_id, naam, bron, geom)
         values ('nnn', $1, $1, 'nnn', ST_GeomFromText($2, 28992))`,
        [naam, toRectangle(...place(box))],
      );
    }
  });

  async function ask(body: object): Promise<OverlapAntwoord['antwoord']> {
    return overlapAntwoord.parse(await askRd('overlap', body)).antwoord;
  }
  const toLine = (...points: [number, number][]) => ({
    type: 'LineString',
    coordinates: points.map(([x, y]) => [x0 + x, y0 + y]),
  });

  it('counts each place once, and no sliver', async () => {
    const { overlappen, totalen } = await ask({ geometrie: toRectangleGeometry(...place([0, 0, 400, 400])) });
    expect(overlappen.map(({ naam, overlapM2 }) => [naam, overlapM2])).toEqual([
      ['A', 40_000],
      ['B', 40_000],
      ['C', 20_000],
    ]);
    // A and B together 300 × 200, C above them 100 × 100; of 160 000 m².
    expect(totalen).toEqual([{ laag: 'nnn', aantal: 3, overlapM2: 70_000, aandeel: 0.4375 }]);
  });

  it('gives the same for a place that is measured in pieces', async () => {
    // The same square with a corner every 5 m, 320 in all, and so cut up.
    const edge = Array.from({ length: 80 }, (_, i) => i * 5);
    const ring = [
      ...edge.map((at) => [at, 0]),
      ...edge.map((at) => [400, at]),
      ...edge.map((at) => [400 - at, 400]),
      ...edge.map((at) => [0, 400 - at]),
      [0, 0],
    ].map(([x, y]) => [x0 + x!, y0 + y!]);
    const { totalen } = await ask({ geometrie: { type: 'Polygon', coordinates: [ring] } });
    expect(totalen).toEqual([{ laag: 'nnn', aantal: 3, overlapM2: 70_000, aandeel: 0.4375 }]);
  });

  it('gives the whole of a place that one of them covers', async () => {
    const { totalen } = await ask({ geometrie: toRectangleGeometry(...place([110, 110, 190, 190])) });
    expect(totalen).toEqual([{ laag: 'nnn', aantal: 3, overlapM2: 6400, aandeel: 1 }]);
  });

  it('counts a slanting line once: stretches of it are cut at millimetres and lie beside each other', async () => {
    // Forty upright strips 31.7 m wide, one every 7.13 m, a kilometre to the east: from x = 1000 to 1309.77.
    for (let nr = 0; nr < 40; nr++) {
      const from = 1000 + 7.13 * nr;
      await db().query(
        `insert into atlas.beschermd_gebied (laag, bron_id, naam, bron, geom)
         values ('nnn', $1, $1, 'nnn', ST_GeomFromText($2, 28992))`,
        [`strook ${nr}`, toRectangle(...place([from, -100, from + 31.7, 400]))],
      );
    }
    const [start, end] = [
      [949.877, 3.777],
      [1400.891, 271.333],
    ] as [[number, number], [number, number]];
    const slope = (end[1] - start[1]) / (end[0] - start[0]);
    const { totalen } = await ask({ geometrie: toLine(start, end) });
    expect(totalen).toMatchObject([{ laag: 'nnn', aantal: 40 }]);
    expect(totalen[0]?.overlapM).toBeCloseTo(309.77 * Math.hypot(1, slope), 2);
  });

  it('counts each stretch of a line that crosses itself', async () => {
    const { totalen } = await ask({
      geometrie: toLine([-20, 50.3], [250.7, 60.9], [251.3, 150.2], [60.1, 20.4], [60.1, -30]),
    });
    // The first is inside from x = 0 on, the last as far as y = 0; the others all the way.
    const first = Math.hypot(250.7, (10.6 / 270.7) * 250.7);
    const second = Math.hypot(0.6, 89.3);
    const third = Math.hypot(191.2, 129.8);
    expect(totalen[0]?.overlapM).toBeCloseTo(first + second + third + 20.4, 2);
  });

  it('counts a line once where areas lie over each other', async () => {
    // y = 150: 200 m in A, 200 in B, 100 in C; from 0 to 300 of 600 m.
    const { overlappen, totalen } = await ask({ geometrie: toLine([-100, 150], [500, 150]) });
    expect(overlappen.map(({ overlapM }) => overlapM)).toEqual([200, 200, 100]);
    expect(totalen).toEqual([{ laag: 'nnn', aantal: 3, overlapM: 300, aandeel: 0.5 }]);
  });

  it('counts the border of one area where it lies inside another, and nowhere else', async () => {
    // x = 200 is the east side of A and C, and inside B from 0 to 200.
    const along = await ask({ geometrie: toLine([200, 0], [200, 400]) });
    expect(along.totalen).toEqual([{ laag: 'nnn', aantal: 1, overlapM: 200, aandeel: 0.5 }]);
    // y = 200 is the north side of A and B, and inside C from 100 to 200.
    const across = await ask({ geometrie: toLine([0, 200], [400, 200]) });
    expect(across.totalen).toEqual([{ laag: 'nnn', aantal: 1, overlapM: 100, aandeel: 0.25 }]);
    // A bend: half of it along the north side of A, then into B and C: x 100 to 200 at y = 150, and 50 m up to it.
    const bent = await ask({ geometrie: toLine([0, 200], [100, 200], [100, 150], [200, 150]) });
    expect(bent.totalen).toEqual([{ laag: 'nnn', aantal: 3, overlapM: 150, aandeel: 0.6 }]);
  });

  it('counts a plan and its parts once, and the layers apart', async () => {
    // 200 × 200 m in plan A, half Bedrijf and half Groen; the east half is claimed by W-06.
    const { totalen } = await ask({ projectId: 'W-01' });
    expect(totalen).toEqual([
      { laag: 'plannen', aantal: 1, overlapM2: 40_000, aandeel: 1 },
      { laag: 'projecten', aantal: 1, overlapM2: 20_000, aandeel: 0.5 },
    ]);
  });

  it('gives points the share of them that lies in the layer', async () => {
    const coordinates = [
      [x0 + 150, y0 + 150],
      [x0 + 350, y0 + 50],
    ];
    const { totalen } = await ask({ geometrie: { type: 'MultiPoint', coordinates } });
    expect(totalen).toEqual([{ laag: 'nnn', aantal: 3, aandeel: 0.5 }]);
  });

  it('measures a layer of lines in m', async () => {
    const { totalen } = await ask({ geometrie: toRectangleGeometry(105_000, 402_500, 107_000, 403_500) });
    expect(totalen).toEqual([{ laag: 'ecologische-verbindingen', aantal: 1, overlapM: 1000, aandeel: 0 }]);
  });
});
