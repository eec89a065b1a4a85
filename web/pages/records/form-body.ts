import type { RecordDocument, RecordField } from '../../../data/document.ts';
import {
  standaardwaardenOf,
  type Gegevens,
  type Registratie,
  type VeldHerkomst,
} from '../../../data/schema/registratie.ts';
import type { Vertrouwelijkheid, WaardeAard } from '../../../data/vocabulary.ts';
import type { RecordBody } from '../../api-records.ts';
import { readRaw, toRaw, type RawValue } from './form-value.ts';

// A whole form: as it is typed, as it is kept as a draft, and as it is sent.

/** Where a value comes from, as typed. */
export interface RawProvenance {
  bron: string;
  datum: string;
  aard: WaardeAard | '';
}

export interface RawRecord {
  velden: Record<string, RawValue>;
  herkomst: Record<string, RawProvenance>;
  vertrouwelijkheid: Vertrouwelijkheid;
  embargoTot: string;
  geldigVan: string;
  reden: string;
}

/** What is wrong, by the path the server uses: `gegevens.naam`, `embargoTot`. */
export type Faults = Record<string, string>;

/** The fields of a form: those asked for in that order, or all a person may fill in. */
export function listFormFields(
  document: RecordDocument,
  names: readonly string[] | null,
  isNew: boolean,
): RecordField[] {
  const may = document.velden.filter(({ doorAtlas }) => !doorAtlas);
  const asked = names ? names.flatMap((name) => may.find(({ naam }) => naam === name) ?? []) : may;
  // What cannot change after it was made is not asked for again.
  return isNew ? asked : asked.filter(({ vast }) => !vast);
}

/** The form of a record as it is, or of a new one with what is known beforehand. */
export function toRawRecord(
  document: RecordDocument,
  record: Registratie | null,
  initial: Gegevens = {},
): RawRecord {
  const known = record?.gegevens ?? { ...standaardwaardenOf(document.naam), ...initial };
  const herkomst = record?.versie.herkomst ?? {};
  return {
    velden: Object.fromEntries(document.velden.map((field) => [field.naam, toRaw(field, known[field.naam])])),
    herkomst: Object.fromEntries(
      document.velden
        .filter(({ metHerkomst }) => metHerkomst)
        .map(({ naam }) => [naam, toRawProvenance(herkomst[naam])]),
    ),
    vertrouwelijkheid: record?.versie.vertrouwelijkheid ?? 'openbaar',
    embargoTot: record?.versie.embargoTot ?? '',
    geldigVan: '',
    reden: '',
  };
}

function toRawProvenance(herkomst: VeldHerkomst | undefined): RawProvenance {
  return { bron: herkomst?.bron ?? '', datum: herkomst?.datum ?? '', aard: herkomst?.aard ?? '' };
}

/** What is to be sent: everything that is filled in for a new record, only what changed for one that is there. */
export function toBody(
  fields: readonly RecordField[],
  raw: RawRecord,
  record: Registratie | null,
): { body: RecordBody; faults: Faults } {
  const gegevens: Gegevens = {};
  const herkomst: Record<string, VeldHerkomst | null> = {};
  const faults: Faults = {};
  for (const field of fields) {
    const typed = raw.velden[field.naam] ?? '';
    const found = readRaw(field, typed);
    const path = `gegevens.${field.naam}`;
    if ('fault' in found) faults[path] = found.fault;
    else if (field.verplicht && isEmpty(found.value)) faults[path] = 'Dit moet worden ingevuld.';
    else if (record ? !isSame(toRaw(field, record.gegevens[field.naam]), typed) : !isEmpty(found.value))
      gegevens[field.naam] = found.value;
    if (!field.metHerkomst) continue;
    const source = raw.herkomst[field.naam] ?? toRawProvenance(undefined);
    if (source.datum && !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(source.datum))
      faults[`herkomst.${field.naam}.datum`] = 'Geef een jaar, maand of dag: 2023, 2023-11 of 2023-11-30.';
    if (!isSame(source, toRawProvenance(record?.versie.herkomst[field.naam])))
      herkomst[field.naam] = toProvenance(source);
  }
  const body: RecordBody = { gegevens };
  const before = record?.versie;
  if (raw.vertrouwelijkheid !== (before?.vertrouwelijkheid ?? 'openbaar'))
    body.vertrouwelijkheid = raw.vertrouwelijkheid;
  if ((raw.embargoTot || null) !== (before?.embargoTot ?? null)) body.embargoTot = raw.embargoTot || null;
  if (raw.geldigVan) body.geldigVan = raw.geldigVan;
  if (Object.keys(herkomst).length > 0) body.herkomst = herkomst;
  if (raw.reden.trim()) body.reden = raw.reden.trim();
  return { body, faults };
}

/** True when a body changes nothing: only a reason is no change. */
export function isWithoutChange({ gegevens, reden: _, ...around }: RecordBody): boolean {
  return Object.keys(gegevens).length === 0 && Object.keys(around).length === 0;
}

/** Whether something kept is a form of this kind. */
export function isRawRecord(content: unknown): content is RawRecord {
  const raw = content as Partial<RawRecord> | null;
  return typeof raw?.velden === 'object' && raw.velden !== null && typeof raw.vertrouwelijkheid === 'string';
}

function toProvenance({ bron, datum, aard }: RawProvenance): VeldHerkomst | null {
  const source = { bron: bron.trim() || null, datum: datum || null, aard: aard || null };
  return source.bron || source.datum || source.aard ? source : null;
}

const isEmpty = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);

/** The same written value, whatever space is around it. */
function isSame(a: unknown, b: unknown): boolean {
  const plain = (value: unknown) => JSON.stringify(typeof value === 'string' ? value.trim() : value);
  return plain(a) === plain(b);
}
