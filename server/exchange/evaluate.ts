// What a file would change, as things stand now: compared row by row, and judged by the same checks as any save.
import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { excelGrenzen, toKop, type ExcelLijst } from '../../data/exchange/lijst.ts';
import type { Keuze } from '../../data/schema/excel.ts';
import type { Actor } from '../auth/actor.ts';
import type { Queryable } from '../db/database.ts';
import type { Invoerfout } from '../http/problem.ts';
import type { Access } from '../records/access.ts';
import { readRecord } from '../records/read-fields.ts';
import { judgeDraft, type Draft, type Judged } from '../records/save.ts';
import { toChangeDraft, toNewDraft } from '../records/write.ts';
import { isEmpty } from './compare-field.ts';
import { AS_NEW, resolveCopies } from './copies.ts';
import { compareRow, refuseChange, type ComparedRow } from './compare.ts';
import type { Knowledge } from './knowledge.ts';
import { listForbidden, listKnown } from './list-known.ts';
import type { ListRow } from './read-list.ts';

/** Per row number, per field. */
export type Keuzes = Record<string, Record<string, Keuze | typeof AS_NEW>>;

export interface Handed {
  lijst: ExcelLijst;
  /** Name of the file. */
  bestand: string;
  rijen: readonly ListRow[];
  keuzes: Keuzes;
}
export interface Evaluated {
  rows: ComparedRow[];
  known: Knowledge;
}

/** Rows compared before others get a turn. */
const CHUNK = 100;
/** Rows judged in one transaction: the embedded engine has one session, and others want it too. */
const JUDGED_AT_ONCE = 25;

/** Every row compared with what who asks may see; nothing is judged yet. */
export async function compareAll(db: Queryable, handed: Handed): Promise<Evaluated> {
  const known = await listKnown(db, handed.lijst, handed.rijen);
  const rows: ComparedRow[] = [];
  for (const [at, { row, kopie }] of resolveCopies(handed.rijen, handed.keuzes).entries()) {
    if (at % CHUNK === CHUNK - 1) await nextTurn();
    const compared = compareRow(handed.lijst, row, known, handed.keuzes[row.nummer] ?? {});
    rows.push({ ...compared, rij: { ...compared.rij, kopie } });
  }
  const changing = rows.filter(({ rij }) => rij.wijzigingen.length + rij.conflicten.length > 0);
  const ids = changing.flatMap(({ rij }) => rij.id ?? []);
  const forbidden = await listForbidden(db, handed.lijst.record, ids);
  for (const [at, compared] of rows.entries())
    if (forbidden.has(compared.rij.id ?? '')) refuseChange(compared, handed.rijen[at]!);
  return { rows, known };
}

/** The same, and every row that would be written judged: its faults make it wrong, what is strange is told. */
export async function evaluate(access: Access, actor: Actor, handed: Handed): Promise<ComparedRow[]> {
  const { rows, known } = await access.transaction((tx) => compareAll(tx, handed));
  const toWrite = rows.filter(({ schrijf }) => schrijf !== null);
  // Too many to be accepted (proposals.ts says so): judging them would keep others waiting for nothing.
  if (toWrite.length > excelGrenzen.wijzigingen) return rows;
  const byNumber = new Map(handed.rijen.map((row) => [row.nummer, row]));
  const drafts = toWrite.map((row) => toDraft(handed, row, known));
  const judged: Judged[] = [];
  for (let at = 0; at < drafts.length; at += JUDGED_AT_ONCE) {
    await access.transaction(async (tx) => {
      for (const draft of drafts.slice(at, at + JUDGED_AT_ONCE))
        judged.push(await judgeDraft(tx, actor, draft, { drafts, judged }));
    });
  }
  for (const [at, row] of toWrite.entries())
    noteJudgement(handed.lijst, row, judged[at]!, byNumber.get(row.rij.nummer)!);
  return rows;
}

function noteJudgement(lijst: ExcelLijst, compared: ComparedRow, judged: Judged, row: ListRow): void {
  const { rij } = compared;
  rij.fouten.push(...judged.fouten.map((fout) => toCellFault(lijst, row, fout)));
  rij.opmerkingen.push(
    ...judged.letOp.map((one) => {
      const { cel, label, verwacht } = toCellFault(lijst, row, one);
      return `${cel} ${label}: let op, verwacht: ${verwacht}.`;
    }),
  );
  if (rij.fouten.length === 0) return;
  rij.status = 'fout';
  compared.schrijf = null;
}

/** The version to be saved for a row that writes. */
export function toDraft({ lijst, bestand }: Handed, { rij, schrijf }: ComparedRow, known: Knowledge): Draft {
  const { id, projectId, gegevens } = schrijf!;
  const { record } = lijst;
  const prefix = `rij-${rij.nummer}.`;
  const bron = { bron: `Excel-bestand ${bestand}`, datum: new Date().toISOString().slice(0, 10) };
  const herkomst = record.velden
    .filter(({ naam, metHerkomst }) => metHerkomst && !isEmpty(gegevens[naam]))
    .map(({ naam }) => [naam, bron]);
  const body = {
    gegevens,
    reden: `Ingelezen uit Excel: ${bestand}`,
    ...(herkomst.length > 0 && { herkomst: Object.fromEntries(herkomst) }),
  };
  const doel = id === null ? 'nieuw' : 'wijziging';
  const reading = readRecord(record, body, { doel, srid: 4326, prefix });
  if (id === null) return toNewDraft(record, projectId, reading, { prefix });
  const basis = { ...known.records.get(id)!, mag: { wijzigen: true, intrekken: true } };
  return toChangeDraft(record, basis, reading, prefix);
}

function toCellFault(lijst: ExcelLijst, row: ListRow, { veld, waarde, verwacht }: Invoerfout) {
  const naam = veld.split('.').at(-1) ?? veld;
  const kolom = lijst.kolommen.find((one) => one.soort === 'veld' && one.veld === naam);
  const label = kolom ? toKop(lijst, kolom) : naam;
  return { cel: row.velden[naam]?.cel ?? `rij ${row.nummer}`, label, waarde, verwacht };
}

/** Fingerprint of what would be written and what stands in its way; remarks do not count. */
export function toStand(rows: readonly ComparedRow[]): string {
  const told = rows.map(({ rij: { opmerkingen: _, ...rij }, schrijf }) => [rij, schrijf]);
  return createHash('sha256').update(JSON.stringify(told)).digest('base64url').slice(0, 22);
}
