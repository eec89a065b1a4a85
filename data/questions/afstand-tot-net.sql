-- How far is the existing high-voltage grid: which stations and which lines are nearest?
--
-- Rows        one
-- Parameters  those of asked.sql, $5 integer: only what has this voltage in kV, or null; $6 boolean: whether the
--             shortest line is wanted as geometry; $7 integer: how many of each
-- Columns     stempel, keuring, project, maat, onderdelen, geometrie: see bevoegd-gezag.sql
--             stations, lijnen   [{ id, naam, spanningKv, beheerder, afstandM, geometrie }], the nearest first
-- Units, CRS  m, planar in RD New (EPSG:28992); geometry in SRID $4
-- Assumptions the distance is from the edge of what the place covers: its area, the circle of an indicative place, the
--             corridor of a line. 0 where it touches or lies inside. The index only chooses who comes near; the
--             distances are exact.
-- include: asked.sql
-- include: whole.sql
, plek as materialized (
  select ST_Collect(array_remove(array[vlak, lijn, punt], null)) as geom
  from geheel
  where coalesce(vlak, lijn, punt) is not null
),
net as materialized (
  select s.soort, n.id, n.naam, n.spanning_kv, n.beheerder, ST_Distance(n.geom, p.geom) as m,
    case when $6::boolean and not ST_Intersects(n.geom, p.geom) then ST_ShortestLine(p.geom, n.geom) end as kortste
  from plek p
  cross join (values ('station'), ('lijn')) as s (soort)
  cross join lateral (
    select h.id, h.naam, h.spanning_kv, h.beheerder, h.geom
    from atlas.hoogspanning h
    where h.soort = s.soort and ($5::int is null or $5::int = any (h.spanning_kv))
    order by h.geom <-> p.geom
    limit $7::int
  ) n
)
-- include: asked-about.sql
  (select coalesce(json_agg(json_build_object(
      'id', id::text, 'naam', naam, 'spanningKv', coalesce(spanning_kv, '{}'), 'beheerder', beheerder, 'afstandM', m,
      'geometrie', ST_AsGeoJSON(ST_Transform(kortste, $4::int), case when $4::int = 28992 then 3 else 7 end, 0)::json)
      order by m, id), '[]')
    from net where soort = 'station') as stations,
  (select coalesce(json_agg(json_build_object(
      'id', id::text, 'naam', naam, 'spanningKv', coalesce(spanning_kv, '{}'), 'beheerder', beheerder, 'afstandM', m,
      'geometrie', ST_AsGeoJSON(ST_Transform(kortste, $4::int), case when $4::int = 28992 then 3 else 7 end, 0)::json)
      order by m, id), '[]')
    from net where soort = 'lijn') as lijnen
