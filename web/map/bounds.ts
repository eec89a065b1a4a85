import type { Geometrie } from '../../data/schema/geometrie.ts';
import type { BboxWgs84 } from '../state/view.svelte.ts';

/** The box around a geometry in CRS84; null when it has no positions. */
export function toBboxWgs84(geometry: Geometrie): BboxWgs84 | null {
  const flat = geometry.coordinates.flat(3) as number[];
  if (flat.length < 2) return null;
  const box: BboxWgs84 = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at + 1 < flat.length; at += 2) {
    const [lng, lat] = [flat[at]!, flat[at + 1]!];
    box[0] = Math.min(box[0], lng);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lng);
    box[3] = Math.max(box[3], lat);
  }
  return box;
}
