import { vastgesteldeStatussen } from '../../data/rules/checks/rounds.ts';
import type { Gegevens } from '../../data/schema/registratie.ts';
import type { Actor } from '../auth/actor.ts';
import type { Queryable } from '../db/database.ts';
import { toForbidden } from './refusals.ts';
import { isVaststelling } from './merge.ts';
import type { Draft } from './save.ts';

/** Throws a 403 Problem when this adopts something and that is not up to who asks: submitting is not adopting. */
export async function refuseAdoption(
  tx: Queryable,
  actor: Actor,
  draft: Draft,
  merged: Gegevens,
): Promise<void> {
  const { document, basis } = draft;
  if (!isVaststelling(document, basis, merged)) return;
  if (!actor.rollen.some(({ rol }) => rol === 'vaststeller')) {
    throw toForbidden('Vaststellen, en wijzigen wat vastgesteld is, doet een vaststeller.');
  }
  if (!basis) return;
  // The database holds the same line (schema/011_rights.sql).
  const isAdopting = vastgesteldeStatussen.includes(String(merged['status']));
  if (isAdopting && (await findSubmitter(tx, draft)) === actor.accountId) {
    throw toForbidden('Wie indient stelt niet vast: laat dit door een andere vaststeller doen.');
  }
}

async function findSubmitter(tx: Queryable, { document, basis }: Draft): Promise<string | null> {
  const [row] = await tx.query<{ wie: string | null }>(
    `select ingediend_door as wie from atlas.${document.tabel} where rij = $1::bigint`,
    [basis?.versie.rij],
  );
  return row?.wie ?? null;
}

/** Account to write down as who submitted it; null takes it away, undefined leaves it as it is. */
export function toSubmitter(
  actor: Actor,
  { document, basis }: Draft,
  merged: Gegevens,
): string | null | undefined {
  if (document.naam !== 'besluit' && document.naam !== 'rondestap') return undefined;
  const [van, naar] = [basis?.gegevens['status'], merged['status']];
  if (van === naar) return undefined;
  if (naar === 'ingediend') return actor.accountId;
  return naar === 'concept' || naar === 'voorgesteld' ? null : undefined;
}
