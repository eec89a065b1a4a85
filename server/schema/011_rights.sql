-- Who sees what: rights live here, so that lists, tiles, questions, exports, counts and errors cannot differ about them.
--
-- Two roles, made when the database is opened (server/db/roles.ts): atlas_lezer reads, atlas_bewerker reads and writes.
-- A request acts as one of them; for whom and as of when is in the settings of 009.
--
--   level      of a row: openbaar 0, partijen 1, vertrouwelijk 2; from embargo_tot on 0
--   toegang    of a viewer to a project: 2 its owner or a trusted party, 1 a party, 0 anybody. Always that of today,
--              also looking back; and a version shows no more than its level of then and the level of what is known now
--   beeld      what may be seen of one version of a project or component, kept as a row of its own: fields that may not
--              be seen are not in it. A base row of these two is never read for a viewer
--   buitenbeeld  the beeld for who may not see the whole

-- Levels ------------------------------------------------------------------------------------------------------
create function atlas.vandaag() returns date
  language sql stable parallel safe
  return (now() at time zone 'Europe/Amsterdam')::date;

create function atlas.niveau(vertrouwelijkheid text) returns smallint
  language sql immutable parallel safe
  return case vertrouwelijkheid when 'openbaar' then 0 when 'partijen' then 1 else 2 end::smallint;

-- True from the day of the embargo on, and for what never was anything but public.
create function atlas.is_openbaar(vertrouwelijkheid text, embargo_tot date) returns boolean
  language sql stable parallel safe
  return vertrouwelijkheid = 'openbaar' or coalesce(embargo_tot <= atlas.vandaag(), false);

-- What is known, and what this very transaction has just closed: between closing and adding a row nobody loses rights.
create function atlas.is_nu(bekend_tot timestamptz) returns boolean
  language sql stable parallel safe
  return bekend_tot is null or bekend_tot >= now();

create index project_eigenaar on atlas.project (eigenaar);
create index project_niet_openbaar on atlas.project (id) where vertrouwelijkheid <> 'openbaar';
create index component_niet_openbaar on atlas.component (id) where vertrouwelijkheid <> 'openbaar';
create index partij_organisatie on atlas.partij (organisatie);
create index rol_account on atlas.rol (account_id);

-- The projects in which who asks is at least a party, or sees what is vertrouwelijk (minstens 2). Nothing for nobody.
create function atlas.mijn_projecten(minstens integer) returns setof text
  language sql stable security definer set search_path = atlas, pg_temp rows 20
as $$
  select p.id from atlas.project p
  where atlas.eigen_organisatie() is not null and p.eigenaar = atlas.eigen_organisatie() and atlas.is_nu(p.bekend_tot)
  union
  select p.project_id from atlas.partij p
  where atlas.eigen_organisatie() is not null and p.organisatie = atlas.eigen_organisatie()
    and atlas.is_nu(p.bekend_tot) and not p.ingetrokken and (p.vertrouwd or minstens < 2)
    and (p.geldig_van is null or p.geldig_van <= atlas.vandaag()) and (p.geldig_tot is null or p.geldig_tot > atlas.vandaag())
$$;

-- Access of who asks to one project, and to a row of it with this owner: one's own row hides nothing.
create function atlas.toegang(project_id text, eigenaar text) returns text
  language sql stable security definer set search_path = atlas, pg_temp
as $$
  select case
    when atlas.eigen_organisatie() is null then 'openbaar'
    when eigenaar = atlas.eigen_organisatie()
      or exists (select from atlas.project p where p.id = $1 and p.eigenaar = atlas.eigen_organisatie() and atlas.is_nu(p.bekend_tot))
      then 'vertrouwelijk'
    else coalesce((
      select max(case when p.vertrouwd then 'vertrouwelijk' else 'partijen' end) from atlas.partij p
      where p.project_id = $1 and p.organisatie = atlas.eigen_organisatie() and atlas.is_nu(p.bekend_tot) and not p.ingetrokken
        and (p.geldig_van is null or p.geldig_van <= atlas.vandaag()) and (p.geldig_tot is null or p.geldig_tot > atlas.vandaag())
    ), 'openbaar')
  end
$$;

create function atlas.mijn_niveau_in(project_id text) returns smallint
  language sql stable security definer set search_path = atlas, pg_temp
  return atlas.niveau(atlas.toegang(project_id, null));

-- Whether who asks sees a row that is not for everybody: the fast answer for nobody is why it is no part of the queries.
--   vanaf, tot     toegang to the project with which it is seen, from zicht_van up to zicht_tot
--   eigen_van      the same for the owner of the row
create function atlas.ziet(project_id text, vanaf smallint, tot smallint, eigenaar text, eigen_van smallint, zicht_van date, zicht_tot date)
  returns boolean
  language plpgsql stable as $$
declare
  wie constant text := current_setting('atlas.organisatie', true);
  niveau smallint := 0;
begin
  if atlas.vandaag() < zicht_van or atlas.vandaag() >= zicht_tot then return false; end if;
  if wie <> '' then
    niveau := atlas.mijn_niveau_in(project_id);
    if eigenaar = wie then return niveau >= eigen_van; end if;
  end if;
  return niveau between vanaf and tot;
end $$;

-- Restrictions ------------------------------------------------------------------------------------------------
-- Everything that keeps (part of) a version from somebody, today or later. kolom: '*' for the whole row.
create view atlas.project_beperking as
  select rij, id, bekend_tot is null as is_nu, '*' as kolom, atlas.niveau(vertrouwelijkheid) as niveau, embargo_tot, buitenbeeld
  from atlas.project
  where vertrouwelijkheid <> 'openbaar' and not atlas.is_openbaar(vertrouwelijkheid, embargo_tot)
  union all
  select p.rij, p.id, p.bekend_tot is null, v.kolom, atlas.niveau(v.zicht ->> 'niveau'), (v.zicht ->> 'embargoTot')::date, null
  from atlas.project p
  cross join lateral (
    select lower(regexp_replace(key, '([A-Z])', '_\1', 'g')) as kolom, value as zicht from jsonb_each(p.veldzicht)) v
  where p.veldzicht <> '{}'
    and not atlas.is_openbaar(v.zicht ->> 'niveau', (v.zicht ->> 'embargoTot')::date)
    -- What everybody must know to count a project.
    and v.kolom <> all (array['id', 'rij', 'provincies', 'energiedrager', 'type_infra_groep', 'vertrouwelijkheid', 'ingetrokken']);

