-- Which gemeenten and waterschappen does a place lie in, and for how much?
--
-- Rows        one
-- Parameters  those of asked.sql
-- Columns     stempel      which load the answer belongs to
--             keuring      { geldig, reden, plek }; null for a project
--             project      the project; null for a geometry, or when there is no such project
--             maat         { m2, m, punten } of the whole
--             onderdelen   [{ ligging, straalM }]
--             geometrie    GeoJSON of the whole in SRID $4; null when it is the geometry that was sent
--             delen        [{ soort, code, m2, m, punten, grensM }]
-- Units, CRS  m² and m, planar in RD New (EPSG:28992)
-- Assumptions see the included texts
-- include: asked.sql
-- include: whole.sql
, samen as (select * from geheel)
-- include: shapes.sql
-- include: divided.sql
select
  (select stempel from atlas.stand) as stempel,
  (select json_build_object('geldig', geldig, 'reden', reden, 'plek',
      case when plek is not null then array[ST_X(plek), ST_Y(plek)]::float8[] end) from keuring) as keuring,
  (select row_to_json(project) from project) as project,
  (select json_build_object('m2', m2, 'm', m, 'punten', punten) from maat) as maat,
  (select json_agg(json_build_object('ligging', ligging, 'straalM', straal_m)) from onderdeel) as onderdelen,
  case when $1::text is null or $2::int <> $4::int then
    (select ST_AsGeoJSON(ST_Transform(coalesce(vlak, lijn, punt), $4::int), case when $4::int = 28992 then 3 else 7 end, 0)::json
      from geheel)
  end as geometrie,
  (select coalesce(json_agg(json_build_object(
      'soort', soort, 'code', code, 'm2', m2, 'm', m, 'punten', punten, 'grensM', grens_m)), '[]')
    from delen) as delen
