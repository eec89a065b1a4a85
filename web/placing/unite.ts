import type { Geometrie } from '../../data/schema/geometrie.ts';
import { mergeGeometries } from '../tools/written-geometry.ts';

/** Positions on a quarter circle: there are none, the shapes are not widened. */
const quadrantSegments = 8;
const flatEnds = 2;

/**
 * Several shapes as one sound shape, overlaps once; null when there are none, or when they are of different kinds.
 * Areas may lie over one another, so they are united; the library for that is fetched on first use.
 */
export async function uniteShapes(shapes: readonly Geometrie[]): Promise<Geometrie | null> {
  const merged = mergeGeometries(shapes);
  if (!merged || merged.type !== 'MultiPolygon') return merged;
  const { BufferOp, GeoJSONReader, GeoJSONWriter } = await import('@turf/jsts');
  const united = BufferOp.bufferOp(new GeoJSONReader().read(merged), 0, quadrantSegments, flatEnds);
  return united.isEmpty() ? null : new GeoJSONWriter().write(united);
}
