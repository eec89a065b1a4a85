import { createHash } from 'node:crypto';
import type { Queryable } from '../db/database.ts';
import { DiskFullError } from '../db/errors.ts';
import type { Actor } from './actor.ts';

export const SESSION_COOKIE = 'atlas_sessie';

/** What is stored of a session token. */
export const toSessionId = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * Who holds this session token; null when the session is unknown, over or silent for too long, or the account or its
 * organisation is closed. `db` is the primary: that somebody is still there is noted, at most once a minute.
 */
export async function findActor(db: Queryable, token: string): Promise<Actor | null> {
  const id = toSessionId(token);
  const [row] = await db.query<Actor & { isStale: boolean }>(
    `select a.id as "accountId", a.naam, json_build_object('code', o.code, 'naam', o.naam, 'soort', o.soort) as organisatie,
       (select coalesce(json_agg(json_build_object('rol', r.rol, 'gebied', r.gebied) order by r.rol, r.gebied), '[]')
        from atlas.rol r where r.account_id = a.id) as rollen,
       a.atlasbeheer, s.gezien_op < now() - interval '1 minute' as "isStale"
     from atlas.sessie s
     join atlas.account a on a.id = s.account_id and a.actief
     join atlas.organisatie o on o.code = a.organisatie and o.actief
     where s.id = $1 and s.verloopt_op > now() and s.gezien_op + make_interval(mins => s.stilte_minuten) > now()`,
    [id],
  );
  if (!row) return null;
  const { isStale, ...actor } = row;
  if (isStale) await noteSeen(db, id);
  return actor;
}

/** On a full disk people go on reading; it is noted at a later request. */
async function noteSeen(db: Queryable, id: string): Promise<void> {
  await db.query('update atlas.sessie set gezien_op = now() where id = $1', [id]).catch((error: unknown) => {
    if (!(error instanceof DiskFullError)) throw error;
  });
}
