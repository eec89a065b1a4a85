import type { Geometrie } from '../../data/schema/geometrie.ts';
import { toLngLat, toRd } from '../map/rd.ts';
import { roundLngLat } from './coordinate-place.ts';
import { mapPositions } from './written-geometry.ts';

/** Positions on a quarter circle, and ends cut off straight: as PostGIS makes the corridor of a project's line. */
const quadrantSegments = 8;
const flatEnds = 2;

/**
 * The strip of a full width (m) around a line, in CRS84, made in RD New. The library that makes it is fetched on
 * first use. Null when the geometry is no line or the width is not above 0.
 */
export async function createCorridor(geometry: Geometrie, widthM: number): Promise<Geometrie | null> {
  if (!geometry.type.endsWith('LineString') || !(widthM > 0)) return null;
  const { BufferOp, GeoJSONReader, GeoJSONWriter } = await import('@turf/jsts');
  const line = new GeoJSONReader().read(mapPositions(geometry, toRd));
  const strip = new GeoJSONWriter().write(BufferOp.bufferOp(line, widthM / 2, quadrantSegments, flatEnds));
  return mapPositions(strip, (rdXy) => roundLngLat(toLngLat(rdXy)));
}
