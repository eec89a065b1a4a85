import type { LngLat } from '../state/view.svelte.ts';
import { readNumber } from './number-pair.ts';

// Degrees with a direction: 52°09'18.6"N 5°23'13.9"E, N 52° 09,310' E 5° 23,232', 52,1552° NB 5,3872° OL; and degrees
// with minutes without one: 52 09.310 5 23.232.

const axes: Record<string, { axis: 'lat' | 'lng'; sign: 1 | -1 }> = {
  N: { axis: 'lat', sign: 1 },
  NB: { axis: 'lat', sign: 1 },
  S: { axis: 'lat', sign: -1 },
  Z: { axis: 'lat', sign: -1 },
  ZB: { axis: 'lat', sign: -1 },
  E: { axis: 'lng', sign: 1 },
  O: { axis: 'lng', sign: 1 },
  OL: { axis: 'lng', sign: 1 },
  W: { axis: 'lng', sign: -1 },
  WL: { axis: 'lng', sign: -1 },
};
const direction = 'NB|ZB|OL|WL|[NSZEOW]';
const amount = String.raw`\d+(?:[.,]\d+)?`;
const angle = String.raw`(${amount})\s*(?:[°º]|deg\b|graden\b)?\s*(?:(${amount})\s*['′’]\s*(?:(${amount})\s*(?:["″”]|''|′′))?)?`;
const before = new RegExp(
  String.raw`^\s*(${direction})\s*${angle}\s*[,;/]?\s*(${direction})\s*${angle}\s*$`,
  'iu',
);
const after = new RegExp(
  String.raw`^\s*${angle}\s*(${direction})\s*[,;/]?\s*${angle}\s*(${direction})\s*$`,
  'iu',
);
/** Degrees, minutes and perhaps seconds without a direction. */
const bare = new RegExp(
  String.raw`^\s*(${amount})\s*[°º]\s*(?:(${amount})\s*['′’]\s*(?:(${amount})\s*(?:["″”]|''|′′))?)?\s*[,;/]?\s+(${amount})\s*[°º]\s*(?:(${amount})\s*['′’]\s*(?:(${amount})\s*(?:["″”]|''|′′))?)?\s*$`,
  'u',
);

/** Whole degrees and decimal minutes without their signs: `52 09.310`. */
const unsignedMinutes = /(?<![\d.,])(\d{1,2})\s+(\d{1,2}[.,]\d+)(?=[\s,;/NSZEOW]|$)/giu;

/** lng/lat of degrees with directions; two numbers in the order written when there are none; null when it is neither. */
export function parseDegrees(text: string): { lngLat: LngLat } | { pair: [number, number] } | null {
  const signed = text.replace(unsignedMinutes, "$1° $2'");
  const front = before.exec(signed);
  if (front) return combine(front[1], front.slice(2, 5), front[5], front.slice(6, 9));
  const back = after.exec(signed);
  if (back) return combine(back[4], back.slice(1, 4), back[8], back.slice(5, 8));
  const none = bare.exec(signed);
  if (!none) return null;
  const [first, second] = [toDegrees(none.slice(1, 4)), toDegrees(none.slice(4, 7))];
  return first === null || second === null ? null : { pair: [first, second] };
}

type Parts = (string | undefined)[];

function combine(
  firstName: string | undefined,
  firstParts: Parts,
  secondName: string | undefined,
  secondParts: Parts,
): { lngLat: LngLat } | null {
  const first = axes[firstName?.toUpperCase() ?? ''];
  const second = axes[secondName?.toUpperCase() ?? ''];
  const [one, two] = [toDegrees(firstParts), toDegrees(secondParts)];
  if (!first || !second || first.axis === second.axis || one === null || two === null) return null;
  const values = { [first.axis]: one * first.sign, [second.axis]: two * second.sign };
  return { lngLat: [values['lng']!, values['lat']!] };
}

/** Degrees, minutes and seconds as degrees; null when minutes or seconds are 60 or more. */
function toDegrees([degrees, minutes, seconds]: Parts): number | null {
  const read = (text: string | undefined) => (text === undefined ? 0 : (readNumber(text)[0] ?? NaN));
  const [d, m, s] = [read(degrees), read(minutes), read(seconds)];
  return m < 60 && s < 60 ? d + m / 60 + s / 3600 : null;
}
