import type { SoortGebied } from '../../data/vocabulary.ts';
import { unitM } from './mercator.ts';

export const MAX_ZOOM = 12;
/** The client draws a tile on 512 CSS pixels. */
const UNITS_PER_PIXEL = 8;

type AreaKey = 'code' | 'naam' | 'provincie' | 'indeling';

export interface AreaLayer {
  soort: SoortGebied;
  minZoom: number;
  /** From here on its names can be read. */
  labelZoom: number;
  keys: readonly AreaKey[];
}

/** The area layers, in the order they lie in a tile; each begins at the zoom at which its areas can be told apart. */
export const areaLayers: readonly AreaLayer[] = [
  { soort: 'gemeente', minZoom: 5, labelZoom: 6, keys: ['code', 'naam', 'provincie'] },
  { soort: 'subregio', minZoom: 4, labelZoom: 4, keys: ['code', 'naam', 'indeling'] },
  { soort: 'netbeheerdersgebied', minZoom: 4, labelZoom: 4, keys: ['code', 'naam'] },
  { soort: 'waterschap', minZoom: 4, labelZoom: 4, keys: ['code', 'naam'] },
  { soort: 'res-regio', minZoom: 3, labelZoom: 3, keys: ['code', 'naam'] },
  { soort: 'provincie', minZoom: 0, labelZoom: 0, keys: ['code', 'naam'] },
];

/** Keys of the points that carry names. `rang`: 1 for the largest area of its soort. */
export const labelKeys = ['soort', 'code', 'naam', 'rang'] as const;

/**
 * Bends in a border that span less than this (m² in EPSG:3857) are left out at zoom `z`: about 0.9 pixel square,
 * and at the last zoom, which is also drawn enlarged, about one tile unit square.
 */
export function minBendM2(z: number): number {
  const sideM = unitM(z) * (z === MAX_ZOOM ? 1 : 0.9 * UNITS_PER_PIXEL);
  return sideM ** 2;
}
