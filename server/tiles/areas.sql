-- Question:   what goes into the prebuilt area tiles?
-- Rows:       one per area that holds today and has a boundary, ordered by soort and code; naam; indeling (subregio's);
--             provincie: code of the provincie a gemeente belongs to; leden: gemeente codes whose union it is, else null;
--             vorm: its boundary as TWKB in EPSG:3857, 2 decimals (null where leden says it all); oppervlakte_m2 in RD.
-- Parameters: none.
-- CRS:        stored in RD New, answered in Web Mercator, for drawing only.
-- Assumes:    leden are the whole area when their area (m², RD) is its own within a thousandth; otherwise (a gemeente
--             shared by two operators, a gemeente without boundary) the area is drawn from its own boundary.
with geldig as (
  select soort, code, naam, indeling, geom, oppervlakte_m2
  from atlas.gebied
  where geom is not null
    and (geldig_van is null or geldig_van <= current_date)
    and (geldig_tot is null or geldig_tot > current_date)
), samenstelling as (
  select l.soort, l.code, array_agg(l.gemeente_code order by l.gemeente_code) as leden,
    sum(g.oppervlakte_m2) as som_m2
  from atlas.gebied_lid l
  join geldig g on g.soort = 'gemeente' and g.code = l.gemeente_code
  where not l.deel and l.soort <> 'gemeente'
  group by l.soort, l.code
)
select g.soort, g.code, g.naam, g.indeling, p.code as provincie, s.leden,
  case when s.leden is null then ST_AsTWKB(ST_Transform(g.geom, 3857), 2) end as vorm,
  g.oppervlakte_m2::float8 as oppervlakte_m2
from geldig g
left join samenstelling s
  on s.soort = g.soort and s.code = g.code and abs(s.som_m2 - g.oppervlakte_m2) <= 0.001 * g.oppervlakte_m2
left join lateral (
  select l.code from atlas.gebied_lid l
  where g.soort = 'gemeente' and l.soort = 'provincie' and l.gemeente_code = g.code
  order by l.deel, l.code limit 1
) p on true
order by g.soort, g.code
