// One sheet of a workbook as plain cells, with the letters a person sees in the margin.
import { cellRef, colToLetter, rangeRef, readXlsx, type Cell, type CellValue, type Sheet } from 'hucre/xlsx';
import { excelGrenzen, keuzeBlad, leesMijBlad, type ExcelLijst } from '../../data/exchange/lijst.ts';
import { inspectWorkbook } from './inspect.ts';
import { notAWorkbook, WorkbookRefusal } from './refusal.ts';

/** What stands in a cell, before anybody knows what should stand there. */
export type ReadCell =
  | { soort: 'leeg' }
  | { soort: 'tekst'; tekst: string }
  | { soort: 'getal'; getal: number }
  | { soort: 'janee'; ja: boolean }
  /** ISO date, and true when the cell also tells a time; `getal`: what stands under the date format. */
  | { soort: 'datum'; datum: string; metTijd: boolean; getal: number }
  | { soort: 'formule'; formule: string }
  | { soort: 'fout'; code: string };

export interface ReadRow {
  /** As in the margin: 1 is the first. */
  nummer: number;
  /** By column, from A; shorter than the sheet where the rest is empty. */
  cellen: ReadCell[];
}

export interface ReadSheet {
  blad: string;
  rijen: ReadRow[];
  /** Merged ranges, 0-based, and as written: B3:B5. */
  samengevoegd: { ref: string; rijVan: number; rijTot: number; kolomVan: number; kolomTot: number }[];
  andereBladen: string[];
}

/**
 * The sheet of one of these lists: which list, and its rows with something in them. Throws a WorkbookRefusal when the
 * file is not a plain workbook within the limits, or holds no list or more than one.
 */
export async function readSheet<Lijst extends Pick<ExcelLijst, 'blad'>>(
  bytes: Uint8Array,
  lijsten: readonly Lijst[],
): Promise<{ lijst: Lijst; sheet: ReadSheet }> {
  const last = inspectWorkbook(bytes);
  const names: string[] = [];
  const findList = (name: string): Lijst | undefined =>
    lijsten.find(({ blad }) => blad.toLowerCase() === name.trim().toLowerCase());
  const workbook = await readXlsx(bytes, {
    range: `A1:${cellRef(Math.max(last, 1) - 1, excelGrenzen.kolommen - 1)}`,
    sheets: ({ name }) => names.push(name) > 0 && findList(name) !== undefined,
  }).catch((error: unknown) => {
    throw new WorkbookRefusal(`${notAWorkbook().message} (${(error as Error).message})`, 415);
  });
  const [sheet, second] = workbook.sheets;
  if (!sheet) {
    const wanted = lijsten.map(({ blad }) => `"${blad}"`).join(' of ');
    throw new WorkbookRefusal(
      `De werkmap heeft geen blad ${wanted}; wel: ${names.join(', ') || 'geen enkel blad'}. Gebruik een lijst zoals de atlas haar aanbiedt en laat de naam van het blad staan.`,
    );
  }
  if (second) {
    throw new WorkbookRefusal(
      `De werkmap heeft meer dan één lijst (${workbook.sheets.map(({ name }) => name).join(', ')}). Lees ze één voor één in.`,
    );
  }
  return { lijst: findList(sheet.name)!, sheet: toReadSheet(sheet, names, workbook.dateSystem === '1904') };
}

function toReadSheet(sheet: Sheet, names: readonly string[], from1904: boolean): ReadSheet {
  return {
    blad: sheet.name,
    rijen: toRows(sheet, from1904),
    samengevoegd: (sheet.merges ?? []).map(({ startRow, endRow, startCol, endCol }) => ({
      ref: rangeRef(startRow, startCol, endRow, endCol),
      rijVan: startRow,
      rijTot: endRow,
      kolomVan: startCol,
      kolomTot: endCol,
    })),
    andereBladen: names.filter((name) => name !== sheet.name && ![leesMijBlad, keuzeBlad].includes(name)),
  };
}

/** The letters and number of a cell, both counted from 0: (2, 4) is E3. */
export const toRef = (row: number, column: number): string => cellRef(row, column);
export const toLetter = (column: number): string => colToLetter(column);

function toRows(sheet: Sheet, from1904: boolean): ReadRow[] {
  return sheet.rows.flatMap((values, index) => {
    const cellen = values.map((value, column) =>
      toCell(value, sheet.cells?.get(`${index},${column}`), from1904),
    );
    return cellen.some(({ soort }) => soort !== 'leeg') ? [{ nummer: index + 1, cellen }] : [];
  });
}

function toCell(value: CellValue, cell: Cell | undefined, from1904: boolean): ReadCell {
  if (cell?.formula !== undefined || cell?.type === 'formula') {
    return { soort: 'formule', formule: cell.formula ?? '' };
  }
  if (cell?.type === 'error') return { soort: 'fout', code: String(value) };
  if (value === null || value === '') return { soort: 'leeg' };
  if (typeof value === 'number') return { soort: 'getal', getal: value };
  if (typeof value === 'boolean') return { soort: 'janee', ja: value };
  if (typeof value === 'string') return { soort: 'tekst', tekst: value };
  const time = value.getTime();
  if (Number.isNaN(time)) return { soort: 'fout', code: '#WAARDE!' };
  const days = time / 86_400_000 + 25_569 - (from1904 ? 1462 : 0);
  const iso = value.toISOString();
  return { soort: 'datum', datum: iso.slice(0, 10), metTijd: !iso.includes('T00:00:00'), getal: days };
}
