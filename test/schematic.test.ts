import { readFileSync } from 'node:fs';
import { featureCollection, kinks, multiPolygon, polygon, union } from '@turf/turf';
import type { MultiPolygon, Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { divideRing } from '../data/seed/schematisch/cells.ts';
import { makeSchematicGemeenten } from '../data/seed/schematisch/make.ts';
import { listPlaces } from '../data/seed/schematisch/places.ts';
import { toRd, type RdXy } from '../data/seed/schematisch/rd.ts';
import { listSchematicGemeenten } from '../data/seed/schematisch/read.ts';
import { chainPolygons, isInRing, ringArea } from '../data/seed/schematisch/rings.ts';

interface Gemeenten {
  gemeenten: { code: string; naam: string }[];
}

function readSeed<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../data/seed/${name}`, import.meta.url), 'utf8')) as T;
}

const shipped = listSchematicGemeenten();

/** m², planar in RD New; holes run clockwise and so count as negative. */
function areaM2({ coordinates }: MultiPolygon): number {
  return coordinates.flat().reduce((sum, ring) => sum + ringArea(ring as RdXy[]), 0);
}

function isIn(point: RdXy, { coordinates }: MultiPolygon): boolean {
  return coordinates.some((rings) => rings.filter((ring) => isInRing(point, ring as RdXy[])).length === 1);
}

describe('the shipped schematic gemeenten', () => {
  test('are exactly the 342 gemeenten of the indeling, by code and name', () => {
    const known = readSeed<Gemeenten>('gemeenten.json').gemeenten;
    expect(known).toHaveLength(342);
    const byCode = (a: { code: string }, b: { code: string }): number => (a.code < b.code ? -1 : 1);
    expect(shipped.map(({ code, naam }) => ({ code, naam }))).toEqual(
      known.map(({ code, naam }) => ({ code, naam })).sort(byCode),
    );
  });

  test('are what make.ts makes', () => {
    expect(readSeed<unknown>('schematisch/gemeenten.json')).toEqual(JSON.parse(makeSchematicGemeenten()));
  });

  test('are simple polygons with area, in whole metres of RD New', () => {
    for (const { code, geometry } of shipped) {
      expect(areaM2(geometry), code).toBeGreaterThan(1e6); // the smallest real gemeente, Westervoort, is 7 km²
      for (const rings of geometry.coordinates) {
        expect(ringArea(rings[0] as RdXy[]), code).toBeGreaterThan(0);
        expect(kinks(polygon(rings)).features, code).toEqual([]);
        for (const ring of rings) {
          expect(ring.length, code).toBeGreaterThanOrEqual(4);
          expect(ring.at(-1), code).toEqual(ring[0]);
          expect(
            ring.flat().every((v) => Number.isInteger(v) && v > 0 && v < 630_000),
            code,
          ).toBe(true);
        }
      }
    }
  });

  test('fit together: no gap, no overlap', () => {
    const sumM2 = shipped.reduce((sum, { geometry }) => sum + areaM2(geometry), 0);
    const whole = union(featureCollection(shipped.map(({ geometry }) => multiPolygon(geometry.coordinates))));
    const { type, coordinates } = whole!.geometry;
    const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as Position[][][];
    const unionM2 = areaM2({ type: 'MultiPolygon', coordinates: polygons });
    expect(Math.abs(sumM2 - unionM2) / unionM2).toBeLessThan(0.001);
    expect(polygons.every((rings) => rings.length === 1)).toBe(true); // a hole would be a gap
  });

  test('hold the seat of at least 95 % of the gemeenten', () => {
    const { seats } = readSeed<{ seats: Record<string, string | null> }>('schematisch/seats.json');
    const places = listPlaces();
    const outside = shipped.filter(({ code, geometry }) => {
      const seat = places.find((place) => place.gemeenteCode === code && place.naam === seats[code]);
      return !seat || !isIn(seat.rdXy, geometry);
    });
    expect(Object.keys(seats)).toHaveLength(342);
    expect(outside.length, outside.map(({ naam }) => naam).join(', ')).toBeLessThanOrEqual(342 * 0.05);
  });

  test.each([
    ['Texel', 'GM0448', 1],
    ['Vlieland', 'GM0096', 1],
    ['Terschelling', 'GM0093', 1],
    ['Ameland', 'GM0060', 1],
    ['Schiermonnikoog', 'GM0088', 1],
    ['Schouwen-Duiveland', 'GM1676', 1],
  ])('%s is its own island and touches no other gemeente', (_naam, code, parts) => {
    const points = (geometry: MultiPolygon): string[] => geometry.coordinates.flat(2).map(String);
    const island = shipped.find((gemeente) => gemeente.code === code)!;
    const elsewhere = new Set(shipped.filter((g) => g !== island).flatMap((g) => points(g.geometry)));
    expect(island.geometry.coordinates).toHaveLength(parts);
    expect(points(island.geometry).filter((point) => elsewhere.has(point))).toEqual([]);
  });
});

describe('how the cells are made', () => {
  // RDNAPTRANS control point Amersfoort: 155000, 463000 ↔ 52.155172897, 5.387203657.
  test('WGS 84 becomes RD New within half a metre', () => {
    const [x, y] = toRd([5.387203657, 52.155172897]);
    expect(Math.hypot(x - 155_000, y - 463_000)).toBeLessThan(0.5);
  });

  // A square of 100 by 100 m with a place of A at (25, 50) and one of B at (75, 50): the border is x = 50.
  // A second place of B at (25, 90) moves the border of A to y = 70, half way between 50 and 90.
  const square: RdXy[] = [
    [0, 0],
    [100, 0],
    [100, 100],
    [0, 100],
  ];
  const place = (gemeenteCode: string, ...rdXy: RdXy) => ({ naam: '', gemeenteCode, rdXy });

  test('two places share a square along the line between them', () => {
    const edges = divideRing(square, [place('A', 25, 50), place('B', 75, 50)]);
    expect(chainPolygons(edges.get('A')!).flat().map(ringArea)).toEqual([50 * 100]);
    expect(chainPolygons(edges.get('B')!).flat().map(ringArea)).toEqual([50 * 100]);
  });

  test('cells of one gemeente melt together', () => {
    const edges = divideRing(square, [place('A', 25, 50), place('B', 75, 50), place('B', 25, 90)]);
    const [a, b] = ['A', 'B'].map((code) => chainPolygons(edges.get(code)!).flat());
    expect(a!.map(ringArea)).toEqual([50 * 70]); // x from 0 to 50, y from 0 to 70
    expect(b!.map(ringArea)).toEqual([100 * 100 - 50 * 70]);
  });

  test('a gemeente inside another leaves a hole', () => {
    const ring = [place('B', 50, 10), place('B', 50, 90), place('B', 10, 50), place('B', 90, 50)];
    const edges = divideRing(square, [place('A', 50, 50), ...ring]);
    // Half way to each neighbour, 20 m from the middle on all sides: 40 by 40 m.
    expect(chainPolygons(edges.get('A')!).flat().map(ringArea)).toEqual([40 * 40]);
    expect(chainPolygons(edges.get('B')!).map((rings) => rings.map(ringArea))).toEqual([
      [100 * 100, -40 * 40],
    ]);
  });
});
