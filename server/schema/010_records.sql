-- What is said about a project: its fiche, decisions, actions, monitoring, parties, remarks and rounds.
--
-- Every row is a version. A change closes the known row (bekend_tot) and adds a new one, in one step (atlas.bewaar),
-- so that the atlas can say what was known when. geldig_* is when it holds in the world, bekend_* when it was known.
create table atlas.registratie (
  rij            bigint generated always as identity primary key,
  id             text not null,
  project_id     text not null,
  eigenaar       text not null,                  -- code of the organisation that answers for it
  vertrouwelijkheid text not null default 'openbaar' check (vertrouwelijkheid in ('openbaar', 'partijen', 'vertrouwelijk')),
  embargo_tot    date,                           -- from this date it is openbaar whatever the level says
  geldig_van     date,
  geldig_tot     date check (geldig_tot > geldig_van),
  bekend_van     timestamptz not null default now(),
  bekend_tot     timestamptz,
  ingetrokken    boolean not null default false, -- the last version of what was withdrawn: history, absent from lists
  herkomst       jsonb not null default '{}',    -- per field: { bron, datum, aard: gepland | werkelijk | geschat }
  door           text,                           -- account that made this version
  door_organisatie text,
  reden          text                            -- why, in the words of who made it
);

-- The fiche of the uitvoeringsaanpak (bijlage 1), on the project itself.
alter table atlas.project
  add column embargo_tot       date,
  add column ingetrokken       boolean not null default false,
  add column herkomst          jsonb not null default '{}',
  add column door              text,
  add column door_organisatie  text,
  add column reden             text,
  add column veldzicht         jsonb not null default '{}', -- per field: { niveau, embargoTot }
  -- What outsiders see of a project that is not openbaar: its gemeente, or nothing.
  add column buitenbeeld       text not null default 'gemeente' check (buitenbeeld in ('gemeente', 'niets')),
  add column aanleiding        text,
  add column doel              text,
  add column kansen_knelpunten text,
  add column type_project      text,
  add column vervolg           text,
  add column locatie           text,                       -- in words
  add column bevoegd_gezag     text,                       -- gemeente, provincie, waterschap, Rijk; null: still to be settled
  add column bevoegd_gezag_orgaan text,
  add column tijdspad          text,
  add column opgenomen_in_ip   boolean,
  add column ip_nummers        text[] not null default '{}',
  add column pmiek_nummer      text,                       -- number in the pMIEK list, as written there: 1, A, C.3.
  add column ontstaansroute    text check (ontstaansroute in ('A', 'B', 'C')),
  -- Facts the kenmerken of a fase speak of; null: not known.
  add column voorkeursalternatief boolean,
  add column projectbesluit    boolean,
  add column technisch_ontwerp boolean,
  add column investeringsbesluit boolean;

-- What somebody entered comes from no dataset, and is no proven pMIEK project until a source says so.
alter table atlas.project alter column bron drop not null, alter column pmiek_bewijs set default 'niet_bevestigd';

alter table atlas.component
  add column embargo_tot      date,
  add column ingetrokken      boolean not null default false,
  add column herkomst         jsonb not null default '{}',
  add column door             text,
  add column door_organisatie text,
  add column reden            text,
  -- What outsiders see of a place that is not openbaar: the square kilometre it lies in, no place, or no component.
  add column buitenbeeld      text not null default 'gemeente' check (buitenbeeld in ('km-cel', 'gemeente', 'niets')),
  add column sjabloon         text,                        -- template of data/rules/ruimtebeslag it was drawn from
  add column ip_nummers       text[] not null default '{}',
  add column vermogen_mw      float8;

-- One known version per moment in the world.
drop index atlas.project_nu_id;
create unique index project_nu_id on atlas.project (id, coalesce(geldig_van, '-infinity')) where bekend_tot is null;
drop index atlas.component_nu_id;
create unique index component_nu_id on atlas.component (id, coalesce(geldig_van, '-infinity')) where bekend_tot is null;

