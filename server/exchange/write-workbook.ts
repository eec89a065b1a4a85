// A list as a workbook to work in: the template's columns, choices to pick from, and a page that says what it is.
import {
  calculateRowHeight,
  rangeRef,
  writeXlsx,
  type CellStyle,
  type CellValue,
  type ColumnDef,
  type WriteSheet,
} from 'hucre/xlsx';
import {
  getVeld,
  idKolom,
  keuzeBlad,
  leesMijBlad,
  toKop,
  versieKolom,
  type ExcelLijst,
  type LijstKolom,
} from '../../data/exchange/lijst.ts';
import { toCellValue, type Organisaties } from './cell-text.ts';
import type { KnownRecord } from './knowledge.ts';
import { toChoiceColumns, toValidations } from './choices.ts';

export interface WorkbookContents {
  lijst: ExcelLijst;
  rijen: readonly KnownRecord[];
  projecten: readonly { id: string; naam: string | null }[];
  organisaties: readonly { code: string; naam: string }[];
  register: Organisaties;
  /** What the sheet "Lees mij" says, as pairs of a heading and its words. */
  leesMij: readonly [string, string][];
  gemaaktOp: Date;
}

/** Empty rows below the list that already carry the format of their column. */
const SPARE_ROWS = 200;
/** Height of a row with one line of text, in points. */
const ONE_LINE = 15;
const font = { name: 'Calibri', size: 11 };
const bold = { ...font, bold: true };
const wrapped: CellStyle = { alignment: { wrapText: true, vertical: 'top' } };
const heading: CellStyle = {
  font: bold,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { theme: 0, tint: -0.15 } },
  border: { bottom: { style: 'thin' } },
  alignment: { wrapText: true, vertical: 'top' },
};

/** The bytes of the .xlsx. */
export async function writeWorkbook(contents: WorkbookContents): Promise<Uint8Array<ArrayBuffer>> {
  const { lijst, gemaaktOp } = contents;
  const bytes = await writeXlsx({
    sheets: [toReadMe(contents), toListSheet(contents), toChoiceSheet(contents)],
    activeSheet: 1,
    defaultFont: font,
    properties: { title: `${lijst.titel} pMIEK-atlas`, description: lijst.uitleg, created: gemaaktOp },
  });
  return new Uint8Array(bytes);
}

function toListSheet({ lijst, rijen, register, projecten, organisaties }: WorkbookContents): WriteSheet {
  const { kolommen } = lijst;
  const headings = [...kolommen.map((kolom) => toKop(lijst, kolom)), idKolom, versieKolom];
  const rows: CellValue[][] = rijen.map((rij) => [
    ...kolommen.map((kolom) => toValue(lijst, kolom, rij, register)),
    escapeText(rij.id),
    rij.versie.rij,
  ]);
  const spare = Array.from({ length: SPARE_ROWS }, () => headings.map(() => null));
  const last = rows.length + SPARE_ROWS;
  return {
    name: lijst.blad,
    columns: [
      ...kolommen.map((kolom) => toColumn(lijst, kolom)),
      { hidden: true, width: 20, numFmt: '@' },
      { hidden: true, width: 12 },
    ],
    rows: [headings, ...rows, ...spare],
    rowDefs: toRowDefs(
      [headings, ...rows],
      kolommen.map(({ breedte }) => breedte),
    ),
    cells: new Map(headings.map((_, at) => [`0,${at}`, { style: heading }])),
    freezePane: { rows: 1 },
    autoFilter: { range: rangeRef(0, 0, rows.length, headings.length - 1) },
    dataValidations: toValidations(lijst, toChoiceColumns(lijst, projecten, organisaties), last),
    pageSetup: {
      orientation: 'landscape',
      paperSize: 'a4',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
    },
    a11y: { summary: lijst.uitleg, headerRow: 0 },
  };
}

function toValue(
  lijst: ExcelLijst,
  kolom: LijstKolom,
  rij: WorkbookContents['rijen'][number],
  register: Organisaties,
): CellValue {
  const value =
    kolom.soort === 'project'
      ? rij.projectId
      : kolom.soort === 'lezen'
        ? (rij.lezen[kolom.naam] ?? null)
        : toCellValue(getVeld(lijst, kolom), rij.gegevens[kolom.veld], register);
  return typeof value === 'string' ? escapeText(value) : value;
}

function toColumn(lijst: ExcelLijst, kolom: LijstKolom): ColumnDef {
  const soort = kolom.soort === 'veld' ? getVeld(lijst, kolom).soort : 'tekst';
  const numbers = soort === 'jaar' || soort === 'geheel' ? '0' : 'General';
  const numFmt =
    soort === 'datum' ? 'dd-mm-yyyy' : ['getal', 'geheel', 'jaar'].includes(soort) ? numbers : '@';
  return { width: kolom.breedte, style: { ...wrapped, numFmt } };
}

/** A row without a height has one line in LibreOffice, over which the next is drawn. Excel allows 409 points. */
function toRowDefs(
  rows: readonly CellValue[][],
  widths: readonly number[],
): NonNullable<WriteSheet['rowDefs']> {
  // A line ends with a word and bold is wider, so that somewhat less fits than the width says.
  const columnWidths = widths.map((width) => width * 0.9);
  const defs = new Map<number, { height: number }>();
  for (const [at, row] of rows.entries()) {
    const texts = row.slice(0, widths.length).map((cell) => (typeof cell === 'string' ? cell : null));
    const height = calculateRowHeight(texts, { columnWidths, wrapText: true });
    if (height > ONE_LINE) defs.set(at, { height: Math.min(height, 409) });
  }
  return defs;
}

function toReadMe({ leesMij }: WorkbookContents): WriteSheet {
  const widths: [number, number] = [26, 100];
  const rows = leesMij.map(([head, words]) => [escapeText(head), escapeText(words)]);
  return {
    name: leesMijBlad,
    columns: [
      { width: widths[0], style: { font: bold, ...wrapped } },
      { width: widths[1], style: wrapped },
    ],
    rows,
    rowDefs: toRowDefs(rows, widths),
    pageSetup: { orientation: 'portrait', paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

function toChoiceSheet({ lijst, projecten, organisaties }: WorkbookContents): WriteSheet {
  const columns = toChoiceColumns(lijst, projecten, organisaties);
  const length = Math.max(0, ...columns.map(({ values }) => values.length));
  return {
    name: keuzeBlad,
    columns: columns.map(() => ({ width: 40, numFmt: '@' })),
    rows: [
      columns.map(({ kop }) => kop),
      ...Array.from({ length }, (_, at) => columns.map(({ values }) => escapeText(values[at] ?? null))),
    ],
    freezePane: { rows: 1 },
  };
}

/** A workbook reads _x0041_ in a text as the letter A; written like this it stays as it is. */
function escapeText(text: string): string;
function escapeText(text: string | null): string | null;
function escapeText(text: string | null): string | null {
  return text === null ? null : text.replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x');
}