create view atlas.component_beperking as
  select rij, id, bekend_tot is null as is_nu, atlas.niveau(vertrouwelijkheid) as niveau, embargo_tot, buitenbeeld
  from atlas.component
  where vertrouwelijkheid <> 'openbaar' and not atlas.is_openbaar(vertrouwelijkheid, embargo_tot);

-- The projects of which who asks sees no more than the buitenbeeld.
create function atlas.besloten_projecten() returns setof text
  language sql stable security definer set search_path = atlas, pg_temp rows 100
as $$
  select p.id from atlas.project p
  where p.vertrouwelijkheid <> 'openbaar' and atlas.is_nu(p.bekend_tot) and not atlas.is_openbaar(p.vertrouwelijkheid, p.embargo_tot)
    and p.id not in (select atlas.mijn_projecten(2))
    and (p.vertrouwelijkheid = 'vertrouwelijk' or p.id not in (select atlas.mijn_projecten(1)))
$$;

-- The components of which who asks sees no more than the buitenbeeld, for a reason of their own.
create function atlas.besloten_componenten() returns setof text
  language sql stable security definer set search_path = atlas, pg_temp rows 100
as $$
  select c.id from atlas.component c
  where c.vertrouwelijkheid <> 'openbaar' and atlas.is_nu(c.bekend_tot) and not atlas.is_openbaar(c.vertrouwelijkheid, c.embargo_tot)
    and c.eigenaar is distinct from atlas.eigen_organisatie()
    and c.project_id not in (select atlas.mijn_projecten(2))
    and (c.vertrouwelijkheid = 'vertrouwelijk' or c.project_id not in (select atlas.mijn_projecten(1)))
$$;

-- Likewise the variants, for what is said about one.
create function atlas.besloten_varianten() returns setof text
  language sql stable security definer set search_path = atlas, pg_temp rows 100
as $$
  select v.id from atlas.variant v
  where atlas.is_nu(v.bekend_tot) and v.eigenaar is distinct from atlas.eigen_organisatie()
    and (v.component_id in (select atlas.besloten_componenten())
      or not atlas.is_openbaar(v.vertrouwelijkheid, v.embargo_tot)
        and v.project_id not in (select atlas.mijn_projecten(2))
        and (v.vertrouwelijkheid = 'vertrouwelijk' or v.project_id not in (select atlas.mijn_projecten(1))))
$$;

-- The single fields that are kept from who asks, as `project/kolom`.
create function atlas.verborgen_velden() returns setof text
  language sql stable security definer set search_path = atlas, pg_temp rows 100
as $$
  select b.id || '/' || b.kolom from atlas.project_beperking b
  where b.kolom <> '*' and b.is_nu and b.id not in (select atlas.mijn_projecten(2))
    and (b.niveau = 2 or b.id not in (select atlas.mijn_projecten(1)))
$$;

-- An earlier version shows no more than what is known now: the highest level among the known versions of a record.
create function atlas.niveau_nu(soort text, record_id text) returns smallint
  language plpgsql stable security definer set search_path = atlas, pg_temp as $$
declare
  hoogste smallint;
begin
  execute format('select coalesce(max(atlas.niveau(vertrouwelijkheid)), 0) from atlas.%I
    where id = $1 and atlas.is_nu(bekend_tot) and not atlas.is_openbaar(vertrouwelijkheid, embargo_tot)', soort)
  into hoogste using record_id;
  return hoogste;
end $$;

-- Images ------------------------------------------------------------------------------------------------------
-- A beeld is seen with a toegang of toegang_van to toegang_tot, on the days from zicht_van to zicht_tot (embargoes), when
-- beeld_van to beeld_tot is looked at in knowledge and beeld_geldig_* in the world. The owner of a component sees it whole
-- from eigen_van on. Those that everybody may always see lie apart (openbaar), so that looking at them asks no rights.
create table atlas.project_beeld (
  openbaar         boolean not null,
  is_buitenbeeld   boolean not null,
  toegang_van      smallint not null,
  toegang_tot      smallint not null,
  zicht_van        date not null,
  zicht_tot        date not null,
  beeld_van        timestamptz not null,
  beeld_tot        timestamptz,
  beeld_geldig_van date,
  beeld_geldig_tot date,
  like atlas.project
) partition by list (openbaar);
create table atlas.component_beeld (
  openbaar         boolean not null,
  is_buitenbeeld   boolean not null,
  toegang_van      smallint not null,
  toegang_tot      smallint not null,
  eigen_van        smallint not null,
  van_eigenaar     text,
  zicht_van        date not null,
  zicht_tot        date not null,
  beeld_van        timestamptz not null,
  beeld_tot        timestamptz,
  beeld_geldig_van date,
  beeld_geldig_tot date,
  like atlas.component
) partition by list (openbaar);

do $$
declare
  kolom record;
begin
  for kolom in
    select attrelid::regclass as tabel, attname from pg_attribute
    where attrelid in ('atlas.project_beeld'::regclass, 'atlas.component_beeld'::regclass) and attnum > 0 and attnotnull
      and attname <> all (array['openbaar', 'is_buitenbeeld', 'toegang_van', 'toegang_tot', 'eigen_van', 'zicht_van', 'zicht_tot',
        'beeld_van', 'rij', 'id', 'project_id'])
  loop
    execute format('alter table %s alter column %I drop not null', kolom.tabel, kolom.attname);
  end loop;
end $$;

create table atlas.project_open partition of atlas.project_beeld for values in (true);
create table atlas.project_besloten partition of atlas.project_beeld for values in (false);
create table atlas.component_open partition of atlas.component_beeld for values in (true);
create table atlas.component_besloten partition of atlas.component_beeld for values in (false);
create index on atlas.project_open (id);
create index on atlas.project_besloten (id);
create index on atlas.component_open (id);
create index on atlas.component_besloten (id);
create index on atlas.component_open (project_id) where beeld_tot is null;
create index on atlas.component_besloten (project_id);
create index on atlas.component_open using gist (geom) where beeld_tot is null;
create index on atlas.component_open ((coalesce(straal_m, corridor_m / 2, 0)));

-- A version of a project as jsonb with the hidden fields taken out; `buiten`: no more than everybody must know of it.
-- Where a field is hidden, so is the reason of the change, and every fact of the register that begins with its word.
create function atlas.project_masker(versie jsonb, buiten boolean, verborgen text[]) returns jsonb
  language sql immutable as $$
  select '{"bedient_provincies": [], "netbeheerders": [], "bronnen": [], "ip_nummers": [], "gemeenten": [],
      "kenmerken": {}, "herkomst": {}, "veldzicht": {}}'::jsonb
    || case
      when buiten then (
        select jsonb_object_agg(key, value) from jsonb_each(versie)
        where key = any (array['rij', 'id', 'provincies', 'gemeenten', 'energiedrager', 'type_infra_groep', 'vertrouwelijkheid',
          'geldig_van', 'geldig_tot', 'bekend_van', 'bekend_tot', 'ingetrokken']) and key <> all (verborgen))
      when verborgen = '{}' then versie
      else (versie - verborgen - 'reden' - 'veldzicht') || (
        select jsonb_object_agg(deel.naam, (
          select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(versie -> deel.naam)
          where not exists (select from unnest(verborgen) v where key ilike rtrim(split_part(v, '_', 1), 's') || '%')))
        from unnest(array['kenmerken', 'herkomst']) as deel (naam) where deel.naam <> all (verborgen))
    end
