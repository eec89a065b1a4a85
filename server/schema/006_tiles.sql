-- What vector tiles are made from: per layer that people change a copy in Web Mercator (EPSG:3857), ready to be
-- written out. Triggers keep the copies equal to their sources within the same transaction.
--
-- kader       diagonal of the bounding box: all the index needs, half the bytes of a box
-- vorm        the geometry as TWKB in EPSG:3857 to 0.1 m; for drawing only, never to measure
-- vorm_grof   the same for zoom 10 and lower, to 10 m, where vorm has more than 256 points; else null
-- omvang_m    longest side of the bounding box in Mercator metres: large things come first and small ones go first
-- vanaf_zoom  lowest zoom at which it is drawn

-- Counts the changes of a tile layer: a tile made at this versie is still good.
create table atlas.tegel_versie (
  laag   text primary key,
  versie bigint not null default 1
);
insert into atlas.tegel_versie (laag) values ('projecten'), ('plannen'), ('beschermd'), ('hoogspanning');

create function atlas.tegel_vorm(g geometry)
  returns table (kader geometry, vorm bytea, vorm_grof bytea, omvang_m integer)
  language sql immutable parallel safe
  as $$
    select ST_SetSRID(ST_MakeLine(ST_Point(ST_XMin(m), ST_YMin(m)), ST_Point(ST_XMax(m), ST_YMax(m))), 3857),
      ST_AsTWKB(m, 1),
      case when ST_NPoints(m) > 256 then ST_AsTWKB(ST_Simplify(m, 10), 0) end,
      round(greatest(ST_XMax(m) - ST_XMin(m), ST_YMax(m) - ST_YMin(m)))::int
    from (select ST_Transform(g, 3857) as m offset 0) mercator
  $$;

-- Lowest zoom, from `laagste` to 13, at which something of this size spans `pixels` on the screen
-- (tiles of 512 pixels: 78271.517 m a pixel at zoom 0).
create function atlas.tegel_vanaf_zoom(omvang_m integer, pixels float8, laagste integer) returns smallint
  language sql immutable parallel safe
  return least(13, greatest(laagste, ceil(log(2, (pixels * 78271.517 / greatest(omvang_m, 1))::numeric))))::smallint;

-- After delete: takes the rows out of the copy (argument 1) of a layer (argument 2).
create function atlas.tegel_af() returns trigger language plpgsql as $$
begin
  execute format('delete from atlas.%I t using oud where t.id = oud.id', TG_ARGV[0]);
  update atlas.tegel_versie set versie = versie + 1 where laag = TG_ARGV[1] and exists (select from oud);
  return null;
end $$;

-- After truncate: an emptied source empties its copy.
create function atlas.tegel_leeg() returns trigger language plpgsql as $$
begin
  execute format('truncate atlas.%I', TG_ARGV[0]);
  update atlas.tegel_versie set versie = versie + 1 where laag = TG_ARGV[1];
  return null;
end $$;

-- Plans -------------------------------------------------------------------------------------------------------
create table atlas.tegel_planvlak (
  id         bigint primary key,
  plan_id    text not null,
  onderdeel  text not null,
  hoofdgroep text,
  naam       text,
  status     text,
  vanaf_zoom smallint not null,
  omvang_m   integer not null,
  kader      geometry(LineString, 3857) not null,
  vorm       bytea not null,
  vorm_grof  bytea
);
create index tegel_planvlak_kader on atlas.tegel_planvlak using gist (kader);
create index tegel_planvlak_kader_12 on atlas.tegel_planvlak using gist (kader) where vanaf_zoom <= 12;
create index tegel_planvlak_kader_9 on atlas.tegel_planvlak using gist (kader) where vanaf_zoom <= 9;
create index tegel_planvlak_plan on atlas.tegel_planvlak (plan_id);

create function atlas.tegel_planvlak_bij() returns trigger language plpgsql as $$
begin
  insert into atlas.tegel_planvlak
  select n.id, n.plan_id, n.onderdeel, n.hoofdgroep, n.naam, p.status,
    atlas.tegel_vanaf_zoom(v.omvang_m, 3, 7), v.omvang_m, v.kader, v.vorm, v.vorm_grof
  from nieuw n join atlas.plan p on p.id = n.plan_id cross join lateral atlas.tegel_vorm(n.geom) v
  on conflict (id) do update set plan_id = excluded.plan_id, onderdeel = excluded.onderdeel,
    hoofdgroep = excluded.hoofdgroep, naam = excluded.naam, status = excluded.status,
    vanaf_zoom = excluded.vanaf_zoom, omvang_m = excluded.omvang_m, kader = excluded.kader, vorm = excluded.vorm,
    vorm_grof = excluded.vorm_grof;
  update atlas.tegel_versie set versie = versie + 1 where laag = 'plannen' and exists (select from nieuw);
  return null;
