import type { Context } from 'hono';
import { crsUris } from '../../data/schema/geometrie.ts';
import { Problem, toInvalid, toShown } from './problem.ts';

export type Srid = 4326 | 28992;

const sridOf: Record<string, Srid> = { [crsUris.crs84]: 4326, [crsUris.rd]: 28992 };
const known = `<${crsUris.crs84}> (lengte, breedte) of <${crsUris.rd}> (RD, x y in meters)`;

function readUri(header: string): Srid | undefined {
  return sridOf[
    header
      .trim()
      .replace(/^<(.*)>$/, '$1')
      .replace(/^https:/, 'http:')
  ];
}

/** The CRS of the geometry in the request: CRS84 unless `Content-Crs` says otherwise. Throws a 400 Problem. */
export function readContentCrs(c: Context): Srid {
  const header = c.req.header('Content-Crs');
  if (header === undefined) return 4326;
  const srid = readUri(header);
  if (!srid) throw toInvalid([{ veld: 'Content-Crs', waarde: toShown(header), verwacht: known }]);
  return srid;
}

/** The CRS asked for the geometry in the answer: CRS84 unless `Accept-Crs` says otherwise. Throws a 406 Problem. */
export function readAcceptCrs(c: Context): Srid {
  const header = c.req.header('Accept-Crs');
  if (header === undefined) return 4326;
  const srid = readUri(header);
  if (!srid) {
    throw new Problem(406, 'Coördinaatstelsel niet beschikbaar', `Accept-Crs: verwacht ${known}`, {
      errors: [{ veld: 'Accept-Crs', waarde: toShown(header), verwacht: known }],
    });
  }
  return srid;
}

/** Says in which CRS the geometry of the answer is. */
export function setContentCrs(c: Context, srid: Srid): void {
  c.header('Content-Crs', `<${srid === 28992 ? crsUris.rd : crsUris.crs84}>`);
}