$$;

create function atlas.beeld_project(projecten text[]) returns void language plpgsql as $$
begin
  delete from atlas.project_beeld where id = any (projecten);
  insert into atlas.project_beeld
  select true, false, 0, 2, '-infinity', 'infinity', p.bekend_van, p.bekend_tot, p.geldig_van, p.geldig_tot, p.*
  from atlas.project p
  where p.id = any (projecten) and not exists (
    select from atlas.project_beperking b where b.id = p.id and (b.rij = p.rij or b.is_nu));

  insert into atlas.project_beeld
  with beperkt as materialized (
    select distinct p.rij, b.kolom, b.niveau, b.embargo_tot, b.buitenbeeld
    from atlas.project p join atlas.project_beperking b on b.id = p.id and (b.rij = p.rij or b.is_nu)
    where p.id = any (projecten)
  ),
  periode as (
    select rij, dag as van, coalesce(lead(dag) over (partition by rij order by dag), 'infinity') as tot
    from (select rij, embargo_tot as dag from beperkt where embargo_tot is not null
      union select rij, '-infinity' from beperkt) grens
  ),
  zicht as (
    select p.rij, p.van, p.tot, n.niveau,
      coalesce(array_agg(distinct b.kolom) filter (where b.kolom <> '*'), '{}') as verborgen,
      coalesce(bool_or(b.kolom = '*'), false) as buiten,
      coalesce(bool_or(b.kolom = '*' and b.buitenbeeld = 'niets'), false) as niets
    from periode p
    cross join generate_series(0, 2) as n (niveau)
    left join beperkt b on b.rij = p.rij and b.niveau > n.niveau and (b.embargo_tot is null or b.embargo_tot > p.van)
    group by p.rij, p.van, p.tot, n.niveau
  ),
  beeld as (
    select rij, van, tot, buiten, verborgen, min(niveau) as toegang_van, max(niveau) as toegang_tot
    from zicht where not niets group by rij, van, tot, buiten, verborgen
  )
  select r.*
  from beeld b
  join atlas.project p on p.rij = b.rij
  cross join lateral jsonb_populate_record(null::atlas.project_beeld,
    atlas.project_masker(to_jsonb(p), b.buiten, b.verborgen) || jsonb_build_object(
      'openbaar', false, 'is_buitenbeeld', b.buiten, 'toegang_van', b.toegang_van, 'toegang_tot', b.toegang_tot,
      'zicht_van', b.van, 'zicht_tot', b.tot, 'beeld_van', p.bekend_van, 'beeld_tot', p.bekend_tot,
      'beeld_geldig_van', p.geldig_van, 'beeld_geldig_tot', p.geldig_tot)) r;
end $$;

-- The square kilometres of RD that a place lies in; null where it is larger than one, for then they would draw it.
create function atlas.km_cel(geom geometry, straal_m float8) returns geometry
  language sql immutable parallel safe as $$
  select case when x1 - x0 <= 1000 and y1 - y0 <= 1000 then
    ST_MakeEnvelope(floor(x0 / 1000) * 1000, floor(y0 / 1000) * 1000,
      greatest(ceil(x1 / 1000), floor(x0 / 1000) + 1) * 1000, greatest(ceil(y1 / 1000), floor(y0 / 1000) + 1) * 1000, 28992) end
  from (select ST_XMin(geom) - r as x0, ST_YMin(geom) - r as y0, ST_XMax(geom) + r as x1, ST_YMax(geom) + r as y1
    from (select coalesce(straal_m, 0) as r) straal) box
$$;

