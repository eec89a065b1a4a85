-- How much of the place asked about lies in a layer as a whole, every place once, after `gemeten` and `keuze` of overlap.sql.
--
-- Gives
--   totaal  rows (laag, m2, m, punten): m², m and number of asked points
-- Assumptions a hit that does not exceed min_m2 or min_m is a sliver and counts in no total; the asked pieces (nr) do not
--            overlap each other, so their totals add up. A total is a part of the place: the length of other lines in
--            its area counts only where it has no line of its own.
, geteld as (
  select laag, id, onderdeel, naam, nr, dim, dim_bron, gevraagd, bron_geom, samen, rand, m2, totaal_m as m,
    m2 >= ST_Area(gevraagd) and dim = 2 or totaal_m >= ST_Length(gevraagd) and dim = 1 as heel,
    sum(m2) over treffer > min_m2 or sum(m) over treffer > min_m as telt
  from gemeten cross join keuze
  window treffer as (partition by laag, id, naam, onderdeel, hoofdgroep, ligging)
),
-- The largest overlap of a plan in a piece first: what it covers adds nothing, and most parts of a plan lie within its
-- whole. Told from the shapes before they were cut: after that a millimetre may stand out.
op_grootte as (
  select *, first_value(bron_geom) over grootte as grootste, first_value(heel) over grootte as vol,
    row_number() over grootte as plaats
  from geteld where telt and dim > 0
  window grootte as (partition by laag, nr, id order by greatest(m2, m) desc, onderdeel, naam)
),
los as materialized (
  select * from op_grootte where plaats = 1 or dim_bron < 2 or not vol and not ST_Covers(grootste, bron_geom)
),
samengenomen as materialized (
  select laag, nr, dim, (array_agg(gevraagd))[1] as gevraagd,
    -- One area needs no union, nor does one that covers the whole piece.
    case
      when bool_or(heel) or count(*) filter (where m2 > 0) <= 1 then max(m2)
      else atlas.area_m2(atlas.overlay_unary_union(ST_Collect(ST_CollectionExtract(samen, 3)) filter (where m2 > 0)))
    end as m2,
    case when bool_or(heel) and dim = 1 or count(*) filter (where m > 0) <= 1 then max(m) end as m,
    ST_Collect(ST_CollectionExtract(
      case when ST_Length(rand) > 0 then atlas.overlay_difference(samen, rand) else samen end, 2)) filter (where m > 0) as lijnen
  from los
  group by laag, nr, dim
),
per_stuk as (
  select laag, m2, 0 as punten,
    case
      when m is not null then m
      when dim = 2 then atlas.length_m(atlas.overlay_unary_union(lijnen))
      -- Stretches of one line, from where to where along it. Cut at the grid they no longer lie on each other to the
      -- last bit, and a union of them would count twice what two areas share.
      else (
        select sum(greatest(0, tot - greatest(van, eerder)))
        from (
          select van, tot, max(tot) over (partition by deel order by van, tot rows between unbounded preceding and 1 preceding) as eerder
          from (
            select b.deel, b.midden - ST_Length(s.geom) / 2 as van, b.midden + ST_Length(s.geom) / 2 as tot
            from ST_DumpSegments(lijnen) s
            cross join lateral (
              select d.path as deel, ST_LineLocatePoint(d.geom, ST_LineInterpolatePoint(s.geom, 0.5)) * ST_Length(d.geom) as midden
              from ST_Dump(gevraagd) d
              order by ST_Distance(d.geom, ST_LineInterpolatePoint(s.geom, 0.5)) limit 1
            ) b
          ) strook
        ) op_volgorde)
    end as m
  from samengenomen
  union all
  select laag, 0, count(distinct nr), 0 from geteld where dim = 0 group by laag
),
totaal as (
  select laag, sum(m2)::float8 as m2, sum(m)::float8 as m, sum(punten)::int as punten from per_stuk group by laag
)
