import type { Gebied } from '../../data/schema/gebied.ts';
import type { Laag } from '../../data/schema/zoeken.ts';

/** `alleen Drenthe` for a dataset that covers part of the country; null when it covers all of it, or nothing is known. */
export function toCoverage(info: Laag | null | undefined, provincies: readonly Gebied[]): string | null {
  if (!info?.dekking) return null;
  if (info.dekking.length === 0) return 'dekking onbekend';
  const names = info.dekking.map((code) => provincies.find((each) => each.code === code)?.naam ?? code);
  return `alleen ${names.join(', ')}`;
}

/** True when a dataset covers part of the country and none of these provincies; without provincies nobody knows. */
export function isElsewhere(info: Laag | null | undefined, provincies: readonly string[]): boolean {
  if (!info?.dekking || info.dekking.length === 0 || provincies.length === 0) return false;
  return !info.dekking.some((code) => provincies.includes(code));
}

/** `5 onderdelen geweigerd`: what the source offers and the atlas did not take. */
export function toRefusedText(count: number): string {
  return `${count} ${count === 1 ? 'onderdeel' : 'onderdelen'} geweigerd`;
}
