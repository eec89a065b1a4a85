-- How much room do the projects of a provincie, or of the country, take, part by part and gemeente by gemeente?
--
-- Rows        one
-- Parameters  $1 text  code of a provincie; null = every project
-- Columns     stempel    which load the answer belongs to
--             projecten  every project known now: { id, naam, gemeenten, energiedrager, typeInfra, aard, bronnen,
--                        opmerking, oppervlakteHa, ibnVan, ibnTot, stukken }
--                        stukken  as ruimtebeslag.sql gives them; an indicative place is not divided
--             overElkaar as ruimtebeslag.sql gives them: of each project, of the projects of a year (the last of the
--                        IBN; '' unknown) and of all, the last two for what is direct only
-- Units, CRS  m², m and MW, planar in RD New (EPSG:28992)
-- Assumptions see divided.sql. A line with a known corridor counts as that corridor.
with
gevraagd as materialized (
  select * from atlas.project_nu where $1::text is null or provincies @> array[$1::text]
),
onderdeel as materialized (
  select c.id, c.project_id, c.naam, c.soort, c.spanning_kv, c.ligging, c.straal_m, c.corridor_m, c.vermogen_mw, c.geom,
    coalesce(p.ibn_tot, p.ibn_van) as jaar
  from atlas.component_nu c
  join gevraagd p on p.id = c.project_id
),
bedekt as materialized (
  select id, project_id, jaar, ligging, ST_Dimension(geom) as dim,
    case
      when ST_Dimension(geom) = 1 and corridor_m > 0 then ST_Buffer(geom, corridor_m / 2, 'endcap=flat')
      when ST_Dimension(geom) = 2 then ST_CollectionExtract(geom, 3)
    end as vlak,
    case when ST_Dimension(geom) >= 1 and not ST_IsEmpty(ST_CollectionExtract(geom, 2))
      then atlas.overlay_unary_union(ST_CollectionExtract(geom, 2)) end as lijn,
    case when ST_Dimension(geom) = 0 then ST_RemoveRepeatedPoints(ST_Multi(geom)) end as punt
  from onderdeel
  where geom is not null and ligging <> 'indicatief'
),
exact as (
  select id, project_id, jaar, case dim when 2 then 'direct' else 'indirect' end as soort, vlak
  from bedekt
  where ligging = 'exact' and vlak is not null
),
gemeten as materialized (
  select 'project' as niveau, project_id as sleutel, soort, id, vlak from exact
  union all
  select 'jaar', coalesce(jaar::text, ''), soort, id, vlak from exact where soort = 'direct'
  union all
  select 'alles', '', soort, id, vlak from exact where soort = 'direct'
)
-- include: counted-once.sql
, samen as materialized (
  select id as groep, vlak, lijn, punt from bedekt
  union all
  select groep, vlak, null, null from over_elkaar
)
-- include: shapes.sql
-- include: divided.sql
, per_deel as (
  select groep, json_agg(json_build_object(
      'soort', soort, 'code', code, 'm2', m2, 'm', m, 'punten', punten, 'grensM', grens_m) order by code) as delen
  from delen where soort = 'gemeente' group by groep
),
per_project as (
  select o.project_id, json_agg(json_build_object(
      'id', o.id, 'naam', o.naam, 'soort', o.soort, 'spanningKv', o.spanning_kv, 'ligging', o.ligging,
      'straalM', o.straal_m, 'corridorM', o.corridor_m, 'vermogenMw', o.vermogen_mw, 'dim', ST_Dimension(o.geom),
      'plekken', case ST_Dimension(o.geom) when 0 then ST_NumGeometries(ST_RemoveRepeatedPoints(ST_Multi(o.geom))) end,
      'm2', coalesce(ST_Area(s.vlak), 0), 'm', coalesce(ST_Length(s.lijn), 0), 'punten', coalesce(ST_NumGeometries(s.punt), 0),
      'delen', coalesce(d.delen, '[]')) order by o.id) as stukken
  from onderdeel o
  left join samen s on s.groep = o.id
  left join per_deel d on d.groep = o.id
  group by o.project_id
)
select
  (select stempel from atlas.stand) as stempel,
  (select coalesce(json_agg(json_build_object(
      'id', p.id, 'naam', p.naam, 'gemeenten', p.gemeenten, 'energiedrager', p.energiedrager,
      'typeInfra', p.type_infra, 'typeInfraGroep', p.type_infra_groep, 'aard', p.aard,
      'bronnen', p.bronnen, 'opmerking', p.kenmerken -> 'opmerking',
      'oppervlakteHa', p.kenmerken -> 'oppervlakteHa', 'ibnVan', p.ibn_van, 'ibnTot', p.ibn_tot,
      'stukken', coalesce(s.stukken, '[]')) order by p.id), '[]')
    from gevraagd p
    left join per_project s on s.project_id = p.id) as projecten,
  (select coalesce(json_agg(json_build_object(
      'niveau', e.niveau, 'sleutel', e.sleutel, 'soort', e.soort, 'leden', e.leden, 'm2', ST_Area(e.vlak),
      'delen', coalesce(d.delen, '[]')) order by e.groep), '[]')
    from over_elkaar e
    left join per_deel d on d.groep = e.groep) as "overElkaar"
