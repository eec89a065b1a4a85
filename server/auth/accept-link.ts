import type { z } from '@hono/zod-openapi';
import type { gebruikteLink } from '../../data/schema/aanmelden.ts';
import type { Database, Queryable } from '../db/database.ts';
import { toInvalid, type Invoerfout } from '../http/problem.ts';
import { addAccount, getAccount, hasAdministrator } from './accounts.ts';
import { audit } from './audit.ts';
import { takeLink, toLinkGone, type Link } from './links.ts';
import { hashPassword, refuseWeakPassword } from './passwords.ts';
import { endSessionsOf } from './sessions.ts';

type Given = z.output<typeof gebruikteLink>;

/** How the account will sign in. */
export type Credential = { wachtwoord: string } | { uitgever: string; onderwerp: string };

/**
 * Does what the link is for, with the password given, and uses it up. Gives the id of the account. Throws a Problem:
 * 400 with every missing field, 404 when somebody was faster, 409 when the e-mail address has an account.
 */
export async function acceptLink(db: Database, link: Link, given: Given): Promise<string> {
  const { naam, email, organisatie } = toComplete(link, given);
  refuseWeakPassword('wachtwoord', given.wachtwoord, email);
  const wachtwoord = await hashPassword(given.wachtwoord);
  return db.transaction(async (tx) => {
    const taken = await takeLink(tx, link.id);
    if (taken.soort === 'wachtwoord')
      return setPassword(tx, taken.accountId!, wachtwoord, 'wachtwoord herstellen');
    return joinAccount(tx, taken, { naam, email, organisatie }, { wachtwoord });
  });
}

/** Makes the account of an invitation that has just been taken; the first administrator manages the atlas too. */
export async function joinAccount(
  tx: Queryable,
  link: Link,
  person: { naam: string; email: string; organisatie: string },
  credential: Credential,
): Promise<string> {
  const isFirst = link.soort === 'eerste beheerder';
  if (isFirst) {
    // Two who follow two links at once: one of them becomes it.
    await tx.query('lock table atlas.account in share row exclusive mode');
    if (await hasAdministrator(tx)) throw toLinkGone();
  }
  const rollen = isFirst ? [{ rol: 'beheerder' as const, gebied: '' }] : link.rollen;
  const accountId = await addAccount(tx, { ...person, ...credential, rollen, atlasbeheer: isFirst });
  const actor = { accountId, organisatie: { code: person.organisatie } };
  await audit(
    tx,
    actor,
    isFirst ? 'eerste beheerder worden' : 'uitnodiging aannemen',
    `account/${accountId}`,
    {
      rollen,
    },
  );
  return accountId;
}

/** Sets a password, ends every session of the account, and gives its id. */
export async function setPassword(
  tx: Queryable,
  accountId: string,
  wachtwoord: string,
  handeling: string,
): Promise<string> {
  await tx.query('update atlas.account set wachtwoord = $2 where id = $1', [accountId, wachtwoord]);
  const { organisatie } = await getAccount(tx, accountId);
  const ended = await endSessionsOf(tx, accountId);
  await audit(tx, { accountId, organisatie: { code: organisatie } }, handeling, `account/${accountId}`, {
    beeindigdeSessies: ended,
  });
  return accountId;
}

/** What the account will be made of: what the link says, or else what was given. Throws a 400 Problem. */
function toComplete(link: Link, given: Given): { naam: string; email: string; organisatie: string } {
  const naam = given.naam ?? link.naam;
  const email = link.email ?? given.email;
  const organisatie = link.organisatie ?? given.organisatie;
  const errors: Invoerfout[] = [];
  if (link.soort !== 'wachtwoord') {
    if (!naam) errors.push({ veld: 'naam', waarde: '', verwacht: 'uw naam' });
    if (!email) errors.push({ veld: 'email', waarde: '', verwacht: 'uw e-mailadres' });
    if (!organisatie) {
      errors.push({
        veld: 'organisatie',
        waarde: '',
        verwacht: 'code van uw organisatie, zie /organisaties',
      });
    }
  }
  if (errors.length > 0) throw toInvalid(errors);
  return { naam: naam ?? '', email: email ?? '', organisatie: organisatie ?? '' };
}
