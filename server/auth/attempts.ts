import { createHash } from 'node:crypto';
import type { Queryable } from '../db/database.ts';
import { Problem } from '../http/problem.ts';

/** Attempts that cost no waiting. An address may be a whole office, an account is one person. */
const FREE_PER_ACCOUNT = 5;
const FREE_PER_ADDRESS = 30;

const keyOf = (kind: 'account' | 'adres', value: string): string =>
  createHash('sha256').update(`${kind} ${value.toLowerCase()}`).digest('hex');

/**
 * Counts an attempt to sign in, before it is made, for the account and for the address it comes from. Throws a 429
 * Problem with Retry-After when either has to wait; the same for an e-mail address that nobody has.
 */
export async function noteAttempt(db: Queryable, email: string, address: string | null): Promise<void> {
  const keys: [string, number][] = [[keyOf('account', email), FREE_PER_ACCOUNT]];
  if (address) keys.unshift([keyOf('adres', address), FREE_PER_ADDRESS]);
  for (const [key, free] of keys) {
    const [row] = await db.query<{ seconds: number }>('select atlas.noteer_poging($1, $2) as seconds', [
      key,
      free,
    ]);
    if (row!.seconds > 0) throw toWait(row!.seconds);
  }
}

/** Forgets the failures of an account, and the last one of the address: what it guessed elsewhere still counts. */
export async function forgetAttempts(db: Queryable, email: string, address: string | null): Promise<void> {
  await db.query('delete from atlas.aanmeldpoging where sleutel = $1', [keyOf('account', email)]);
  if (!address) return;
  await db.query(
    `update atlas.aanmeldpoging set aantal = greatest(aantal - 1, 0), geblokkeerd_tot = null where sleutel = $1`,
    [keyOf('adres', address)],
  );
}

function toWait(seconds: number): Problem {
  const time = seconds < 90 ? `${seconds} seconden` : `${Math.ceil(seconds / 60)} minuten`;
  return new Problem(
    429,
    'Te veel pogingen',
    `Er is te vaak geprobeerd aan te melden. Probeer het over ${time} opnieuw.`,
    { headers: { 'Retry-After': String(seconds) } },
  );
}
