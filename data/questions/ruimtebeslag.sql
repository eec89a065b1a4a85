-- How large is each part of a project or a drawn place, and how is it divided over gemeenten?
--
-- Rows        one
-- Parameters  those of asked.sql
-- Columns     stempel, keuring, project, maat, onderdelen, geometrie: see bevoegd-gezag.sql
--             stukken      every part, also without a location: [{ id, naam, soort, spanningKv, ligging, straalM,
--                          corridorM, dim, m2, m, punten, delen }]
--                          dim     2 an area, 1 a line, 0 a point; null without a location
--                          m2      area of a polygon, of an indicative circle, or of a corridor
--                          delen   [{ soort, code, m2, m, punten, grensM }] of this part over gemeenten
-- Units, CRS  m² and m, planar in RD New (EPSG:28992)
-- Assumptions see the included texts
-- include: asked.sql
-- include: whole.sql
, samen as materialized (
  select id as groep, vlak,
    case when not ST_IsEmpty(lijn) then atlas.overlay_unary_union(lijn) end as lijn, punt
  from bedekt
)
-- include: shapes.sql
-- include: divided.sql
-- include: asked-about.sql
  (select coalesce(json_agg(json_build_object(
      'id', o.id, 'naam', o.naam, 'soort', o.soort, 'spanningKv', o.spanning_kv, 'ligging', o.ligging,
      'straalM', o.straal_m, 'corridorM', o.corridor_m, 'dim', ST_Dimension(o.geom),
      'm2', coalesce(ST_Area(s.vlak), 0), 'm', coalesce(ST_Length(s.lijn), 0), 'punten', coalesce(ST_NumGeometries(s.punt), 0),
      'delen', coalesce(d.delen, '[]')) order by o.id), '[]')
    from onderdeel o
    left join samen s on s.groep = o.id
    left join lateral (
      select json_agg(json_build_object(
        'soort', soort, 'code', code, 'm2', m2, 'm', m, 'punten', punten, 'grensM', grens_m) order by code) as delen
      from delen where groep = o.id and soort = 'gemeente') d on true) as stukken
