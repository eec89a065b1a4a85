-- Signing in: sessions that end, one-time links, a brake on guessing, OpenID Connect under way, and the audit log.
-- None of these tables is for the roles that read and write for people (atlas_lezer, atlas_bewerker): only the server's
-- own connection uses them.

-- Failed attempts are counted in atlas.aanmeldpoging, also for an e-mail address that nobody has.
alter table atlas.account
  drop column mislukt,
  drop column geblokkeerd_tot,
  -- Manages the organisations and their administrators, not only the own organisation.
  add column atlasbeheer boolean not null default false,
  add constraint account_wijze check (wachtwoord is null or wachtwoord like '$argon2id$%');

alter table atlas.sessie
  -- Over when nothing has been asked for this long, whatever verloopt_op says.
  add column stilte_minuten integer not null default 120 check (stilte_minuten > 0),
  -- Signed in by this OpenID provider (its name in the configuration), and what it wants to see at signing out.
  add column aanbieder text,
  add column id_token  text;
create index sessie_account on atlas.sessie (account_id);

-- A link that works once: the row holds only the SHA-256 of its token.
create table atlas.uitnodiging (
  id            text primary key,
  soort         text not null check (soort in ('eerste beheerder', 'account', 'wachtwoord')),
  organisatie   text references atlas.organisatie (code),
  naam          text,
  email         text,
  rollen        jsonb not null default '[]',     -- [{ rol, gebied }]
  account_id    text references atlas.account (id) on delete cascade,
  door          text references atlas.account (id) on delete set null,
  aangemaakt_op timestamptz not null default now(),
  verloopt_op   timestamptz not null,
  gebruikt_op   timestamptz,
  check (soort <> 'account' or (organisatie is not null and email is not null)),
  check (soort <> 'wachtwoord' or account_id is not null)
);
create index uitnodiging_organisatie on atlas.uitnodiging (organisatie) where gebruikt_op is null;

-- sleutel: SHA-256 of an e-mail address or a network address, so that the table names nobody.
create table atlas.aanmeldpoging (
  sleutel         text primary key,
  aantal          integer not null default 0,
  laatste_op      timestamptz not null default now(),
  geblokkeerd_tot timestamptz
);

-- Counts an attempt before it is made, so that a thousand at once are a thousand. Gives the seconds to wait; 0 = go on.
-- From attempt `vrij` on each one is followed by a wait of 15, 30, 60 … at most 900 seconds. An hour of rest forgets.
create function atlas.noteer_poging(poging text, vrij integer) returns integer
  language plpgsql as $$
declare
  regel atlas.aanmeldpoging;
  nu    timestamptz;
begin
  insert into atlas.aanmeldpoging (sleutel) values (poging) on conflict do nothing;
  select * into strict regel from atlas.aanmeldpoging where sleutel = poging for update;
  nu := clock_timestamp();
  if regel.geblokkeerd_tot > nu then
    return ceil(extract(epoch from regel.geblokkeerd_tot - nu))::integer;
  end if;
  if regel.laatste_op < nu - interval '1 hour' then regel.aantal := 0; end if;
  regel.aantal := regel.aantal + 1;
  update atlas.aanmeldpoging set
    aantal = regel.aantal,
    laatste_op = nu,
    geblokkeerd_tot = case when regel.aantal >= vrij
      then nu + make_interval(secs => least(900, 15 * power(2, least(regel.aantal - vrij, 10)))) end
  where sleutel = poging;
  return 0;
end $$;

-- Sent to an OpenID provider and not back yet. id: SHA-256 of the token in the browser's cookie.
create table atlas.oidc_poging (
  id            text primary key,
  aanbieder     text not null,
  state         text not null,
  nonce         text not null,
  code_verifier text not null,
  uitnodiging   text,                            -- id of the invitation it is to be joined to
  terug         text not null,                   -- path within the atlas to go to afterwards
  verloopt_op   timestamptz not null
);

-- Who did what, when, on what. Lines are added and nothing else, by nobody: not even by the owner of the table.
-- Names no person: an account by its id, which outlives the account.
create table atlas.auditregel (
  rij         bigint generated always as identity primary key,
  moment      timestamptz not null default clock_timestamp(),
  account     text,
  organisatie text,
  handeling   text not null check (handeling <> ''),
  onderwerp   text not null,
  gegevens    jsonb not null default '{}'
);
create index auditregel_account on atlas.auditregel (account, rij);
create index auditregel_organisatie on atlas.auditregel (organisatie, rij);

create function atlas.weiger_wijziging() returns trigger
  language plpgsql as $$
begin
  raise exception '% op %: dit logboek groeit alleen aan', tg_op, tg_table_name using errcode = '42501';
end $$;
create trigger auditregel_blijft before update or delete or truncate on atlas.auditregel
  for each statement execute function atlas.weiger_wijziging();
-- Also while replaying (session_replication_role = replica), which skips ordinary triggers.
alter table atlas.auditregel enable always trigger auditregel_blijft;

-- Adds a line, also for who writes for people: that role may not touch the table itself, and speaks for nobody else.
create function atlas.leg_vast(wie text, namens text, wat text, waarop text, erbij jsonb) returns void
  language plpgsql security definer set search_path = atlas, pg_temp as $$
begin
  if atlas.eigen_account() <> coalesce(wie, '') then
    raise exception 'leg_vast: niet voor een ander' using errcode = '42501';
  end if;
  insert into atlas.auditregel (account, organisatie, handeling, onderwerp, gegevens)
  values (wie, namens, wat, waarop, erbij);
end $$;
revoke execute on function atlas.leg_vast(text, text, text, text, jsonb) from public;
grant execute on function atlas.leg_vast(text, text, text, text, jsonb) to atlas_bewerker;

-- Throws away what may not be kept: personal data of contacts past bewaren_tot, all versions of them, and the remains
-- of signing in. Gives the number of contacts.
create function atlas.ruim_op() returns integer
  language plpgsql as $$
declare
  weg integer;
begin
  with verlopen as (
    select id from atlas.contactpersoon group by id
    having max(bewaren_tot) < (now() at time zone 'Europe/Amsterdam')::date
  ), gewist as (
    delete from atlas.contactpersoon c using verlopen v where c.id = v.id returning c.id
  )
  select count(distinct id)::integer into weg from gewist;
  if weg > 0 then
    perform atlas.leg_vast(null, null, 'bewaartermijn', 'contactpersonen', jsonb_build_object('aantal', weg));
  end if;
  delete from atlas.sessie where verloopt_op < now() or gezien_op + make_interval(mins => stilte_minuten) < now();
  delete from atlas.uitnodiging where verloopt_op < now() - interval '30 days' or gebruikt_op < now() - interval '30 days';
  delete from atlas.aanmeldpoging where laatste_op < now() - interval '1 day';
  delete from atlas.oidc_poging where verloopt_op < now();
  return weg;
end $$;
