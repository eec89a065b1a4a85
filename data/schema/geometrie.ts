import { z } from 'zod';

/** A GeoJSON position: two numbers, lon/lat (CRS84) or x/y (RD New), as the request's Content-Crs says. */
const position = z.tuple([z.number(), z.number()]).meta({ description: '[lon, lat] of [x, y]' });
const ring = z.array(position).min(4);

/**
 * GeoJSON geometry as it crosses the wire, after the door (server/geometry) has checked and mended nothing:
 * two dimensions, closed rings, no collections. CRS84 unless the message's Content-Crs says RD New.
 */
export const geometrie = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: position }),
  z.object({ type: z.literal('MultiPoint'), coordinates: z.array(position).min(1) }),
  z.object({ type: z.literal('LineString'), coordinates: z.array(position).min(2) }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(z.array(position).min(2)).min(1) }),
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
]);
export type Geometrie = z.infer<typeof geometrie>;

export { crsUris } from '../crs-uris.ts';
