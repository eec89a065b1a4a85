import type { Queryable } from '../db/database.ts';
import { toShown, type Invoerfout } from '../http/problem.ts';
import type { Crs } from './crs.ts';

/** Lower and upper corner, x (longitude) first, in `srid`. */
export interface SearchBox {
  srid: number;
  corners: readonly [minX: number, minY: number, maxX: number, maxY: number];
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;
/** Beyond these RD New has no sensible place; whatever lies outside is no part of the register (RD in m, else degrees). */
const known = { rd: [-1_000_000, -1_000_000, 2_000_000, 2_000_000], degrees: [0, 49, 10, 57] } as const;

/** The box of `bbox=` as four or six numbers in `crs`; null when there is an error, which is added to `errors`. */
export function readBbox(given: string, crs: Crs, errors: Invoerfout[]): SearchBox | null {
  const refuse = (verwacht: string): null => {
    errors.push({ veld: 'bbox', waarde: toShown(given), verwacht });
    return null;
  };
  const parts = given.split(',').map((part) => part.trim());
  const numbers = parts.map((part) => (NUMBER.test(part) ? Number(part) : NaN));
  if (![4, 6].includes(parts.length) || !numbers.every(Number.isFinite))
    return refuse('vier of zes getallen met komma’s ertussen: eerst de laagste hoek, dan de hoogste');
  const size = numbers.length / 2;
  const [low1, low2, high1, high2] = [numbers[0]!, numbers[1]!, numbers[size]!, numbers[size + 1]!];
  if (size === 3 && numbers[2]! > numbers[5]!)
    return refuse('een laagste hoogte die niet boven de hoogste ligt');
  const [minX, minY, maxX, maxY] = crs.isLatFirst ? [low2, low1, high2, high1] : [low1, low2, high1, high2];
  if (crs.srid !== 28992) {
    if (
      Math.min(minX, maxX) < -180 ||
      Math.max(minX, maxX) > 180 ||
      Math.min(minY, maxY) < -90 ||
      Math.max(minY, maxY) > 90
    )
      return refuse(
        `graden: lengte van -180 tot en met 180 en breedte van -90 tot en met 90, ${crs.isLatFirst ? 'breedte' : 'lengte'} eerst`,
      );
    if (minX > maxX)
      return refuse(
        'een westgrens die niet ten oosten van de oostgrens ligt; over de datumgrens heen zoeken kan niet',
      );
  } else if (minX > maxX) return refuse('een laagste x die niet groter is dan de hoogste');
  if (minY > maxY) return refuse('een zuidgrens die niet ten noorden van de noordgrens ligt');
  return { srid: crs.srid, corners: [minX, minY, maxX, maxY] };
}

/**
 * The box as a geometry in RD New (hex EWKB), its sides as they run there; null when it lies wholly outside what the
 * register can hold. A box without width or height is a line or a point.
 */
export async function toRdShape(db: Queryable, { srid, corners }: SearchBox): Promise<string | null> {
  const [minX, minY, maxX, maxY] = srid === 28992 ? known.rd : known.degrees;
  const box = [
    Math.max(corners[0], minX),
    Math.max(corners[1], minY),
    Math.min(corners[2], maxX),
    Math.min(corners[3], maxY),
  ] as const;
  if (box[0] > box[2] || box[1] > box[3]) return null;
  // Parallels are bent in RD: 200 steps a side leave less than half a metre for the whole country.
  const step = Math.max(box[2] - box[0], box[3] - box[1], 1e-6) / 200;
  const [row] = await db.query<{ vorm: string }>(
    `select encode(ST_AsEWKB(case when $5::int = 28992 then vak else ST_Transform(ST_Segmentize(vak, $6::float8), 28992) end), 'hex') as vorm
     from (select ST_Envelope(ST_SetSRID(ST_MakeLine(
       ST_MakePoint($1::float8, $2::float8), ST_MakePoint($3::float8, $4::float8)), $5::int)) as vak) v`,
    [...box, srid, step],
  );
  return row?.vorm ?? null;
}
