import type { Context } from 'hono';
import type { RecordDocument } from '../../data/document.ts';
import { isStorable, type Registratie } from '../../data/schema/registratie.ts';
import { readJsonBody } from '../http/body.ts';
import { toInvalid, toShown } from '../http/problem.ts';
import { isObject } from './read-fields.ts';
import { toAbsent } from './refusals.ts';

/** Says in every answer about one record which version it is. */
export function setVersion(c: Context, { versie }: Registratie): void {
  c.header('ETag', `"${versie.rij}"`);
}

/** Whether a text can be an id. */
export const isId = (text: unknown): text is string =>
  typeof text === 'string' && /^[\w.-]{1,100}$/.test(text);

/** An id from the address. Throws a 404 Problem for a text that no id can be. */
export function readId(c: Context, name: string, document: RecordDocument): string {
  const id = c.req.param(name) ?? '';
  if (!isId(id)) throw toAbsent(document, id);
  return id;
}

/** The viewpoint is read by the middleware (server/http/viewpoint.ts), for every GET. */
const viewpoint = ['bekendOp', 'geldigOp'];

/** The query, each parameter as its values (repeated or with commas). Throws a 400 Problem for a parameter that is not there. */
export function readListQuery(c: Context, allowed: readonly string[]): Record<string, string[]> {
  const given = c.req.queries();
  const unknown = Object.keys(given).filter((key) => !allowed.includes(key) && !viewpoint.includes(key));
  if (unknown.length > 0) {
    const verwacht = `alleen ${[...allowed, ...viewpoint].join(', ')}`;
    throw toInvalid(
      unknown.map((key) => ({ veld: toShown(key), waarde: toShown(given[key]?.[0] ?? ''), verwacht })),
    );
  }
  const odd = Object.entries(given).filter(([, values]) => !values.every(isStorable));
  if (odd.length > 0)
    throw toInvalid(odd.map(([veld]) => ({ veld, waarde: '', verwacht: 'tekst zonder stuurtekens' })));
  return Object.fromEntries(
    Object.entries(given)
      .filter(([key]) => allowed.includes(key))
      .map(([key, values]) => [key, values.flatMap((value) => value.split(','))]),
  );
}

/** Whether something more is asked for. Throws a 400 Problem for any other word than ja or nee. */
export function readYes(veld: string, values: readonly string[] = ['nee']): boolean {
  const waarde = values.join(',');
  if (waarde !== 'ja' && waarde !== 'nee')
    throw toInvalid([{ veld, waarde: toShown(waarde), verwacht: 'ja of nee' }]);
  return waarde === 'ja';
}

/** The body, which must be an object; what is written is written now, so beside it nothing is asked. Throws a 400 Problem. */
export async function readObject(c: Context): Promise<Record<string, unknown>> {
  const asked = Object.keys(c.req.query());
  if (asked.length > 0)
    throw toInvalid(
      asked.map((veld) => ({ veld: toShown(veld), waarde: '', verwacht: 'geen parameters bij het bewaren' })),
    );
  const body = await readJsonBody(c);
  if (!isObject(body)) throw toInvalid([{ veld: 'body', waarde: toShown(body), verwacht: 'een object' }]);
  return body;
}
