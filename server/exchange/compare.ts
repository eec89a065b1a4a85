// Three versions of a row beside each other: as it was downloaded, as the atlas has it now, as the file says it.
import type { ExcelLijst } from '../../data/exchange/lijst.ts';
import { keuzes as sides, type Keuze, type VoorstelRij } from '../../data/schema/excel.ts';
import type { Gegevens } from '../../data/schema/registratie.ts';
import { compareField, toMine } from './compare-field.ts';
import { compareNew, listCells, noteRead } from './compare-new.ts';
import { toBasisKey, type Knowledge, type RowToWrite } from './knowledge.ts';
import type { ListRow } from './read-list.ts';

/** A row of the preview, and what would be written for it: null when nothing would, or not yet. */
export interface ComparedRow {
  rij: VoorstelRij;
  /** `rij`: the version it rests on; null for a new record. */
  schrijf: RowToWrite | null;
}

/** What this row would change. `keuzes`: by field, whose value wins where both changed it. */
export function compareRow(
  lijst: ExcelLijst,
  row: ListRow,
  known: Knowledge,
  keuzes: Readonly<Record<string, string>>,
): ComparedRow {
  const rij: VoorstelRij = {
    nummer: row.nummer,
    status: 'ongewijzigd',
    id: row.id,
    projectId: null,
    titel: '',
    wijzigingen: [],
    conflicten: [],
    intussen: null,
    fouten: [...row.fouten],
    opmerkingen: [],
    kopie: null,
  };
  const compared =
    row.id === null ? compareNew(lijst, row, known, rij) : compareKnown(lijst, row, known, keuzes, rij);
  rij.titel = findTitle(lijst, row, compared?.gegevens, known);
  const open = rij.conflicten.some(({ keuze }) => keuze === null);
  if (rij.fouten.length > 0) rij.status = 'fout';
  else if (open) rij.status = 'conflict';
  else if (row.id === null) rij.status = 'nieuw';
  else if (rij.wijzigingen.length > 0) rij.status = 'gewijzigd';
  const writes = rij.status === 'nieuw' || rij.status === 'gewijzigd';
  return { rij, schrijf: writes && compared ? compared : null };
}

const toKeuze = (value: string | undefined): Keuze | null => sides.find((one) => one === value) ?? null;

function compareKnown(
  lijst: ExcelLijst,
  row: ListRow,
  known: Knowledge,
  keuzes: Readonly<Record<string, string>>,
  rij: VoorstelRij,
): RowToWrite | null {
  const record = known.records.get(row.id!);
  const basis = row.versie === null ? undefined : known.basis.get(toBasisKey(row.id!, row.versie));
  if (!record || !basis) {
    if (row.versie !== null) rij.fouten.push(refuseUnknown(row, record !== undefined));
    return null;
  }
  rij.projectId = record.projectId;
  if (row.project && row.project.tekst !== record.projectId) {
    rij.fouten.push({
      cel: row.project.cel,
      label: 'Project',
      waarde: row.project.tekst,
      verwacht: `${record.projectId}: een rij wisselt niet van project; maak voor een ander project een nieuwe rij`,
    });
  }
  const { versie } = record;
  if (versie.rij !== row.versie) {
    rij.intussen = { door: versie.door ?? versie.doorOrganisatie, wanneer: versie.bekendVan };
  }
  const gegevens: Gegevens = {};
  for (const { veld, cell, label } of listCells(lijst, row)) {
    const was = basis[veld.naam] ?? null;
    const now = record.gegevens[veld.naam] ?? null;
    const mine = toMine(veld, cell, was, known.organisaties);
    if (mine === 'wrong') rij.fouten.push(cell.fout!);
    else {
      const outcome = compareField(
        { veld, cell, label, was, now, mine: mine.waarde, keuze: toKeuze(keuzes[veld.naam]) },
        known.organisaties,
      );
      if (outcome.conflict) rij.conflicten.push(outcome.conflict);
      if (outcome.wijziging) {
        rij.wijzigingen.push(outcome.wijziging);
        gegevens[veld.naam] = mine.waarde;
      }
    }
  }
  noteRead(lijst, row, record.lezen, rij);
  return { id: record.id, rij: versie.rij, projectId: record.projectId, gegevens };
}

/** Makes a row that would change something wrong: who asks may not write it. */
export function refuseChange(compared: ComparedRow, row: ListRow): void {
  const { rij } = compared;
  const first = [...rij.wijzigingen, ...rij.conflicten][0];
  if (!first) return;
  rij.fouten.push({
    cel: first.cel,
    label: first.label,
    waarde: cleanShort(row.velden[first.veld]?.tekst),
    verwacht: 'geen wijziging: uw organisatie mag deze rij niet wijzigen',
  });
  rij.status = 'fout';
  compared.schrijf = null;
}

function refuseUnknown(row: ListRow, versionOnly: boolean): VoorstelRij['fouten'][number] {
  return {
    cel: `rij ${row.nummer}`,
    label: versionOnly ? 'versie' : 'id',
    waarde: versionOnly ? String(row.versie) : row.id!,
    verwacht: versionOnly
      ? 'een versie van deze rij die u kunt zien: download de lijst opnieuw'
      : 'een rij die in de atlas staat en die u mag zien; zij kan intussen ingetrokken zijn. Haal de rij weg, of maak id en versie leeg om haar nieuw te maken',
  };
}

function findTitle(
  lijst: ExcelLijst,
  row: ListRow,
  gegevens: Gegevens | undefined,
  known: Knowledge,
): string {
  const kop = lijst.record.kop;
  const value =
    gegevens?.[kop] ??
    (row.id === null ? null : known.records.get(row.id)?.gegevens[kop]) ??
    row.velden[kop]?.tekst;
  return cleanShort(String(value ?? row.project?.tekst ?? ''));
}

const cleanShort = (text = ''): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
