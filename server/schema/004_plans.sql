-- Ruimtelijke plannen (IMRO2012 and older) with their parts, protected areas, and the high-voltage grid.
create table atlas.plan (
  id            text primary key,     -- plan identification, e.g. NL.IMRO.0202.974-0301
  naam          text not null,
  soort         text not null,        -- typePlan as in the source: bestemmingsplan, inpassingsplan, structuurvisie …
  status        text,                 -- planstatus as in the source
  datum         date,                 -- date belonging to the status
  eigenaar_code text,                 -- overheidsCode as in the source
  eigenaar_naam text,
  eigenaar_soort text,                -- beleidsmatigVerantwoordelijkeOverheid: gemeentelijke overheid, provinciale overheid, nationale overheid
  bron          text not null references atlas.databron (id),
  eigenschappen jsonb not null default '{}'
);

create table atlas.planvlak (
  id         bigint generated always as identity primary key,
  plan_id    text not null references atlas.plan (id) on delete cascade,
  onderdeel  text not null check (onderdeel in
               ('plangebied', 'enkelbestemming', 'dubbelbestemming', 'functieaanduiding', 'gebiedsaanduiding',
                'besluitvlak', 'structuurvisiegebied', 'bouwvlak', 'overig')),
  lokaal_id  text,
  naam       text,
  hoofdgroep text,                    -- bestemmingshoofdgroep or aanduidingsgroep as in the source
  geom       geometry(MultiPolygon, 28992) not null check (atlas.is_sound(geom))
);
create index planvlak_geom on atlas.planvlak using gist (geom);
create index planvlak_plan on atlas.planvlak (plan_id);

create table atlas.beschermd_gebied (
  id     bigint generated always as identity primary key,
  laag   text not null,               -- dataset id: natura2000, nnn, weidevogelkerngebied …
  bron_id text,                       -- identification in the source
  naam   text,
  bron   text not null references atlas.databron (id),
  eigenschappen jsonb not null default '{}',
  geom   geometry(Geometry, 28992) not null check (atlas.is_sound(geom))  -- polygons; lines for ecologische verbindingen
);
create index beschermd_gebied_geom on atlas.beschermd_gebied using gist (geom);
create index beschermd_gebied_laag on atlas.beschermd_gebied (laag);

create table atlas.hoogspanning (
  id          bigint generated always as identity primary key,
  soort       text not null check (soort in ('lijn', 'station')),
  bron_id     text,
  naam        text,
  spanning_kv integer[],              -- empty when the source gives none
  beheerder   text,
  bron        text not null references atlas.databron (id),
  geom        geometry(Geometry, 28992) not null check (atlas.is_sound(geom))
);
create index hoogspanning_geom on atlas.hoogspanning using gist (geom);
