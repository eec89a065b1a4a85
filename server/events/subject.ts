import type { Context } from 'hono';
import type { z } from 'zod';
import type { nieuwAbonnement } from '../../data/schema/abonnement.ts';
import { readGeometry } from '../geometry/read.ts';
import { toValidityFault } from '../geometry/validity.ts';
import { readContentCrs } from '../http/crs.ts';
import { toInvalid, toShown } from '../http/problem.ts';

interface AreaRow {
  geldig: boolean;
  reden: string | null;
  plek: [number, number] | null;
  ewkb: string | null;
}

// In RD New, with the place of a fault in the CRS it was sent in.
const AREA = `
  with invoer as materialized (
    select ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON($1::text), $2::int), 28992) as geom)
  select ST_IsValid(geom) as geldig, case when not ST_IsValid(geom) then ST_IsValidReason(geom) end as reden,
    case when not ST_IsValid(geom) then array[
      ST_X(ST_Transform(ST_SetSRID((ST_IsValidDetail(geom)).location, 28992), $2::int)),
      ST_Y(ST_Transform(ST_SetSRID((ST_IsValidDetail(geom)).location, 28992), $2::int))] end as plek,
    case when ST_IsValid(geom) then geom::text end as ewkb
  from invoer`;

/**
 * What a new subscription is about: a code that exists for who asks, or an area (EWKB in hex, RD New). Throws a 400
 * Problem, for a project that may not be seen the same as for one that is not there.
 */
export async function readSubject(
  c: Context,
  { onderwerp, code, gebied, naam }: z.output<typeof nieuwAbonnement>,
): Promise<{ code: string | null; ewkb: string | null }> {
  const refuse = (veld: string, waarde: string, verwacht: string): never => {
    throw toInvalid([{ veld, waarde, verwacht }]);
  };
  const { reader } = c.var;
  if (onderwerp !== 'gebied') {
    if (gebied !== undefined) refuse('gebied', '', 'alleen bij onderwerp gebied');
    if (naam !== undefined) refuse('naam', toShown(naam), 'alleen bij onderwerp gebied');
    const found = await reader.query(
      onderwerp === 'project'
        ? 'select from atlas.project_nu where id = $1 limit 1'
        : `select from atlas.gebied where code = $1 and soort = '${onderwerp}' limit 1`,
      [code ?? ''],
    );
    if (found.length === 0) refuse('code', toShown(code ?? ''), `de code van een ${onderwerp}`);
    return { code: code!, ewkb: null };
  }
  if (code !== undefined) refuse('code', toShown(code), 'geen code bij onderwerp gebied');
  const reading = readGeometry(gebied, 'gebied', readContentCrs(c));
  if ('errors' in reading) throw toInvalid(reading.errors);
  const { geometrie, srid } = reading.geometry;
  if (geometrie.type !== 'Polygon' && geometrie.type !== 'MultiPolygon')
    refuse('gebied.type', geometrie.type, 'een van: Polygon, MultiPolygon');
  const [row] = await reader.query<AreaRow>(AREA, [JSON.stringify(geometrie), srid]);
  if (!row?.geldig) throw toInvalid([toValidityFault('gebied', row ?? { reden: null, plek: null })]);
  return { code: null, ewkb: row.ewkb };
}
