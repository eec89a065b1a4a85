// People for tests: an account of an organisation with roles, signed in by a session of its own.
import { randomBytes } from 'node:crypto';
import { SESSION_COOKIE, toSessionId } from '../server/auth/identify.ts';
import type { Queryable } from '../server/db/database.ts';
import type { Rol, SoortOrganisatie } from '../data/vocabulary.ts';

export interface Person {
  accountId: string;
  organisatie: string;
  /** Header that makes a request theirs. */
  headers: { Cookie: string };
}

/** Adds the organisation when it is not there, an account with these roles, and a session of an hour. */
export async function addPerson(
  db: Queryable,
  organisatie: { code: string; naam: string; soort: SoortOrganisatie },
  rollen: readonly Rol[],
): Promise<Person> {
  await db.query(
    'insert into atlas.organisatie (code, naam, soort) values ($1, $2, $3) on conflict (code) do nothing',
    [organisatie.code, organisatie.naam, organisatie.soort],
  );
  const token = randomBytes(32).toString('base64url');
  const [account] = await db.query<{ id: string }>(
    'insert into atlas.account (naam, email, organisatie) values ($1, $2, $3) returning id',
    [`Test ${organisatie.naam}`, `${token.slice(0, 12)}@example.org`, organisatie.code],
  );
  const accountId = account!.id;
  for (const rol of rollen)
    await db.query('insert into atlas.rol (account_id, rol) values ($1, $2)', [accountId, rol]);
  await db.query(
    `insert into atlas.sessie (id, account_id, verloopt_op) values ($1, $2, now() + interval '1 hour')`,
    [toSessionId(token), accountId],
  );
  return { accountId, organisatie: organisatie.code, headers: { Cookie: `${SESSION_COOKIE}=${token}` } };
}
