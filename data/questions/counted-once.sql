-- What measured parts that touch or lie over each other cover together, after `gemeten`.
--
-- Needs
--   gemeten      rows (niveau, sleutel, soort, id, vlak): the measured parts to be added up as one total, in RD
-- Gives
--   over_elkaar  a row (groep, niveau, sleutel, soort, leden, vlak) for each total with such parts: their ids, and the
--                union of them, each place once. Parts that lie apart are in none.
-- Assumptions: the ids of `gemeten` are unique within one total. Lying over each other is judged by who asks, from the
-- areas: touching counts here.
, tros as (
  select niveau, sleutel, soort, id, vlak,
    ST_ClusterDBSCAN(vlak, 0, 1) over (partition by niveau, sleutel, soort) as nummer
  from gemeten
),
over_elkaar as materialized (
  select concat_ws('|', 'samen', niveau, sleutel, soort) as groep, niveau, sleutel, soort,
    json_agg(id order by id) as leden, atlas.overlay_unary_union(ST_Collect(vlak)) as vlak
  from (select *, count(*) over (partition by niveau, sleutel, soort, nummer) as aantal from tros) geteld
  where aantal > 1
  group by niveau, sleutel, soort
)
