// What one field of a record may hold, as a schema and in words; both follow from its RecordField.
import { z } from 'zod';
import type { RecordField } from '../document.ts';
import { geometrie } from './geometrie.ts';

const MAX_ITEMS = 200;
const text = (maximum: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(maximum)
    .refine((value) => isStorable(value));
const listOf = (item: z.ZodType) =>
  z
    .array(item)
    .max(MAX_ITEMS)
    .refine((items) => new Set(items).size === items.length);
const organisatie = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/);
const verwijzing = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$/);

/** No control characters, apart from the end of a line and the tab, and no half of a surrogate pair. */
export function isStorable(value: string): boolean {
  return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(value) && !/\p{Surrogate}/u.test(value);
}

/** Deepest nesting of a field that holds an object, and how long it may be as JSON. */
const DEEPEST = 12;
const LONGEST = 50_000;

/** Whether an object can be kept as it is: not too deep, and every text in it can be stored. */
export function isPlain(value: unknown, depth = DEEPEST): boolean {
  if (typeof value === 'string') return isStorable(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0) return false;
  return Object.entries(value).every(([key, inner]) => isStorable(key) && isPlain(inner, depth - 1));
}

export const jaarGrenzen = { minimum: 1950, maximum: 2100 } as const;

/** Longest text of a field, in characters. */
export function maxTekensOf(field: RecordField): number {
  return field.maxTekens ?? (field.soort === 'alinea' ? 10_000 : 300);
}

/** The shape of one field that is filled in. A geometry is read by the door of geometries (server/geometry). */
export function toFieldSchema(field: RecordField): z.ZodType {
  const { minimum = -1e15, maximum = 1e15 } = field;
  switch (field.soort) {
    case 'tekst':
    case 'alinea':
      return text(maxTekensOf(field));
    case 'getal':
      return z.number().min(minimum).max(maximum);
    case 'geheel':
      return z.int().min(minimum).max(maximum);
    case 'gehelen':
      return listOf(z.int().min(minimum).max(maximum));
    case 'jaar':
      return z.int().min(jaarGrenzen.minimum).max(jaarGrenzen.maximum);
    case 'datum':
      return z.iso.date().refine((value) => value >= '1900-01-01' && value <= '2200-12-31');
    case 'janee':
      return z.boolean();
    case 'keuze':
      return z.enum(field.keuzes as [string, ...string[]]);
    case 'organisatie':
      return organisatie;
    case 'organisaties':
      return listOf(organisatie);
    case 'teksten':
      return listOf(text(maxTekensOf(field)));
    case 'geometrie':
      return geometrie;
    case 'webadres':
      return z
        .url({ protocol: /^https?$/ })
        .max(maxTekensOf(field))
        .refine(hasNoPassword);
    case 'email':
      return z.email().max(maxTekensOf(field));
    case 'verwijzing':
      return verwijzing;
    case 'verwijzingen':
      return listOf(verwijzing);
    case 'gegevens':
      return z
        .record(z.string(), z.unknown())
        .refine((value) => isPlain(value) && JSON.stringify(value).length <= LONGEST);
  }
}

function hasNoPassword(address: string): boolean {
  const { username, password } = new URL(address);
  return username === '' && password === '';
}

export const listSoorten: readonly RecordField['soort'][] = [
  'organisaties',
  'teksten',
  'gehelen',
  'verwijzingen',
];

/** What a field must hold, in words (Dutch). */
export function describeField(field: RecordField): string {
  const { minimum, maximum } = field;
  const eenheid = field.eenheid ? ` (${field.eenheid})` : '';
  const between =
    minimum !== undefined && maximum !== undefined ? ` van ${minimum} tot en met ${maximum}` : '';
  switch (field.soort) {
    case 'tekst':
    case 'alinea':
      return `tekst van hoogstens ${maxTekensOf(field)} tekens`;
    case 'getal':
      return `een getal${between}${eenheid}, met een punt als komma`;
    case 'geheel':
      return `een geheel getal${between}${eenheid}`;
    case 'gehelen':
      return `een lijst met gehele getallen${between}${eenheid}, elk één keer`;
    case 'jaar':
      return `een jaartal van ${jaarGrenzen.minimum} tot en met ${jaarGrenzen.maximum}, als getal`;
    case 'datum':
      return 'een bestaande datum als jaar-maand-dag, zoals 2026-12-31';
    case 'janee':
      return 'true (ja) of false (nee)';
    case 'keuze':
      return `een van: ${field.keuzes?.join(', ')}`;
    case 'organisatie':
      return 'de code van een organisatie, zoals GM0344, PV26 of stedin';
    case 'organisaties':
      return 'een lijst met codes van organisaties, zoals GM0344, PV26 of stedin, elk één keer';
    case 'teksten':
      return `een of meer teksten van hoogstens ${maxTekensOf(field)} tekens, elk één keer`;
    case 'geometrie':
      return 'een GeoJSON-geometrie';
    case 'webadres':
      return 'een webadres dat begint met https:// of http://, zonder naam en wachtwoord erin';
    case 'email':
      return 'een e-mailadres, zoals naam@example.org';
    case 'verwijzing':
      return `het id van een ${field.verwijst ?? 'registratie'}`;
    case 'verwijzingen':
      return `een lijst met id's van ${field.verwijst ?? 'registratie'}, elk één keer`;
    case 'gegevens':
      return `een object van hoogstens ${LONGEST} tekens en ${DEEPEST} lagen diep`;
  }
}
