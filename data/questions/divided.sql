-- How `vorm` is divided over gemeenten and waterschappen, after shapes.sql.
--
-- Gives
--   delen   rows (groep, soort, code, m2, m, punten, grens_m)
-- Assumptions: the pieces of one area do not overlap; those of neighbours share only their border. A stretch of line
-- on a shared border (grens_m) counts half for each side, and so does a point: the parts add up to the whole.
, raak as materialized (
  select v.groep, d.soort, d.code, v.dim, v.geom as gevraagd,
    case v.dim
      when 2 then
        case
          when ST_Covers(v.geom, d.geom) then ST_Area(d.geom)
          when ST_Covers(d.geom, v.geom) then ST_Area(v.geom)
          else atlas.area_m2(atlas.overlay_intersection(d.geom, v.geom))
        end
    end as m2,
    case v.dim when 1 then ST_CollectionExtract(atlas.overlay_intersection(d.geom, v.geom), 2) end as lijn
  from vorm v
  join atlas.gebied_deel d on ST_Intersects(d.geom, v.geom)
),
-- The line in each area once, also where it runs over the seam between two pieces of that area.
lijnen as materialized (
  select groep, soort, code,
    case when count(*) = 1 then (array_agg(lijn))[1]
      else atlas.overlay_unary_union(ST_Collect(lijn)) end as lijn
  from raak
  where dim = 1
  group by groep, soort, code
),
dubbel as materialized (
  select a.groep, a.soort, a.code, sum(atlas.length_m(atlas.overlay_intersection(a.lijn, b.lijn))) as m
  from lijnen a
  join lijnen b on b.groep = a.groep and b.soort = a.soort and b.code <> a.code and ST_Intersects(a.lijn, b.lijn)
  where (a.groep, a.soort) in (
    select l.groep, l.soort from lijnen l join samen s on s.groep = l.groep
    group by l.groep, l.soort having sum(ST_Length(l.lijn)) > max(ST_Length(s.lijn)) + 0.01)
  group by a.groep, a.soort, a.code
),
punten as (
  select groep, soort, code, sum(1.0 / aantal)::float8 as punten
  from (
    select groep, soort, code, count(*) over (partition by groep, soort, gevraagd) as aantal
    from (select distinct groep, soort, code, gevraagd from raak where dim = 0) een
  ) verdeeld
  group by groep, soort, code
),
delen as (
  select groep, soort, code, sum(m2)::float8 as m2, sum(m)::float8 as m, sum(punten)::float8 as punten,
    sum(grens_m)::float8 as grens_m
  from (
    select groep, soort, code, m2, 0 as m, 0 as punten, 0 as grens_m from raak where dim = 2
    union all
    select groep, soort, code, 0, ST_Length(lijn), 0, 0 from lijnen
    union all
    select groep, soort, code, 0, -m / 2, 0, m from dubbel
    union all
    select groep, soort, code, 0, 0, punten, 0 from punten
  ) alles
  group by groep, soort, code
)
