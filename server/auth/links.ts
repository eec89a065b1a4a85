import { createHash } from 'node:crypto';
import type { ToegekendeRol } from '../../data/schema/aanmelden.ts';
import type { Queryable } from '../db/database.ts';
import { toNotFound, type Problem } from '../http/problem.ts';
import { makeToken } from './sessions.ts';

/** A link that works once: to become the first administrator, to get an account, to choose a new password. */
export interface Link {
  id: string;
  soort: 'eerste beheerder' | 'account' | 'wachtwoord';
  organisatie: string | null;
  naam: string | null;
  email: string | null;
  rollen: ToegekendeRol[];
  accountId: string | null;
  aangemaaktOp: string;
  verlooptOp: string;
}

/** Hours a link works. */
const hours = { 'eerste beheerder': 24, account: 14 * 24, wachtwoord: 24 } as const;

const instant = (column: string): string => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
export const LINK_COLUMNS = `id, soort, organisatie, naam, email, rollen, account_id as "accountId",
  ${instant('aangemaakt_op')} as "aangemaaktOp", ${instant('verloopt_op')} as "verlooptOp"`;
const isOpen = 'gebruikt_op is null and verloopt_op > now()';

const toLinkId = (token: string): string => createHash('sha256').update(token).digest('hex');

type NewLink = Pick<Link, 'soort'> &
  Partial<Pick<Link, 'organisatie' | 'naam' | 'email' | 'rollen' | 'accountId'>> & { door?: string };

/** Makes a link; its path is told here and never again. */
export async function makeLink(
  db: Queryable,
  link: NewLink,
): Promise<{ id: string; pad: string; verlooptOp: string }> {
  const token = makeToken();
  const [row] = await db.query<{ id: string; verlooptOp: string }>(
    `insert into atlas.uitnodiging (id, soort, organisatie, naam, email, rollen, account_id, door, verloopt_op)
     values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, now() + make_interval(hours => $9))
     returning id, ${instant('verloopt_op')} as "verlooptOp"`,
    [
      toLinkId(token),
      link.soort,
      link.organisatie ?? null,
      link.naam ?? null,
      link.email ?? null,
      JSON.stringify(link.rollen ?? []),
      link.accountId ?? null,
      link.door ?? null,
      hours[link.soort],
    ],
  );
  return { ...row!, pad: `/uitnodiging/${token}` };
}

/** The link of this token that still works. Throws a 404 Problem, the same for unknown, used and expired. */
export async function getLink(db: Queryable, token: string): Promise<Link> {
  const [row] = await db.query<Link>(
    `select ${LINK_COLUMNS} from atlas.uitnodiging where id = $1 and ${isOpen}`,
    [toLinkId(token)],
  );
  if (!row) throw toLinkGone();
  return row;
}

/** Uses a link up, in the transaction that does what it is for. Throws a 404 Problem when it no longer works. */
export async function takeLink(tx: Queryable, linkId: string): Promise<Link> {
  const [row] = await tx.query<Link>(
    `update atlas.uitnodiging set gebruikt_op = now() where id = $1 and ${isOpen} returning ${LINK_COLUMNS}`,
    [linkId],
  );
  if (!row) throw toLinkGone();
  return row;
}

export function toLinkGone(): Problem {
  return toNotFound(
    'Deze link bestaat niet, is al gebruikt of is verlopen. Vraag een nieuwe aan de beheerder van uw organisatie.',
  );
}
