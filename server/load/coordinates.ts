import type { Geometry, Position } from 'geojson';
import type { SourceCrs, SourceFeature } from './reading.ts';
import { RefusalError, toShortList } from './refusal.ts';

interface Box {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

// The area where RD New holds, as Kadaster states it; in degrees a little wider than that area. At sea: the Dutch
// part of the continental shelf, where plans of the Rijk lie although RD New is not meant for it.
const RD_LAND: Box = { minX: -7_000, minY: 289_000, maxX: 300_000, maxY: 629_000 };
const RD_SEA: Box = { minX: -120_000, minY: 289_000, maxX: 300_000, maxY: 880_000 };
const DEGREES_LAND: Box = { minX: 2.9, minY: 50.4, maxX: 7.7, maxY: 53.9 };
const DEGREES_SEA: Box = { minX: 1, minY: 50.4, maxX: 8, maxY: 56.5 };
// In metres of ETRS89-LAEA: what RD New covers, with some kilometres around it.
const LAEA_LAND: Box = { minX: 3_830_000, minY: 3_050_000, maxX: 4_165_000, maxY: 3_416_000 };
const LAEA_SEA: Box = { minX: 3_720_000, minY: 3_050_000, maxX: 4_190_000, maxY: 3_680_000 };
/** The country in Web Mercator, to recognise it. */
const MERCATOR: Box = { minX: 300_000, minY: 6_500_000, maxX: 860_000, maxY: 7_150_000 };

/** How a person knows each CRS: its whole name, its short one, and its second value. */
const words: Record<SourceCrs, { stated: string; values: string; second: string }> = {
  28992: {
    stated: 'RD (EPSG:28992, x y in meters)',
    values: 'meters in RD (EPSG:28992)',
    second: 'y',
  },
  4326: {
    stated: 'WGS 84 (lengtegraad breedtegraad)',
    values: 'graden (WGS 84)',
    second: 'breedtegraad',
  },
  3035: {
    stated: 'ETRS89-LAEA (EPSG:3035, in meters)',
    values: 'meters in ETRS89-LAEA (EPSG:3035)',
    second: 'afstand naar het noorden',
  },
};

type Place = 'goed' | 'verwisseld' | 'web mercator' | 'buiten' | SourceCrs;

/** Looks at features one by one. */
export interface CoordinateCheck {
  /** Whether this one lies where it can; throws a RefusalError when its coordinates are none. */
  isGood(feature: SourceFeature): boolean;
  /** Throws a RefusalError when any was not good: what is wrong with most of them, and which they are. */
  finish(): void;
}

/**
 * Looks at every coordinate before anything is transformed, and names what is wrong: not a number, unclosed, swapped
 * axes, RD in a file that says degrees or the other way round, or outside the country.
 */
export function createCoordinateCheck(crs: SourceCrs, opZee = false): CoordinateCheck {
  const wrong = new Map<Place, string[]>();
  return {
    isGood({ ref, geometry }) {
      const place = geometry ? placeOf(geometry, crs, opZee, ref) : 'goed';
      if (place === 'goed') return true;
      const same = wrong.get(place) ?? [];
      same.push(ref);
      wrong.set(place, same);
      return false;
    },
    finish() {
      const first = [...wrong].sort((a, b) => b[1].length - a[1].length)[0];
      if (first) throw new RefusalError(`${explain(first[0], crs)} Het gaat om ${toShortList(first[1])}.`);
    },
  };
}

/** The same for all of a list at once. Throws a RefusalError. */
export function checkCoordinates(features: SourceFeature[], crs: SourceCrs, opZee = false): void {
  const check = createCoordinateCheck(crs, opZee);
  for (const feature of features) check.isGood(feature);
  check.finish();
}

function explain(place: Place, crs: SourceCrs): string {
  const { stated, second } = words[crs];
  if (place === 'verwisseld')
    return `De assen zijn verwisseld: de bron zegt ${stated}, maar de eerste waarde is de ${second}.`;
  if (place === 'web mercator')
    return `Het coördinatenstelsel klopt niet: de bron zegt ${stated}, maar de waarden zijn Web Mercator (EPSG:3857).`;
  if (typeof place === 'number')
    return `Het coördinatenstelsel klopt niet: de bron zegt ${stated}, maar de waarden zijn ${words[place].values}.`;
  return `De ligging is buiten Nederland (gelezen als ${stated}).`;
}

function placeOf(geometry: Geometry, crs: SourceCrs, opZee: boolean, ref: string): Place {
  const box: Box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (const [x, y] of listPositions(geometry, ref)) {
    if (x! < box.minX) box.minX = x!;
    if (x! > box.maxX) box.maxX = x!;
    if (y! < box.minY) box.minY = y!;
    if (y! > box.maxY) box.maxY = y!;
  }
  const swapped = { minX: box.minY, minY: box.minX, maxX: box.maxY, maxY: box.maxX };
  const boxes: Record<SourceCrs, Box> = opZee
    ? { 28992: RD_SEA, 4326: DEGREES_SEA, 3035: LAEA_SEA }
    : { 28992: RD_LAND, 4326: DEGREES_LAND, 3035: LAEA_LAND };
  if (isWithin(box, boxes[crs])) return 'goed';
  if (isWithin(swapped, boxes[crs])) return 'verwisseld';
  for (const other of [28992, 4326, 3035] as const)
    if (isWithin(box, boxes[other]) || isWithin(swapped, boxes[other])) return other;
  if (isWithin(box, MERCATOR)) return 'web mercator';
  return 'buiten';
}

function isWithin(box: Box, outer: Box): boolean {
  return box.minX >= outer.minX && box.maxX <= outer.maxX && box.minY >= outer.minY && box.maxY <= outer.maxY;
}

/** Every position of a geometry, checked to be a place at all. Throws a RefusalError that names `ref`. */
function* listPositions(geometry: Geometry, ref: string): Generator<Position> {
  if (geometry.type === 'GeometryCollection')
    throw new RefusalError(`${ref} is een verzameling van verschillende vormen; verwacht is één soort vorm.`);
  const depth = { Point: 0, MultiPoint: 1, LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 }[
    geometry.type
  ];
  if (depth === undefined)
    throw new RefusalError(`${ref} heeft een onbekende vorm: ${String(geometry.type)}.`);
  yield* walk(geometry.coordinates, depth, geometry.type.endsWith('Polygon'), ref);
}

function* walk(coordinates: unknown, depth: number, isPolygon: boolean, ref: string): Generator<Position> {
  if (!Array.isArray(coordinates) || coordinates.length === 0)
    throw new RefusalError(`${ref} heeft een lege geometrie.`);
  if (depth === 0) {
    if (coordinates.length < 2 || !coordinates.slice(0, 2).every(Number.isFinite))
      throw new RefusalError(`${ref} heeft een coördinaat die geen getal is: [${coordinates.join(', ')}].`);
    yield coordinates as Position;
    return;
  }
  if (depth === 1 && isPolygon) checkRing(coordinates as Position[], ref);
  for (const part of coordinates) yield* walk(part, depth - 1, isPolygon, ref);
}

function checkRing(ring: Position[], ref: string): void {
  const [first, last] = [ring[0], ring.at(-1)];
  if (ring.length < 4)
    throw new RefusalError(`${ref} heeft een ring van ${ring.length} punten; nodig zijn er 4.`);
  if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1])
    throw new RefusalError(
      `${ref} heeft een ring die niet sluit: het eerste en het laatste punt verschillen.`,
    );
}
