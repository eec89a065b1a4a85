// What the workbooks that go out and come back look like. See data/exchange/index.ts for the lists themselves.
import type { RecordDocument, RecordField } from '../document.ts';

/** A column that is read back: one field of the record. */
export interface VeldKolom {
  soort: 'veld';
  veld: string;
  /** The template's label, where the field is called otherwise elsewhere. */
  label?: string;
  breedte: number;
}
/** Which project the row is about, by its number in the atlas. Fixed once the row exists. */
export interface ProjectKolom {
  soort: 'project';
  label: string;
  breedte: number;
}
/** For the reader only: what is changed here is not taken over, and the preview says so. */
export interface LeesKolom {
  soort: 'lezen';
  naam: string;
  label: string;
  breedte: number;
  /** Where it is changed instead. */
  waarom: string;
}
export type LijstKolom = VeldKolom | ProjectKolom | LeesKolom;

/** One list as a workbook: a sheet with a row for each record. */
export interface ExcelLijst {
  /** In paths: /excel/{naam}.xlsx. */
  naam: string;
  titel: string;
  /** Name of the sheet. */
  blad: string;
  uitleg: string;
  record: RecordDocument;
  /** In template order; the columns id and versie follow, hidden. */
  kolommen: readonly LijstKolom[];
  /** Rows without an id make new records; otherwise where they are made. */
  nieuweRijen: true | string;
  bron: string;
}

/** The hidden columns by which a row is recognised. */
export const idKolom = 'id (niet wijzigen)';
export const versieKolom = 'versie (niet wijzigen)';
export const leesMijBlad = 'Lees mij';
export const keuzeBlad = 'Keuzes';

/** What one upload may ask; stated in the OpenAPI document, on the page and in the answer that refuses more. */
export const excelGrenzen = {
  megabytes: 10,
  /** All parts of the zip together, unpacked. */
  uitgepaktMegabytes: 120,
  onderdelen: 1000,
  /** Number of the last row with something in it; the first holds the headings. */
  rijen: 5001,
  kolommen: 100,
  /** Rows written in one go: until all of them are, nobody else can write, and on the embedded engine not read either. */
  wijzigingen: 1000,
  seconden: 20,
  geheugenMegabytes: 512,
  urenBewaard: 24,
} as const;

/** Field of the record behind a column. Throws when the list names a field that is not there. */
export function getVeld(lijst: Pick<ExcelLijst, 'naam' | 'record'>, { veld }: VeldKolom): RecordField {
  const found = lijst.record.velden.find(({ naam }) => naam === veld);
  if (!found) throw new Error(`${lijst.naam}: ${lijst.record.naam} has no field ${veld}`);
  return found;
}

/** The heading above a column; with the unit of a number. */
export function toKop(lijst: Pick<ExcelLijst, 'naam' | 'record'>, kolom: LijstKolom): string {
  if (kolom.soort !== 'veld') return kolom.label;
  const veld = getVeld(lijst, kolom);
  const label = kolom.label ?? veld.label;
  return veld.eenheid ? `${label} (${veld.eenheid})` : label;
}
