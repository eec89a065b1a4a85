import type { Queryable } from '../db/database.ts';
import type { Actor } from './actor.ts';

/** Whose doing it was; null when nobody was signed in (a refused attempt) or the server did it by itself. */
export type AuditActor = Pick<Actor, 'accountId'> & { organisatie: { code: string } };

/**
 * Adds a line to the audit log, which nobody can change afterwards; inside a transaction it stands or falls with it.
 * `handeling` is Dutch (aanmelden, rol toekennen), `onderwerp` names what it was done on (account/…, project/…).
 * `gegevens` holds no names, addresses or secrets.
 */
export async function audit(
  db: Queryable,
  actor: AuditActor | null,
  handeling: string,
  onderwerp: string,
  gegevens: Record<string, unknown> = {},
): Promise<void> {
  await db.query('select atlas.leg_vast($1, $2, $3, $4, $5::jsonb)', [
    actor?.accountId ?? null,
    actor?.organisatie.code ?? null,
    handeling,
    onderwerp,
    JSON.stringify(gegevens),
  ]);
}

/** The network an address lies in (IPv4 /24, IPv6 /48): enough to see an attack, too little to name a person. */
export function toNetwork(address: string | null): string | null {
  if (!address) return null;
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+)\.\d+$/.exec(address);
  if (v4) return `${v4[1]}.0/24`;
  const groups = address.split(':');
  return groups.length > 2
    ? `${groups
        .slice(0, 3)
        .map((group) => group || '0')
        .join(':')}::/48`
    : null;
}
