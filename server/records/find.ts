import type { RecordDocument } from '../../data/document.ts';
import type { Registratie } from '../../data/schema/registratie.ts';
import type { Context } from 'hono';
import type { Queryable } from '../db/database.ts';
import { Problem, toInvalid, toShown } from '../http/problem.ts';
import type { Access } from './access.ts';
import { findVersion, selectSql, toRegistratie } from './read.ts';
import { toAbsent, toNoRight, toUnauthorized } from './refusals.ts';
import { toMayAddSql, toSourceSql, toVersionsSql } from './row-sql.ts';
import { projectRecord } from '../../data/records/index.ts';
import type { Actor } from '../auth/actor.ts';

/**
 * Throws a 404 Problem when there is no such project, or it may not be seen; with a document a 403 Problem when who asks
 * may not add a record of that kind to it.
 */
export async function requireProject(access: Access, id: string, document?: RecordDocument): Promise<void> {
  const [row] = await access.query<{ mag: boolean }>(
    `select ${document ? toMayAddSql(document) : 'true'} as mag from ${toSourceSql(projectRecord)} r where r.id = $1`,
    [id],
  );
  if (!row) throw toAbsent(projectRecord, id);
  if (document && !row.mag) throw toNoRight(document);
}

/** What is known of a record now: as it holds today, or else as it will or did hold. */
async function findKnown(
  db: Queryable,
  document: RecordDocument,
  id: string,
  rij: number | null,
  srid: number,
): Promise<Registratie[]> {
  const rows = await db.query<Parameters<typeof toRegistratie>[0]>(
    `${selectSql(document, toVersionsSql(document), '$3::int')}
     where r.id = $1 and (r.bekend_tot is null or r.rij = $2::bigint)
     order by r.bekend_tot is not null,
       coalesce(r.geldig_van, '-infinity') <= atlas.geldig_op() and coalesce(r.geldig_tot, 'infinity') > atlas.geldig_op() desc,
       r.geldig_van desc nulls last`,
    [id, rij, srid],
  );
  return rows.map(toRegistratie);
}

/** The version known now, geometry as its type only; null when there is none or it may not be seen. */
export async function findKnownVersion(
  db: Queryable,
  document: RecordDocument,
  id: string,
): Promise<Registratie | null> {
  const [known] = await findKnown(db, document, id, null, 0);
  return known ?? null;
}

/** Who is signed in. Throws a 401 Problem for nobody. */
export function requireActor({ actor }: Access): Actor {
  if (!actor) throw toUnauthorized();
  return actor;
}

/**
 * The version that is to be replaced, geometry as its type only. Throws a Problem: 401, 404, 403, 428 without If-Match,
 * and 412 with the record as it is now when that is another version.
 */
export async function findBasis(
  c: Context,
  access: Access,
  document: RecordDocument,
  id: string,
  srid: number,
  mayLack = false,
): Promise<Registratie> {
  requireActor(access);
  const rij = readIfMatch(c);
  if (rij !== 'absent') return getBasis(access, document, id, rij, srid);
  const known = requireChangeable(await findKnown(access, document, id, null, 0), document, id);
  if (mayLack) return known;
  throw new Problem(
    428,
    'Versie ontbreekt',
    `Stuur de header If-Match met de ETag van de versie die u wijzigt, zoals "${known.versie.rij}".`,
  );
}

/** The version with this row, which is to be replaced. Throws a Problem: 404, 403, and 412 as `findBasis`. */
export async function getBasis(
  access: Access,
  document: RecordDocument,
  id: string,
  rij: number,
  srid: number,
  prefix = '',
): Promise<Registratie> {
  const versions = await findKnown(access, document, id, rij, 0);
  requireChangeable(versions, document, id);
  const basis = versions.find(({ versie }) => versie.rij === rij && versie.bekendTot === null);
  if (!basis) throw await toConflict(access, document, id, rij, srid, prefix);
  return basis;
}

function requireChangeable(
  versions: readonly Registratie[],
  document: RecordDocument,
  id: string,
): Registratie {
  const known = versions.find(({ versie }) => versie.bekendTot === null);
  if (!known) throw toAbsent(document, id);
  if (!known.mag.wijzigen) throw toNoRight(document);
  return known;
}

/** The same, for a step that does not overwrite what others typed: without If-Match it is the version known now. */
export function findCurrentBasis(
  c: Context,
  access: Access,
  document: RecordDocument,
  id: string,
  srid: number,
): Promise<Registratie> {
  return findBasis(c, access, document, id, srid, true);
}

/**
 * 412 with the record as it is now (`huidig`) and as it was when the user began (`basis`; null when not known), and in a
 * list of changes which of them it is (`wijziging`).
 */
export async function toConflict(
  access: Access,
  document: RecordDocument,
  id: string,
  rij: number,
  srid: number,
  prefix = '',
): Promise<Problem> {
  const [huidig] = await findKnown(access, document, id, null, srid);
  const basis = await findVersion(access, document, id, rij, srid);
  return new Problem(
    412,
    'Intussen gewijzigd',
    'Iemand anders heeft dit intussen gewijzigd. Uw wijziging is niet bewaard: vergelijk haar met wat er nu staat en bewaar opnieuw.',
    {
      extensions: { huidig: huidig ?? null, basis, ...(prefix && { wijziging: prefix.replace(/\.$/, '') }) },
    },
  );
}

/** The version named by If-Match. Throws a 400 Problem when it names none. */
function readIfMatch(c: Context): number | 'absent' {
  const header = c.req.header('If-Match');
  if (header === undefined) return 'absent';
  const rij = /^(?:W\/)?"(\d{1,15})"$/.exec(header.trim())?.[1];
  if (rij === undefined) {
    throw toInvalid([
      { veld: 'If-Match', waarde: toShown(header), verwacht: 'de ETag van één versie, zoals "123"' },
    ]);
  }
  return Number(rij);
}
