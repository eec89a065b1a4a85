import type { RecordDocument } from '../../data/document.ts';
import { findRecord, records } from '../../data/records/index.ts';
import { meesteWijzigingen } from '../../data/schema/samen.ts';
import type { Srid } from '../http/crs.ts';
import { toInvalid, toShown, type Invoerfout } from '../http/problem.ts';
import { isObject, readRecord, type Reading } from './read-fields.ts';
import { readReasoned } from './reasoned.ts';
import { isId } from './request.ts';
import type { Draft } from './save.ts';

/** One of several records to save together. */
export interface Entry {
  document: RecordDocument;
  /** The record and the version of it that are replaced; null for a new record. */
  id: string | null;
  rij: number | null;
  weg: boolean;
  reading: Reading;
  /** `wijzigingen.3.` */
  prefix: string;
}

/** The entries of the body. Throws a 400 Problem with everything that is wrong with any of them. */
export function readEntries(body: Record<string, unknown>, srid: Srid): Entry[] {
  const { wijzigingen, ...other } = body;
  const fouten: Invoerfout[] = Object.entries(other).map(([name, value]) => ({
    veld: toShown(name),
    waarde: toShown(value),
    verwacht: 'alleen wijzigingen',
  }));
  const isList = Array.isArray(wijzigingen);
  if (!isList || wijzigingen.length === 0 || wijzigingen.length > meesteWijzigingen) {
    const verwacht = `een lijst van 1 tot en met ${meesteWijzigingen} wijzigingen`;
    throw toInvalid([...fouten, { veld: 'wijzigingen', waarde: toShown(wijzigingen ?? ''), verwacht }]);
  }
  const entries = wijzigingen.flatMap((one, i) => readEntry(one, `wijzigingen.${i}.`, srid, fouten) ?? []);
  const seen = new Set<string>();
  for (const { document, id, prefix } of entries) {
    if (id === null) continue;
    const verwacht = 'elke registratie één keer';
    if (seen.has(`${document.naam}/${id}`))
      fouten.push({ veld: `${prefix}id`, waarde: toShown(id), verwacht });
    seen.add(`${document.naam}/${id}`);
  }
  // What is wrong inside an entry alone is told with what the checks find, all at once.
  if (fouten.length > 0) throw toInvalid([...fouten, ...entries.flatMap(({ reading }) => reading.fouten)]);
  return entries;
}

/** Null, and faults, for what cannot be read as an entry. */
function readEntry(one: unknown, prefix: string, srid: Srid, fouten: Invoerfout[]): Entry | null {
  const fault = (name: string, value: unknown, verwacht: string) =>
    fouten.push({ veld: prefix + name, waarde: toShown(value ?? ''), verwacht });
  if (!isObject(one)) {
    fouten.push({
      veld: prefix.slice(0, -1),
      waarde: toShown(one),
      verwacht: 'een object met soort en gegevens',
    });
    return null;
  }
  const { soort, id = null, rij = null, weg = false, ...body } = one;
  const document = typeof soort === 'string' ? findRecord(soort) : null;
  if (document?.meervoud !== soort || !document) {
    fault('soort', soort, `een van: ${records.map(({ meervoud }) => meervoud).join(', ')}`);
    return null;
  }
  const before = fouten.length;
  if (id !== null && !isId(id))
    fault('id', id, 'het id van de registratie die wordt vervangen; weglaten voor een nieuwe');
  if (rij !== null && !(Number.isSafeInteger(rij) && (rij as number) > 0))
    fault('rij', rij, 'het nummer van de versie die wordt vervangen, zoals in versie.rij');
  if ((id === null) !== (rij === null))
    fault(id === null ? 'id' : 'rij', '', 'id en rij samen, of geen van beide voor een nieuwe registratie');
  else if (id === null && document.naam === 'project')
    fault('id', '', 'een bestaand project; een nieuw project maakt POST /projecten');
  if (typeof weg !== 'boolean') fault('weg', weg, 'true om in te trekken, anders weglaten');
  else if (weg && id === null) fault('weg', true, 'een bestaande registratie, met id en rij');
  const doel = id === null ? 'nieuw' : 'wijziging';
  const reading =
    weg === true ? readReasoned(document, body, prefix) : readRecord(document, body, { doel, srid, prefix });
  if (weg === true) fouten.push(...reading.fouten);
  if (fouten.length > before) return null;
  return { document, id: id as string | null, rij: rij as number | null, weg: weg === true, reading, prefix };
}

/** The drafts with every reference to a new one among them (`wijzigingen.0`) as the id that it gets. */
export function nameNew(drafts: readonly Draft[]): Draft[] {
  const ids = new Map(
    drafts.filter(({ basis }) => !basis).map(({ prefix, id }) => [prefix.slice(0, -1), id] as const),
  );
  if (ids.size === 0) return [...drafts];
  return drafts.map((draft) => {
    const gegevens = { ...draft.given.gegevens };
    for (const { naam, soort } of draft.document.velden) {
      const id = soort === 'verwijzing' ? ids.get(String(gegevens[naam])) : undefined;
      if (id !== undefined) gegevens[naam] = id;
    }
    return { ...draft, given: { ...draft.given, gegevens } };
  });
}
