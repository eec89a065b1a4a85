import pg from 'pg';
import type { Account, ToegekendeRol } from '../../data/schema/aanmelden.ts';
import type { Queryable } from '../db/database.ts';
import { Problem, toInvalid, toNotFound, toShown } from '../http/problem.ts';

const instant = (column: string): string => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const COLUMNS = `a.id, a.naam, a.email, a.organisatie, a.actief, a.atlasbeheer,
  case when a.uitgever is not null then 'organisatie' when a.wachtwoord is not null then 'wachtwoord' else 'nog niet' end as aanmelding,
  (select coalesce(json_agg(json_build_object('rol', r.rol, 'gebied', r.gebied) order by r.rol, r.gebied), '[]')
   from atlas.rol r where r.account_id = a.id) as rollen,
  ${instant('a.aangemaakt_op')} as "aangemaaktOp", ${instant('a.gezien_op')} as "gezienOp"`;

/** The accounts of an organisation, or of all (null), by name. */
export function listAccounts(db: Queryable, organisatie: string | null): Promise<Account[]> {
  return db.query<Account>(
    `select ${COLUMNS} from atlas.account a where $1::text is null or a.organisatie = $1 order by a.naam, a.id`,
    [organisatie],
  );
}

/** Throws a 404 Problem when there is no such account. */
export async function getAccount(db: Queryable, id: string): Promise<Account> {
  const [row] = await db.query<Account>(`select ${COLUMNS} from atlas.account a where a.id = $1`, [id]);
  if (!row) throw toNotFound(`Er is geen account ${toShown(id)}.`);
  return row;
}

interface NewAccount {
  naam: string;
  email: string;
  organisatie: string;
  rollen: readonly ToegekendeRol[];
  /** How it signs in: a hash, or issuer and subject of a provider. */
  wachtwoord?: string;
  uitgever?: string;
  onderwerp?: string;
  atlasbeheer?: boolean;
}

/** Makes an account and gives its id. Throws a Problem: 409 when the e-mail address has one, 400 without organisation. */
export async function addAccount(tx: Queryable, account: NewAccount): Promise<string> {
  await refuseClosedOrganisation(tx, account.organisatie);
  const [row] = await tx
    .query<{ id: string }>(
      `insert into atlas.account (naam, email, organisatie, wachtwoord, uitgever, onderwerp, atlasbeheer)
       values ($1, $2, $3, $4, $5, $6, $7) returning id`,
      [
        account.naam,
        account.email,
        account.organisatie,
        account.wachtwoord ?? null,
        account.uitgever ?? null,
        account.onderwerp ?? null,
        account.atlasbeheer ?? false,
      ],
    )
    .catch((error: unknown) => {
      if (error instanceof pg.DatabaseError && error.code === '23505') throw toTaken();
      throw error;
    });
  await setRoles(tx, row!.id, account.rollen);
  return row!.id;
}

/** Replaces the roles of an account. */
export async function setRoles(
  tx: Queryable,
  accountId: string,
  rollen: readonly ToegekendeRol[],
): Promise<void> {
  await tx.query('delete from atlas.rol where account_id = $1', [accountId]);
  await tx.query(
    `insert into atlas.rol (account_id, rol, gebied)
     select $1, r.rol, coalesce(r.gebied, '') from jsonb_to_recordset($2::jsonb) as r (rol text, gebied text)
     on conflict do nothing`,
    [accountId, JSON.stringify(rollen)],
  );
}

/** Whether an account with this e-mail address is there, in whatever organisation. */
export async function hasAccount(db: Queryable, email: string): Promise<boolean> {
  const rows = await db.query('select 1 as found from atlas.account where lower(email) = lower($1)', [email]);
  return rows.length > 0;
}

/** Whether somebody can let others in. */
export async function hasAdministrator(db: Queryable): Promise<boolean> {
  const rows = await db.query(
    `select 1 as found from atlas.account a join atlas.organisatie o on o.code = a.organisatie and o.actief
     where a.actief and (a.atlasbeheer or exists
       (select from atlas.rol r where r.account_id = a.id and r.rol = 'beheerder')) limit 1`,
    [],
  );
  return rows.length > 0;
}

/** Throws a 400 Problem unless there is such an organisation and it takes part. */
export async function refuseClosedOrganisation(db: Queryable, code: string): Promise<void> {
  const rows = await db.query('select 1 as found from atlas.organisatie where code = $1 and actief', [code]);
  if (rows.length > 0) return;
  throw toInvalid([
    {
      veld: 'organisatie',
      waarde: toShown(code),
      verwacht: 'code van een organisatie die meedoet, zie /organisaties',
    },
  ]);
}

export function toTaken(): Problem {
  return new Problem(
    409,
    'Bestaat al',
    'Er is al een account met dit e-mailadres. Met een herstellink kiest die persoon opnieuw hoe hij zich aanmeldt.',
  );
}
