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
-- include: asked-about.sql
  (select coalesce(json_agg(json_build_object(
      'soort', soort, 'code', code, 'm2', m2, 'm', m, 'punten', punten, 'grensM', grens_m)), '[]')
    from delen) as delen
