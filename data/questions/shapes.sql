-- What is measured, after `samen` (groep, vlak, lijn, punt).
--
-- Gives
--   vorm    rows (groep, dim, geom): 2 areas (large ones in pieces that do not overlap), 1 lines, 0 points one by one
, vorm as materialized (
  select groep, 2 as dim, deel as geom
  from samen, lateral ST_Subdivide(vlak, 256) as deel
  where vlak is not null and ST_NPoints(vlak) > 512
  union all
  select groep, 2, vlak from samen where vlak is not null and ST_NPoints(vlak) <= 512
  union all
  select groep, 1, lijn from samen where lijn is not null
  union all
  select groep, 0, (ST_Dump(punt)).geom from samen where punt is not null
)
