-- Which plans, protected areas and other projects lie where a place lies, and for how much?
--
-- Rows        one
-- Parameters  those of asked.sql, $5 boolean: whether the overlap itself is wanted as geometry, $6, $7 float8: what
--             a hit must exceed to count in a total, in m² and m, and $8 integer: how often a piece of the place may
--             come near something
-- Columns     stempel, keuring, project, maat, onderdelen, geometrie: see bevoegd-gezag.sql
--             gemeenten    codes of the gemeenten that are touched, to tell what the layers do not cover
--             treffers     [{ laag, id, naam, soort, status, eigenaar, onderdeel, hoofdgroep, ligging, zeker, m2, m, punten, geometrie }];
--                          zeker: an exact part of the place lies in an exact part of another project
--             totalen      [{ laag, m2, m, punten }] of each layer as a whole, every place once
--             teVeel       boolean: more than $8; nothing has been measured then
-- Units, CRS  m² and m, planar in RD New (EPSG:28992); geometry of the overlap in SRID $4
-- Assumptions parts of one plan with the same onderdeel, name and group do not overlap each other. A line that runs
--             along the border of an area does not overlap it. Another project counts with what it covers: its area,
--             its corridor, the circle of an indicative place.
-- include: asked.sql
-- include: whole.sql
, samen as (select * from geheel)
-- include: shapes.sql
-- As in asked.sql: out of the planner's sight.
, keuze as materialized (
  select $4::int as naar, $5::boolean as met_geometrie, $6::float8 as min_m2, $7::float8 as min_m, $8::int as hoogstens
)
-- In short pieces: an overlay costs the corners of both sides, what lies along a corridor meets little of it, and the
-- box of a slanting line holds much that it does not touch. A compact area in small pieces only costs more overlays, and
-- so do the pieces of a few metres of a line that was measured closely.
, hoekig as (
  select dim, geom,
    case
      when dim = 1 then greatest(5, ST_NPoints(geom) / 400)
      when ST_Area(geom) < 0.1 * ST_Area(ST_Envelope(geom)) then 12
      else 128
    end as hoeken
  from vorm
),
stuk as materialized (
  select row_number() over () as nr, dim, geom
  from (
    select dim, deel as geom from hoekig, lateral ST_Subdivide(geom, hoeken) as deel
    where dim = 2 and ST_NPoints(geom) > 2 * hoeken
    union all
    -- Cut at its own corners. ST_Subdivide makes twenty thousand pieces of twenty thousand corners when they lie level.
    select 1, ST_MakeLine(array_agg(s.geom order by s.path))
    from hoekig h cross join lateral ST_Dump(h.geom) l cross join lateral ST_DumpSegments(l.geom) s
    where dim = 1 and ST_NPoints(h.geom) > 2 * hoeken
    group by l.path, (s.path[1] - 1) / (hoeken - 1)
    union all
    select dim, geom from hoekig where dim = 0 or ST_NPoints(geom) <= 2 * hoeken
  ) stukken
),
-- How often a piece comes near something, by their boxes; counted no further than is allowed.
ontmoeting as materialized (
  select count(*) as aantal
  from (
    select from stuk s
    cross join keuze
    cross join lateral (
      select from atlas.planvlak where geom && s.geom
      union all
      select from atlas.beschermd_gebied where geom && s.geom
      limit keuze.hoogstens + 1
    ) v
    limit (select hoogstens + 1 from keuze)
  ) paren
),
meetbaar as materialized (
  select nr, dim, geom from stuk where (select aantal from ontmoeting) <= (select hoogstens from keuze)
),
-- A large object (a plan of a whole country has 37,000 corners) with all pieces of the place after each other, the small
-- ones piece by piece: whichever is larger is then read and prepared once. For the same reason the dimension of an object
-- is not asked where the column says it.
bron as materialized (
  select 'plannen' as laag, plan_id as id, coalesce(naam, '') as naam, onderdeel, hoofdgroep, '' as ligging, nr, dim,
    2 as dim_bron, gevraagd, geom
  from (
    select v.*, s.nr, s.dim, s.geom as gevraagd from meetbaar s join atlas.planvlak v on v.geom && s.geom
    order by case when pg_column_size(v.geom) > 4000 then v.id end, s.nr offset 0
  ) v
  where ST_Intersects(geom, gevraagd)
  union all
  select laag, id::text, coalesce(naam, bron_id, ''), null, null, '', nr, dim, ST_Dimension(geom), gevraagd, geom
  from (
    select b.*, s.nr, s.dim, s.geom as gevraagd from meetbaar s join atlas.beschermd_gebied b on b.geom && s.geom
    order by case when pg_column_size(b.geom) > 4000 then b.id end, s.nr offset 0
  ) b
  where ST_Intersects(geom, gevraagd)
  union all
  select 'projecten', project_id, naam, soort, null, ligging, nr, dim, ST_Dimension(geom), gevraagd, geom
  from (
    select c.project_id, coalesce(c.naam, '') as naam, c.soort, c.ligging, s.nr, s.dim, s.geom as gevraagd,
      case
        when c.ligging = 'indicatief' then ST_Buffer(c.geom, c.straal_m, 32)
        when ST_Dimension(c.geom) = 1 and c.corridor_m > 0 then ST_Buffer(c.geom, c.corridor_m / 2, 'endcap=flat')
        else c.geom
      end as geom
    from (select *, ST_Expand(geom, (select m from atlas.longest_reach)) as ruim from meetbaar offset 0) s
    -- The view stands between a join and the index behind it; a condition inside reaches that index.
    cross join lateral (
      select project_id, naam, soort, ligging, straal_m, corridor_m, geom from atlas.component_nu where geom && s.ruim offset 0
    ) c
    where ST_DWithin(c.geom, s.geom, coalesce(c.straal_m, c.corridor_m / 2, 0))
      and c.project_id is distinct from (select project_id from gegeven)
    offset 0
  ) c
),
deel as materialized (
  select laag, id, naam, onderdeel, hoofdgroep, ligging, nr, dim, dim_bron, gevraagd, geom, binnen,
    case
      when dim = 0 or dim_bron = 0 then null
      when binnen then gevraagd
      when dim = 2 and dim_bron = 2 and ST_Covers(gevraagd, geom) then geom
      else atlas.overlay_intersection(geom, gevraagd)
    end as samen
  from bron, lateral (
    -- Of a line: not along the border either.
    select case
        when dim_bron < 2 or dim = 0 then false
        when dim = 1 then ST_ContainsProperly(geom, gevraagd)
        else ST_Covers(geom, gevraagd)
      end as binnen
    offset 0
  ) heel
),
gemeten as materialized (
  select laag, id, naam, onderdeel, hoofdgroep, ligging, nr, dim, dim_bron, gevraagd, geom as bron_geom, samen, rand,
    case when dim = 2 and dim_bron = 2 then atlas.area_m2(samen) else 0 end as m2,
    case
      when dim = 1 and dim_bron = 2 then atlas.length_m(samen) - coalesce(ST_Length(rand), 0)
      -- Where a line has a corridor, the other line was met there already.
      when dim = 1 and dim_bron = 1 then coalesce(atlas.length_m(coalesce(
        atlas.overlay_difference(samen, (select vlak from geheel)), samen)), 0)
      when dim_bron = 1 then coalesce(atlas.length_m(samen), 0)
      else 0
    end as m,
    -- Of a total, in metres of the line asked about; where none is, those of the lines in the area.
    case
      when dim = 1 and dim_bron = 2 then atlas.length_m(samen) - coalesce(ST_Length(rand), 0)
      when dim = 1 or dim_bron = 1 and (select lijn is null from geheel) then coalesce(atlas.length_m(samen), 0)
      else 0
    end as totaal_m,
    case when dim = 0 or dim_bron = 0 then 1 else 0 end as punten,
    case when dim = 0 then gevraagd when dim_bron = 0 then geom else samen end as plek
  from deel, lateral (
    -- What runs along the border. It can only do so where a corner of one lies on the other (within the grid).
    select case
        when dim = 1 and dim_bron = 2 and not binnen
          and (ST_DWithin(ST_Points(gevraagd), ST_Boundary(geom), 0.002) or ST_DWithin(ST_Points(geom), gevraagd, 0.002))
        then ST_CollectionExtract(atlas.overlay_intersection(ST_Boundary(geom), gevraagd), 2)
      end as rand
    offset 0
  ) langs
),
treffers as (
  select laag, id, naam, onderdeel, hoofdgroep, ligging, sum(m2)::float8 as m2, sum(m)::float8 as m, sum(punten)::int as punten,
    case when (select met_geometrie from keuze) then
      ST_CollectionExtract(
        case when count(plek) > 1 then atlas.overlay_unary_union(ST_Collect(plek)) else ST_Collect(plek) end, case when sum(m2) > 0 then 3 when sum(m) > 0 then 2 else 1 end) end as geom
  from gemeten
  group by laag, id, naam, onderdeel, hoofdgroep, ligging
)
-- What the exact parts of a place have in common with the exact parts of another project, where other parts of the place
-- are not exact: only those claim it.
, zekerheid as materialized (
  select bool_and(ligging = 'exact') as alles, bool_or(ligging = 'exact') and not bool_and(ligging = 'exact') as deels
  from onderdeel where geom is not null
),
zeker as (
  select g.id, g.naam, g.onderdeel
  from bedekt b
  join onderdeel o on o.id = b.id and o.ligging = 'exact' and (select deels from zekerheid)
  cross join lateral (select coalesce(b.vlak, b.lijn, b.punt) as geom offset 0) e
  join gemeten g on g.laag = 'projecten' and g.ligging = 'exact' and ST_Intersects(e.geom, g.plek)
  cross join lateral (select atlas.overlay_intersection(e.geom, g.plek) as geom offset 0) s
  cross join keuze k
  group by g.id, g.naam, g.onderdeel, k.min_m2, k.min_m
  having sum(atlas.area_m2(s.geom)) > k.min_m2 or sum(atlas.length_m(s.geom)) > k.min_m or bool_or(g.punten > 0)
)
-- include: overlap-totals.sql
-- include: asked-about.sql
  (select coalesce(json_agg(distinct d.code), '[]')
    from vorm s join atlas.gebied_deel d on d.soort = 'gemeente' and ST_Intersects(d.geom, s.geom)) as gemeenten,
  (select coalesce(json_agg(json_build_object(
      'laag', t.laag, 'id', t.id,
      'naam', case t.laag when 'plannen' then p.naam when 'projecten' then coalesce(j.naam, '') else t.naam end,
      'deelnaam', t.naam, 'soort', p.soort, 'status', p.status, 'eigenaar', p.eigenaar_naam, 'onderdeel', t.onderdeel,
      'hoofdgroep', t.hoofdgroep, 'ligging', t.ligging,
      'zeker', t.ligging = 'exact' and ((select alles from zekerheid)
        or exists (select from zeker z where z.id = t.id and z.naam = t.naam and z.onderdeel is not distinct from t.onderdeel)),
      'm2', t.m2, 'm', t.m, 'punten', t.punten,
      'geometrie', ST_AsGeoJSON(ST_Transform(t.geom, naar), case when naar = 28992 then 3 else 7 end, 0)::json)), '[]')
    from treffers t
    cross join keuze
    -- One by one: the hits are few, the plans are not.
    left join lateral (select naam, soort, status, eigenaar_naam from atlas.plan where id = t.id limit 1) p
      on t.laag = 'plannen'
    left join lateral (select naam from atlas.project_nu where id = t.id limit 1) j
      on t.laag = 'projecten') as treffers,
  (select coalesce(json_agg(json_build_object('laag', laag, 'm2', m2, 'm', m, 'punten', punten)), '[]') from totaal) as totalen,
  (select aantal > hoogstens from ontmoeting cross join keuze) as "teVeel"
