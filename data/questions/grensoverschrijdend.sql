-- Which projects lie across a province border, or near one, and for how much in each gemeente?
--
-- Rows        one
-- Parameters  $1 float8  how near a border still counts, in m
--             $2 boolean whether the places are wanted as geometry (CRS84)
-- Columns     stempel    which load the answer belongs to
--             projecten  every project known now: { id, naam, provincies, gemeenten, bedient, ligging, plaatsen, maat,
--                        delen, grenzen, geometrie }
--                        plaatsen  gemeenten in which a point of each of its components lies
--                        delen     [{ soort, code, m2, m, punten, grensM }], only where it touches a border or its
--                                  components lie in more provincies
--                        grenzen   [{ a, b, m }] borders within $1, with the distance to it; 0 where it touches
-- Units, CRS  m² and m, planar in RD New (EPSG:28992)
-- Assumptions see divided.sql. An indicative place counts as its circle, a line with a known corridor as that corridor.
--             Borders with the sea and with abroad are no province borders.
with
-- In short pieces: one border is hundreds of kilometres, and its box covers half the country.
grens as materialized (
  select provincie_a, provincie_b, ST_Subdivide(geom, 32) as geom
  from atlas.provinciegrens
  where provincie_b is not null
),
nabij as materialized (
  select c.project_id as groep, g.provincie_a, g.provincie_b,
    greatest(0, min(ST_Distance(c.geom, g.geom) - coalesce(c.straal_m, c.corridor_m / 2, 0)))::float8 as m
  from grens g
  join atlas.component_nu c
    on c.geom && ST_Expand(g.geom, $1::float8 + (select m from atlas.longest_reach))
    and ST_DWithin(c.geom, g.geom, $1::float8 + coalesce(c.straal_m, c.corridor_m / 2, 0))
  group by c.project_id, g.provincie_a, g.provincie_b
),
plaats as materialized (
  select distinct c.project_id as groep, d.code, l.code as provincie
  from atlas.component_nu c
  join atlas.gebied_deel d on d.soort = 'gemeente' and ST_Intersects(d.geom, ST_PointOnSurface(c.geom))
  left join atlas.gebied_lid l on l.soort = 'provincie' and l.gemeente_code = d.code and not l.deel
  where c.geom is not null
),
verdeeld as materialized (
  select groep from nabij where m = 0
  union
  select groep from plaats group by groep having count(distinct provincie) > 1
),
bedekt as materialized (
  select project_id as groep,
    case
      when ligging = 'indicatief' then ST_Buffer(geom, straal_m, 32)
      when ST_Dimension(geom) = 1 and corridor_m > 0 then ST_Buffer(geom, corridor_m / 2, 'endcap=flat')
      when ST_Dimension(geom) = 2 then ST_CollectionExtract(geom, 3)
    end as vlak,
    case when ligging <> 'indicatief' and ST_Dimension(geom) >= 1 then ST_CollectionExtract(geom, 2) end as lijn,
    case when ligging <> 'indicatief' and ST_Dimension(geom) = 0 then geom end as punt
  from atlas.component_nu
  where geom is not null and project_id in (select groep from verdeeld)
),
samen as materialized (
  select groep,
    case when count(vlak) = 1 then (array_agg(vlak) filter (where vlak is not null))[1]
      else atlas.overlay_unary_union(ST_Collect(vlak)) end as vlak,
    atlas.overlay_unary_union(ST_Collect(lijn) filter (where not ST_IsEmpty(lijn))) as lijn,
    ST_RemoveRepeatedPoints(ST_CollectionExtract(ST_Collect(punt), 1)) as punt
  from bedekt
  group by groep
)
-- include: shapes.sql
-- include: divided.sql
, per_plaats as (select groep, json_agg(distinct code) as codes from plaats group by groep),
per_grens as (
  select groep, json_agg(json_build_object('a', provincie_a, 'b', provincie_b, 'm', m) order by m, provincie_a, provincie_b) as grenzen
  from nabij group by groep
),
per_deel as (
  select groep, json_agg(json_build_object(
      'soort', soort, 'code', code, 'm2', m2, 'm', m, 'punten', punten, 'grensM', grens_m) order by code) as delen
  from delen where soort = 'gemeente' group by groep
),
per_component as (
  select project_id, array_agg(ligging) as liggingen,
    case when $2::boolean then ST_Collect(geom) end as geom
  from atlas.component_nu group by project_id
)
select
  (select stempel from atlas.stand) as stempel,
  (select coalesce(json_agg(json_build_object(
      'id', p.id, 'naam', p.naam, 'provincies', p.provincies, 'gemeenten', p.gemeenten, 'bedient', p.bedient_provincies,
      'typeInfra', p.type_infra, 'typeInfraGroep', p.type_infra_groep, 'liggingen', coalesce(c.liggingen, '{}'), 'plaatsen', coalesce(l.codes, '[]'),
      'maat', json_build_object('m2', coalesce(ST_Area(s.vlak), 0), 'm', coalesce(ST_Length(s.lijn), 0),
        'punten', coalesce(ST_NumGeometries(s.punt), 0)),
      'delen', coalesce(d.delen, '[]'), 'grenzen', coalesce(g.grenzen, '[]'),
      'geometrie', ST_AsGeoJSON(ST_Transform(ST_CollectionExtract(c.geom, ST_Dimension(c.geom) + 1), 4326), 7, 0)::json)
      order by p.id), '[]')
    from atlas.project_nu p
    left join per_component c on c.project_id = p.id
    left join per_plaats l on l.groep = p.id
    left join samen s on s.groep = p.id
    left join per_deel d on d.groep = p.id
    left join per_grens g on g.groep = p.id) as projecten
