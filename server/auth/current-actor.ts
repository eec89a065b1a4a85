import type { Context } from 'hono';
import { Problem } from '../http/problem.ts';
import type { Actor } from './actor.ts';

/** Who asks (server/http/viewpoint.ts). Throws a 401 Problem for nobody. */
export function needActor(c: Context): Actor {
  const { actor } = c.var;
  if (actor) return actor;
  throw new Problem(401, 'Niet aangemeld', 'Meld u aan om dit te zien of te doen.', {
    headers: { 'WWW-Authenticate': 'Cookie realm="pMIEK-atlas"' },
  });
}

/** Who asks, being administrator of an organisation or of the atlas. Throws a 401 or 403 Problem. */
export function needAdministrator(c: Context): Actor {
  const actor = needActor(c);
  if (actor.atlasbeheer || actor.rollen.some(({ rol }) => rol === 'beheerder')) return actor;
  throw new Problem(403, 'Geen recht', 'Dit kan alleen een beheerder.');
}

/** Throws a 403 Problem unless `actor` manages the accounts of this organisation. */
export function refuseOtherOrganisation(actor: Actor, organisatie: string): void {
  if (actor.atlasbeheer || organisatie === actor.organisatie.code) return;
  throw new Problem(403, 'Geen recht', 'U beheert alleen de accounts van uw eigen organisatie.');
}
