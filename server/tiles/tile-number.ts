import { toInvalid, toShown, type Invoerfout } from '../http/problem.ts';
import type { TileNumber } from './mercator.ts';

/** One number per tile up to zoom 15. */
export function tileKey(z: number, x: number, y: number): number {
  return (z * 32_768 + x) * 32_768 + y;
}

const WHOLE = /^\d{1,6}$/;

/**
 * The tile meant by three parts of an address. Throws a Problem (400) that names every part that is no whole
 * number, deeper than `maxZoom` or outside the world.
 */
export function readTileNumber(z: string, x: string, y: string, maxZoom: number): TileNumber {
  const isZoom = WHOLE.test(z) && Number(z) <= maxZoom;
  const last = isZoom ? 2 ** Number(z) - 1 : undefined;
  if (last !== undefined && isIndex(x, last) && isIndex(y, last)) {
    return { z: Number(z), x: Number(x), y: Number(y) };
  }
  const errors: Invoerfout[] = [];
  if (!isZoom) {
    const expected = `een geheel getal van 0 tot en met ${maxZoom}; vergroot voor een hogere zoom de tegel van ${maxZoom}`;
    errors.push({ veld: 'z', waarde: toShown(z), verwacht: expected });
  }
  for (const [veld, waarde] of Object.entries({ x, y })) {
    if (isIndex(waarde, last ?? Infinity)) continue;
    const range = last === undefined ? 'van 0 af' : `van 0 tot en met ${last} bij zoom ${z}`;
    errors.push({ veld, waarde: toShown(waarde), verwacht: `een geheel getal ${range}` });
  }
  throw toInvalid(errors);
}

function isIndex(text: string, last: number): boolean {
  return WHOLE.test(text) && Number(text) <= last;
}