-- A component is known and holds as long as a version of its project does that is not withdrawn, and shows no more than
-- that: of a project that is seen from outside nothing.
create function atlas.beeld_component(componenten text[]) returns void language plpgsql as $$
begin
  delete from atlas.component_beeld where id = any (componenten);
  insert into atlas.component_beeld
  with deel as materialized (
    select c.rij, c.id, p.rij as project_rij, p.id as project_id,
      greatest(c.bekend_van, p.bekend_van) as van, least(c.bekend_tot, p.bekend_tot) as tot,
      greatest(c.geldig_van, p.geldig_van) as geldig_van, least(c.geldig_tot, p.geldig_tot) as geldig_tot
    from atlas.component c
    join atlas.project p on p.id = c.project_id and not p.ingetrokken
    where c.id = any (componenten)
      and greatest(c.bekend_van, p.bekend_van) < coalesce(least(c.bekend_tot, p.bekend_tot), 'infinity')
      and coalesce(greatest(c.geldig_van, p.geldig_van), '-infinity') < coalesce(least(c.geldig_tot, p.geldig_tot), 'infinity')
  ),
  beperkt as materialized (
    select d.rij, d.project_rij, true as van_project, b.niveau, b.embargo_tot, b.buitenbeeld
    from deel d join atlas.project_beperking b on b.id = d.project_id and b.kolom = '*' and (b.rij = d.project_rij or b.is_nu)
    union
    select d.rij, d.project_rij, false, b.niveau, b.embargo_tot, b.buitenbeeld
    from deel d join atlas.component_beperking b on b.id = d.id and (b.rij = d.rij or b.is_nu)
  ),
  periode as (
    select rij, project_rij, dag as van, coalesce(lead(dag) over (partition by rij, project_rij order by dag), 'infinity') as tot
    from (select rij, project_rij, embargo_tot as dag from beperkt where embargo_tot is not null
      union select rij, project_rij, '-infinity' from deel) grens
  ),
  zicht as (
    select p.rij, p.project_rij, p.van, p.tot,
      coalesce(max(b.niveau) filter (where b.van_project), 0) as project_vanaf,
      coalesce(max(b.niveau) filter (where not b.van_project), 0) as vanaf,
      case when bool_or(b.buitenbeeld = 'niets') filter (where not b.van_project) then 'niets'
        when bool_or(b.buitenbeeld = 'gemeente') filter (where not b.van_project) then 'gemeente' else 'km-cel' end as buitenbeeld
    from periode p
    left join beperkt b on b.rij = p.rij and b.project_rij = p.project_rij and (b.embargo_tot is null or b.embargo_tot > p.van)
    group by p.rij, p.project_rij, p.van, p.tot
  ),
  -- Versions of the project that follow each other and hide the same are one.
  begin_van as (
    select d.rij, d.van, d.tot, d.geldig_van, d.geldig_tot, z.van as zicht_van, z.tot as zicht_tot, z.project_vanaf, z.vanaf, z.buitenbeeld,
      lag(d.tot) over (reeks order by d.van) is distinct from d.van as is_begin
    from deel d join zicht z on z.rij = d.rij and z.project_rij = d.project_rij
    window reeks as (
      partition by d.rij, d.geldig_van, d.geldig_tot, z.van, z.tot, z.project_vanaf, z.vanaf, z.buitenbeeld)
  ),
  genummerd as (
    select *, count(*) filter (where is_begin) over (
      partition by rij, geldig_van, geldig_tot, zicht_van, zicht_tot, project_vanaf, vanaf, buitenbeeld order by van) as nr
    from begin_van
  ),
  beeld as materialized (
    select rij, geldig_van, geldig_tot, zicht_van, zicht_tot, project_vanaf, vanaf, buitenbeeld, min(van) as van,
      case when bool_or(tot is null) then null else max(tot) end as tot
    from genummerd
    group by rij, geldig_van, geldig_tot, zicht_van, zicht_tot, project_vanaf, vanaf, buitenbeeld, nr
  )
  select b.project_vanaf = 0 and b.vanaf = 0 and b.zicht_van = '-infinity' and b.zicht_tot = 'infinity', false,
    greatest(b.project_vanaf, b.vanaf), 2, b.project_vanaf, c.eigenaar, b.zicht_van, b.zicht_tot, b.van, b.tot, b.geldig_van, b.geldig_tot,
    c.*
  from beeld b join atlas.component c on c.rij = b.rij
  union all
  select false, true, b.project_vanaf, b.vanaf - 1, 9, c.eigenaar, b.zicht_van, b.zicht_tot, b.van, b.tot, b.geldig_van, b.geldig_tot, v.*
  from beeld b
  join atlas.component c on c.rij = b.rij
  cross join lateral (select case when b.buitenbeeld = 'km-cel' then atlas.km_cel(c.geom, c.straal_m) end as cel) k
  cross join lateral jsonb_populate_record(null::atlas.component, jsonb_build_object(
      'rij', c.rij, 'id', c.id, 'project_id', c.project_id, 'vertrouwelijkheid', c.vertrouwelijkheid, 'soort', c.soort,
      'ligging', case when k.cel is null then 'geen' else 'zoekgebied' end, 'geom', k.cel::text, 'spanning_kv', '[]'::jsonb,
      'ip_nummers', '[]'::jsonb, 'herkomst', '{}'::jsonb, 'geldig_van', c.geldig_van, 'geldig_tot', c.geldig_tot,
      'bekend_van', c.bekend_van, 'bekend_tot', c.bekend_tot, 'ingetrokken', c.ingetrokken)) v
  where b.vanaf > b.project_vanaf and b.buitenbeeld <> 'niets';
end $$;

-- Tiles -------------------------------------------------------------------------------------------------------
-- The copies of 006, one for each way a component may be seen; those for everybody, always, in tegel_component.
drop trigger tegel_bij on atlas.component;
drop trigger tegel_om_oud on atlas.component;
drop trigger tegel_om_nieuw on atlas.component;
drop trigger tegel_af on atlas.component;
drop trigger tegel_leeg on atlas.component;
drop trigger tegel_bij on atlas.project;
drop trigger tegel_om_oud on atlas.project;
drop trigger tegel_om_nieuw on atlas.project;
drop trigger tegel_af on atlas.project;
drop trigger tegel_leeg on atlas.project;
drop function atlas.tegel_component_na();
drop function atlas.tegel_project_na();
drop function atlas.tegel_component_ververs(text[]);

alter table atlas.tegel_component
  drop constraint tegel_component_pkey,
  alter column energiedrager drop not null,
  add column beeld_geldig_van date,
  add column beeld_geldig_tot date;
create table atlas.tegel_component_besloten (
  like atlas.tegel_component,
  toegang_van    smallint not null,
  toegang_tot    smallint not null,
  eigen_van      smallint not null,
  van_eigenaar   text,
  project_van    smallint not null,             -- toegang with which the project is seen as it is named here
  project_tot    smallint not null,
  zicht_van      date not null,
  zicht_tot      date not null
);
create index on atlas.tegel_component_besloten using gist (kader);
create index on atlas.tegel_component_besloten (project_id);

