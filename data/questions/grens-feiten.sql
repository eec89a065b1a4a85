-- Of projects what a province border has to do with the place they lie in: the part that stays the same for as long as
-- they lie there (grensoverschrijdend.sql has the rest).
--
-- Rows        one for each project
-- Parameters  $1 float8  how far a border may be to be told, in m
--             $2 text[]  ids of the projects
-- Columns     id, sleutel  the project, and its place as atlas.ligging_sleutel has it
--             editie       of the areas it was worked out with
--             plaatsen     gemeenten in which a point of each of its components lies
--             maat         { m2, m, punten } of the whole, where delen are given
--             delen        [{ soort, code, m2, m, punten, grensM }], only where it touches a border or its components lie
--                          in more provincies
--             grenzen      [{ a, b, m }] borders within $1, with the distance to it; 0 where it touches
-- Units, CRS  m² and m, planar in RD New (EPSG:28992)
-- Assumptions see divided.sql. An indicative place counts as its circle, a line with a known corridor as that corridor.
--             Borders with the sea and with abroad are no province borders.
with
onderdeel as materialized (
  select project_id as groep, id, ligging, straal_m, corridor_m, geom
  from atlas.component_nu
  where project_id = any ($2::text[])
),
nabij as materialized (
  select groep, provincie_a, provincie_b, greatest(0, min(m))::float8 as m
  from (
    select c.groep, g.provincie_a, g.provincie_b, ST_Distance(c.geom, g.geom) - c.reikt_m as m
    from (select *, coalesce(straal_m, corridor_m / 2, 0) as reikt_m from onderdeel) c
    join atlas.provinciegrens_deel g on g.geom && ST_Expand(c.geom, $1::float8 + c.reikt_m)
    -- Measured one by one: the shapes are not carried into the sort.
    offset 0
  ) paar
  where m <= $1::float8
  group by groep, provincie_a, provincie_b
),
plaats as materialized (
  select distinct c.groep, d.code, l.code as provincie
  from onderdeel c
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
  select groep,
    case
      when ligging = 'indicatief' then ST_Buffer(geom, straal_m, 32)
      when ST_Dimension(geom) = 1 and corridor_m > 0 then ST_Buffer(geom, corridor_m / 2, 'endcap=flat')
      when ST_Dimension(geom) = 2 then ST_CollectionExtract(geom, 3)
    end as vlak,
    case when ligging <> 'indicatief' and ST_Dimension(geom) >= 1 then ST_CollectionExtract(geom, 2) end as lijn,
    case when ligging <> 'indicatief' and ST_Dimension(geom) = 0 then geom end as punt
  from onderdeel
  where geom is not null and groep in (select groep from verdeeld)
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
)
, per_project as (
  select groep, md5(string_agg(atlas.ligging_sleutel(ligging, straal_m, corridor_m, geom), ' ' order by id)) as sleutel
  from onderdeel group by groep
)
select p.groep as id, p.sleutel, (select editie from atlas.editie_gemeenten) as editie, coalesce(l.codes, '[]') as plaatsen,
  json_build_object('m2', coalesce(ST_Area(s.vlak), 0), 'm', coalesce(ST_Length(s.lijn), 0),
    'punten', coalesce(ST_NumGeometries(s.punt), 0)) as maat,
  coalesce(d.delen, '[]') as delen, coalesce(g.grenzen, '[]') as grenzen
from per_project p
left join per_plaats l on l.groep = p.groep
left join samen s on s.groep = p.groep
left join per_deel d on d.groep = p.groep
left join per_grens g on g.groep = p.groep