end $$;

create function atlas.tegel_plan_om() returns trigger language plpgsql as $$
begin
  update atlas.tegel_planvlak t set status = n.status from nieuw n
    where t.plan_id = n.id and t.status is distinct from n.status;
  if found then update atlas.tegel_versie set versie = versie + 1 where laag = 'plannen'; end if;
  return null;
end $$;

create trigger tegel_bij after insert on atlas.planvlak referencing new table as nieuw
  for each statement execute function atlas.tegel_planvlak_bij();
create trigger tegel_om after update on atlas.planvlak referencing new table as nieuw
  for each statement execute function atlas.tegel_planvlak_bij();
create trigger tegel_af after delete on atlas.planvlak referencing old table as oud
  for each statement execute function atlas.tegel_af('tegel_planvlak', 'plannen');
create trigger tegel_leeg after truncate on atlas.planvlak
  for each statement execute function atlas.tegel_leeg('tegel_planvlak', 'plannen');
create trigger tegel_om after update on atlas.plan referencing new table as nieuw
  for each statement execute function atlas.tegel_plan_om();

-- Protected areas ---------------------------------------------------------------------------------------------
create table atlas.tegel_beschermd (
  id         bigint primary key,
  laag       text not null,
  naam       text,
  vanaf_zoom smallint not null,
  omvang_m   integer not null,
  kader      geometry(LineString, 3857) not null,
  vorm       bytea not null,
  vorm_grof  bytea
);
create index tegel_beschermd_kader on atlas.tegel_beschermd using gist (kader);
create index tegel_beschermd_kader_12 on atlas.tegel_beschermd using gist (kader) where vanaf_zoom <= 12;
create index tegel_beschermd_kader_9 on atlas.tegel_beschermd using gist (kader) where vanaf_zoom <= 9;

create function atlas.tegel_beschermd_bij() returns trigger language plpgsql as $$
begin
  insert into atlas.tegel_beschermd
  select n.id, n.laag, n.naam, atlas.tegel_vanaf_zoom(v.omvang_m, 2, 5), v.omvang_m, v.kader, v.vorm, v.vorm_grof
  from nieuw n cross join lateral atlas.tegel_vorm(n.geom) v
  on conflict (id) do update set laag = excluded.laag, naam = excluded.naam, vanaf_zoom = excluded.vanaf_zoom,
    omvang_m = excluded.omvang_m, kader = excluded.kader, vorm = excluded.vorm, vorm_grof = excluded.vorm_grof;
  update atlas.tegel_versie set versie = versie + 1 where laag = 'beschermd' and exists (select from nieuw);
  return null;
end $$;

create trigger tegel_bij after insert on atlas.beschermd_gebied referencing new table as nieuw
  for each statement execute function atlas.tegel_beschermd_bij();
create trigger tegel_om after update on atlas.beschermd_gebied referencing new table as nieuw
  for each statement execute function atlas.tegel_beschermd_bij();
create trigger tegel_af after delete on atlas.beschermd_gebied referencing old table as oud
  for each statement execute function atlas.tegel_af('tegel_beschermd', 'beschermd');
create trigger tegel_leeg after truncate on atlas.beschermd_gebied
  for each statement execute function atlas.tegel_leeg('tegel_beschermd', 'beschermd');

-- High-voltage grid -------------------------------------------------------------------------------------------
create table atlas.tegel_hoogspanning (
  id          bigint primary key,
  laag        text not null,             -- lijn, station
  naam        text,
  spanning_kv integer,                   -- the highest
  spanning    text,                      -- all of them, highest first
  beheerder   text,
  vanaf_zoom  smallint not null,
  omvang_m    integer not null,
  kader       geometry(LineString, 3857) not null,
  vorm        bytea not null,
  vorm_grof   bytea
);
create index tegel_hoogspanning_kader on atlas.tegel_hoogspanning using gist (kader);

create function atlas.tegel_hoogspanning_bij() returns trigger language plpgsql as $$
begin
  insert into atlas.tegel_hoogspanning
  select n.id, n.soort, n.naam, s.hoogste, s.alle, n.beheerder, 0, v.omvang_m, v.kader, v.vorm, v.vorm_grof
  from nieuw n
  cross join lateral atlas.tegel_vorm(n.geom) v
  cross join lateral (
    select max(kv) as hoogste, string_agg(kv || ' kV', ', ' order by kv desc) as alle
    from (select distinct unnest(n.spanning_kv) as kv) een
  ) s
  on conflict (id) do update set laag = excluded.laag, naam = excluded.naam, spanning_kv = excluded.spanning_kv,
    spanning = excluded.spanning, beheerder = excluded.beheerder, omvang_m = excluded.omvang_m,
    kader = excluded.kader, vorm = excluded.vorm, vorm_grof = excluded.vorm_grof;
  update atlas.tegel_versie set versie = versie + 1 where laag = 'hoogspanning' and exists (select from nieuw);
  return null;
