-- bevoegd-gezag.sql for a single point: nothing to cut, nothing to add up.
--
-- Rows, parameters and columns: those of bevoegd-gezag.sql; $3 is null and $1 a valid Point.
-- Assumptions a point on the border of several areas counts for an equal part in each.
with gegeven as materialized (
  select $1::text as geometrie, $2::int as srid, $3::text as project_id, $4::int as naar
),
invoer as materialized (
  select ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON(geometrie), srid), 28992) as geom from gegeven
),
raak as (
  select distinct d.soort, d.code from atlas.gebied_deel d where ST_Intersects(d.geom, (select geom from invoer))
)
select
  (select stempel from atlas.stand) as stempel,
  json_build_object('geldig', true, 'reden', null, 'plek', null) as keuring,
  (select project_id::json from gegeven) as project,
  json_build_object('m2', 0, 'm', 0, 'punten', 1) as maat,
  json_build_array(json_build_object('ligging', 'exact', 'straalM', null)) as onderdelen,
  (select ST_AsGeoJSON(ST_Transform(geom, naar), case when naar = 28992 then 3 else 7 end, 0)::json
    from invoer, gegeven where srid <> naar) as geometrie,
  (select coalesce(json_agg(json_build_object('soort', soort, 'code', code, 'm2', 0, 'm', 0,
      'punten', (1.0 / aantal)::float8, 'grensM', 0)), '[]')
    from (select soort, code, count(*) over (partition by soort) as aantal from raak) delen) as delen
