-- In which gemeenten and waterschappen does a place lie, and for how much?
--
-- Rows        one row; `delen` has one entry for each gemeente and waterschap that is touched
-- Parameters  those of asked.sql, which stands before this text
-- Columns     stempel, keuring, project, onderdelen, maat: see asked.sql
--             delen: soort, code, m2 (m²), m (m), punten (share of the points)
-- Units, CRS  m² and m, planar in RD New (EPSG:28992)
-- Assumptions the pieces of one area do not overlap; those of neighbours share only their border. A stretch of line
--             on a shared border counts half for each side, and so does a point: the parts add up to the whole.
, raak as materialized (
  select d.soort, d.code, v.dim, v.geom as gevraagd,
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
  select soort, code,
    case when count(*) = 1 then (array_agg(lijn))[1]
      else atlas.overlay_unary_union(ST_Collect(lijn)) end as lijn
  from raak
  where dim = 1
  group by soort, code
),
dubbel as materialized (
  select a.soort, a.code, sum(atlas.length_m(atlas.overlay_intersection(a.lijn, b.lijn))) as m
  from lijnen a
  join lijnen b on b.soort = a.soort and b.code <> a.code and ST_Intersects(a.lijn, b.lijn)
  where a.soort in
    (select soort from lijnen group by soort having sum(ST_Length(lijn)) > (select m from maat) + 0.01)
  group by a.soort, a.code
),
punten as (
  select soort, code, sum(1.0 / aantal)::float8 as punten
  from (
    select soort, code, count(*) over (partition by soort, gevraagd) as aantal
    from (select distinct soort, code, gevraagd from raak where dim = 0) een
  ) verdeeld
  group by soort, code
),
delen as (
  select soort, code, sum(m2) as m2, sum(m) as m, sum(punten) as punten, max(grens) as grens
  from (
    select soort, code, m2, 0 as m, 0 as punten, 0 as grens from raak where dim = 2
    union all
    select soort, code, 0, ST_Length(lijn), 0, 0 from lijnen
    union all
    select soort, code, 0, -m / 2, 0, m from dubbel
    union all
    select soort, code, 0, 0, punten, 0 from punten
  ) alles
  group by soort, code
)
select
  (select stempel from atlas.stand) as stempel,
  (select json_build_object('geldig', geldig, 'reden', reden, 'plek',
      case when plek is not null then array[ST_X(plek), ST_Y(plek)]::float8[] end) from keuring) as keuring,
  (select row_to_json(project) from project) as project,
  (select json_build_object('m2', m2, 'm', m, 'punten', punten) from maat) as maat,
  (select json_agg(json_build_object('ligging', ligging, 'straalM', straal_m)) from onderdeel) as onderdelen,
  case when $1::text is null or $2::int <> $4::int then
    (select ST_AsGeoJSON(ST_Transform(coalesce(vlak, lijn, punt), $4::int), case when $4::int = 28992 then 3 else 7 end, 0)::json
      from samen)
  end as geometrie,
  (select coalesce(json_agg(json_build_object(
      'soort', soort, 'code', code, 'm2', m2::float8, 'm', m::float8, 'punten', punten::float8, 'grensM', grens::float8)), '[]')
    from delen) as delen
