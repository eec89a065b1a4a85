import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Database } from '../db/database.ts';
import { Problem } from '../http/problem.ts';
import type { Actor } from './actor.ts';
import { findActor, SESSION_COOKIE } from './identify.ts';

/** Who asks; null for nobody. What the middleware has found already is not looked up again. */
export async function readActor(c: Context, db: Database): Promise<Actor | null> {
  const known: unknown = c.get('actor');
  if (known !== undefined) return known as Actor | null;
  const token = getCookie(c, SESSION_COOKIE);
  return token ? findActor(db, token) : null;
}

/** Who asks. Throws a 401 Problem for nobody. */
export async function needActor(c: Context, db: Database): Promise<Actor> {
  const actor = await readActor(c, db);
  if (actor) return actor;
  throw new Problem(401, 'Niet aangemeld', 'Meld u aan om dit te zien of te doen.', {
    headers: { 'WWW-Authenticate': 'Cookie realm="pMIEK-atlas"' },
  });
}

/** Who asks, being administrator of an organisation or of the atlas. Throws a 401 or 403 Problem. */
export async function needAdministrator(c: Context, db: Database): Promise<Actor> {
  const actor = await needActor(c, db);
  if (actor.atlasbeheer || actor.rollen.some(({ rol }) => rol === 'beheerder')) return actor;
  throw new Problem(403, 'Geen recht', 'Dit kan alleen een beheerder.');
}

/** Throws a 403 Problem unless `actor` manages the accounts of this organisation. */
export function refuseOtherOrganisation(actor: Actor, organisatie: string): void {
  if (actor.atlasbeheer || organisatie === actor.organisatie.code) return;
  throw new Problem(403, 'Geen recht', 'U beheert alleen de accounts van uw eigen organisatie.');
}
