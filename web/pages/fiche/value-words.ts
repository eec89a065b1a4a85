import type { RecordField } from '../../../data/document.ts';
import { formatDate, formatNumber } from '../../format.ts';

/** The value of a field as a reader says it, with its unit; null when it is not known. */
export function toValueWords(field: RecordField, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) {
    const parts = value.map((each) => toValueWords(field, each)).filter(Boolean);
    return parts.length > 0 ? parts.join(', ') : null;
  }
  if (typeof value === 'boolean') return value ? 'ja' : 'nee';
  if (typeof value === 'number') {
    const number =
      field.soort === 'jaar' ? String(value) : formatNumber(value, Number.isInteger(value) ? 0 : 1);
    return field.eenheid ? `${number} ${field.eenheid}` : number;
  }
  if (typeof value === 'object')
    return 'geometrie' in value || 'type' in value ? 'een plek op de kaart' : 'gegevens';
  const text = String(value);
  if (field.soort === 'datum') return formatDate(text);
  return field.keuzeLabels?.[text] ?? text;
}
