-- What lies at a point, or within a few metres of it? Areas are left to the register: here only gemeente and waterschap.
--
-- Rows        one row for each hit, nearest first; at most 51 of each layer (the 51st says there are more)
-- Parameters  $1 float8 longitude, $2 float8 latitude (CRS84), $3 float8 distance in m
-- Columns     laag, id, naam, soort, toelichting, afstand_m (m)
-- Units, CRS  metres, planar in RD New (EPSG:28992)
-- Assumptions an indicative project counts within its radius, a line with a known corridor within half its width
with plek as materialized (
  select ST_Transform(ST_SetSRID(ST_MakePoint($1::float8, $2::float8), 4326), 28992) as geom
)
(select 'projecten' as laag, c.project_id as id, coalesce(p.naam, '') as naam, c.soort,
    case when c.ligging = 'indicatief' then 'indicatieve ligging' when c.ligging = 'zoekgebied' then 'zoekgebied' end as toelichting,
    greatest(0, ST_Distance(c.geom, plek.geom) - coalesce(c.straal_m, c.corridor_m / 2, 0))::float8 as afstand_m
  from plek, atlas.component_nu c
  left join atlas.project_nu p on p.id = c.project_id
  where c.geom && ST_Expand(plek.geom, (select m from atlas.longest_reach) + $3::float8)
    and ST_Distance(c.geom, plek.geom) <= coalesce(c.straal_m, c.corridor_m / 2, 0) + $3::float8
  order by afstand_m, c.project_id
  limit 51)
union all
(select 'hoogspanning-' || case h.soort when 'station' then 'stations' else 'lijnen' end, h.id::text,
    coalesce(h.naam, case h.soort when 'station' then 'Station' else 'Verbinding' end), h.soort,
    nullif(concat_ws(' · ', array_to_string(h.spanning_kv, '/') || ' kV', h.beheerder), ''),
    ST_Distance(h.geom, plek.geom)::float8
  from plek join atlas.hoogspanning h on ST_DWithin(h.geom, plek.geom, $3::float8)
  order by 6, 2
  limit 51)
union all
(select 'plannen', v.id::text, coalesce(v.naam, p.naam), v.onderdeel,
    concat_ws(' · ', p.naam, p.status, v.hoofdgroep), ST_Distance(v.geom, plek.geom)::float8
  from plek join atlas.planvlak v on ST_DWithin(v.geom, plek.geom, $3::float8)
  join atlas.plan p on p.id = v.plan_id
  order by 6, v.plan_id, v.onderdeel = 'plangebied', v.id
  limit 51)
union all
(select b.laag, b.id::text, coalesce(b.naam, b.bron_id, b.id::text), null, null, ST_Distance(b.geom, plek.geom)::float8
  from plek join atlas.beschermd_gebied b on ST_DWithin(b.geom, plek.geom, $3::float8)
  order by 6, 2
  limit 51)
union all
(select distinct d.soort, d.code, d.code, null, null, 0::float8
  from plek join atlas.gebied_deel d on ST_Intersects(d.geom, plek.geom)
  limit 51)
