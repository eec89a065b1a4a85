import type { Sessie } from '../../data/schema/aanmelden.ts';
import type { Database } from '../db/database.ts';
import type { Services } from '../services.ts';
import { defaultAccess, type AccessConfig } from './config.ts';
import { findActor } from './identify.ts';
import { createOidc, type Oidc } from './oidc.ts';
import { findSessionEnd, type SignedInAt } from './sessions.ts';

/** What the routes of signing in share. */
export interface SignIn {
  db: Database;
  access: AccessConfig;
  oidc: Oidc;
  /** How people can sign in here. */
  ways: Sessie['aanmelden'];
  /** Who a session token makes somebody, until when, and how one can sign in. */
  describe(token: string | undefined): Promise<Sessie>;
  /** Address at which the browser signs out at the provider too; null when that has none or does not answer. */
  findLogout(at: SignedInAt): Promise<string | null>;
}

/** Signing in with the configuration of `services`. */
export function createSignIn({ db: reading, primary, config }: Services): SignIn {
  const db = primary ?? reading;
  const access = config.access ?? defaultAccess;
  const oidc = createOidc(access);
  const ways = {
    lokaal: access.localAccounts ?? (db.engine === 'embedded' || access.providers.length === 0),
    oidc: access.providers.map(({ id, name }) => ({ id, naam: name, pad: `/api/v1/aanmelden/oidc/${id}` })),
  };
  return {
    db,
    access,
    oidc,
    ways,
    async describe(token) {
      const found = token ? await findActor(db, token) : null;
      if (!token || !found) return { actor: null, verlooptOp: null, aanmelden: ways };
      const actor = { ...found, rollen: [...found.rollen] };
      return { actor, verlooptOp: await findSessionEnd(db, token), aanmelden: ways };
    },
    findLogout: ({ provider, idToken }) => oidc.findLogout(provider, idToken),
  };
}
