-- Every project there is for who asks, for the question which of them lie across a province border, or near one. What the
-- borders have to do with each comes from grens-feiten.sql and is kept by `sleutel`.
--
-- Rows        one
-- Parameters  $1 boolean whether the places are wanted as geometry (CRS84)
-- Columns     stempel    which load the answer belongs to
--             editie     of the areas the facts belong to
--             projecten  [{ id, naam, provincies, gemeenten, bedient, typeInfra, typeInfraGroep, liggingen, sleutel, geometrie }]
--                        sleutel: the place of its components together; null when there are none
with per_component as (
  select project_id, array_agg(ligging) as liggingen, md5(string_agg(deel, ' ' order by id)) as sleutel,
    case when $1::boolean then ST_Collect(geom) end as geom
  from (
    -- Only what goes on is carried along: the shapes are most of the table.
    select project_id, id, ligging, atlas.ligging_sleutel(ligging, straal_m, corridor_m, geom) as deel,
      case when $1::boolean then geom end as geom
    from atlas.component_nu
    offset 0
  ) onderdeel
  group by project_id
)
select
  (select stempel from atlas.stand) as stempel, (select editie from atlas.editie_gemeenten) as editie,
  -- Whole rows: naming every field of every project apart takes half as long again.
  (select coalesce(json_agg(een), '[]') from (
    select p.id, p.naam, p.provincies, p.gemeenten, p.bedient_provincies as bedient, p.type_infra as "typeInfra",
      p.type_infra_groep as "typeInfraGroep", coalesce(c.liggingen, '{}') as liggingen, c.sleutel,
      ST_AsGeoJSON(ST_Transform(ST_CollectionExtract(c.geom, ST_Dimension(c.geom) + 1), 4326), 7, 0)::json as geometrie
    from atlas.project_nu p
    left join per_component c on c.project_id = p.id
    order by p.id) een) as projecten
