import type { Queryable } from './database.ts';
import { StartError } from './errors.ts';

/** Who the database answers: itself (loading, migrating, signing in), a reader, or a writer under row-level security. */
export type DatabaseRole = 'none' | 'atlas_lezer' | 'atlas_bewerker';

/** True when both roles are there, the writer reads too, and the user of the connection may act as either. */
const areReady = `
  select coalesce(bool_and(pg_has_role(current_user, oid, case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end)), false)
    and count(*) = 2 and coalesce(bool_or(rolname = 'atlas_bewerker' and pg_has_role(oid, 'atlas_lezer', 'USAGE')), false) as ready
  from pg_roles where rolname in ('atlas_lezer', 'atlas_bewerker')`;

/** Roles belong to the whole cluster: another atlas may be making them at this very moment. */
const makeRoles = `
do $$
declare
  met constant text := case when current_setting('server_version_num')::int >= 160000 then ' with inherit false, set true' else '' end;
begin
  for poging in 1..40 loop
    begin
      if not exists (select from pg_roles where rolname = 'atlas_lezer') then create role atlas_lezer nologin; end if;
      if not exists (select from pg_roles where rolname = 'atlas_bewerker') then create role atlas_bewerker nologin; end if;
      if not pg_has_role('atlas_bewerker', 'atlas_lezer', 'USAGE') then grant atlas_lezer to atlas_bewerker; end if;
      if not (select rolsuper from pg_roles where rolname = current_user) then
        execute 'grant atlas_lezer, atlas_bewerker to current_user' || met;
      end if;
      return;
    exception when unique_violation or duplicate_object or internal_error then
      if poging = 40 then raise; end if;
      perform pg_sleep(0.05);
    end;
  end loop;
end $$`;

/** Makes sure that the connection's user can act as reader and as writer. Throws a StartError (Dutch) when it may not. */
export async function ensureRoles(db: Queryable): Promise<void> {
  const [state] = await db.query<{ ready: boolean }>(areReady);
  if (state?.ready) return;
  try {
    await db.query(makeRoles);
  } catch (error) {
    const [user] = await db.query<{ name: string }>('select current_user::text as name');
    throw new StartError(
      `De gebruiker "${user?.name}" van de database mag de rollen atlas_lezer en atlas_bewerker niet maken of aannemen ` +
        `(${(error as Error).message}). Laat een beheerder in die database uitvoeren: create role atlas_lezer nologin; ` +
        'create role atlas_bewerker nologin; grant atlas_lezer to atlas_bewerker; ' +
        `grant atlas_lezer, atlas_bewerker to "${user?.name}"; (vanaf PostgreSQL 16 met: with set true)`,
    );
  }
}
