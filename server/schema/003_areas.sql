-- Administrative and network areas. Gemeenten are loaded; provincies, RES-regio's, subregio's and
-- netbeheerdersgebieden are unions of them, so that every level adds up to the metre.
create table atlas.gebied (
  soort        text not null check (soort in
                 ('gemeente', 'provincie', 'res-regio', 'subregio', 'waterschap', 'netbeheerdersgebied')),
  code         text not null,
  naam         text not null,
  indeling     text,                  -- subregio: the division it belongs to; others null
  geldig_van   date,
  geldig_tot   date,
  bron         text not null references atlas.databron (id),
  eigenschappen jsonb not null default '{}',
  geom         geometry(MultiPolygon, 28992) check (atlas.is_sound(geom)),  -- null: known by name, no boundary in any source
  oppervlakte_m2 float8 generated always as (ST_Area(geom)) stored,
  primary key (soort, code)
);
create index gebied_geom on atlas.gebied using gist (geom);

-- Which gemeenten make up an area. deel = true: only a part of the gemeente belongs to it (toelichting says which).
create table atlas.gebied_lid (
  soort         text not null,
  code          text not null,
  gemeente_code text not null,
  deel          boolean not null default false,
  toelichting   text,
  foreign key (soort, code) references atlas.gebied (soort, code) on delete cascade,
  primary key (soort, code, gemeente_code, deel)
);
create index gebied_lid_gemeente on atlas.gebied_lid (gemeente_code);

-- Subdivided copies of the areas that carry a boundary of their own (gemeente, waterschap):
-- the pieces questions are answered from. Pieces of one area do not overlap.
create table atlas.gebied_deel (
  soort text not null,
  code  text not null,
  geom  geometry(Polygon, 28992) not null,
  foreign key (soort, code) references atlas.gebied (soort, code) on delete cascade
);
create index gebied_deel_geom on atlas.gebied_deel using gist (geom);

-- Borders between two provincies (and the outer border: provincie_b null), for distance to a border.
create table atlas.provinciegrens (
  provincie_a text not null,
  provincie_b text,
  geom        geometry(MultiLineString, 28992) not null
);
create index provinciegrens_geom on atlas.provinciegrens using gist (geom);
