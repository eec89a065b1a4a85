import type { IDToken } from 'openid-client';
import type { Database, Queryable } from '../db/database.ts';
import { Problem } from '../http/problem.ts';
import { joinAccount, type Credential } from './accept-link.ts';
import { addAccount, getAccount } from './accounts.ts';
import { audit } from './audit.ts';
import { takeLink } from './links.ts';
import { OidcRefusal } from './oidc.ts';
import type { Provider } from './providers.ts';

/**
 * The account of who signed in at a provider: the one joined to this subject before; or the invitation they came with;
 * or, when the configuration says of which organisation they are, a new one that may only read. Throws an OidcRefusal:
 * somebody whom nobody invited gets nothing.
 */
export async function findOrJoin(
  db: Database,
  provider: Provider,
  claims: IDToken,
  linkId: string | null,
): Promise<string> {
  const organisatie = toOrganisation(provider, claims);
  const credential = { uitgever: claims.iss, onderwerp: claims.sub };
  const known = await findKnown(db, credential);
  if (known) {
    if (!known.actief) throw new OidcRefusal('gesloten');
    if (isBound(provider) && known.organisatie !== organisatie) throw new OidcRefusal('andere-organisatie');
    return known.id;
  }
  try {
    return await db.transaction((tx) =>
      linkId
        ? follow(tx, linkId, provider, claims, organisatie, credential)
        : addReader(tx, claims, organisatie, credential),
    );
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new OidcRefusal(linkId ? 'ongeldige-uitnodiging' : 'geen-account', { cause: error });
  }
}

/** Whether the configuration ties this provider to organisations. */
const isBound = ({ organisation, organisationClaim }: Provider): boolean =>
  organisation !== null || organisationClaim !== null;

/** Code of the organisation the provider vouches for; null when it does not say, or says one we do not know. */
function toOrganisation(provider: Provider, claims: IDToken): string | null {
  const { organisation, organisationClaim, organisationMap } = provider;
  if (organisation) return organisation;
  const value = organisationClaim === null ? undefined : claims[organisationClaim];
  if (typeof value !== 'string' || value === '') return null;
  return organisationMap ? (organisationMap.get(value) ?? null) : value;
}

async function findKnown(
  db: Queryable,
  { uitgever, onderwerp }: { uitgever: string; onderwerp: string },
): Promise<{ id: string; organisatie: string; actief: boolean } | null> {
  const [row] = await db.query<{ id: string; organisatie: string; actief: boolean }>(
    `select a.id, a.organisatie, a.actief and o.actief as actief
     from atlas.account a join atlas.organisatie o on o.code = a.organisatie where a.uitgever = $1 and a.onderwerp = $2`,
    [uitgever, onderwerp],
  );
  return row ?? null;
}

type Subject = Extract<Credential, { uitgever: string }>;

async function follow(
  tx: Queryable,
  linkId: string,
  provider: Provider,
  claims: IDToken,
  organisatie: string | null,
  credential: Subject,
): Promise<string> {
  const link = await takeLink(tx, linkId);
  if (link.soort === 'wachtwoord') return rejoin(tx, link.accountId!, provider, organisatie, credential);
  const wanted = link.organisatie ?? organisatie;
  const email = link.email ?? toText(claims.email);
  // The first administrator has to be somebody of an organisation the provider vouches for.
  if (!wanted || !email) throw new OidcRefusal('geen-account');
  if (isBound(provider) && wanted !== organisatie) throw new OidcRefusal('andere-organisatie');
  const naam = link.naam ?? toText(claims.name) ?? email;
  return joinAccount(tx, link, { naam, email, organisatie: wanted }, credential);
}

/** An account that had a password, or another subject, signs in here from now on. */
async function rejoin(
  tx: Queryable,
  accountId: string,
  provider: Provider,
  organisatie: string | null,
  { uitgever, onderwerp }: Subject,
): Promise<string> {
  const account = await getAccount(tx, accountId);
  if (!account.actief) throw new OidcRefusal('gesloten');
  if (isBound(provider) && account.organisatie !== organisatie) throw new OidcRefusal('andere-organisatie');
  await tx.query('update atlas.account set wachtwoord = null, uitgever = $2, onderwerp = $3 where id = $1', [
    accountId,
    uitgever,
    onderwerp,
  ]);
  const actor = { accountId, organisatie: { code: account.organisatie } };
  await audit(tx, actor, 'aanmelden bij organisatie koppelen', `account/${accountId}`);
  return accountId;
}

async function addReader(
  tx: Queryable,
  claims: IDToken,
  organisatie: string | null,
  credential: Subject,
): Promise<string> {
  const email = toText(claims.email);
  if (!organisatie || !email) throw new OidcRefusal('geen-account');
  const naam = toText(claims.name) ?? email;
  const rollen = [{ rol: 'lezer' as const, gebied: '' }];
  const accountId = await addAccount(tx, { naam, email, organisatie, rollen, ...credential });
  const actor = { accountId, organisatie: { code: organisatie } };
  await audit(tx, actor, 'account via organisatie', `account/${accountId}`, { rollen });
  return accountId;
}

function toText(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 254) : null;
}
