import type { RecordDocument } from '../../data/document.ts';
import { toInvalid, toShown } from '../http/problem.ts';
import { readRecord, type Reading } from './read-fields.ts';

const allowed = ['reden', 'geldigVan'];

/**
 * A body with a reason, and perhaps from when: nothing is withdrawn or restored without a reason, and nothing else is
 * said on the way. Gives every fault, under `prefix`.
 */
export function readReasoned(document: RecordDocument, body: Record<string, unknown>, prefix = ''): Reading {
  const { given, fouten } = readRecord(
    document,
    { ...body, gegevens: {} },
    { doel: 'wijziging', srid: 4326, prefix },
  );
  const isTold = (name: string) => fouten.some(({ veld }) => veld === prefix + name);
  for (const name of Object.keys(body).filter((key) => !allowed.includes(key) && !isTold(key)))
    fouten.push({
      veld: toShown(prefix + name),
      waarde: toShown(body[name]),
      verwacht: `alleen ${allowed.join(' en ')}`,
    });
  if (!given.reden && !isTold('reden'))
    fouten.push({ veld: `${prefix}reden`, waarde: '', verwacht: 'een reden, in uw woorden' });
  return { given, fouten };
}

/** The same of a whole body. Throws a 400 Problem with every fault. */
export function getReasoned(document: RecordDocument, body: Record<string, unknown>): Reading {
  const reading = readReasoned(document, body);
  if (reading.fouten.length > 0) throw toInvalid(reading.fouten);
  return reading;
}
