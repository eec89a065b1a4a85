import { describe, expect, it } from 'vitest';
import type { Geometrie } from '../data/schema/geometrie.ts';
import { toLngLat } from '../web/map/rd.ts';
import { DrawState } from '../web/state/draw.svelte.ts';
import type { LngLat } from '../web/state/view.svelte.ts';
import { createCorridor } from '../web/tools/corridor.ts';
import { readDraft } from '../web/tools/draft.ts';
import { findNearest } from '../web/tools/nearest.ts';
import { measureGeometry } from '../web/tools/measure.ts';
import {
  findCrossing,
  insertVertex,
  removeVertex,
  replacePath,
  setVertex,
  toPaths,
} from '../web/tools/paths.ts';

const [a, b, c, d]: LngLat[] = [
  [5.1, 52.1],
  [5.2, 52.1],
  [5.2, 52.2],
  [5.1, 52.2],
] as const as [LngLat, LngLat, LngLat, LngLat];
if (!a || !b || !c || !d) throw new Error('four corners');
const square: Geometrie = { type: 'Polygon', coordinates: [[a, b, c, d, a]] };

describe('a drawing in hand', () => {
  it('undoes and redoes vertex by vertex and change by change', () => {
    const draw = new DrawState();
    draw.addVertex('vlak', a);
    draw.addVertex('vlak', b);
    expect(draw.finish()).toBe(false); // two corners are no area
    expect(draw.sketch?.vertices).toEqual([a, b]);
    draw.addVertex('vlak', c);
    draw.addVertex('vlak', d);
    expect(draw.finish()).toBe(true);
    expect(draw.geometry).toEqual(square);
    expect(draw.sketch).toBeNull();
    draw.commit(null); // wiped
    expect(draw.geometry).toBeNull();

    draw.undo();
    expect(draw.geometry).toEqual(square);
    draw.undo();
    expect(draw.geometry).toBeNull();
    expect(draw.sketch?.vertices).toEqual([a, b, c, d]);
    draw.undo();
    expect(draw.sketch?.vertices).toEqual([a, b, c]);
    draw.redo();
    draw.redo();
    expect(draw.geometry).toEqual(square);
    draw.undo();
    draw.addVertex('vlak', [5.05, 52.15]); // something new: what was undone is gone
    expect(draw.canRedo).toBe(false);
    for (let i = 0; i < 10; i++) draw.undo();
    expect([draw.geometry, draw.sketch, draw.canUndo]).toEqual([null, null, false]);
  });

  it('keeps the finished drawing while a new one is under way', () => {
    const draw = new DrawState();
    draw.commit(square);
    draw.addVertex('lijn', a);
    expect(draw.geometry).toEqual(square);
    draw.addVertex('lijn', b);
    draw.finish();
    expect(draw.geometry).toEqual({ type: 'LineString', coordinates: [a, b] });
    draw.undo();
    expect(draw.geometry).toEqual(square);
  });

  it('finishes a point at once, and starts anew with another kind', () => {
    const draw = new DrawState();
    draw.addVertex('punt', a);
    expect(draw.geometry).toEqual({ type: 'Point', coordinates: a });
    draw.addVertex('lijn', a);
    draw.addVertex('vlak', b);
    expect(draw.sketch).toEqual({ kind: 'vlak', vertices: [b] });
  });

  it('measures apart from the drawing', () => {
    const draw = new DrawState();
    draw.commit(square);
    draw.measure.addVertex(a);
    draw.measure.addVertex(b);
    draw.measure.finish(2);
    draw.measure.addVertex(c);
    expect(draw.measure.vertices).toEqual([c]);
    draw.measure.undo();
    expect([draw.measure.vertices, draw.measure.done]).toEqual([[a, b], true]);
    expect(draw.geometry).toEqual(square);
  });
});

describe('the table of vertices', () => {
  const e: LngLat = [5.15, 52.25];
  const cases: [string, Geometrie, string[], number[]][] = [
    ['a point', { type: 'Point', coordinates: a }, [''], [1]],
    ['points', { type: 'MultiPoint', coordinates: [a, b] }, [''], [2]],
    ['a line', { type: 'LineString', coordinates: [a, b, c] }, [''], [3]],
    [
      'lines',
      {
        type: 'MultiLineString',
        coordinates: [
          [a, b],
          [c, d, e],
        ],
      },
      ['Lijn 1', 'Lijn 2'],
      [2, 3],
    ],
    ['an area', square, [''], [4]],
    [
      'an area with a hole',
      {
        type: 'Polygon',
        coordinates: [
          [a, b, c, d, a],
          [a, b, e, a],
        ],
      },
      ['buitenrand', 'gat 1'],
      [4, 3],
    ],
    [
      'areas',
      {
        type: 'MultiPolygon',
        coordinates: [
          [
            [a, b, c, a],
            [a, c, e, a],
          ],
          [[b, c, d, e, b]],
        ],
      },
      ['Vlak 1', 'Vlak 1, gat 1', 'Vlak 2'],
      [3, 3, 4],
    ],
  ];
  it.each(cases)('shows %s and puts it back unchanged', (_name, geometry, labels, counts) => {
    const paths = toPaths(geometry);
    expect(paths.map(({ label }) => label)).toEqual(labels);
    expect(paths.map(({ vertices }) => vertices.length)).toEqual(counts);
    paths.forEach((path, index) => expect(replacePath(geometry, index, path.vertices)).toEqual(geometry));
  });

  it('changes, adds and removes a vertex in the path that is meant', () => {
    const areas = cases[6]![1];
    const changed = replacePath(areas, 2, setVertex(toPaths(areas)[2]!.vertices, 0, a));
    expect(changed).toEqual({ ...areas, coordinates: [areas.coordinates[0], [[a, c, d, e, a]]] });
    expect(replacePath(square, 0, insertVertex([a, b, c, d], 4, e))).toEqual({
      type: 'Polygon',
      coordinates: [[a, b, c, d, e, a]],
    });
    expect(replacePath(square, 0, removeVertex([a, b, c, d], 0))).toEqual({
      type: 'Polygon',
      coordinates: [[b, c, d, b]],
    });
  });

  it('refuses to leave too few', () => {
    expect(replacePath(square, 0, [a, b])).toBeNull();
    expect(replacePath({ type: 'LineString', coordinates: [a, b] }, 0, [a])).toBeNull();
    expect(replacePath({ type: 'Point', coordinates: a }, 0, [])).toBeNull();
  });

  it('sees edges that cross, and not those that only meet', () => {
    expect(findCrossing({ vertices: [a, b, c, d], closed: true })).toBeNull();
    expect(findCrossing({ vertices: [a, c, b, d], closed: true })).toEqual([1, 3]);
    expect(findCrossing({ vertices: [a, c, b, d], closed: false })).toEqual([1, 3]);
    expect(findCrossing({ vertices: [a, b], closed: false })).toBeNull();
  });
});

