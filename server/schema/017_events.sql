-- Subscriptions: what happened to projects, whom it is told, and how delivering it outside goes.
--
-- What happens is noted by triggers, in the transaction of the change: a change without its event does not exist, nor the
-- reverse. An event holds no values, only which versions it is about: what it says is read through the rights of who is
-- told, each time again (atlas.gezien). Who may not see a version is told nothing of it, also not that there is one.
create table atlas.abonnement (
  id            text primary key default gen_random_uuid()::text,
  account_id    text not null references atlas.account (id) on delete cascade,
  organisatie   text not null,
  onderwerp     text not null check (onderwerp in ('project', 'gemeente', 'provincie', 'gebied')),
  code          text,                            -- of the project, gemeente or provincie
  gebied        geometry(Geometry, 28992) check (atlas.is_sound(gebied) and GeometryType(gebied) in ('POLYGON', 'MULTIPOLYGON')),
  naam          text,                            -- what who drew it calls the area
  soorten       text[] not null check (cardinality(soorten) > 0 and soorten <@ array['fase', 'actie', 'ibn', 'besluit']),
  webhook       text,                            -- null: only in the atlas
  actief        boolean not null default true,
  aangemaakt_op timestamptz not null default now(),
  check ((onderwerp = 'gebied') = (gebied is not null)),
  check ((onderwerp = 'gebied') = (code is null))
);
create index abonnement_account on atlas.abonnement (account_id);

create table atlas.gebeurtenis (
  nr           bigint generated always as identity primary key,
  id           text not null unique default gen_random_uuid()::text,
  soort        text not null check (soort in ('fase', 'actie', 'ibn', 'besluit')),
  tabel        text not null,                    -- project, actie, ibn, besluit
  project_id   text not null,
  record_id    text not null,
  versie       bigint not null,                  -- rij of what it became, and of what it was
  vorige       bigint,
  moment       timestamptz not null default now(),
  geclaimd_tot timestamptz,                      -- somebody is telling it
  verwerkt_op  timestamptz
);
create index gebeurtenis_open on atlas.gebeurtenis (nr) where verwerkt_op is null;
create index gebeurtenis_moment on atlas.gebeurtenis (moment);

create table atlas.bericht (
  id             text primary key default gen_random_uuid()::text,
  abonnement_id  text not null references atlas.abonnement (id) on delete cascade,
  account_id     text not null references atlas.account (id) on delete cascade,
  gebeurtenis_id text not null references atlas.gebeurtenis (id) on delete cascade,
  gelezen_op     timestamptz,
  unique (abonnement_id, gebeurtenis_id)
);
create index bericht_account on atlas.bericht (account_id);
create index bericht_gebeurtenis on atlas.bericht (gebeurtenis_id);

-- id is that of the CloudEvent, the same at every attempt: a receiver that gets it twice can tell.
create table atlas.aflevering (
  id          text primary key default gen_random_uuid()::text,
  bericht_id  text not null unique references atlas.bericht (id) on delete cascade,
  status      text not null default 'wacht' check (status in ('wacht', 'geleverd', 'opgegeven', 'vervallen')),
  pogingen    integer not null default 0,
  volgende_op timestamptz not null default now(),
  fout        text,                              -- why the last attempt failed
  klaar_op    timestamptz
);
create index aflevering_wacht on atlas.aflevering (volgende_op) where status = 'wacht';

-- Noting ------------------------------------------------------------------------------------------------------
create function atlas.noteer_project() returns trigger
  language plpgsql security definer set search_path = atlas, pg_temp as $$
declare
  oud atlas.project;
begin
  -- The part that this version takes the place of.
  select p.* into oud from atlas.project p
  where p.id = new.id and p.rij <> new.rij and p.bekend_tot = new.bekend_van
  order by coalesce(p.geldig_van, '-infinity') <= coalesce(new.geldig_van, '-infinity') desc, p.geldig_van desc nulls last, p.rij desc
  limit 1;
  if not found or oud.ingetrokken then return null; end if;
  if new.fase is distinct from oud.fase then
    insert into atlas.gebeurtenis (soort, tabel, project_id, record_id, versie, vorige)
    values ('fase', 'project', new.id, new.id, new.rij, oud.rij);
  end if;
  if (new.ibn_van, new.ibn_tot) is distinct from (oud.ibn_van, oud.ibn_tot) then
    insert into atlas.gebeurtenis (soort, tabel, project_id, record_id, versie, vorige)
    values ('ibn', 'project', new.id, new.id, new.rij, oud.rij);
  end if;
  return null;
end $$;
create trigger noteer after insert on atlas.project for each row
  when (new.bekend_tot is null and not new.ingetrokken) execute function atlas.noteer_project();

-- New: no earlier version. Of a besluit also another status.
create function atlas.noteer_record() returns trigger
  language plpgsql security definer set search_path = atlas, pg_temp as $$
declare
  eerder bigint;
  was text;
begin
  if tg_table_name = 'besluit' then
    select rij, status into eerder, was from atlas.besluit where id = new.id and rij < new.rij order by rij desc limit 1;
    if eerder is not null and was = new.status then return null; end if;
  else
    execute format('select rij from atlas.%I where id = $1 and rij < $2 limit 1', tg_table_name) into eerder using new.id, new.rij;
    if eerder is not null then return null; end if;
  end if;
  insert into atlas.gebeurtenis (soort, tabel, project_id, record_id, versie, vorige)
  values (tg_table_name, tg_table_name, new.project_id, new.id, new.rij, eerder);
  return null;