end $$;

create trigger tegel_bij after insert on atlas.hoogspanning referencing new table as nieuw
  for each statement execute function atlas.tegel_hoogspanning_bij();
create trigger tegel_om after update on atlas.hoogspanning referencing new table as nieuw
  for each statement execute function atlas.tegel_hoogspanning_bij();
create trigger tegel_af after delete on atlas.hoogspanning referencing old table as oud
  for each statement execute function atlas.tegel_af('tegel_hoogspanning', 'hoogspanning');
create trigger tegel_leeg after truncate on atlas.hoogspanning
  for each statement execute function atlas.tegel_leeg('tegel_hoogspanning', 'hoogspanning');

-- Projects ----------------------------------------------------------------------------------------------------
-- Only what is public: other rights need a tile layer of their own. An indicative point is drawn as the circle
-- it may lie in.
create table atlas.tegel_component (
  id           bigint primary key,       -- component.rij
  project_id   text not null,
  component_id text not null,
  naam         text,
  soort        text not null,
  ligging      text not null,
  fase         text,
  energiedrager text not null,
  straal_m     float8,
  vanaf_zoom   smallint not null,
  omvang_m     integer not null,
  kader        geometry(LineString, 3857) not null,
  vorm         bytea not null,
  vorm_grof    bytea
);
create index tegel_component_kader on atlas.tegel_component using gist (kader);
create index tegel_component_project on atlas.tegel_component (project_id);

create function atlas.tegel_component_ververs(projecten text[]) returns void language plpgsql as $$
begin
  delete from atlas.tegel_component where project_id = any (projecten);
  insert into atlas.tegel_component
  select c.rij, c.project_id, c.id, coalesce(c.naam, p.naam), c.soort, c.ligging, p.fase, p.energiedrager, c.straal_m,
    0, v.omvang_m, v.kader, v.vorm, v.vorm_grof
  from atlas.component_nu c
  join atlas.project_nu p on p.id = c.project_id
  cross join lateral atlas.tegel_vorm(
    case when c.ligging = 'indicatief' then ST_Buffer(c.geom, c.straal_m, 16) else c.geom end) v
  where c.project_id = any (projecten) and c.geom is not null
    and c.vertrouwelijkheid = 'openbaar' and p.vertrouwelijkheid = 'openbaar';
  update atlas.tegel_versie set versie = versie + 1 where laag = 'projecten' and cardinality(projecten) > 0;
end $$;

create function atlas.tegel_component_na() returns trigger language plpgsql as $$
begin
  perform atlas.tegel_component_ververs(array(select distinct project_id from veranderd));
  return null;
end $$;
create function atlas.tegel_project_na() returns trigger language plpgsql as $$
begin
  perform atlas.tegel_component_ververs(array(select distinct id from veranderd));
  return null;
end $$;

create trigger tegel_bij after insert on atlas.component referencing new table as veranderd
  for each statement execute function atlas.tegel_component_na();
create trigger tegel_om_oud after update on atlas.component referencing old table as veranderd
  for each statement execute function atlas.tegel_component_na();
create trigger tegel_om_nieuw after update on atlas.component referencing new table as veranderd
  for each statement execute function atlas.tegel_component_na();
create trigger tegel_af after delete on atlas.component referencing old table as veranderd
  for each statement execute function atlas.tegel_component_na();
create trigger tegel_leeg after truncate on atlas.component
  for each statement execute function atlas.tegel_leeg('tegel_component', 'projecten');
create trigger tegel_bij after insert on atlas.project referencing new table as veranderd
  for each statement execute function atlas.tegel_project_na();
create trigger tegel_om_oud after update on atlas.project referencing old table as veranderd
  for each statement execute function atlas.tegel_project_na();
create trigger tegel_om_nieuw after update on atlas.project referencing new table as veranderd
  for each statement execute function atlas.tegel_project_na();
create trigger tegel_af after delete on atlas.project referencing old table as veranderd
  for each statement execute function atlas.tegel_project_na();
create trigger tegel_leeg after truncate on atlas.project
  for each statement execute function atlas.tegel_leeg('tegel_component', 'projecten');