create table atlas.partij (
  like atlas.registratie including all,
  organisatie text not null,
  rol         text not null check (rol in ('trekker', 'betrokken', 'geraadpleegd', 'informeert')),
  vertrouwd   boolean not null default false,    -- sees what is vertrouwelijk in this project
  toelichting text
);
-- Personal data: only for the parties of the project, and thrown away after bewaren_tot.
create table atlas.contactpersoon (
  like atlas.registratie including all,
  organisatie text not null,
  naam        text not null,
  functie     text,
  email       text,
  telefoon    text,
  bewaren_tot date not null
);
create table atlas.variant (
  like atlas.registratie including all,
  component_id text not null,
  letter       text not null check (letter ~ '^[A-Z]$'),
  naam         text,
  ligging      text not null check (ligging in ('exact', 'zoekgebied', 'geen')),
  corridor_m   float8 check (corridor_m > 0),
  geom         geometry(Geometry, 28992) check (atlas.is_sound(geom)),
  sjabloon     text,
  is_voorkeur  boolean not null default false,
  keuze_reden  text,
  toelichting  text,
  check ((ligging = 'geen') = (geom is null)),
  check (not is_voorkeur or keuze_reden is not null)
);
create table atlas.besluit (
  like atlas.registratie including all,
  component_id   text,
  besluit        text not null,                  -- data/vocabulary besluiten
  bevoegd_gezag  text not null,
  organisatie    text,
  orgaan         text,
  instrument     text,
  grondslag      text,
  status         text not null default 'voorgesteld' check (status in
    ('voorgesteld', 'ingediend', 'ontwerp ter inzage', 'vastgesteld', 'in werking', 'onherroepelijk', 'afgewezen')),
  ingediend_door text,                           -- account: who submits does not adopt
  datum_besluit  date,
  datum_in_werking date,
  toelichting    text
);
create table atlas.actie (
  like atlas.registratie including all,
  activiteit   text not null,
  trekkers     text[] not null check (cardinality(trekkers) > 0),
  partijen     text[] not null default '{}',
  resultaat    text,
  planning_van date,
  planning_tot date check (planning_tot >= planning_van),
  planning     text,                             -- in words, where no date is known
  status       text not null default 'open' check (status in ('open', 'loopt', 'gereed', 'vervallen')),
  fase         text,
  vraag_id     text                              -- the question to the energyboard it came from
);
create index actie_trekkers on atlas.actie using gin (trekkers) where bekend_tot is null;
create table atlas.monitoring (
  like atlas.registratie including all,
  periode          text not null,                -- 2026-H2, 2026-K4 or 2026-11
  pmiek_nummer     text,
  haalbaarheid_ibn integer,                      -- year
  ibn_status       text not null default 'onbekend' check (ibn_status in ('haalbaar', 'onder druk', 'niet haalbaar', 'onbekend')),
  aandachtspunten  text,
  versnellingsactie text,
  trekkers         text[] not null default '{}',
  vraag_energyboard text
);
create table atlas.energyboardvraag (
  like atlas.registratie including all,
  vraag         text not null,
  niveau        text not null default 'energyboard',  -- data/vocabulary escalatieniveaus
  monitoring_id text,
  gesteld_op    date not null,
  status        text not null default 'open' check (status in ('open', 'beantwoord', 'omgezet in actie', 'ingetrokken')),
  antwoord      text,
  beantwoord_op date,
  actie_id      text,
  check (status in ('open', 'ingetrokken') or antwoord is not null)
);
create table atlas.opmerking (
  like atlas.registratie including all,
  onderwerp text not null check (onderwerp in ('project', 'veld', 'plek')),
  veld      text,
  punt      geometry(Point, 28992) check (atlas.is_sound(punt)),
  tekst     text not null,
  antwoord_op text,                              -- id of the remark it answers
  status    text not null default 'open' check (status in ('open', 'opgelost')),
  opgelost_reden text,
  check ((onderwerp = 'plek') = (punt is not null)),
  check ((onderwerp = 'veld') = (veld is not null))
);
-- "Dit klopt niet": a constraint the atlas computed is contested; its raw outcome stays.
create table atlas.betwisting (
  like atlas.registratie including all,
  component_id text,
  variant_id   text,
  laag         text not null,
  object       text not null,                    -- what it overlaps, as the answer named it
  uitkomst     jsonb not null,                   -- the row of the answer as it was computed
  bezwaar      text not null,
  status       text not null default 'open' check (status in ('open', 'erkend', 'afgewezen')),
  antwoord     text,
  check (status = 'open' or antwoord is not null)
);
create table atlas.document (
  like atlas.registratie including all,
  titel text not null,
  url   text not null check (url ~ '^https?://'),
  soort text,
  datum date
);
create table atlas.koppeling (
  like atlas.registratie including all,
  soort        text not null check (soort in ('investeringsplan', 'nMIEK', 'hangt af van', 'bedient gebied')),
  doel         text not null,                    -- IP number, nMIEK project, project id, area code
  component_id text,
  toelichting  text
);
-- In bedrijf name: a dated claim with a range, a cause and a source.
create table atlas.ibn (
  like atlas.registratie including all,
  jaar_van integer not null check (jaar_van between 1950 and 2100),
  jaar_tot integer not null check (jaar_tot between 1950 and 2100),
  aard     text not null check (aard in ('gepland', 'werkelijk', 'geschat')),
  gezegd_op date not null,
  oorzaak  text,
  bron     text not null,
  check (jaar_tot >= jaar_van)
);
create table atlas.mijlpaal (
  like atlas.registratie including all,
  naam  text not null,
  datum date not null,
  aard  text not null check (aard in ('gepland', 'werkelijk', 'geschat'))
);
-- The lineage over pMIEK rounds. No project disappears without successor or reason.
create table atlas.rondestap (
  like atlas.registratie including all,
  ronde     text not null,                       -- 1.0, 2.0, 3.0
  stap      text not null check (stap in
    ('opgenomen', 'voortgezet', 'gesplitst', 'samengevoegd', 'vervallen', 'terug naar pMIEK +1')),
  categorie text check (categorie in ('concreet', 'verkenning')),
  pmiek_nummer text,
  opvolgers text[] not null default '{}',        -- project ids
  status    text not null default 'concept' check (status in ('concept', 'ingediend', 'vastgesteld')),
  ingediend_door text,
  toelichting text,
  check (stap not in ('gesplitst', 'samengevoegd') or cardinality(opvolgers) > 0),
  check (stap not in ('vervallen', 'terug naar pMIEK +1') or toelichting is not null)
);

do $$
declare tabel text;
begin
  foreach tabel in array array['partij', 'contactpersoon', 'variant', 'besluit', 'actie', 'monitoring', 'energyboardvraag',
    'opmerking', 'betwisting', 'document', 'koppeling', 'ibn', 'mijlpaal', 'rondestap']
  loop
    execute format('create unique index %I on atlas.%I (id, coalesce(geldig_van, ''-infinity'')) where bekend_tot is null', tabel || '_nu_id', tabel);
    execute format('create index %I on atlas.%I (project_id) where bekend_tot is null', tabel || '_nu_project', tabel);
    execute format('create index %I on atlas.%I (id, bekend_van)', tabel || '_geschiedenis', tabel);
  end loop;
end $$;
-- A project that was entered here comes from no dataset: who says so is in door_organisatie and herkomst.
alter table atlas.project alter column bron drop not null;
create index project_geschiedenis on atlas.project (id, bekend_van);
create index component_geschiedenis on atlas.component (id, bekend_van);
