import type { LngLat } from '../state/view.svelte.ts';

/** How many pixels one degree is, around the pointer. */
export interface PixelScale {
  perLng: number;
  perLat: number;
}

/** Tiles are cut along straight horizontal and vertical lines: such an edge longer than this is a cut, not a border. */
const cutEdgePx = 12;

/**
 * The vertex, or else the spot on an edge, that lies nearest to a position within some pixels; null when nothing does.
 * A vertex wins from an edge that is as near.
 */
export function findNearest(
  lines: readonly (readonly LngLat[])[],
  [lng0, lat0]: LngLat,
  { perLng, perLat }: PixelScale,
  withinPx: number,
): LngLat | null {
  return findNearestEdge(lines, [lng0, lat0], { perLng, perLat }, withinPx)?.lngLat ?? null;
}

/** The same, with the ends of the edge it lies on. */
export function findNearestEdge(
  lines: readonly (readonly LngLat[])[],
  [lng0, lat0]: LngLat,
  { perLng, perLat }: PixelScale,
  withinPx: number,
): { lngLat: LngLat; ends: [LngLat, LngLat] } | null {
  let vertex: { lngLat: LngLat; px: number; ends: [LngLat, LngLat] } | null = null;
  let edge: { lngLat: LngLat; px: number; ends: [LngLat, LngLat] } | null = null;
  for (const line of lines)
    for (let index = 1; index < line.length; index++) {
      const [from, to] = [line[index - 1]!, line[index]!];
      const [x1, y1] = [(from[0] - lng0) * perLng, (from[1] - lat0) * perLat];
      const [x2, y2] = [(to[0] - lng0) * perLng, (to[1] - lat0) * perLat];
      if (Math.min(x1, x2) > withinPx || Math.max(x1, x2) < -withinPx) continue;
      if (Math.min(y1, y2) > withinPx || Math.max(y1, y2) < -withinPx) continue;
      const lengthPx = Math.hypot(x2 - x1, y2 - y1);
      if ((from[0] === to[0] || from[1] === to[1]) && lengthPx > cutEdgePx) continue;
      for (const [lngLat, px] of [
        [from, Math.hypot(x1, y1)],
        [to, Math.hypot(x2, y2)],
      ] as const)
        if (px <= withinPx && (!vertex || px < vertex.px)) vertex = { lngLat, px, ends: [from, to] };
      const along =
        lengthPx === 0 ? 0 : Math.min(1, Math.max(0, -(x1 * (x2 - x1) + y1 * (y2 - y1)) / lengthPx ** 2));
      const px = Math.hypot(x1 + along * (x2 - x1), y1 + along * (y2 - y1));
      if (px <= withinPx && (!edge || px < edge.px))
        edge = {
          lngLat: [from[0] + along * (to[0] - from[0]), from[1] + along * (to[1] - from[1])],
          px,
          ends: [from, to],
        };
    }
  return vertex ?? edge;
}