create function atlas.tegel_component_ververs(projecten text[]) returns void language plpgsql as $$
begin
  delete from atlas.tegel_component where project_id = any (projecten);
  insert into atlas.tegel_component
  select c.rij, c.project_id, c.id, coalesce(c.naam, p.naam), c.soort, c.ligging, p.fase, p.energiedrager, c.straal_m,
    0, v.omvang_m, v.kader, v.vorm, v.vorm_grof,
    greatest(c.beeld_geldig_van, p.beeld_geldig_van), least(c.beeld_geldig_tot, p.beeld_geldig_tot)
  from atlas.component_open c
  join atlas.project_open p on p.id = c.project_id and p.beeld_tot is null and not p.ingetrokken
  cross join lateral atlas.tegel_vorm(
    case when c.ligging = 'indicatief' then ST_Buffer(c.geom, c.straal_m, 16) else c.geom end) v
  where c.project_id = any (projecten) and c.beeld_tot is null and not c.ingetrokken and c.geom is not null
    and coalesce(greatest(c.beeld_geldig_van, p.beeld_geldig_van), '-infinity')
      < coalesce(least(c.beeld_geldig_tot, p.beeld_geldig_tot), 'infinity');

  delete from atlas.tegel_component_besloten where project_id = any (projecten);
  insert into atlas.tegel_component_besloten
  select c.rij, c.project_id, c.id, coalesce(c.naam, p.naam), c.soort, c.ligging, p.fase, p.energiedrager, c.straal_m,
    0, v.omvang_m, v.kader, v.vorm, v.vorm_grof,
    greatest(c.beeld_geldig_van, p.beeld_geldig_van), least(c.beeld_geldig_tot, p.beeld_geldig_tot),
    c.toegang_van, c.toegang_tot, c.eigen_van, c.van_eigenaar, p.toegang_van, p.toegang_tot,
    greatest(c.zicht_van, p.zicht_van), least(c.zicht_tot, p.zicht_tot)
  from atlas.component_beeld c
  join atlas.project_beeld p on p.id = c.project_id and p.beeld_tot is null and not p.ingetrokken and not p.is_buitenbeeld
  cross join lateral atlas.tegel_vorm(
    case when c.ligging = 'indicatief' then ST_Buffer(c.geom, c.straal_m, 16) else c.geom end) v
  where c.project_id = any (projecten) and c.beeld_tot is null and not c.ingetrokken and c.geom is not null
    and not (c.openbaar and p.openbaar)
    and greatest(c.zicht_van, p.zicht_van) < least(c.zicht_tot, p.zicht_tot)
    and coalesce(greatest(c.beeld_geldig_van, p.beeld_geldig_van), '-infinity')
      < coalesce(least(c.beeld_geldig_tot, p.beeld_geldig_tot), 'infinity');
  update atlas.tegel_versie set versie = versie + 1 where laag = 'projecten' and cardinality(projecten) > 0;
end $$;

-- Keeping both up to date -------------------------------------------------------------------------------------
-- For whoever changes a row: images and copies are the database's own. Two who change the same project at once go one
-- after the other, or each would add the images of what the other did not see yet.
create function atlas.beeld_slot(projecten text[]) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(28993, slot)
  from (select distinct abs(hashtext(id) % 64) as slot from unnest(projecten) id order by 1) sloten;
end $$;

create function atlas.beeld_na_project() returns trigger
  language plpgsql security definer set search_path = atlas, public, pg_temp as $$
declare
  projecten text[];
begin
  if tg_op = 'INSERT' then projecten := array(select distinct id from nieuw);
  elsif tg_op = 'DELETE' then projecten := array(select distinct id from oud);
  else projecten := array(select id from nieuw union select id from oud);
  end if;
  perform atlas.beeld_slot(projecten);
  perform atlas.beeld_project(projecten);
  perform atlas.beeld_component(array(select distinct id from atlas.component where project_id = any (projecten)));
  perform atlas.tegel_component_ververs(projecten);
  return null;
end $$;

create function atlas.beeld_na_component() returns trigger
  language plpgsql security definer set search_path = atlas, public, pg_temp as $$
declare
  componenten text[];
  projecten text[];
begin
  if tg_op = 'INSERT' then
    componenten := array(select distinct id from nieuw);
    projecten := array(select distinct project_id from nieuw);
  elsif tg_op = 'DELETE' then
    componenten := array(select distinct id from oud);
    projecten := array(select distinct project_id from oud);
  else
    componenten := array(select id from nieuw union select id from oud);
    projecten := array(select project_id from nieuw union select project_id from oud);
  end if;
  perform atlas.beeld_slot(projecten);
  perform atlas.beeld_component(componenten);
  perform atlas.tegel_component_ververs(projecten);
  return null;
end $$;

create function atlas.beeld_leeg() returns trigger
  language plpgsql security definer set search_path = atlas, public, pg_temp as $$
begin
  delete from atlas.component_beeld;
  if tg_table_name = 'project' then delete from atlas.project_beeld; end if;
  delete from atlas.tegel_component;
  delete from atlas.tegel_component_besloten;
  update atlas.tegel_versie set versie = versie + 1 where laag = 'projecten';
  return null;
end $$;

create trigger beeld_bij after insert on atlas.project referencing new table as nieuw
  for each statement execute function atlas.beeld_na_project();
create trigger beeld_om after update on atlas.project referencing old table as oud new table as nieuw
  for each statement execute function atlas.beeld_na_project();
create trigger beeld_af after delete on atlas.project referencing old table as oud
  for each statement execute function atlas.beeld_na_project();
create trigger beeld_leeg after truncate on atlas.project for each statement execute function atlas.beeld_leeg();
create trigger beeld_bij after insert on atlas.component referencing new table as nieuw
  for each statement execute function atlas.beeld_na_component();
create trigger beeld_om after update on atlas.component referencing old table as oud new table as nieuw
  for each statement execute function atlas.beeld_na_component();
create trigger beeld_af after delete on atlas.component referencing old table as oud
  for each statement execute function atlas.beeld_na_component();
create trigger beeld_leeg after truncate on atlas.component for each statement execute function atlas.beeld_leeg();