end $$;
create trigger noteer after insert on atlas.actie for each row
  when (new.bekend_tot is null and not new.ingetrokken) execute function atlas.noteer_record();
create trigger noteer after insert on atlas.ibn for each row
  when (new.bekend_tot is null and not new.ingetrokken) execute function atlas.noteer_record();
create trigger noteer after insert on atlas.besluit for each row
  when (new.bekend_tot is null and not new.ingetrokken) execute function atlas.noteer_record();

-- Seeing ------------------------------------------------------------------------------------------------------
-- Whether this field of this version of a project is kept from who asks: in its image it is empty, which says nothing.
create function atlas.verbergt(versie bigint, kolom text) returns boolean
  language sql stable security definer set search_path = atlas, pg_temp
as $$
  select exists (
    select from atlas.project p join atlas.project_beperking b on b.id = p.id and (b.rij = p.rij or b.is_nu)
    where p.rij = $1 and b.kolom = $2 and b.niveau > atlas.mijn_niveau_in(p.id))
$$;

create function atlas.ibn_woorden(van integer, tot integer) returns text
  language sql immutable parallel safe
  return nullif(concat_ws('–', van, nullif(tot, van)), '');

-- Of these events [{id, soort, tabel, project_id, versie, vorige}] those that who asks may see now, with what they say.
-- SECURITY INVOKER: images and row-level security of 011 decide.
create function atlas.gezien(gebeurtenissen jsonb)
  returns table (id text, project_id text, project_naam text, wat text, van text, naar text)
  language sql stable
as $$
  with g as materialized (
    select g.*, p.naam as project_naam
    from jsonb_to_recordset(gebeurtenissen)
      as g (id text, soort text, tabel text, project_id text, versie bigint, vorige bigint)
    join atlas.project_nu p on p.id = g.project_id and not p.is_buitenbeeld
  )
  select g.id, g.project_id, g.project_naam, null,
    case when g.soort = 'fase' then case when not atlas.verbergt(v.rij, 'fase') then v.fase end
      when not (atlas.verbergt(v.rij, 'ibn_van') or atlas.verbergt(v.rij, 'ibn_tot')) then atlas.ibn_woorden(v.ibn_van, v.ibn_tot) end,
    case when g.soort = 'fase' then n.fase else atlas.ibn_woorden(n.ibn_van, n.ibn_tot) end
  from g
  join atlas.project_versies n on n.id = g.project_id and n.rij = g.versie and not n.is_buitenbeeld
  left join atlas.project_versies v on v.id = g.project_id and v.rij = g.vorige and not v.is_buitenbeeld
  where g.tabel = 'project' and case when g.soort = 'fase' then not atlas.verbergt(n.rij, 'fase')
    else not (atlas.verbergt(n.rij, 'ibn_van') or atlas.verbergt(n.rij, 'ibn_tot')) end
  union all
  select g.id, g.project_id, g.project_naam, n.activiteit, null, n.status from g join atlas.actie n on n.rij = g.versie where g.tabel = 'actie'
  union all
  select g.id, g.project_id, g.project_naam, n.bron, null, atlas.ibn_woorden(n.jaar_van, n.jaar_tot)
  from g join atlas.ibn n on n.rij = g.versie where g.tabel = 'ibn'
  union all
  select g.id, g.project_id, g.project_naam, n.besluit, v.status, n.status
  from g join atlas.besluit n on n.rij = g.versie left join atlas.besluit v on v.rij = g.vorige where g.tabel = 'besluit'
$$;

-- Rights: a subscription and its messages are of one account ---------------------------------------------------
alter table atlas.abonnement enable row level security;
alter table atlas.gebeurtenis enable row level security;
alter table atlas.bericht enable row level security;
alter table atlas.aflevering enable row level security;
create policy lezen on atlas.abonnement for select to atlas_lezer using (account_id = (select atlas.eigen_account()));
create policy toevoegen on atlas.abonnement for insert to atlas_bewerker
  with check (account_id = (select atlas.eigen_account()) and organisatie = (select atlas.eigen_organisatie()));
create policy wijzigen on atlas.abonnement for update to atlas_bewerker
  using (account_id = (select atlas.eigen_account())) with check (account_id = (select atlas.eigen_account()));
create policy opzeggen on atlas.abonnement for delete to atlas_bewerker using (account_id = (select atlas.eigen_account()));
create policy lezen on atlas.bericht for select to atlas_lezer using (account_id = (select atlas.eigen_account()));
create policy wijzigen on atlas.bericht for update to atlas_bewerker
  using (account_id = (select atlas.eigen_account())) with check (account_id = (select atlas.eigen_account()));
create policy lezen on atlas.gebeurtenis for select to atlas_lezer using (
  exists (select from atlas.bericht b where b.gebeurtenis_id = gebeurtenis.id and b.account_id = (select atlas.eigen_account())));
create policy lezen on atlas.aflevering for select to atlas_lezer using (
  exists (select from atlas.bericht b where b.id = aflevering.bericht_id and b.account_id = (select atlas.eigen_account())));
grant select on atlas.abonnement, atlas.bericht, atlas.gebeurtenis, atlas.aflevering to atlas_lezer;
grant insert, delete, update (soorten, webhook, actief) on atlas.abonnement to atlas_bewerker;
grant update (gelezen_op) on atlas.bericht to atlas_bewerker;
