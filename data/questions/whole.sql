-- The place asked about as one whole, after asked.sql.
--
-- Gives
--   geheel  one row: area, line and points of all parts together, each place once
--   maat    one row: area in m², length in m, number of points
, geheel as materialized (
  select '' as groep,
    case when count(vlak) = 1 then (array_agg(vlak) filter (where vlak is not null))[1]
      else atlas.overlay_unary_union(ST_Collect(vlak)) end as vlak,
    -- Always: a line that runs back over itself takes its place once.
    atlas.overlay_unary_union(ST_Collect(lijn) filter (where not ST_IsEmpty(lijn))) as lijn,
    ST_RemoveRepeatedPoints(ST_CollectionExtract(ST_Collect(punt), 1)) as punt
  from bedekt
),
maat as materialized (
  select coalesce(ST_Area(vlak), 0)::float8 as m2, coalesce(ST_Length(lijn), 0)::float8 as m,
    coalesce(ST_NumGeometries(punt), 0)::int as punten
  from geheel
)
