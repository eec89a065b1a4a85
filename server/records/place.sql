-- Where a geometry that is about to be saved lies: is it valid, in which provincies, and how much of it outside its zoekgebied.
--
-- Parameters
--   $1 text     the geometry as GeoJSON
--   $2 integer  its SRID: 4326 (lon, lat) or 28992 (RD New)
--   $3 text     id of the component it belongs to, whose zoekgebied it must stay within; null: it has none
--   $4 text     id of the variant that is saved; null when none is
-- Gives one row
--   geldig, reden, plek   whether it is valid, and where not (in the SRID of $2)
--   ewkb                  as it will be stored, in hex; null when it is not valid
--   m2, m, punten         its area, length or number of points
--   provincies            [{ code, naam, m2, m, punten }] that it lies in
--   grenzen               herkomst of the boundaries; null when none are loaded
--   zoekgebied            { m2, m, punten } of it outside the zoekgebied; null when there is none
-- Units and CRS: metres, planar in RD New (EPSG:28992).
-- Assumptions: the geometry has passed the door (server/geometry); pieces of one gemeente do not overlap.
with invoer as materialized (
  select ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON($1::text), $2::int), 28992) as geom
),
keuring as materialized (
  select ST_IsValid(geom) as geldig,
    case when not ST_IsValid(geom) then ST_IsValidReason(geom) end as reden,
    case when not ST_IsValid(geom) then ST_Transform(ST_SetSRID((ST_IsValidDetail(geom)).location, 28992), $2::int) end as plek
  from invoer
),
vorm as materialized (
  select geom, ST_Dimension(geom) as dim from invoer, keuring where geldig
),
stuk as materialized (
  select l.code, v.dim,
    case v.dim when 2 then case when ST_Covers(d.geom, v.geom) then v.geom else atlas.overlay_intersection(d.geom, v.geom) end
      when 1 then atlas.overlay_intersection(d.geom, v.geom)
      else v.geom end as geom,
    d.geom as gebied
  from vorm v
  join atlas.gebied_deel d on d.soort = 'gemeente' and ST_Intersects(d.geom, v.geom)
  join atlas.gebied_lid l on l.soort = 'provincie' and l.gemeente_code = d.code and not l.deel
),
ligt as (
  select code, sum(case dim when 2 then atlas.area_m2(geom) else 0 end)::float8 as m2,
    coalesce(case min(dim) when 1 then atlas.length_m(atlas.overlay_unary_union(ST_Collect(ST_CollectionExtract(geom, 2)) filter (where dim = 1))) end, 0)::float8 as m,
    coalesce(case min(dim) when 0 then (
      select count(*) from vorm, ST_Dump(vorm.geom) punt
      where exists (select from stuk s where s.code = stuk.code and ST_Intersects(s.gebied, punt.geom))) end, 0)::int as punten
  from stuk
  group by code
),
-- The last search area it was known to have, and those of its varianten.
zoekdelen as (
  (select geom from atlas.component
    where id = $3::text and ligging = 'zoekgebied' and not ingetrokken order by bekend_van desc, rij desc limit 1)
  union all
  select geom from atlas.variant
  where component_id = $3::text and ligging = 'zoekgebied' and bekend_tot is null and not ingetrokken and id <> coalesce($4::text, '')
),
zoek as materialized (
  select atlas.overlay_unary_union(ST_Collect(geom)) as geom from zoekdelen where geom is not null having count(*) > 0
)
select k.geldig, k.reden,
  case when k.plek is not null then array[ST_X(k.plek), ST_Y(k.plek)]::float8[] end as plek,
  (select encode(ST_AsEWKB(geom), 'hex') from vorm) as ewkb,
  (select ST_GeometryType(geom) from vorm) as type,
  coalesce((select atlas.area_m2(geom) from vorm), 0)::float8 as m2,
  coalesce((select atlas.length_m(geom) from vorm), 0)::float8 as m,
  coalesce((select ST_NumGeometries(geom) from vorm where dim = 0), 0)::int as punten,
  (select coalesce(json_agg(json_build_object('code', l.code, 'naam', coalesce(g.naam, l.code), 'm2', l.m2, 'm', l.m, 'punten', l.punten)
      order by l.m2 desc, l.m desc, l.punten desc, l.code), '[]')
    from ligt l left join atlas.gebied g on g.soort = 'provincie' and g.code = l.code) as provincies,
  (select herkomst from atlas.databron where id = 'gemeenten' and exists (select from atlas.gebied_deel where soort = 'gemeente')) as grenzen,
  (select json_build_object(
      'm2', case v.dim when 2 then atlas.area_m2(atlas.overlay_difference(v.geom, z.geom)) else 0 end,
      'm', case v.dim when 1 then atlas.length_m(atlas.overlay_difference(v.geom, z.geom)) else 0 end,
      'punten', case v.dim when 0 then (select count(*) from ST_Dump(v.geom) punt where not ST_Intersects(z.geom, punt.geom)) else 0 end)
    from vorm v, zoek z) as zoekgebied
from keuring k
