// Workbooks that were handed in and wait to be accepted. Each belongs to the account that handed it in.
import { findExcelLijst } from '../../data/exchange/index.ts';
import { excelGrenzen, type ExcelLijst } from '../../data/exchange/lijst.ts';
import type { RijStatus, Voorstel, VoorstelRij } from '../../data/schema/excel.ts';
import type { Queryable } from '../db/database.ts';
import { toNotFound, toShown } from '../http/problem.ts';
import type { ComparedRow } from './compare.ts';
import { toStand, type Handed, type Keuzes } from './evaluate.ts';
import type { ListRow, ReadList } from './read-list.ts';

/** A proposal as it lies in the database. */
export interface Proposal {
  id: string;
  lijst: ExcelLijst;
  bestand: string;
  keuzes: Keuzes;
  rijen: VoorstelRij[];
  meldingen: string[];
  stand: string;
  gemaaktOp: string;
  verlooptOp: string;
  aanvaardOp: string | null;
}

const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const columns = `id, lijst, bestand, keuzes, rijen, meldingen, stand, ${iso('aangemaakt_op')} as "gemaaktOp",
  ${iso('verloopt_op')} as "verlooptOp", ${iso('aanvaard_op')} as "aanvaardOp"`;
const mine = `id = $1 and account_id = atlas.eigen_account() and verloopt_op > now()`;

/** Keeps what was read of a file for who hands it in. Gives the id. */
export async function addProposal(tx: Queryable, bestand: string, gelezen: ReadList): Promise<string> {
  await tx.query('select atlas.ruim_excel_op()');
  const [row] = await tx.query<{ id: string }>(
    `insert into atlas.excel_voorstel (lijst, bestand, gelezen, meldingen, verloopt_op)
     values ($1, $2, $3::jsonb, $4::jsonb, now() + make_interval(hours => $5)) returning id`,
    [
      gelezen.lijst,
      bestand,
      JSON.stringify(gelezen.rijen),
      JSON.stringify(gelezen.meldingen),
      excelGrenzen.urenBewaard,
    ],
  );
  return row!.id;
}

/** The proposal of who asks. Throws a 404 Problem when there is none, it is another's, or its time is over. */
export async function getProposal(db: Queryable, id: string): Promise<Proposal> {
  const [row] = await db.query<Omit<Proposal, 'lijst'> & { lijst: string }>(
    `select ${columns} from atlas.excel_voorstel where ${mine}`,
    [id],
  );
  const lijst = row && findExcelLijst(row.lijst);
  if (!row || !lijst) throw toAbsentProposal(id);
  return { ...row, lijst };
}

/** What was handed in, to be compared anew; the row is locked until the transaction ends. */
export async function getHanded(tx: Queryable, id: string): Promise<Handed & { aanvaardOp: string | null }> {
  const [row] = await tx.query<{
    lijst: string;
    bestand: string;
    keuzes: Keuzes;
    gelezen: ListRow[];
    aanvaardOp: string | null;
  }>(
    `select lijst, bestand, keuzes, gelezen, ${iso('aanvaard_op')} as "aanvaardOp"
     from atlas.excel_voorstel where ${mine} for update`,
    [id],
  );
  const lijst = row && findExcelLijst(row.lijst);
  if (!row || !lijst) throw toAbsentProposal(id);
  const { bestand, keuzes, gelezen, aanvaardOp } = row;
  return { lijst, bestand, keuzes, rijen: gelezen, aanvaardOp };
}

/** Keeps the preview that is about to be shown, and what was chosen. */
export async function saveEvaluation(
  tx: Queryable,
  id: string,
  rows: readonly ComparedRow[],
  keuzes: Keuzes,
): Promise<void> {
  await tx.query(
    `update atlas.excel_voorstel set rijen = $2::jsonb, stand = $3, keuzes = $4::jsonb where ${mine} and aanvaard_op is null`,
    [id, JSON.stringify(rows.map(({ rij }) => rij)), toStand(rows), JSON.stringify(keuzes)],
  );
}

export async function closeProposal(tx: Queryable, id: string): Promise<void> {
  await tx.query(`update atlas.excel_voorstel set aanvaard_op = now() where ${mine}`, [id]);
}

export async function removeProposal(tx: Queryable, id: string): Promise<void> {
  const removed = await tx.query(`delete from atlas.excel_voorstel where ${mine} returning id`, [id]);
  if (removed.length === 0) throw toAbsentProposal(id);
}

const toAbsentProposal = (id: string): Error =>
  toNotFound(`Er is geen voorstel ${toShown(id)} van u, of het is verlopen. Lees het bestand opnieuw in.`);

export interface Page {
  status: readonly RijStatus[];
  vanaf: number;
  aantal: number;
}
export const firstPage: Page = { status: [], vanaf: 0, aantal: 200 };

/** Rows where was chosen stay among those to choose in: somebody may want to choose anew. */
function isSelected({ status, conflicten }: VoorstelRij, wanted: readonly RijStatus[]): boolean {
  return wanted.includes(status) || (wanted.includes('conflict') && conflicten.length > 0);
}

/** A page of the preview as the wire has it. */
export function toVoorstel(proposal: Proposal, { status, vanaf, aantal }: Page): Voorstel {
  const { id, lijst, bestand, rijen, meldingen, gemaaktOp, verlooptOp, aanvaardOp } = proposal;
  const counts = countRows(rijen);
  const selected = status.length === 0 ? rijen : rijen.filter((rij) => isSelected(rij, status));
  const waaromNiet = findObstacle(counts, aanvaardOp);
  return {
    voorstelId: id,
    lijst: lijst.naam,
    bestand,
    gemaaktOp,
    verlooptOp,
    aanvaardOp,
    aantallen: counts,
    meldingen,
    kanAanvaarden: waaromNiet === null,
    waaromNiet,
    totaal: selected.length,
    vanaf,
    rijen: selected.slice(vanaf, vanaf + aantal),
  };
}

export const ALREADY_ACCEPTED = 'Dit voorstel is al overgenomen.';

export function countRows(rijen: readonly VoorstelRij[]): Voorstel['aantallen'] {
  const counts = { fout: 0, conflict: 0, gewijzigd: 0, nieuw: 0, ongewijzigd: 0 };
  for (const { status } of rijen) counts[status]++;
  return counts;
}

/** Why the proposal cannot be accepted; null when it can. */
export function findObstacle(counts: Voorstel['aantallen'], aanvaardOp: string | null): string | null {
  if (aanvaardOp !== null) return ALREADY_ACCEPTED;
  if (counts.fout > 0) {
    return `${counts.fout === 1 ? 'Eén rij is' : `${counts.fout} rijen zijn`} fout: herstel dat in Excel en lees het bestand opnieuw in.`;
  }
  if (counts.conflict > 0) {
    return `Bij ${counts.conflict === 1 ? 'één rij' : `${counts.conflict} rijen`} is nog te kiezen tussen uw waarde en die in de atlas.`;
  }
  const writes = counts.gewijzigd + counts.nieuw;
  if (writes > excelGrenzen.wijzigingen) {
    const [found, most] = [writes, excelGrenzen.wijzigingen].map((count) => count.toLocaleString('nl-NL'));
    return `Er zouden ${found} rijen wijzigen; hoogstens ${most} tegelijk. Deel de lijst op.`;
  }
  return writes === 0 ? 'Er is niets te wijzigen: alles staat al zo in de atlas.' : null;
}
