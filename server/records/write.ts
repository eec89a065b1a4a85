import { randomUUID } from 'node:crypto';
import type { RecordDocument } from '../../data/document.ts';
import type { Bewaard, GetoondeBevinding, Registratie } from '../../data/schema/registratie.ts';
import type { Actor } from '../auth/actor.ts';
import type { Queryable } from '../db/database.ts';
import { toInvalid, type Invoerfout } from '../http/problem.ts';
import type { Access } from './access.ts';
import { listPutQuestions } from './board-question.ts';
import { toConflict } from './find.ts';
import { findVersion } from './read.ts';
import type { Reading } from './read-fields.ts';
import { toRefusal } from './refusals.ts';
import { ConflictError, judgeDraft, saveVersion, type Draft, type Judged } from './save.ts';

/** Kinds whose records are held against each other: two made at once must see each other. */
const compared = ['partij', 'variant', 'rondestap', 'monitoring', 'koppeling'];

/** A draft of a new record of a project, with an id of its own. */
export function toNewDraft(
  document: RecordDocument,
  projectId: string,
  { given, fouten }: Reading,
  { prefix = '', id = randomUUID() as string } = {},
): Draft {
  return { document, id, projectId, basis: null, given, prefix, fouten };
}

/** A draft of a version that replaces `basis`. */
export function toChangeDraft(
  document: RecordDocument,
  basis: Registratie,
  { given, fouten }: Reading,
  prefix = '',
): Draft {
  return { document, id: basis.id, projectId: basis.projectId, basis, given, prefix, fouten };
}

/**
 * Judges and saves drafts, in this order, within the transaction: all or none, with every fault of all of them at once.
 * A question to the energyboard in a monitoring entry is put along with it, after what was asked for.
 * Throws a 400 Problem when any has a fault, a ConflictError when any is no longer known.
 */
export async function saveDrafts(
  tx: Queryable,
  actor: Actor,
  given: readonly Draft[],
): Promise<{ rijen: number[]; letOp: GetoondeBevinding[] }> {
  await lockProjects(tx, given);
  const drafts = [...given, ...(await listPutQuestions(tx, given))];
  const judged: Judged[] = [];
  const fouten: Invoerfout[] = [];
  const rijen: number[] = [];
  for (const draft of drafts) {
    const one = await judgeDraft(tx, actor, draft, { drafts, judged });
    judged.push(one);
    fouten.push(...one.fouten);
    // What comes next is held against what was saved; with a fault the others are still looked at, and all is undone.
    if (fouten.length === 0) rijen.push(await saveVersion(tx, one));
  }
  if (fouten.length > 0) throw toInvalid(fouten);
  return { rijen, letOp: judged.flatMap((one) => one.letOp) };
}

/** Whoever comes second waits, and then sees what the first one saved. */
async function lockProjects(tx: Queryable, drafts: readonly Draft[]): Promise<void> {
  const ids = drafts
    .filter(({ document }) => compared.includes(document.naam))
    .map(({ projectId }) => projectId ?? '');
  for (const id of [...new Set(ids)].sort()) {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 13))', [id]);
  }
}

/** Saves one draft and gives the version that came of it, geometry in `srid`. Throws a Problem: 400, 403, 412. */
export async function saveOne(access: Access, actor: Actor, draft: Draft, srid: number): Promise<Bewaard> {
  const { document, id } = draft;
  return inTransaction(access, srid, async (tx) => {
    const { rijen, letOp } = await saveDrafts(tx, actor, [draft]);
    return { ...(await getVersion(tx, document, id, rijen[0]!, srid)), letOp };
  });
}

/** What `work` gives, saved; refusals of the database become Problems. */
export async function inTransaction<T>(
  access: Access,
  srid: number,
  work: (tx: Queryable) => Promise<T>,
): Promise<T> {
  try {
    return await access.transaction(work);
  } catch (error) {
    if (error instanceof ConflictError) {
      const { document, id, basis, prefix } = error.draft;
      throw await toConflict(access, document, id, basis?.versie.rij ?? 0, srid, prefix);
    }
    throw toRefusal(error);
  }
}

/**
 * A version that was saved a moment ago. Throws a 400 Problem, which undoes the save, when who saved it may no longer see
 * it: nobody closes a door behind which they then stand themselves.
 */
export async function getVersion(
  tx: Queryable,
  document: RecordDocument,
  id: string,
  rij: number,
  srid: number,
  prefix = '',
): Promise<Registratie> {
  const found = await findVersion(tx, document, id, rij, srid);
  if (found) return found;
  const verwacht =
    'een wijziging waarna uw organisatie dit zelf nog ziet; word eerst (vertrouwde) partij van het project';
  throw toInvalid([{ veld: `${prefix}vertrouwelijkheid`, waarde: '', verwacht }]);
}