-- What the memory of the server rests on besides projects: who is a party, and what was said about the IBN.
insert into atlas.tegel_versie (laag) values ('ibn');
create function atlas.tel_versie() returns trigger
  language plpgsql security definer set search_path = atlas, pg_temp as $$
begin
  update atlas.tegel_versie set versie = versie + 1 where laag = tg_argv[0];
  return null;
end $$;
create trigger tel_versie after insert or update or delete or truncate on atlas.partij
  for each statement execute function atlas.tel_versie('projecten');
create trigger tel_versie after insert or update or delete or truncate on atlas.ibn
  for each statement execute function atlas.tel_versie('ibn');

-- One text that changes with every load, every change of a project, component, party or IBN, and every day.
create view atlas.stand_projecten as
  select s.stempel || '/' || v.versies || '/' || atlas.vandaag() as stempel
  from atlas.stand s
  cross join (select string_agg(versie::text, '-' order by laag) as versies from atlas.tegel_versie where laag in ('projecten', 'ibn')) v;

-- Views -------------------------------------------------------------------------------------------------------
-- What is known now (or then) and holds today (or on that date), for who asks. With the present the first part answers
-- almost everything, from an index, and the second is not even begun.
do $views$
declare
  soort text;
  project text;
  ziet text;
  nu constant text := 'beeld_tot is null and atlas.bekend_op() is null';
  toen constant text := 'atlas.bekend_op() is not null and beeld_van <= (select atlas.bekend_op()) and (beeld_tot is null or beeld_tot > (select atlas.bekend_op()))';
  -- Most hold always, and for those the date is not even looked up.
  geldig constant text := '(beeld_geldig_van is null or beeld_geldig_van <= atlas.geldig_op()) and (beeld_geldig_tot is null or beeld_geldig_tot > atlas.geldig_op())';
  kolommen text;
