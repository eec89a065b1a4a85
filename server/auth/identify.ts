import { createHash } from 'node:crypto';
import type { Queryable } from '../db/database.ts';
import type { Actor } from './actor.ts';

export const SESSION_COOKIE = 'atlas_sessie';

/** What is stored of a session token. */
export const toSessionId = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Who holds this session token; null when the session is unknown or over, or the account is closed. */
export async function findActor(db: Queryable, token: string): Promise<Actor | null> {
  const [row] = await db.query<Actor>(
    `select a.id as "accountId", a.naam, json_build_object('code', o.code, 'naam', o.naam, 'soort', o.soort) as organisatie,
       (select coalesce(json_agg(json_build_object('rol', r.rol, 'gebied', r.gebied) order by r.rol, r.gebied), '[]')
        from atlas.rol r where r.account_id = a.id) as rollen
     from atlas.sessie s
     join atlas.account a on a.id = s.account_id and a.actief
     join atlas.organisatie o on o.code = a.organisatie and o.actief
     where s.id = $1 and s.verloopt_op > now()`,
    [toSessionId(token)],
  );
  return row ?? null;
}
