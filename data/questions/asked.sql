-- What every question about a place starts from; the statement of the question follows after a comma.
--
-- Parameters
--   $1 text     the geometry as GeoJSON; null when a project is asked about
--   $2 integer  SRID of $1: 4326 (lon, lat) or 28992 (RD New)
--   $3 text     id of a project; null when a geometry is asked about
--   $4 integer  SRID for geometry in the answer
-- Gives
--   onderdeel   the parts asked about in RD: the geometry, or the components of the project; sound only
--   keuring     one row: whether the geometry is valid, and where not (in the SRID of $1)
--   vorm        what is measured, by dimension: 2 areas (an indicative place counts as its circle, a line with a
--               known corridor as that corridor), 1 lines, 0 points
--   maat        one row: area in m², length in m, number of points; each place counts once
--   project     the project asked about; no row when there is none
-- Units and CRS: metres, planar in RD New (EPSG:28992).
-- Assumptions: stored components are sound (checked by the table); the geometry has passed the door (server/geometry).
with invoer as materialized (
  select ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON($1::text), $2::int), 28992) as geom
  where $1::text is not null
),
keuring as materialized (
  select ST_IsValid(geom) as geldig,
    case when not ST_IsValid(geom) then ST_IsValidReason(geom) end as reden,
    case when not ST_IsValid(geom) then ST_Transform((ST_IsValidDetail(geom)).location, $2::int) end as plek
  from invoer
),
onderdeel as materialized (
  select null::text as id, null::text as naam, null::text as soort, 'exact'::text as ligging,
    null::float8 as straal_m, null::float8 as corridor_m, geom
  from invoer, keuring
  where geldig
  union all
  select id, naam, soort, ligging, straal_m, corridor_m, geom
  from atlas.component_nu
  where project_id = $3::text and $1::text is null
),
bedekt as materialized (
  select
    case
      when ligging = 'indicatief' then ST_Buffer(geom, straal_m, 32)
      when ST_Dimension(geom) = 1 and corridor_m > 0 then ST_Buffer(geom, corridor_m / 2, 'endcap=flat')
      when ST_Dimension(geom) = 2 then ST_CollectionExtract(geom, 3)
    end as vlak,
    case when ligging <> 'indicatief' and ST_Dimension(geom) >= 1 then ST_CollectionExtract(geom, 2) end as lijn,
    case when ligging <> 'indicatief' and ST_Dimension(geom) = 0 then geom end as punt
  from onderdeel
  where geom is not null
),
samen as materialized (
  select
    case when count(vlak) = 1 then (array_agg(vlak) filter (where vlak is not null))[1]
      else atlas.overlay_unary_union(ST_Collect(vlak)) end as vlak,
    -- Always: a line that runs back over itself takes its place once.
    atlas.overlay_unary_union(ST_Collect(lijn) filter (where not ST_IsEmpty(lijn))) as lijn,
    ST_Collect(punt) as punt
  from bedekt
),
vorm as materialized (
  select 2 as dim, deel as geom
  from samen, lateral ST_Subdivide(vlak, 256) as deel
  where vlak is not null and ST_NPoints(vlak) > 512
  union all
  select 2, vlak from samen where vlak is not null and ST_NPoints(vlak) <= 512
  union all
  select 1, lijn from samen where lijn is not null
  union all
  select 0, (ST_Dump(punt)).geom from samen where punt is not null
),
maat as materialized (
  select coalesce(ST_Area(vlak), 0)::float8 as m2, coalesce(ST_Length(lijn), 0)::float8 as m,
    coalesce(ST_NumGeometries(punt), 0)::int as punten
  from samen
),
project as materialized (
  select id, naam, provincies, gemeenten, bedient_provincies, energiedrager, type_infra, kenmerken
  from atlas.project_nu
  where id = $3::text and $1::text is null
)
