import type { RecordDocument, RecordField } from '../../data/document.ts';
import {
  describeField,
  isPlain,
  invoerRond,
  listSoorten,
  standaardwaardenOf,
  toFieldSchema,
  veldHerkomst,
  type Gegevens,
  type VeldHerkomst,
} from '../../data/schema/registratie.ts';
import type { Vertrouwelijkheid } from '../../data/vocabulary.ts';
import { readGeometry, type AskedGeometry } from '../geometry/read.ts';
import type { Srid } from '../http/crs.ts';
import { toShown, type Invoerfout } from '../http/problem.ts';
import { describeIssues } from '../http/query.ts';

/** A body that passed the door: what was given and nothing more. Null clears a field. */
export interface Given {
  gegevens: Gegevens;
  /** Geometries among `gegevens`, by field: not yet stored, not yet known to be valid. */
  geometrieen: Record<string, AskedGeometry | null>;
  vertrouwelijkheid?: Vertrouwelijkheid;
  embargoTot?: string | null;
  geldigVan?: string;
  herkomst?: Record<string, VeldHerkomst | null>;
  reden?: string;
}

/** What was read, and every fault found in reading it. */
export interface Reading {
  given: Given;
  fouten: Invoerfout[];
}

export interface ReadOptions {
  doel: 'nieuw' | 'wijziging';
  srid: Srid;
  /** Path of this record in the body, with its dot; '' for the body itself. */
  prefix?: string;
}

const rond = Object.entries(invoerRond);

/**
 * Reads one record as it was sent. Gives what was given, and every fault with the field, the value and what would be
 * right (Dutch).
 */
export function readRecord(
  document: RecordDocument,
  body: unknown,
  { doel, srid, prefix = '' }: ReadOptions,
): Reading {
  const given: Given = { gegevens: {}, geometrieen: {} };
  if (!isObject(body)) {
    return {
      given,
      fouten: [
        { veld: prefix.slice(0, -1) || 'body', waarde: toShown(body), verwacht: 'een object met gegevens' },
      ],
    };
  }
  const fouten: Invoerfout[] = [];
  const { gegevens, ...around } = body;
  if (isObject(gegevens)) readFields(document, gegevens, { doel, srid, prefix }, given, fouten);
  else if (gegevens !== undefined || doel === 'nieuw')
    fouten.push({
      veld: `${prefix}gegevens`,
      waarde: toShown(gegevens),
      verwacht: 'een object met de velden',
    });
  for (const [name, schema] of rond) {
    if (around[name] === undefined) continue;
    const parsed = schema.safeParse(around[name]);
    if (parsed.success) Object.assign(given, { [name]: parsed.data });
    else if (name === 'herkomst') {
      for (const fault of describeIssues(parsed.error.issues, around[name]))
        fouten.push({ ...fault, veld: `${prefix}herkomst.${fault.veld}` });
    } else
      fouten.push({ veld: prefix + name, waarde: toShown(around[name]), verwacht: describeAround(name) });
  }
  for (const name of Object.keys(around).filter((key) => !(key in invoerRond))) {
    fouten.push({
      veld: toShown(prefix + name),
      waarde: toShown(around[name]),
      verwacht: `dit bestaat niet; verwacht: gegevens, ${rond.map(([key]) => key).join(', ')}`,
    });
  }
  checkHerkomst(document, given, prefix, fouten);
  return { given, fouten };
}

function readFields(
  document: RecordDocument,
  gegevens: Record<string, unknown>,
  { doel, srid, prefix = '' }: ReadOptions,
  given: Given,
  fouten: Invoerfout[],
): void {
  const path = `${prefix}gegevens.`;
  const defaults = standaardwaardenOf(document.naam);
  for (const field of document.velden) {
    const waarde = toNothing(gegevens[field.naam]);
    if (waarde === undefined) {
      if (doel === 'nieuw' && field.verplicht && !(field.naam in defaults))
        fouten.push(toMissing(field, path, ''));
      continue;
    }
    if (field.doorAtlas) {
      // Looked at again where it can be held against what is there.
      if (isPlain(waarde)) given.gegevens[field.naam] = waarde;
      else
        fouten.push({
          veld: path + field.naam,
          waarde: toShown(waarde),
          verwacht: 'niets: dit vult de atlas zelf in',
        });
      continue;
    }
    if (waarde === null) {
      const empty = defaults[field.naam] ?? (listSoorten.includes(field.soort) ? [] : null);
      if (field.verplicht && (empty === null || field.soort === 'organisaties'))
        fouten.push(toMissing(field, path, waarde));
      given.gegevens[field.naam] = empty;
      if (field.soort === 'geometrie') given.geometrieen[field.naam] = null;
    } else if (field.soort === 'geometrie') {
      const reading = readGeometry(waarde, path + field.naam, srid);
      if ('errors' in reading) fouten.push(...reading.errors);
      else given.geometrieen[field.naam] = reading.geometry;
    } else {
      const parsed = toFieldSchema(field).safeParse(waarde);
      if (!parsed.success)
        fouten.push({ veld: path + field.naam, waarde: toShown(waarde), verwacht: describeField(field) });
      else if (field.verplicht && Array.isArray(parsed.data) && parsed.data.length === 0)
        fouten.push(toMissing(field, path, waarde));
      else given.gegevens[field.naam] = parsed.data;
    }
  }
  const names = new Set(document.velden.map(({ naam }) => naam));
  for (const name of Object.keys(gegevens).filter((key) => !names.has(key))) {
    const verwacht = `dit veld bestaat niet bij een ${document.titel.toLowerCase()}`;
    fouten.push({ veld: toShown(path + name), waarde: toShown(gegevens[name]), verwacht });
  }
}

/** An empty text says nothing. */
function toNothing(value: unknown): unknown {
  return typeof value === 'string' && value.trim() === '' ? null : value;
}

function toMissing(field: RecordField, path: string, waarde: unknown): Invoerfout {
  const what = field.soort === 'organisaties' ? 'minstens één organisatie: ' : '';
  return {
    veld: path + field.naam,
    waarde: waarde === null ? '' : toShown(waarde),
    verwacht: `${field.label} is verplicht: ${what}${describeField(field)}`,
  };
}

function checkHerkomst(document: RecordDocument, given: Given, prefix: string, fouten: Invoerfout[]): void {
  for (const name of Object.keys(given.herkomst ?? {})) {
    if (document.velden.some(({ naam, metHerkomst }) => naam === name && metHerkomst)) continue;
    const known = document.velden.filter(({ metHerkomst }) => metHerkomst).map(({ naam }) => naam);
    const verwacht = known.length > 0 ? `een van de velden ${known.join(', ')}` : 'geen herkomst per veld';
    fouten.push({
      veld: toShown(`${prefix}herkomst.${name}`),
      waarde: toShown(given.herkomst?.[name]),
      verwacht,
    });
  }
}

function describeAround(name: string): string {
  switch (name) {
    case 'vertrouwelijkheid':
      return 'een van: openbaar, partijen, vertrouwelijk';
    case 'reden':
      return 'tekst van hoogstens 2000 tekens';
    case 'herkomst':
      return `per veld een object met ${Object.keys(veldHerkomst.shape).join(', ')}`;
    default:
      return 'een bestaande datum als jaar-maand-dag, zoals 2026-12-31';
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