describe('the corridor of a line', () => {
  const line = (...rd: [number, number][]): Geometrie => ({
    type: 'LineString',
    coordinates: rd.map(toLngLat),
  });

  it('is length × width for a straight line, its ends cut off', async () => {
    const strip = await createCorridor(line([155000, 463000], [156000, 463000]), 100);
    // 1000 m × 100 m = 100,000 m²; outline 2 × 1000 + 2 × 100 = 2,200 m.
    expect(measureGeometry(strip!).areaM2).toBeCloseTo(100_000, 0);
    expect(measureGeometry(strip!).lengthM).toBeCloseTo(2200, 1);
  });

  it('gains a rounded corner and loses the overlap at a bend', async () => {
    const strip = await createCorridor(line([155000, 463000], [156000, 463000], [156000, 464000]), 100);
    // Two strips of 100,000 m² overlap in a square of 50 × 50 at the bend, and a quarter circle of 8 segments with
    // radius 50 is added outside: 200,000 − 2,500 + 50² / 2 × 8 × sin(90° / 8) = 199,450.9 m².
    const corner = (50 ** 2 / 2) * 8 * Math.sin(Math.PI / 16);
    expect(measureGeometry(strip!).areaM2).toBeCloseTo(200_000 - 2500 + corner, 0);
  });

  it('is nothing for an area, a point or no width', async () => {
    expect(await createCorridor(square, 100)).toBeNull();
    expect(await createCorridor({ type: 'Point', coordinates: a }, 100)).toBeNull();
    expect(await createCorridor(line([155000, 463000], [156000, 463000]), 0)).toBeNull();
  });
});

describe('a vertex near a boundary', () => {
  // 1000 px to the degree: 0.001° is a pixel. North is up, so latitude runs against the pixels.
  const scale = { perLng: 1000, perLat: -1000 };
  const border: LngLat[] = [
    [5.0, 52.0],
    [5.1, 52.05],
    [5.2, 52.0],
  ];

  it('goes to the vertex, though an edge is nearer', () => {
    // 4 px beside the vertex, and nearer still to the edge that leaves it.
    expect(findNearest([border], [5.104, 52.05], scale, 9)).toEqual([5.1, 52.05]);
  });

  it('goes to the foot of the perpendicular on an edge', () => {
    // Half way along the first edge is 5.05, 52.025; its normal (-0.05, 0.1) of length 5 px is (-0.00224, 0.00447).
    const found = findNearest([border], [5.05 - 0.002236, 52.025 + 0.004472], scale, 9);
    expect(found?.[0]).toBeCloseTo(5.05, 5);
    expect(found?.[1]).toBeCloseTo(52.025, 5);
  });

  it('stays where it is when nothing is within reach', () => {
    expect(findNearest([border], [5.1, 52.07], scale, 9)).toBeNull();
    expect(findNearest([], [5.1, 52.05], scale, 9)).toBeNull();
  });

  it('does not take the straight edge along which a tile was cut for a border', () => {
    const cut: LngLat[] = [
      [5.0, 52.0],
      [5.2, 52.0],
    ];
    expect(findNearest([cut], [5.1, 52.001], scale, 9)).toBeNull();
    const stair: LngLat[] = [
      [5.1, 52.0],
      [5.101, 52.0],
    ];
    expect(findNearest([stair], [5.1, 52.001], scale, 9)).toEqual([5.1, 52.0]);
  });
});

describe('a draft that was kept for a reload', () => {
  it('comes back as it was', () => {
    const sketch = { kind: 'lijn' as const, vertices: [a, b] };
    expect(readDraft(JSON.stringify(sketch))).toEqual(sketch);
  });

  it.each([
    null,
    '{}',
    '{"kind":"bewerk","vertices":[[5.1,52.1]]}',
    '{"kind":"vlak","vertices":[]}',
    '{"kind":"vlak","vertices":[[52.1,5.1]]}', // outside the country
    '{"kind":"vlak","vertices":[[5.1]]}',
    '{"kind":"vlak","vertices":"x"}',
  ])('%s is none', (text) => expect(readDraft(text)).toBeNull());
});
