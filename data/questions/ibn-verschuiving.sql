-- What was said about the year in which each project comes into use, and when?
--
-- Rows        one
-- Parameters  $1 text  code of a provincie; null = every project
-- Columns     stempel    which load the answer belongs to
--             projecten  every project known now: { id, naam, gemeenten, typeInfra, typeInfraGroep, fase, ibnVan,
--                        ibnTot, bronDatum, kenmerken, uitspraken }
--                        kenmerken   only ibnEerder and ibnToelichting
--                        uitspraken  [{ jaarVan, jaarTot, aard, gezegdOp, oorzaak, bron }] that people recorded
-- Units, CRS  years; no geometry
with uitspraak as materialized (
  select project_id, json_agg(json_build_object(
      'jaarVan', jaar_van, 'jaarTot', jaar_tot, 'aard', aard, 'gezegdOp', gezegd_op::text, 'oorzaak', oorzaak, 'bron', bron)
      order by gezegd_op, id) as uitspraken
  from atlas.ibn_nu
  group by project_id
)
select
  (select stempel from atlas.stand) as stempel,
  (select coalesce(json_agg(json_build_object(
      'id', p.id, 'naam', p.naam, 'gemeenten', p.gemeenten, 'typeInfra', p.type_infra, 'typeInfraGroep', p.type_infra_groep,
      'fase', p.fase, 'ibnVan', p.ibn_van, 'ibnTot', p.ibn_tot, 'bronDatum', p.bron_datum,
      'kenmerken', json_build_object(
        'ibnEerder', p.kenmerken -> 'ibnEerder', 'ibnToelichting', p.kenmerken -> 'ibnToelichting'),
      'uitspraken', coalesce(u.uitspraken, '[]')) order by p.id), '[]')
    from atlas.project_nu p
    left join uitspraak u on u.project_id = p.id
    where $1::text is null or p.provincies @> array[$1::text]) as projecten
