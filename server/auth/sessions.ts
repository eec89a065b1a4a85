import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Queryable } from '../db/database.ts';
import { isSecure } from '../http/origin.ts';
import type { AccessConfig } from './config.ts';
import { SESSION_COOKIE, toSessionId } from './identify.ts';

/** 256 bits, for cookies and links. */
export const makeToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a sign-in at an OpenID provider, to sign out there too. */
export interface SignedInAt {
  provider: string;
  idToken: string;
}

/**
 * Signs in: a new session with a new token in the cookie, and the end of the one the browser had, so that a token
 * planted before is worth nothing after. Gives the token.
 */
export async function startSession(
  c: Context,
  db: Queryable,
  access: AccessConfig,
  accountId: string,
  at: SignedInAt | null = null,
): Promise<string> {
  const token = makeToken();
  const earlier = getCookie(c, SESSION_COOKIE);
  if (earlier) await db.query('delete from atlas.sessie where id = $1', [toSessionId(earlier)]);
  await db.query(
    `insert into atlas.sessie (id, account_id, verloopt_op, stilte_minuten, aanbieder, id_token)
     values ($1, $2, now() + make_interval(hours => $3), $4, $5, $6)`,
    [
      toSessionId(token),
      accountId,
      Math.ceil(access.sessionHours),
      Math.ceil(access.sessionIdleMinutes),
      at?.provider ?? null,
      at?.idToken ?? null,
    ],
  );
  await db.query('update atlas.account set gezien_op = now() where id = $1', [accountId]);
  // Without Max-Age: gone with the browser; the row ends it earlier.
  setCookie(c, SESSION_COOKIE, token, cookieOf(c, access));
  return token;
}

/** Ends the session of this browser. Gives what was kept of the provider; null when it was a local one or none. */
export async function endSession(
  c: Context,
  db: Queryable,
  access: AccessConfig,
): Promise<SignedInAt | null> {
  const token = getCookie(c, SESSION_COOKIE);
  deleteCookie(c, SESSION_COOKIE, cookieOf(c, access));
  if (!token) return null;
  const [row] = await db.query<{ provider: string | null; idToken: string | null }>(
    'delete from atlas.sessie where id = $1 returning aanbieder as provider, id_token as "idToken"',
    [toSessionId(token)],
  );
  return row?.provider && row.idToken ? { provider: row.provider, idToken: row.idToken } : null;
}

/** Ends every session of an account, on all its devices. Gives how many there were. */
export async function endSessionsOf(db: Queryable, accountId: string): Promise<number> {
  const ended = await db.query('delete from atlas.sessie where account_id = $1 returning id', [accountId]);
  return ended.length;
}

/** When this session ends at the latest (ISO 8601); null when there is none. */
export async function findSessionEnd(db: Queryable, token: string): Promise<string | null> {
  const [row] = await db.query<{ end: string }>(
    `select to_char(verloopt_op, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as end from atlas.sessie where id = $1`,
    [toSessionId(token)],
  );
  return row?.end ?? null;
}

/** How every cookie of the atlas is set: unreadable for scripts, not sent along by other sites' pages. */
export const cookieOf = (c: Context, access: AccessConfig) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(c, access) }) as const;
