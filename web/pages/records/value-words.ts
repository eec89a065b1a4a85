import type { RecordDocument, RecordField } from '../../../data/document.ts';
import { vertrouwelijkheidLabels, type Vertrouwelijkheid } from '../../../data/vocabulary.ts';
import { formatDate, formatNumber } from '../../format.ts';

const placeWords: Record<string, string> = {
  Point: 'een punt',
  MultiPoint: 'enkele punten',
  LineString: 'een lijn',
  MultiLineString: 'enkele lijnen',
  Polygon: 'een vlak',
  MultiPolygon: 'enkele vlakken',
};

/** The value of a field as a reader says it, with its unit; null when it is not known. */
export function toWords(field: RecordField, value: unknown, nameOf: (code: string) => string): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) {
    const parts = (value as unknown[]).map((each) => toWords(field, each, nameOf)).filter(Boolean);
    return parts.length > 0 ? parts.join(', ') : null;
  }
  if (typeof value === 'boolean') return value ? 'ja' : 'nee';
  if (typeof value === 'number') {
    const number =
      field.soort === 'jaar' ? String(value) : formatNumber(value, Number.isInteger(value) ? 0 : 2);
    return field.eenheid ? `${number}\u202f${field.eenheid}` : number;
  }
  if (typeof value === 'object') {
    const type = (value as { type?: unknown }).type;
    if (field.soort === 'geometrie') return placeWords[String(type)] ?? 'een plek';
    const parts = Object.keys(value);
    return parts.length > 0 ? `vastgelegd (${parts.length})` : null;
  }
  const text = String(value);
  if (field.soort === 'datum') return formatDate(text);
  if (field.soort === 'organisatie' || field.soort === 'organisaties') return nameOf(text);
  return field.keuzeLabels?.[text] ?? text;
}

/** What a field, or the confidentiality around them, is called and says. */
export function describeValue(
  document: Pick<RecordDocument, 'velden'>,
  naam: string,
  value: unknown,
  nameOf: (code: string) => string,
): { label: string; words: string | null; field: RecordField | null } {
  if (naam === 'vertrouwelijkheid')
    return {
      label: 'Wie mag dit zien',
      words: vertrouwelijkheidLabels[value as Vertrouwelijkheid] ?? null,
      field: null,
    };
  if (naam === 'embargoTot')
    return {
      label: 'Openbaar vanaf',
      words: typeof value === 'string' ? formatDate(value) : null,
      field: null,
    };
  const field = document.velden.find((each) => each.naam === naam) ?? null;
  return { label: field?.label ?? naam, words: field && toWords(field, value, nameOf), field };
}
