-- What a question about a place is asked about, part by part. Included by the questions; begins their statement.
--
-- Parameters
--   $1 text     the geometry as GeoJSON; null when a project is asked about
--   $2 integer  SRID of $1: 4326 (lon, lat) or 28992 (RD New)
--   $3 text     id of a project; null when a geometry is asked about
--   $4 integer  SRID for geometry in the answer
-- Gives
--   keuring     one row when a geometry is asked about: whether it is valid, and where not (in the SRID of $1)
--   onderdeel   the parts in RD: the geometry, or the components of the project; nothing when it is not valid
--   bedekt      what each part covers: area (an indicative place counts as its circle, a line with a known corridor
--               as that corridor), line, point
--   project     the project asked about; no row when there is none
--   gegeven     one row: $1 and $3. Read from here the planner cannot look at their values: a plan of its own for each
--               question seems cheaper to it, and takes longer to make than the question takes to answer
-- Units and CRS: metres, planar in RD New (EPSG:28992).
-- Assumptions: stored components are sound (checked by the table); the geometry has passed the door (server/geometry).
with gegeven as materialized (
  select $1::text as geometrie, $2::int as srid, $3::text as project_id
),
invoer as materialized (
  select ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON(geometrie), srid), 28992) as geom
  from gegeven
  where geometrie is not null
),
keuring as materialized (
  select ST_IsValid(geom) as geldig,
    case when not ST_IsValid(geom) then ST_IsValidReason(geom) end as reden,
    case when not ST_IsValid(geom) then ST_Transform(ST_SetSRID((ST_IsValidDetail(geom)).location, 28992), $2::int) end as plek
  from invoer
),
onderdeel as materialized (
  select '' as id, null::text as naam, null::text as soort, null::integer[] as spanning_kv, 'exact' as ligging,
    null::float8 as straal_m, null::float8 as corridor_m, geom
  from invoer, keuring
  where geldig
  union all
  select id, naam, soort, spanning_kv, ligging, straal_m, corridor_m, geom
  from atlas.component_nu
  where project_id = (select project_id from gegeven where geometrie is null)
),
bedekt as materialized (
  select id,
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
project as materialized (
-- include: project-row.sql
  where id = (select project_id from gegeven where geometrie is null)
)
