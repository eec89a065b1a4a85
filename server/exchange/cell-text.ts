// What stands in a cell for a value of a record, and the same as words for the preview.
import { toDutchDate } from '../../data/dutch-date.ts';
import type { RecordField } from '../../data/document.ts';

/** Organisations by code, with the name people know them by. */
export interface Organisaties {
  findNaam(code: string): string | null;
  /** Codes with this name, whatever its capitals: two for Utrecht, the gemeente and the provincie. */
  listCodes(naam: string): string[];
}

export function toOrganisaties(rows: readonly { code: string; naam: string }[]): Organisaties {
  const names = new Map(rows.map(({ code, naam }) => [code, naam]));
  const codes = new Map<string, string[]>();
  for (const { code, naam } of rows) {
    const key = naam.toLowerCase();
    codes.set(key, [...(codes.get(key) ?? []), code]);
  }
  return {
    findNaam: (code) => names.get(code) ?? null,
    listCodes: (naam) => codes.get(naam.toLowerCase()) ?? [],
  };
}

export const SEPARATOR = '; ';

/** The cell for a value: text, number, or an ISO date as a Date in UTC (a workbook knows no time zones); null is empty. */
export function toCellValue(
  veld: RecordField,
  value: unknown,
  organisaties: Organisaties,
): string | number | Date | null {
  if (value === null || value === undefined) return null;
  if (veld.soort === 'datum') return new Date(`${String(value).slice(0, 10)}T00:00:00Z`);
  if (['getal', 'geheel', 'jaar'].includes(veld.soort)) return Number(value);
  return toCellText(veld, value, organisaties);
}

/** The same as words: dates as 31-12-2027, choices by their label, organisations as naam (code); null is empty. */
export function toCellText(veld: RecordField, value: unknown, organisaties: Organisaties): string | null {
  if (value === null || value === undefined || value === '') return null;
  switch (veld.soort) {
    case 'datum':
      return toDutchDate(String(value).slice(0, 10));
    case 'janee':
      return value ? 'ja' : 'nee';
    case 'keuze':
      return veld.keuzeLabels?.[String(value)] ?? String(value);
    case 'organisatie':
      return toOrganisatieText(String(value), organisaties);
    case 'organisaties':
      return join((value as string[]).map((code) => toOrganisatieText(code, organisaties)));
    case 'teksten':
    case 'gehelen':
    case 'verwijzingen':
      return join((value as unknown[]).map(String));
    case 'getal':
    case 'geheel':
    case 'jaar':
      return String(value).replace('.', ',');
    default:
      return typeof value === 'string' ? value : JSON.stringify(value);
  }
}

/** "Utrecht (GM0344)": names alone are not unique. The code alone where the name is not known. */
export function toOrganisatieText(code: string, organisaties: Organisaties): string {
  const naam = organisaties.findNaam(code);
  return naam === null || naam === code ? code : `${naam} (${code})`;
}

const join = (parts: readonly string[]): string | null => parts.join(SEPARATOR) || null;
