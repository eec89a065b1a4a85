-- How much of the place asked about lies in a layer as a whole, every place once, after `gemeten` and `keuze` of overlap.sql.
--
-- Gives
--   totaal  rows (laag, m2, m, punten): m², m and number of asked points
-- Assumptions a hit that does not exceed min_m2 or min_m is a sliver and counts in no total; the asked pieces (nr) do not
--            overlap each other, so their totals add up.
, geteld as (
  select laag, nr, dim, samen, rand, m2, m, punten,
    m2 >= ST_Area(gevraagd) and dim = 2 or m >= ST_Length(gevraagd) and dim = 1 as heel,
    sum(m2) over treffer > min_m2 or sum(m) over treffer > min_m as telt
  from gemeten cross join keuze
  window treffer as (partition by laag, id, naam, onderdeel, hoofdgroep, ligging)
),
per_stuk as (
  select laag,
    -- One area needs no union, nor does one that covers the whole piece.
    case
      when bool_or(heel) or count(*) filter (where m2 > 0) <= 1 then max(m2)
      else atlas.area_m2(atlas.overlay_unary_union(ST_Collect(ST_CollectionExtract(samen, 3)) filter (where m2 > 0)))
    end as m2,
    case
      when bool_or(heel) and dim = 1 or count(*) filter (where m > 0) <= 1 then max(m)
      else atlas.length_m(atlas.overlay_unary_union(ST_Collect(ST_CollectionExtract(
        case when ST_Length(rand) > 0 then atlas.overlay_difference(samen, rand) else samen end, 2)) filter (where m > 0)))
    end as m,
    0 as punten
  from geteld
  where telt and dim > 0
  group by laag, nr, dim
  union all
  select laag, 0, 0, count(distinct nr) from geteld where dim = 0 group by laag
),
totaal as (
  select laag, sum(m2)::float8 as m2, sum(m)::float8 as m, sum(punten)::int as punten from per_stuk group by laag
)
