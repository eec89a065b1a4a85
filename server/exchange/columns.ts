// Which column of the sheet is which column of the list, by its heading: the order does not matter.
import { idKolom, toKop, versieKolom, type ExcelLijst, type LijstKolom } from '../../data/exchange/lijst.ts';
import { WorkbookRefusal } from './refusal.ts';
import { describeCell } from './read-cell.ts';
import { toLetter, type ReadRow, type ReadSheet } from './read-sheet.ts';

export interface FoundColumns {
  /** Row number of the headings. */
  kopRij: number;
  /** Position of each column of the list that is there; 0 is A. */
  kolommen: { kolom: LijstKolom; kop: string; positie: number }[];
  id: number;
  versie: number;
  /** What a reader of the preview should know about the columns. */
  meldingen: string[];
}

/** Headings stand in one of the first rows: somebody may have put a title above them. */
const HEADING_ROWS = 10;

/** Throws a WorkbookRefusal when there are no headings, one stands there twice, was renamed, or id and versie are gone. */
export function findColumns(lijst: ExcelLijst, sheet: ReadSheet): FoundColumns {
  const wanted = lijst.kolommen.map((kolom) => ({ kolom, kop: toKop(lijst, kolom) }));
  const row = findHeadings(sheet, [...wanted.map(({ kop }) => kop), idKolom, versieKolom]);
  const headings = row.cellen.map((cell) => describeCell(cell).trim());
  const positions = (kop: string): number[] =>
    headings.flatMap((heading, at) => (toKey(heading) === toKey(kop) ? [at] : []));
  const findOne = (kop: string): number | null => {
    const [first, second] = positions(kop);
    if (second !== undefined) {
      throw new WorkbookRefusal(
        `De kolom "${kop}" staat er twee keer (${toLetter(first!)} en ${toLetter(second)}). Haal er één weg.`,
      );
    }
    return first ?? null;
  };
  const kolommen = wanted.flatMap(({ kolom, kop }) => {
    const positie = findOne(kop);
    return positie === null ? [] : [{ kolom, kop, positie }];
  });
  const id = findOne(idKolom);
  const versie = findOne(versieKolom);
  if (id === null || versie === null) {
    throw new WorkbookRefusal(
      `De verborgen kolom "${id === null ? idKolom : versieKolom}" ontbreekt. Daaraan herkent de atlas de rijen; download de lijst opnieuw en zet uw wijzigingen daarin.`,
    );
  }
  const known = new Set([...kolommen.map(({ positie }) => positie), id, versie]);
  const extra = headings.flatMap((heading, at) => (heading && !known.has(at) ? [{ heading, at }] : []));
  const missing = wanted.filter(({ kolom }) => !kolommen.some((found) => found.kolom === kolom));
  refuseRenamed(missing, extra);
  return { kopRij: row.nummer, kolommen, id, versie, meldingen: toRemarks(missing, extra) };
}

function findHeadings(sheet: ReadSheet, koppen: readonly string[]): ReadRow {
  const keys = new Set(koppen.map(toKey));
  const scores = sheet.rijen
    .filter(({ nummer }) => nummer <= HEADING_ROWS)
    .map((row) => ({ row, count: row.cellen.filter((cell) => keys.has(toKey(describeCell(cell)))).length }))
    .sort((a, b) => b.count - a.count);
  const best = scores[0];
  if (!best || best.count < 2) {
    throw new WorkbookRefusal(
      `Op het blad "${sheet.blad}" staan de koppen niet in een van de eerste ${HEADING_ROWS} rijen. Verwacht: ${koppen.join(', ')}.`,
    );
  }
  return best.row;
}

/** A heading that is gone while a strange one came is a renamed column: reading on would leave its changes out unseen. */
function refuseRenamed(
  missing: readonly { kolom: LijstKolom; kop: string }[],
  extra: readonly { heading: string; at: number }[],
): void {
  const read = missing.filter(({ kolom }) => kolom.soort !== 'lezen');
  if (read.length === 0 || extra.length === 0) return;
  const strange = extra.map(({ heading, at }) => `"${heading}" (kolom ${toLetter(at)})`).join(', ');
  const gone = read.map(({ kop }) => `"${kop}"`).join(', ');
  throw new WorkbookRefusal(
    `Onbekende kolom ${strange}, en ${gone} ontbreekt. Is de kop gewijzigd? Zet de oorspronkelijke kop terug.`,
  );
}

function toRemarks(
  missing: readonly { kolom: LijstKolom; kop: string }[],
  extra: readonly { heading: string; at: number }[],
): string[] {
  const gone = missing.filter(({ kolom }) => kolom.soort !== 'lezen').map(({ kop }) => `"${kop}"`);
  const ignored = extra.map(({ heading, at }) => `"${heading}" (${toLetter(at)})`);
  return [
    ...(gone.length > 0 ? [`Kolom ${gone.join(', ')} ontbreekt: die velden blijven zoals ze zijn.`] : []),
    ...(ignored.length > 0
      ? [`Kolom ${ignored.join(', ')} hoort niet bij de lijst en wordt niet gelezen.`]
      : []),
  ];
}

const toKey = (kop: string): string => kop.replace(/\s+/g, ' ').trim().toLowerCase();
