// Accepting a proposal: everything it shows is written, or nothing is.
import type { Actor } from '../auth/actor.ts';
import { Problem } from '../http/problem.ts';
import type { Access } from '../records/access.ts';
import { toRefusal } from '../records/refusals.ts';
import { ConflictError } from '../records/save.ts';
import { saveDrafts } from '../records/write.ts';
import { compareAll, evaluate, toDraft, toStand } from './evaluate.ts';
import {
  ALREADY_ACCEPTED,
  closeProposal,
  countRows,
  findObstacle,
  firstPage,
  getHanded,
  getProposal,
  saveEvaluation,
  toVoorstel,
  type Proposal,
} from './proposals.ts';

/** The atlas is no longer as the preview said. */
class StaleError extends Error {
  override name = 'StaleError';
}

/**
 * Writes every row of the proposal in one transaction, if it still would do what the preview with this `stand` showed.
 * Gives what was written. Throws a Problem: 404, 409 when it cannot be accepted, 412 when the preview is no longer true,
 * with the fresh one.
 */
export async function acceptProposal(
  access: Access,
  actor: Actor,
  id: string,
  stand: string,
): Promise<{ gewijzigd: number; nieuw: number }> {
  try {
    return await access.transaction(async (tx) => {
      const handed = await getHanded(tx, id);
      if (handed.aanvaardOp !== null) throw toAccepted();
      const { rows, known } = await compareAll(tx, handed);
      const counts = countRows(rows.map(({ rij }) => rij));
      if (toStand(rows) !== stand) throw new StaleError();
      const obstacle = findObstacle(counts, null);
      if (obstacle) throw toObstacle(obstacle);
      const drafts = rows.filter(({ schrijf }) => schrijf !== null).map((row) => toDraft(handed, row, known));
      await saveDrafts(tx, actor, drafts);
      await closeProposal(tx, id);
      return { gewijzigd: counts.gewijzigd, nieuw: counts.nieuw };
    });
  } catch (error) {
    const isStale =
      error instanceof StaleError ||
      error instanceof ConflictError ||
      (error instanceof Problem && error.status === 400);
    if (!isStale) throw toRefusal(error);
    throw await refresh(access, actor, id, error);
  }
}

/** Compares and judges anew and keeps the outcome as the preview. */
export async function refreshProposal(
  access: Access,
  actor: Actor,
  id: string,
  keuzes?: Proposal['keuzes'],
): Promise<Proposal> {
  const handed = await access.transaction((tx) => getHanded(tx, id));
  if (handed.aanvaardOp !== null) throw toAccepted();
  const chosen = keuzes ?? handed.keuzes;
  const rows = await evaluate(access, actor, { ...handed, keuzes: chosen });
  return access.transaction(async (tx) => {
    await saveEvaluation(tx, id, rows, chosen);
    return getProposal(tx, id);
  });
}

/** What to tell when the preview was no longer true; a refusal that the fresh preview does not explain is told itself. */
async function refresh(access: Access, actor: Actor, id: string, cause: unknown): Promise<unknown> {
  const fresh = await refreshProposal(access, actor, id);
  const explains = fresh.rijen.some(({ status }) => status === 'fout' || status === 'conflict');
  if (cause instanceof Problem && !explains) return cause;
  return new Problem(
    412,
    'Intussen gewijzigd',
    'Er is niets overgenomen: de atlas is gewijzigd sinds u dit voorstel bekeek. Kijk het opnieuw na.',
    { extensions: { voorstel: toVoorstel(fresh, firstPage) }, headers: { ETag: `"${fresh.stand}"` } },
  );
}

const toObstacle = (detail: string): Problem => new Problem(409, 'Nu niet over te nemen', detail);

const toAccepted = (): Problem => toObstacle(ALREADY_ACCEPTED);