begin
  drop view atlas.longest_reach;
  drop view atlas.component_nu;
  drop view atlas.project_nu;
  foreach soort in array array['project', 'component'] loop
    project := case soort when 'project' then 'id' else 'project_id' end;
    ziet := case soort when 'project' then 'atlas.ziet(id, toegang_van, toegang_tot, null, null, zicht_van, zicht_tot)'
      else 'atlas.ziet(project_id, toegang_van, toegang_tot, van_eigenaar, eigen_van, zicht_van, zicht_tot)' end;
    select string_agg(quote_ident(attname), ', ' order by attnum) into strict kolommen
    from pg_attribute where attrelid = format('atlas.%I', soort)::regclass and attnum > 0 and not attisdropped;
    kolommen := kolommen || ', is_buitenbeeld';

    execute format('alter table atlas.%I enable row level security', soort || '_beeld');
    execute format('alter table atlas.%I enable row level security', soort || '_besloten');
    execute format('create policy lezen on atlas.%I for select to atlas_lezer using (%s)', soort || '_besloten', ziet);
    -- Said again in the view: the owner of the tables is not held by row-level security, and must not see double.
    execute format('create view atlas.%I with (security_invoker = true) as
      select %s from atlas.%I where %s and %s and not ingetrokken
      union all select %2$s from atlas.%3$I where %6$s and %5$s and not ingetrokken
      union all select %2$s from atlas.%7$I where ((%4$s) or (%6$s)) and %5$s and not ingetrokken and %8$s',
      soort || '_nu', kolommen, soort || '_open', nu, geldig, toen, soort || '_besloten', ziet);
    -- Every version that may be seen, whatever the viewpoint.
    execute format('create view atlas.%I with (security_invoker = true) as
      select distinct on (id, %s, rij) %s from (
        select * from atlas.%I union all select * from atlas.%I where %s) beeld
      order by id, %2$s, rij, is_buitenbeeld, beeld_van desc',
      soort || '_versies', project, kolommen, soort || '_open', soort || '_besloten', ziet);
  end loop;

  execute format('alter table atlas.tegel_component_besloten enable row level security');
  ziet := 'atlas.ziet(project_id, greatest(toegang_van, project_van), least(toegang_tot, project_tot), van_eigenaar, eigen_van, zicht_van, zicht_tot)
    and (van_eigenaar is distinct from atlas.eigen_organisatie() or atlas.ziet(project_id, project_van, project_tot, null, null, zicht_van, zicht_tot))';
  execute format('create policy lezen on atlas.tegel_component_besloten for select to atlas_lezer using (%s)', ziet);
  select string_agg(quote_ident(attname), ', ' order by attnum) into strict kolommen
  from pg_attribute where attrelid = 'atlas.tegel_component'::regclass and attnum > 0 and not attisdropped;
  execute format('create view atlas.tegel_component_nu with (security_invoker = true) as
    select %s from atlas.tegel_component where %s
    union all select %1$s from atlas.tegel_component_besloten where %2$s and %3$s', kolommen, geldig, ziet);
end $views$;

-- The same tile columns looking back, made on the way; geom to narrow it by.
create view atlas.tegel_component_toen with (security_invoker = true) as
  select c.rij as id, c.project_id, c.id as component_id, coalesce(c.naam, p.naam) as naam, c.soort, c.ligging, p.fase,
    p.energiedrager, c.straal_m, 0::smallint as vanaf_zoom, v.omvang_m, v.kader, v.vorm, v.vorm_grof, c.geom
  from atlas.component_nu c
  join atlas.project_nu p on p.id = c.project_id
  cross join lateral atlas.tegel_vorm(
    case when c.ligging = 'indicatief' then ST_Buffer(c.geom, c.straal_m, 16) else c.geom end) v
  where c.geom is not null;

-- At least the reach of every component that may be seen, at any time.
create view atlas.longest_reach with (security_invoker = true) as
  select greatest(
    (select coalesce(max(coalesce(straal_m, corridor_m / 2, 0)), 0) from atlas.component_open),
    (select coalesce(max(coalesce(straal_m, corridor_m / 2, 0)), 0) from atlas.component_besloten)) as m;
drop index atlas.component_reach;
drop index atlas.component_geom;

-- PostGIS does not say that comparing boxes leaks nothing; it does not, and saying so lets an index be used under
-- row-level security. Only a superuser may: without it confidential components are looked through one by one.
do $$
begin
  alter function geometry_overlaps(geometry, geometry) leakproof;
exception when insufficient_privilege then
  raise notice 'geometry_overlaps stays not leakproof';
end $$;

-- Writing -----------------------------------------------------------------------------------------------------
-- True when one of the roles of who asks is among these and holds in the area of the project.
create function atlas.heeft_rol(rollen text[], gebieden text[]) returns boolean
  language sql stable security definer set search_path = atlas, pg_temp
as $$
  select exists (
    select from atlas.rol r join atlas.account a on a.id = r.account_id
    where r.account_id = atlas.eigen_account() and a.organisatie = atlas.eigen_organisatie() and a.actief
      and r.rol = any (rollen) and (r.gebied in ('', a.organisatie) or r.gebied = any (gebieden)))
$$;

-- Whether who asks may write a row of this kind with this owner in this project; `rollen`: for vaststellers the same
-- question is asked with another role.
create function atlas.mag_schrijven(soort text, eigenaar text, project_id text) returns boolean
  language plpgsql stable security definer set search_path = atlas, pg_temp as $$
declare
  wie constant text := atlas.eigen_organisatie();
  mijn_soort text;
  p record;
  is_eigenaar boolean;
  is_partij boolean;
  is_provincie boolean;
  bewerkt boolean;
  coordineert boolean;
begin
  if wie is null or atlas.eigen_account() is null then return false; end if;
  select o.soort into mijn_soort from atlas.organisatie o where o.code = wie and o.actief;
  select v.eigenaar, v.provincies, v.gemeenten, v.provincies || v.gemeenten as gebieden into p
  from atlas.project v where v.id = project_id
  order by v.bekend_tot is null desc, v.bekend_tot desc, v.rij desc limit 1;
  if not found then
    return soort = 'project' and eigenaar = wie and mijn_soort in ('netbeheerder', 'provincie')
      and atlas.heeft_rol(array['bewerker', 'coordinator'], null);
  end if;
  if project_id in (select atlas.besloten_projecten()) then return false; end if;
  is_eigenaar := p.eigenaar = wie;
  is_provincie := mijn_soort = 'provincie' and wie = any (p.provincies);
  is_partij := project_id in (select atlas.mijn_projecten(1));
  bewerkt := atlas.heeft_rol(array['bewerker', 'coordinator'], p.gebieden);
  coordineert := is_provincie and atlas.heeft_rol(array['coordinator'], p.gebieden);
  return case
    when soort = 'project' then (bewerkt and is_eigenaar or coordineert)
      and not exists (select from atlas.verborgen_velden() v where v like project_id || '/%')
    when soort in ('partij', 'contactpersoon', 'monitoring', 'energyboardvraag', 'rondestap') then bewerkt and is_eigenaar or coordineert
    when soort in ('component', 'variant', 'besluit', 'document', 'koppeling', 'ibn', 'mijlpaal') then
      bewerkt and (is_eigenaar or eigenaar = wie and is_partij and mijn_soort = 'netbeheerder') or coordineert
    when soort in ('actie', 'opmerking', 'betwisting') then
      bewerkt and (is_eigenaar or eigenaar = wie and (is_partij or is_provincie or mijn_soort = 'gemeente' and wie = any (p.gemeenten)))
        or coordineert
    else false
  end;
end $$;

-- Whether who asks may adopt (or change what was adopted): vaststellers of the owner, the provincies, the gemeenten and
-- the parties of the project.
create function atlas.mag_vaststellen(project_id text) returns boolean
  language sql stable security definer set search_path = atlas, pg_temp
as $$
  select $1 not in (select atlas.besloten_projecten()) and exists (
    select from atlas.project p
    where p.id = $1 and atlas.is_nu(p.bekend_tot)
      and atlas.heeft_rol(array['vaststeller'], p.provincies || p.gemeenten)
      and (p.eigenaar = atlas.eigen_organisatie() or atlas.eigen_organisatie() = any (p.provincies || p.gemeenten)
        or $1 in (select atlas.mijn_projecten(1))))
$$;

-- Policies ----------------------------------------------------------------------------------------------------
-- Base rows of projects and components: only to make a next version of what one sees whole. The row itself counts too:
-- what is added now is not among the known rows yet.
alter table atlas.project enable row level security;
create policy lezen on atlas.project for select to atlas_bewerker using (
  eigenaar = (select atlas.eigen_organisatie()) and atlas.is_nu(bekend_tot)
  or id not in (select atlas.besloten_projecten())
    and (atlas.is_openbaar(vertrouwelijkheid, embargo_tot) or id in (select atlas.mijn_projecten(2))
      or vertrouwelijkheid = 'partijen' and id in (select atlas.mijn_projecten(1)))
    and (veldzicht = '{}' or not exists (select from atlas.verborgen_velden() v where v like id || '/%')));
create policy toevoegen on atlas.project for insert to atlas_bewerker with check (atlas.mag_schrijven('project', eigenaar, id));
create policy wijzigen on atlas.project for update to atlas_bewerker
  using (atlas.mag_schrijven('project', eigenaar, id)) with check (atlas.mag_schrijven('project', eigenaar, id));

alter table atlas.component enable row level security;
create policy lezen on atlas.component for select to atlas_bewerker using (
  project_id not in (select atlas.besloten_projecten())
  and (eigenaar = (select atlas.eigen_organisatie()) or id not in (select atlas.besloten_componenten()))
  and (eigenaar = (select atlas.eigen_organisatie()) or atlas.is_openbaar(vertrouwelijkheid, embargo_tot)
    or project_id in (select atlas.mijn_projecten(2))
    or vertrouwelijkheid = 'partijen' and project_id in (select atlas.mijn_projecten(1))));
create policy toevoegen on atlas.component for insert to atlas_bewerker
  with check (atlas.mag_schrijven('component', eigenaar, project_id));
create policy wijzigen on atlas.component for update to atlas_bewerker
  using (atlas.mag_schrijven('component', eigenaar, project_id)) with check (atlas.mag_schrijven('component', eigenaar, project_id));

-- What is said about a project: not for who sees it from outside, and each row by its own level.
do $policies$
declare
  tabel text;
  lezen text;
  schrijven text;
  kolommen text;
begin
  foreach tabel in array array['partij', 'contactpersoon', 'variant', 'besluit', 'actie', 'monitoring', 'energyboardvraag',
    'opmerking', 'betwisting', 'document', 'koppeling', 'ibn', 'mijlpaal', 'rondestap']
  loop
    lezen := format($sql$
      project_id not in (select atlas.besloten_projecten())
      and (eigenaar = (select atlas.eigen_organisatie()) or atlas.is_openbaar(vertrouwelijkheid, embargo_tot)
        or project_id in (select atlas.mijn_projecten(2))
        or vertrouwelijkheid = 'partijen' and project_id in (select atlas.mijn_projecten(1)))
      and (atlas.is_nu(bekend_tot) or eigenaar = (select atlas.eigen_organisatie())
        or atlas.niveau_nu(%L, id) <= case when project_id in (select atlas.mijn_projecten(2)) then 2
          when project_id in (select atlas.mijn_projecten(1)) then 1 else 0 end)$sql$, tabel);
    schrijven := format('atlas.mag_schrijven(%L, eigenaar, project_id)', tabel);
    if tabel in ('variant', 'besluit', 'betwisting', 'koppeling') then
      lezen := lezen || ' and (component_id is null or component_id not in (select atlas.besloten_componenten()))';
    end if;
    if tabel = 'betwisting' then
      lezen := lezen || ' and (variant_id is null or variant_id not in (select atlas.besloten_varianten()))';
    elsif tabel = 'ibn' then
      lezen := lezen || $sql$ and project_id || '/ibn_van' not in (select atlas.verborgen_velden())
        and project_id || '/ibn_tot' not in (select atlas.verborgen_velden())$sql$;
    elsif tabel = 'opmerking' then
      lezen := lezen || $sql$ and (veld is null or project_id || '/' || lower(regexp_replace(veld, '([A-Z])', '_\1', 'g'))
        not in (select atlas.verborgen_velden()))$sql$;
    elsif tabel = 'contactpersoon' then
      -- Personal data: for people with a role at a party (or who wrote it down), and never past its date.
      lezen := lezen || $sql$ and bewaren_tot >= (select atlas.vandaag())
        and (eigenaar = (select atlas.eigen_organisatie()) or project_id in (select atlas.mijn_projecten(1)))
        and (select atlas.heeft_rol(array['lezer', 'bewerker', 'coordinator', 'vaststeller', 'beheerder'], null))$sql$;
    elsif tabel = 'actie' then
      -- Who pulls an action says how it goes, whoever wrote it down.
      schrijven := schrijven || $sql$ or eigenaar <> (select atlas.eigen_organisatie())
        and (select atlas.eigen_organisatie()) = any (trekkers)
        and (select atlas.heeft_rol(array['bewerker', 'coordinator'], array[atlas.eigen_organisatie()]))$sql$;
    end if;
    execute format('alter table atlas.%I enable row level security', tabel);
    execute format('create policy lezen on atlas.%I for select to atlas_lezer using (%s)', tabel, lezen);
    if tabel in ('besluit', 'rondestap') then
      -- Submitting is not adopting: that takes a vaststeller, and somebody else.
      execute format($sql$create policy toevoegen on atlas.%I for insert to atlas_bewerker with check (
        case when status in ('vastgesteld', 'in werking', 'onherroepelijk', 'afgewezen')
          then atlas.mag_vaststellen(project_id) and ingediend_door is distinct from atlas.eigen_account()
          else %s end)$sql$, tabel, schrijven);
      schrijven := schrijven || ' or atlas.mag_vaststellen(project_id)';
    else
      execute format('create policy toevoegen on atlas.%I for insert to atlas_bewerker with check (%s)', tabel, schrijven);
    end if;
    execute format('create policy wijzigen on atlas.%I for update to atlas_bewerker using (%s) with check (%2$s)', tabel, schrijven);

    execute format('create index on atlas.%I (project_id)', tabel);
    execute format('create view atlas.%I with (security_invoker = true) as
      select t.* from atlas.%I t
      where (atlas.bekend_op() is null and t.bekend_tot is null
          or t.bekend_van <= atlas.bekend_op() and (t.bekend_tot is null or t.bekend_tot > atlas.bekend_op()))
        and (t.geldig_van is null or t.geldig_van <= atlas.geldig_op()) and (t.geldig_tot is null or t.geldig_tot > atlas.geldig_op())
        and not t.ingetrokken
        and exists (select from atlas.project_nu p where p.id = t.project_id and not p.is_buitenbeeld)', tabel || '_nu', tabel);
    execute format('grant select on atlas.%I, atlas.%I to atlas_lezer', tabel, tabel || '_nu');
    execute format('grant insert, update on atlas.%I to atlas_bewerker', tabel);
  end loop;
end $policies$;

grant usage on schema atlas to atlas_lezer, atlas_bewerker;
grant select on atlas.databron, atlas.gebied, atlas.gebied_lid, atlas.gebied_deel, atlas.provinciegrens, atlas.plan,
  atlas.planvlak, atlas.beschermd_gebied, atlas.hoogspanning, atlas.organisatie, atlas.stand, atlas.stand_projecten,
  atlas.tegel_versie, atlas.tegel_planvlak, atlas.tegel_beschermd, atlas.tegel_hoogspanning, atlas.tegel_component,
  atlas.tegel_component_besloten, atlas.tegel_component_nu, atlas.tegel_component_toen, atlas.project_open,
  atlas.project_besloten, atlas.component_open, atlas.component_besloten, atlas.project_nu, atlas.component_nu,
  atlas.project_versies, atlas.component_versies, atlas.longest_reach
  to atlas_lezer;
grant select, insert, update on atlas.project, atlas.component to atlas_bewerker;
-- Only the triggers make images and copies.
revoke execute on function atlas.beeld_project(text[]), atlas.beeld_component(text[]), atlas.tegel_component_ververs(text[]),
  atlas.beeld_slot(text[]) from public;

-- Images of what was there before.
select atlas.beeld_project(array(select distinct id from atlas.project));
select atlas.beeld_component(array(select distinct id from atlas.component));
select atlas.tegel_component_ververs(array(select distinct id from atlas.project));
