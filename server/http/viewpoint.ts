import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Actor } from '../auth/actor.ts';
import { findActor, SESSION_COOKIE } from '../auth/identify.ts';
import type { Database } from '../db/database.ts';
import { toReader, type Reader } from '../db/reader.ts';
import { publicViewpoint, type Viewpoint } from '../db/viewpoint.ts';
import type { Services } from '../services.ts';
import { readBekendOp, readGeldigOp } from './dates.ts';
import { toInvalid, type Invoerfout } from './problem.ts';

declare module 'hono' {
  interface ContextVariableMap {
    /** Who is signed in; null for nobody. */
    actor: Actor | null;
    viewpoint: Viewpoint;
    /** The database as the one who asks may see and change it. */
    reader: Reader;
  }
}

/** Answers that know nobody and wait for nothing. */
const impersonal = ['/api/v1/gezondheid', '/api/v1/openapi.json'];

/**
 * Finds out who asks and as of when, and gives the routes the database as seen from there. `findGeldigOp`: where the
 * day that is looked at stands in the request, when not in `?geldigOp=`.
 */
export function setViewpoint(
  services: Pick<Services, 'db' | 'primary'>,
  findGeldigOp?: (c: Context) => string | undefined,
): MiddlewareHandler {
  return async (c, next) => {
    const signedIn = await takeViewpoint(c, services, findGeldigOp);
    await next();
    if (!signedIn) return;
    // What somebody may see is for their own browser; and signing in or out makes it another answer.
    const { headers } = c.res;
    if (headers.get('Cache-Control') === 'no-cache') headers.set('Cache-Control', 'private, no-cache');
    headers.append('Vary', 'Cookie');
  };
}

/** Sets actor, viewpoint and reader of this request; true when somebody is signed in. Throws a 400 Problem. */
export async function takeViewpoint(
  c: Context,
  { db, primary }: Pick<Services, 'db' | 'primary'>,
  findGeldigOp = (asked: Context) => asked.req.query('geldigOp'),
): Promise<boolean> {
  const token = impersonal.includes(c.req.path) ? undefined : getCookie(c, SESSION_COOKIE);
  const dates = readDates(c, findGeldigOp);
  const actor = token ? await findActor(primary ?? db, token) : null;
  const viewpoint =
    actor === null && dates === now
      ? publicViewpoint
      : { account: actor?.accountId ?? null, organisatie: actor?.organisatie.code ?? null, ...dates };
  c.set('actor', actor);
  c.set('viewpoint', viewpoint);
  c.set('reader', findReader(db, primary ?? db, viewpoint));
  return actor !== null;
}

const publicReaders = new WeakMap<Database, Reader>();

/** Most requests are of nobody, about today: they share one reader. */
function findReader(db: Database, primary: Database, viewpoint: Viewpoint): Reader {
  if (viewpoint !== publicViewpoint) return toReader(db, primary, viewpoint);
  let reader = publicReaders.get(db);
  if (!reader) publicReaders.set(db, (reader = toReader(db, primary, viewpoint)));
  return reader;
}

const now: Pick<Viewpoint, 'bekendOp' | 'geldigOp'> = { bekendOp: null, geldigOp: null };

/** `?bekendOp=` and `?geldigOp=`: null when not given. Throws a 400 Problem with both faults at once. */
function readDates(
  c: Context,
  findGeldigOp: (c: Context) => string | undefined,
): Pick<Viewpoint, 'bekendOp' | 'geldigOp'> {
  if (!c.req.url.includes('?')) return now;
  const errors: Invoerfout[] = [];
  const bekendOp = readBekendOp(c.req.query('bekendOp'), errors);
  const geldigOp = readGeldigOp(findGeldigOp(c), errors);
  if (errors.length > 0) throw toInvalid(errors);
  return { bekendOp, geldigOp };
}
