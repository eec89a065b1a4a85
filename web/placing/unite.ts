import type { Geometrie } from '../../data/schema/geometrie.ts';
import { listPositions, mergeGeometries } from '../tools/written-geometry.ts';

/** Positions on a quarter circle: there are none, the shapes are not widened. */
const quadrantSegments = 8;
const flatEnds = 2;

/**
 * The search area in which each of several shapes lies (RD New): areas as they are, overlaps once; for lines and points
 * the hull around them. Null when that has no area. The libraries for it are fetched on first use.
 */
export async function uniteShapes(shapes: readonly Geometrie[]): Promise<Geometrie | null> {
  const merged = mergeGeometries(shapes);
  if (merged?.type === 'Polygon') return merged;
  if (merged?.type !== 'MultiPolygon') return toHull(shapes);
  const { BufferOp, GeoJSONReader, GeoJSONWriter } = await import('@turf/jsts');
  const united = BufferOp.bufferOp(new GeoJSONReader().read(merged), 0, quadrantSegments, flatEnds);
  return united.isEmpty() ? null : new GeoJSONWriter().write(united);
}

async function toHull(shapes: readonly Geometrie[]): Promise<Geometrie | null> {
  const { convex, multiPoint } = await import('@turf/turf');
  const hull = convex(multiPoint(shapes.flatMap(listPositions)));
  return (hull?.geometry as Geometrie | undefined) ?? null;
}
