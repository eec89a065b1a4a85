import type { Geometry, Position } from 'geojson';
import type { SourceFeature } from './reading.ts';
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
/** The country in Web Mercator, to recognise it. */
const MERCATOR: Box = { minX: 300_000, minY: 6_500_000, maxX: 860_000, maxY: 7_150_000 };

type Place = 'goed' | 'verwisseld' | 'andere crs' | 'web mercator' | 'buiten';

/**
 * Looks at every coordinate before anything is transformed. Throws a RefusalError that names what is wrong: not a
 * number, unclosed, swapped axes, RD in a file that says degrees or the other way round, or outside the country.
 */
export function checkCoordinates(features: SourceFeature[], crs: 28992 | 4326, opZee = false): void {
  const wrong = new Map<Place, string[]>();
  for (const { ref, geometry } of features) {
    if (!geometry) continue;
    const place = placeOf(geometry, crs, opZee, ref);
    if (place !== 'goed') wrong.set(place, [...(wrong.get(place) ?? []), ref]);
  }
  const first = [...wrong].sort((a, b) => b[1].length - a[1].length)[0];
  if (first) throw new RefusalError(`${explain(first[0], crs)} Het gaat om ${toShortList(first[1])}.`);
}

function explain(place: Place, crs: 28992 | 4326): string {
  const stated = crs === 28992 ? 'RD (EPSG:28992, x y in meters)' : 'WGS 84 (lengtegraad breedtegraad)';
  if (place === 'verwisseld')
    return `De assen zijn verwisseld: de bron zegt ${stated}, maar de eerste waarde is de ${crs === 28992 ? 'y' : 'breedtegraad'}.`;
  if (place === 'andere crs')
    return `Het coördinatenstelsel klopt niet: de bron zegt ${stated}, maar de waarden zijn ${crs === 28992 ? 'graden (WGS 84)' : 'meters in RD (EPSG:28992)'}.`;
  if (place === 'web mercator')
    return `Het coördinatenstelsel klopt niet: de bron zegt ${stated}, maar de waarden zijn Web Mercator (EPSG:3857).`;
  return `De ligging is buiten Nederland (gelezen als ${stated}).`;
}

function placeOf(geometry: Geometry, crs: 28992 | 4326, opZee: boolean, ref: string): Place {
  const box: Box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (const [x, y] of listPositions(geometry, ref)) {
    if (x! < box.minX) box.minX = x!;
    if (x! > box.maxX) box.maxX = x!;
    if (y! < box.minY) box.minY = y!;
    if (y! > box.maxY) box.maxY = y!;
  }
  const rd = opZee ? RD_SEA : RD_LAND;
  const degrees = opZee ? DEGREES_SEA : DEGREES_LAND;
  const [own, other] = crs === 28992 ? [rd, degrees] : [degrees, rd];
  const swapped = { minX: box.minY, minY: box.minX, maxX: box.maxY, maxY: box.maxX };
  if (isWithin(box, own)) return 'goed';
  if (isWithin(swapped, own)) return 'verwisseld';
  if (isWithin(box, other) || isWithin(swapped, other)) return 'andere crs';
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
