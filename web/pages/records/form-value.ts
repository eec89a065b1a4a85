import type { RecordField } from '../../../data/document.ts';
import { jaarGrenzen, listSoorten, maxTekensOf } from '../../../data/schema/registratie.ts';
import { formatNumber } from '../../format.ts';

// A field as it stands in a form: text as it was typed, or a list of codes. What cannot be read yet stays as it is.

export type RawValue = string | string[];
export type ReadValue = { value: unknown } | { fault: string };

/** Kinds that are chosen from a list of things with a code: they are a list in the form too. */
export const isCodeList = ({ soort }: RecordField): boolean =>
  soort === 'organisaties' || soort === 'verwijzingen';

/** Kinds that are typed one to a line. */
const isLines = ({ soort }: RecordField): boolean => soort === 'teksten' || soort === 'gehelen';

/** A value of a record as its form shows it; unknown is empty. */
export function toRaw(field: RecordField, value: unknown): RawValue {
  if (isCodeList(field)) return Array.isArray(value) ? value.map(String) : [];
  if (value === null || value === undefined) return '';
  if (isLines(field)) return Array.isArray(value) ? value.join('\n') : '';
  if (typeof value === 'boolean') return value ? 'ja' : 'nee';
  if (field.soort === 'geometrie' || field.soort === 'gegevens') return JSON.stringify(value);
  // Without points for thousands: it is going to be typed in.
  if (field.soort === 'getal' && typeof value === 'number') return String(value).replace('.', ',');
  return String(value);
}

/** What a form holds, as the record is to hold it (null: unknown), or what would be right instead. */
export function readRaw(field: RecordField, raw: RawValue): ReadValue {
  if (typeof raw !== 'string') return { value: raw };
  const text = raw.trim();
  if (text === '') return { value: listSoorten.includes(field.soort) ? [] : null };
  switch (field.soort) {
    case 'getal':
      return within(field, readNumber(text));
    case 'geheel':
      return within(field, readWhole(text));
    case 'jaar':
      return within({ ...jaarGrenzen, soort: 'jaar' }, /^\d{4}$/.test(text) ? Number(text) : null);
    case 'gehelen':
      return readLines(text, (line) => within(field, readWhole(line)));
    case 'teksten':
      return readLines(text, (line) => fitting(field, line));
    case 'janee':
      return { value: text === 'ja' };
    case 'datum':
      return /^\d{4}-\d{2}-\d{2}$/.test(text) ? { value: text } : { fault: 'Geef een bestaande datum.' };
    case 'webadres':
      return /^https?:\/\/\S+$/.test(text)
        ? fitting(field, text)
        : { fault: 'Begin met https:// en gebruik geen spaties.' };
    case 'email':
      return /^\S+@\S+\.\S+$/.test(text)
        ? { value: text }
        : { fault: 'Geef een adres zoals naam@example.org.' };
    case 'geometrie':
    case 'gegevens':
      return readJson(text);
    default:
      return fitting(field, text);
  }
}

/** What a list of choices offers while nothing is chosen; one that has an unknown of its own does not offer it twice. */
export function toEmptyChoice({ verplicht, keuzes }: RecordField): string {
  if (verplicht) return 'kies';
  return keuzes?.includes('onbekend') ? 'niet ingevuld' : 'onbekend';
}

/** 1.234,5 and 1234.5 and 1234,5 are all read; null when it is no number. */
export function readNumber(text: string): number | null {
  const plain = text.replace(/[\s\u202f]/g, '');
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain)) return Number(plain.replaceAll('.', '').replace(',', '.'));
  return /^-?\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : null;
}

function readWhole(text: string): number | null {
  const value = readNumber(text);
  return value !== null && Number.isInteger(value) ? value : null;
}

function within(
  { minimum, maximum, soort, eenheid }: Pick<RecordField, 'minimum' | 'maximum' | 'soort' | 'eenheid'>,
  value: number | null,
): ReadValue {
  const show = (bound: number) => (soort === 'jaar' ? String(bound) : formatNumber(bound));
  const what = soort === 'jaar' ? 'een jaartal' : soort === 'getal' ? 'een getal' : 'een geheel getal';
  const between = [
    minimum === undefined ? '' : ` vanaf ${show(minimum)}`,
    maximum === undefined ? '' : ` tot en met ${show(maximum)}`,
    eenheid ? ` (${eenheid})` : '',
  ].join('');
  const isGood = value !== null && value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity);
  return isGood ? { value } : { fault: `Geef ${what}${between}.` };
}

function fitting(field: RecordField, text: string): ReadValue {
  const longest = maxTekensOf(field);
  return text.length <= longest
    ? { value: text }
    : {
        fault: [
          `Dit zijn ${formatNumber(text.length)} tekens; er passen er ${formatNumber(longest)}.`,
          field.uitleg,
        ]
          .filter(Boolean)
          .join(' '),
      };
}

function readLines(text: string, read: (line: string) => ReadValue): ReadValue {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const values: unknown[] = [];
  for (const line of lines) {
    const found = read(line);
    if ('fault' in found) return { fault: `“${line.slice(0, 40)}”: ${found.fault}` };
    if (!values.includes(found.value)) values.push(found.value);
  }
  return { value: values };
}

function readJson(text: string): ReadValue {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { fault: 'Dit kan de atlas niet lezen.' };
  }
}
