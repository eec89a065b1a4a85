-- pMIEK projects and their components. Every row has an owner organisation, a level of confidentiality
-- and two time axes: geldig_* (when it holds in the world) and bekend_* (when the atlas knew it).
-- A change closes the known row (bekend_tot) and adds a new one; the views *_nu show what is known now.
create table atlas.project (
  rij            bigint generated always as identity primary key,
  id             text not null,                 -- UT-01, as in data/seed/projecten
  eigenaar       text not null default 'openbaar-register',
  vertrouwelijkheid text not null default 'openbaar' check (vertrouwelijkheid in ('openbaar', 'partijen', 'vertrouwelijk')),
  geldig_van     date,
  geldig_tot     date,
  bekend_van     timestamptz not null default now(),
  bekend_tot     timestamptz,
  naam           text,                          -- null: the source gives no name
  provincies     text[] not null default '{}',  -- codes as registered with the project
  gemeenten      text[] not null default '{}',
  bedient_provincies text[] not null default '{}', -- served area, where it differs from the location and a source says so
  energiedrager  text not null,
  type_infra     text,
  type_infra_groep text not null,
  aard           text,                          -- nieuw, uitbreiding
  netbeheerders  text[] not null default '{}',
  pmiek_ronde    text,
  pmiek_bewijs   text not null,
  concreetheid   text,
  fase           text,                          -- null: unknown
  fase_herkomst  text check (fase_herkomst in ('bron', 'afgeleid')),
  ibn_van        integer,                       -- year
  ibn_tot        integer,
  bron_datum     text,                          -- as precise as the source: 2023, 2023-11 or 2023-11-30
  bronnen        text[] not null default '{}',
  kenmerken      jsonb not null default '{}',   -- every further fact of the register, by its field name
  bron           text not null references atlas.databron (id)
);
create unique index project_nu_id on atlas.project (id) where bekend_tot is null;

create table atlas.component (
  rij            bigint generated always as identity primary key,
  id             text not null,
  project_id     text not null,
  eigenaar       text not null default 'openbaar-register',
  vertrouwelijkheid text not null default 'openbaar' check (vertrouwelijkheid in ('openbaar', 'partijen', 'vertrouwelijk')),
  geldig_van     date,
  geldig_tot     date,
  bekend_van     timestamptz not null default now(),
  bekend_tot     timestamptz,
  naam           text,
  soort          text not null,                 -- typeInfraGroep of data/vocabulary
  netbeheerder   text,
  spanning_kv    integer[] not null default '{}',
  ligging        text not null check (ligging in ('exact', 'zoekgebied', 'indicatief', 'geen')),
  straal_m       float8,                        -- only for indicatief
  corridor_m     float8,                        -- full width, only for lines
  geom           geometry(Geometry, 28992) check (atlas.is_sound(geom)),
  toelichting    text,
  check ((ligging = 'geen') = (geom is null)),
  check (ligging <> 'indicatief' or straal_m > 0)
);
create unique index component_nu_id on atlas.component (id) where bekend_tot is null;
create index component_project on atlas.component (project_id) where bekend_tot is null;
create index component_geom on atlas.component using gist (geom) where bekend_tot is null;

create view atlas.project_nu as select * from atlas.project where bekend_tot is null;
create view atlas.component_nu as select * from atlas.component where bekend_tot is null;
