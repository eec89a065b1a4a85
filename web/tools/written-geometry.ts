import type { Geometrie } from '../../data/schema/geometrie.ts';
import type { CoordinateSystem } from './coordinate-place.ts';

// What the readers of WKT, GeoJSON and KML have in common: a text gives geometries in the numbers as written.

/** Geometries as written; `system` only when the text states it. */
export interface WrittenGeometry {
  geometries: Geometrie[];
  system: CoordinateSystem | null;
  /** What was left out or mended while reading, for the reader to see. */
  notes: string[];
}

/** Why a text could not be read and what would be right. */
export interface Unreadable {
  melding: string;
}

export const heightNote = 'Hoogtes (z) en maten (m) zijn weggelaten: de atlas rekent in het platte vlak.';

/** Every position of a geometry. */
export function listPositions(geometry: Geometrie): [number, number][] {
  return geometry.type === 'Point'
    ? [geometry.coordinates]
    : (geometry.coordinates.flat(
        { MultiPoint: 0, LineString: 0, MultiLineString: 1, Polygon: 1, MultiPolygon: 2 }[geometry.type],
      ) as [number, number][]);
}

/** The same geometry with every position changed. */
export function mapPositions(
  geometry: Geometrie,
  change: (position: [number, number]) => [number, number],
): Geometrie {
  const walk = (part: unknown): unknown =>
    Array.isArray(part) && typeof part[0] === 'number'
      ? change(part as [number, number])
      : (part as unknown[]).map(walk);
  return { type: geometry.type, coordinates: walk(geometry.coordinates) } as Geometrie;
}

/**
 * One geometry out of several of the same kind (points, lines or areas); null when the kinds differ or there are
 * none. One stays what it is.
 */
export function mergeGeometries(geometries: readonly Geometrie[]): Geometrie | null {
  const [first, ...rest] = geometries;
  if (!first || rest.length === 0) return first ?? null;
  const kind = toKind(first);
  if (rest.some((each) => toKind(each) !== kind)) return null;
  const parts = geometries.flatMap((each): unknown[] =>
    each.type.startsWith('Multi') ? (each.coordinates as unknown[]) : [each.coordinates],
  );
  return { type: `Multi${kind}`, coordinates: parts } as Geometrie;
}

/** What a geometry is made of, one or more of them. */
export function toKind(geometry: Geometrie): 'Point' | 'LineString' | 'Polygon' {
  return geometry.type.replace('Multi', '') as 'Point' | 'LineString' | 'Polygon';
}
