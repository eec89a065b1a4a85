-- What of a project as the place asked about does not follow from where it lies; the rest is kept by `sleutel`.
--
-- Rows        one
-- Parameters  $1 text  id of the project
-- Columns     stempel, keuring, project, onderdelen: see asked-about.sql
--             sleutel  the place of its components together; null when there are none
with onderdeel as materialized (
  select id, ligging, straal_m, corridor_m, geom from atlas.component_nu where project_id = $1::text
)
select
  (select stempel from atlas.stand) as stempel,
  null::json as keuring,
  (select row_to_json(p) from (
-- include: project-row.sql
    where id = $1::text) p) as project,
  (select json_agg(json_build_object('ligging', ligging, 'straalM', straal_m)) from onderdeel) as onderdelen,
  (select md5(string_agg(atlas.ligging_sleutel(ligging, straal_m, corridor_m, geom), ' ' order by id)) from onderdeel) as sleutel
