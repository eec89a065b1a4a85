import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Actor } from '../auth/actor.ts';
import { findActor, SESSION_COOKIE } from '../auth/identify.ts';
import type { Queryable } from '../db/database.ts';
import type { Services } from '../services.ts';

/** Who asks, and the database as they may see and change it. */
export interface Access extends Queryable {
  actor: Actor | null;
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
}

export async function accessOf(c: Context, services: Services): Promise<Access> {
  const token = getCookie(c, SESSION_COOKIE);
  const actor = token ? await findActor(services.db, token) : null;
  const transaction: Access['transaction'] = (work) =>
    services.db.transaction(async (tx) => {
      await tx.query(
        `select set_config('atlas.account', $1, true), set_config('atlas.organisatie', $2, true)`,
        [actor?.accountId ?? '', actor?.organisatie.code ?? ''],
      );
      return work(tx);
    });
  return { actor, transaction, query: (text, parameters) => transaction((tx) => tx.query(text, parameters)) };
}
