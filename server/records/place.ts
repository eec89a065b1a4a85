import { readFileSync } from 'node:fs';
import type { RecordDocument } from '../../data/document.ts';
import type { Bevinding } from '../../data/rules/checks/check.ts';
import { checkPlaats, type Plaats } from '../../data/rules/checks/geometry.ts';
import type { Gegevens } from '../../data/schema/registratie.ts';
import type { Queryable } from '../db/database.ts';
import type { AskedGeometry } from '../geometry/read.ts';
import { toValidityFault } from '../geometry/validity.ts';
import type { Invoerfout } from '../http/problem.ts';

const placeSql = readFileSync(new URL('./place.sql', import.meta.url), 'utf8');

interface PlaceRow extends Plaats {
  geldig: boolean;
  reden: string | null;
  plek: [number, number] | null;
  ewkb: string | null;
}

export interface Placed {
  /** As it will be stored (EWKB in hex, RD New); null when it is not valid. */
  ewkb: string | null;
  /** An invalid geometry. */
  fouten: Invoerfout[];
  bevindingen: Bevinding[];
}

/** Measures a geometry that is about to be saved against the land, its project and its own zoekgebied. */
export async function placeGeometry(
  db: Queryable,
  document: RecordDocument,
  { geometrie, srid }: AskedGeometry,
  { veld, path, id, gegevens, provincies }: PlaceOf,
): Promise<Placed> {
  const componentId = document.naam === 'component' ? id : gegevens['componentId'];
  const hasZoekgebied = document.naam === 'component' || document.naam === 'variant';
  const [row] = await db.query<PlaceRow>(placeSql, [
    JSON.stringify(geometrie),
    srid,
    hasZoekgebied ? (componentId ?? null) : null,
    document.naam === 'variant' ? id : null,
  ]);
  if (!row) throw new Error('The statement of a place always gives one row.');
  if (!row.geldig) return { ewkb: null, fouten: [toValidityFault(path, row)], bevindingen: [] };
  const isExact = hasZoekgebied && gegevens['ligging'] === 'exact';
  const codes = provincies && provincies.length > 0 ? provincies : null;
  return { ewkb: row.ewkb, fouten: [], bevindingen: checkPlaats(veld, geometrie.type, row, codes, isExact) };
}

interface PlaceOf {
  veld: string;
  /** Path of the field in the body. */
  path: string;
  id: string | null;
  gegevens: Gegevens;
  /** Of the project; null when not known. */
  provincies: readonly string[] | null;
}
