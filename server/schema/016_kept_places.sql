-- What lets the server keep what it worked out about a place for as long as nothing about that place changes.

-- The same text for the same place: certainty, radius, corridor and every corner. Who knows it knows the place, so what
-- is kept under it tells nobody more than they may see.
create function atlas.ligging_sleutel(ligging text, straal_m float8, corridor_m float8, geom geometry) returns text
  language sql immutable parallel safe
  return ligging || '/' || coalesce(straal_m::text, '') || '/' || coalesce(corridor_m::text, '') || '/' || coalesce(md5(geom::bytea), '');

-- The borders between two provincies in short pieces: one border is hundreds of kilometres, and its box covers half the
-- country. Kept equal to atlas.provinciegrens by triggers.
create table atlas.provinciegrens_deel (
  provincie_a text not null,
  provincie_b text not null,
  geom        geometry(LineString, 28992) not null
);
create index provinciegrens_deel_geom on atlas.provinciegrens_deel using gist (geom);

create function atlas.provinciegrens_na() returns trigger language plpgsql as $$
begin
  delete from atlas.provinciegrens_deel;
  insert into atlas.provinciegrens_deel
  select provincie_a, provincie_b, ST_Subdivide((ST_Dump(geom)).geom, 32)
  from atlas.provinciegrens where provincie_b is not null;
  return null;
end $$;
create trigger delen_na after insert or update or delete or truncate on atlas.provinciegrens
  for each statement execute function atlas.provinciegrens_na();
insert into atlas.provinciegrens_deel
select provincie_a, provincie_b, ST_Subdivide((ST_Dump(geom)).geom, 32)
from atlas.provinciegrens where provincie_b is not null;

grant select on atlas.provinciegrens_deel to atlas_lezer;
