-- How large is each part of a project or a drawn place, and how is it divided over gemeenten?
--
-- Rows        one
-- Parameters  those of asked.sql
-- Columns     stempel, keuring, project, maat, onderdelen, geometrie: see bevoegd-gezag.sql
--             stukken      every part, also without a location: [{ id, naam, soort, spanningKv, ligging, straalM,
--                          corridorM, vermogenMw, dim, m2, m, punten, plekken, delen }]
--                          dim     2 an area, 1 a line, 0 a point; null without a location
--                          m2      area of a polygon, of an indicative circle, or of a corridor
--                          plekken number of different points; null for a line, an area and without a location
--                          delen   [{ soort, code, m2, m, punten, grensM }] of this part over gemeenten
--             overElkaar   measured parts that touch or lie over each other: [{ niveau, sleutel, soort, leden, m2, delen }]
--             bronnen      sources the register gives for the project; null for a geometry
-- Units, CRS  m², m and MW, planar in RD New (EPSG:28992)
-- Assumptions see the included texts
-- include: asked.sql
-- include: whole.sql
, gemeten as materialized (
  select 'project' as niveau, '' as sleutel, case ST_Dimension(o.geom) when 2 then 'direct' else 'indirect' end as soort,
    b.id, b.vlak
  from bedekt b
  join onderdeel o on o.id = b.id
  where o.ligging = 'exact' and b.vlak is not null
)
-- include: counted-once.sql
, samen as materialized (
  select id as groep, vlak,
    case when not ST_IsEmpty(lijn) then atlas.overlay_unary_union(lijn) end as lijn,
    -- A point given twice is one place.
    ST_RemoveRepeatedPoints(ST_Multi(punt)) as punt
  from bedekt
  union all
  select groep, vlak, null, null from over_elkaar
)
-- include: shapes.sql
-- include: divided.sql
-- include: asked-about.sql
  (select coalesce(json_agg(json_build_object(
      'id', o.id, 'naam', o.naam, 'soort', o.soort, 'spanningKv', o.spanning_kv, 'ligging', o.ligging,
      'straalM', o.straal_m, 'corridorM', o.corridor_m, 'dim', ST_Dimension(o.geom),
      'vermogenMw', (select c.vermogen_mw from atlas.component_nu c
        where c.id = o.id and c.project_id = (select project_id from gegeven where geometrie is null)),
      'plekken', case ST_Dimension(o.geom) when 0 then ST_NumGeometries(ST_RemoveRepeatedPoints(ST_Multi(o.geom))) end,
      'm2', coalesce(ST_Area(s.vlak), 0), 'm', coalesce(ST_Length(s.lijn), 0), 'punten', coalesce(ST_NumGeometries(s.punt), 0),
      'delen', coalesce(d.delen, '[]')) order by o.id), '[]')
    from onderdeel o
    left join samen s on s.groep = o.id
    left join lateral (
      select json_agg(json_build_object(
        'soort', soort, 'code', code, 'm2', m2, 'm', m, 'punten', punten, 'grensM', grens_m) order by code) as delen
      from delen where groep = o.id and soort = 'gemeente') d on true) as stukken,
  (select coalesce(json_agg(json_build_object(
      'niveau', e.niveau, 'sleutel', e.sleutel, 'soort', e.soort, 'leden', e.leden, 'm2', ST_Area(e.vlak),
      'delen', coalesce(d.delen, '[]')) order by e.groep), '[]')
    from over_elkaar e
    left join lateral (
      select json_agg(json_build_object(
        'soort', soort, 'code', code, 'm2', m2, 'm', m, 'punten', punten, 'grensM', grens_m) order by code) as delen
      from delen where groep = e.groep and soort = 'gemeente') d on true) as "overElkaar",
  (select to_json(bronnen) from atlas.project_nu
    where id = (select project_id from gegeven where geometrie is null)) as bronnen
