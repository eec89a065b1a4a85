import { isInRdRange, toLngLat, toRd, type RdXy } from '../map/rd.ts';
import type { LngLat } from '../state/view.svelte.ts';

// Which of the two systems a pair of numbers is in follows from where it would lie: the ranges of RD New and of
// degrees in the Netherlands do not overlap, and neither do x and y, or latitude and longitude.

export type CoordinateSystem = 'RD' | 'WGS84';

/** One place, in both systems. */
export interface Place {
  lngLat: LngLat;
  rdXy: RdXy;
  herkend: CoordinateSystem;
}

/** What two numbers in the order they were written turn out to be. */
export interface PlacedPair extends Place {
  /** True when the second number was x (RD) or longitude (WGS 84). */
  reversed: boolean;
}

/** Nine decimals, a tenth of a millimetre: what Terra Draw takes, and more than anyone means. */
export function roundLngLat([lng, lat]: readonly [number, number]): LngLat {
  return [Math.round(lng * 1e9) / 1e9, Math.round(lat * 1e9) / 1e9];
}

/** Where lat/lon may lie: the Netherlands with a margin, the same box the server keeps. */
function isInLngLatRange([lng, lat]: readonly [number, number]): boolean {
  return lng >= 3 && lng <= 7.5 && lat >= 50.5 && lat <= 54;
}

/** The place of RD metres, or null outside the country. */
export function placeRd(rdXy: RdXy): Place | null {
  return isInRdRange(rdXy) ? { lngLat: toLngLat(rdXy), rdXy, herkend: 'RD' } : null;
}

/** The place of degrees, or null outside the country. */
export function placeLngLat(lngLat: LngLat): Place | null {
  return isInLngLatRange(lngLat) ? { lngLat, rdXy: toRd(lngLat), herkend: 'WGS84' } : null;
}

/** What a pair is, as written first and else the other way round; null when it lies nowhere in the country. */
export function placePair(first: number, second: number): PlacedPair | null {
  const rd = placeRd([first, second]);
  if (rd) return { ...rd, reversed: false };
  const latFirst = placeLngLat([second, first]);
  if (latFirst) return { ...latFirst, reversed: false };
  const lngFirst = placeLngLat([first, second]);
  if (lngFirst) return { ...lngFirst, reversed: true };
  const rdReversed = placeRd([second, first]);
  return rdReversed && { ...rdReversed, reversed: true };
}
