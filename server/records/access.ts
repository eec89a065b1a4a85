import type { Context } from 'hono';
import type { Actor } from '../auth/actor.ts';
import type { Scoped } from '../db/database.ts';
import type { Services } from '../services.ts';

/** Who asks, and the database as they may see and change it. */
export interface Access extends Scoped {
  actor: Actor | null;
}

/** What the middleware found out about this request (server/http/viewpoint.ts). */
export async function accessOf(c: Context, _services: Services): Promise<Access> {
  const { actor, reader } = c.var;
  return { actor, query: reader.query, transaction: reader.transaction };
}
