-- Every project there is for who asks, for the question which of them lie across a province border, or near one. What the
-- borders have to do with each comes from grens-feiten.sql and is kept by `sleutel`.
--
-- Rows        one
-- Parameters  $1 boolean whether the places are wanted as geometry (CRS84)
-- Columns     stempel    which load the answer belongs to
--             projecten  [{ id, naam, provincies, gemeenten, bedient, typeInfra, typeInfraGroep, liggingen, sleutel, geometrie }]
--                        sleutel: the place of its components together; null when there are none
with per_component as (
  select project_id, array_agg(ligging) as liggingen,
    md5(string_agg(atlas.ligging_sleutel(ligging, straal_m, corridor_m, geom), ' ' order by id)) as sleutel,
    case when $1::boolean then ST_Collect(geom) end as geom
  from atlas.component_nu group by project_id
)
select
  (select stempel from atlas.stand) as stempel,
  (select coalesce(json_agg(json_build_object(
      'id', p.id, 'naam', p.naam, 'provincies', p.provincies, 'gemeenten', p.gemeenten, 'bedient', p.bedient_provincies,
      'typeInfra', p.type_infra, 'typeInfraGroep', p.type_infra_groep, 'liggingen', coalesce(c.liggingen, '{}'),
      'sleutel', c.sleutel,
      'geometrie', ST_AsGeoJSON(ST_Transform(ST_CollectionExtract(c.geom, ST_Dimension(c.geom) + 1), 4326), 7, 0)::json)
      order by p.id), '[]')
    from atlas.project_nu p
    left join per_component c on c.project_id = p.id) as projecten
