// A workbook as rows of the list: per column what it says for its field, or what is wrong with the cell.
import { getVeld, type ExcelLijst } from '../../data/exchange/lijst.ts';
import type { Organisaties } from './cell-text.ts';
import { findColumns, type FoundColumns } from './columns.ts';
import { cleanText, describeCell, readCell } from './read-cell.ts';
import { readSheet, toRef, type ReadCell, type ReadRow, type ReadSheet } from './read-sheet.ts';

export interface CellFault {
  cel: string;
  label: string;
  waarde: string;
  verwacht: string;
}
export interface ListCell {
  cel: string;
  /** What the cell shows. */
  tekst: string;
  /** Absent: the cell is wrong, see `fout`. */
  waarde?: unknown;
  fout?: CellFault;
}
export interface ListRow {
  /** As in the margin of the sheet. */
  nummer: number;
  id: string | null;
  idCel: string;
  /** The version it was downloaded with; null when the row has no id. */
  versie: number | null;
  /** Number of the project as written; null when empty or when the column is not there. */
  project: { cel: string; tekst: string } | null;
  /** By field name; fields whose column is missing are absent. */
  velden: Record<string, ListCell>;
  /** By name: what the columns for reading show. */
  lezen: Record<string, ListCell>;
  /** What is wrong with the row as a whole. */
  fouten: CellFault[];
}
export interface ReadList {
  lijst: string;
  rijen: ListRow[];
  meldingen: string[];
}

/**
 * The rows of the one list in this workbook. Cells that are wrong carry their fault; a file that cannot be read at all
 * throws a WorkbookRefusal.
 */
export async function readList(
  bytes: Uint8Array,
  lijsten: readonly ExcelLijst[],
  organisaties: Organisaties,
): Promise<ReadList> {
  const { lijst, sheet } = await readSheet(bytes, lijsten);
  const found = findColumns(lijst, sheet);
  const rijen = sheet.rijen
    .filter(({ nummer }) => nummer > found.kopRij)
    .map((row) => readRow(lijst, found, row, organisaties))
    .filter((row) => row !== null);
  markMerged(sheet, found, rijen);
  const other = sheet.andereBladen.map((naam) => `"${naam}"`).join(', ');
  return {
    lijst: lijst.naam,
    rijen,
    meldingen: [
      ...(other ? [`Blad ${other} hoort niet bij de lijst en wordt niet gelezen.`] : []),
      ...found.meldingen,
    ],
  };
}

const EMPTY: ReadCell = { soort: 'leeg' };

/** Null for a row without anything in the columns of the list. */
function readRow(
  lijst: ExcelLijst,
  found: FoundColumns,
  row: ReadRow,
  organisaties: Organisaties,
): ListRow | null {
  const at = (column: number): ReadCell => row.cellen[column] ?? EMPTY;
  const ref = (column: number): string => toRef(row.nummer - 1, column);
  const wrong = (column: number, label: string, verwacht: string): CellFault => ({
    cel: ref(column),
    label,
    waarde: shorten(describeCell(at(column))),
    verwacht,
  });
  const columns = [...found.kolommen.map(({ positie }) => positie), found.id, found.versie];
  if (columns.every((column) => at(column).soort === 'leeg')) return null;
  const result: ListRow = {
    nummer: row.nummer,
    id: null,
    idCel: ref(found.id),
    versie: null,
    project: null,
    velden: {},
    lezen: {},
    fouten: [],
  };
  const id = at(found.id);
  const versie = at(found.versie);
  if (id.soort !== 'leeg') {
    result.id = cleanText(describeCell(id));
    const number = Number(describeCell(versie));
    if (id.soort === 'formule' || versie.soort === 'formule' || !Number.isSafeInteger(number) || number < 1) {
      result.fouten.push(
        wrong(found.versie, 'versie', 'het getal van de download; download de lijst opnieuw'),
      );
    } else result.versie = number;
  } else if (versie.soort !== 'leeg') {
    result.fouten.push(wrong(found.id, 'id', 'de id van de download; of maak ook de cel versie leeg'));
  }
  for (const { kolom, kop, positie } of found.kolommen) {
    const cell = at(positie);
    const tekst = cleanText(describeCell(cell));
    if (kolom.soort === 'project') {
      if (tekst) result.project = { cel: ref(positie), tekst };
      if (cell.soort === 'formule' || cell.soort === 'fout') {
        result.fouten.push(wrong(positie, kop, 'het nummer van het project als tekst'));
      }
    } else if (kolom.soort === 'lezen') {
      result.lezen[kolom.naam] = { cel: ref(positie), tekst };
    } else {
      const reading = readCell(getVeld(lijst, kolom), cell, organisaties);
      result.velden[kolom.veld] =
        'waarde' in reading
          ? { cel: ref(positie), tekst, waarde: reading.waarde }
          : {
              cel: ref(positie),
              tekst,
              fout: {
                cel: ref(positie),
                label: kop,
                waarde: shorten(reading.gegeven),
                verwacht: reading.verwacht,
              },
            };
    }
  }
  return result;
}

/** Only the first cell of a merged range holds a value; the others would be read as empty. */
function markMerged(sheet: ReadSheet, { kolommen }: FoundColumns, rijen: readonly ListRow[]): void {
  for (const merge of sheet.samengevoegd) {
    const hit = kolommen.find(({ positie }) => positie >= merge.kolomVan && positie <= merge.kolomTot);
    if (!hit) continue;
    const rows = rijen.filter(({ nummer }) => nummer - 1 >= merge.rijVan && nummer - 1 <= merge.rijTot);
    for (const row of rows) {
      row.fouten.push({
        cel: merge.ref,
        label: hit.kop,
        waarde: 'samengevoegde cellen',
        verwacht: 'losse cellen: splits ze en vul elke cel in',
      });
    }
  }
}

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
