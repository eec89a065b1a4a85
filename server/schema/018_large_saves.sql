-- Saving many rows in one go costs per row what saving one costs. Who may do what stays as 011 has it: what was asked as
-- "is this project in the list of all projects of which …" is asked of that one project, and every way of looking up the
-- restrictions of a project has an index.

-- Projects of which fields are hidden are few; without this each image of a project looked through all projects.
create index project_veldzicht on atlas.project (id) where veldzicht <> '{}';
-- Every version, for the images of a project; there was one of the known versions only.
create index component_van_project on atlas.component (project_id);

-- Whether this project is in mijn_projecten(minstens).
create function atlas.is_mijn_project(project_id text, minstens integer) returns boolean
  language sql stable security definer set search_path = atlas, pg_temp
as $$
  select atlas.eigen_organisatie() is not null and (
    exists (
      select from atlas.project p
      where p.id = $1 and p.eigenaar = atlas.eigen_organisatie() and atlas.is_nu(p.bekend_tot))
    or exists (
      select from atlas.partij p
      where p.project_id = $1 and p.organisatie = atlas.eigen_organisatie()
        and atlas.is_nu(p.bekend_tot) and not p.ingetrokken and (p.vertrouwd or minstens < 2)
        and (p.geldig_van is null or p.geldig_van <= atlas.vandaag()) and (p.geldig_tot is null or p.geldig_tot > atlas.vandaag())))
$$;

-- Whether it is in besloten_projecten().
create function atlas.is_besloten_project(project_id text) returns boolean
  language sql stable security definer set search_path = atlas, pg_temp
as $$
  select exists (
    select from atlas.project p
    where p.id = $1 and p.vertrouwelijkheid <> 'openbaar' and atlas.is_nu(p.bekend_tot)
      and not atlas.is_openbaar(p.vertrouwelijkheid, p.embargo_tot)
      and not atlas.is_mijn_project(p.id, 2)
      and (p.vertrouwelijkheid = 'vertrouwelijk' or not atlas.is_mijn_project(p.id, 1)))
$$;

-- Whether any of its fields is in verborgen_velden().
create function atlas.heeft_verborgen_velden(project_id text) returns boolean
  language sql stable security definer set search_path = atlas, pg_temp
as $$
  select exists (
    select from atlas.project_beperking b
    where b.id = $1 and b.kolom <> '*' and b.is_nu and not atlas.is_mijn_project(b.id, 2)
      and (b.niveau = 2 or not atlas.is_mijn_project(b.id, 1)))
$$;

create or replace function atlas.mag_schrijven(soort text, eigenaar text, project_id text) returns boolean
  language plpgsql stable security definer set search_path = atlas, pg_temp as $$
declare
  wie constant text := atlas.eigen_organisatie();
  mijn_soort text;
  p record;
  is_eigenaar boolean;
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
  if atlas.is_besloten_project(project_id) then return false; end if;
  is_eigenaar := p.eigenaar = wie;
  is_provincie := mijn_soort = 'provincie' and wie = any (p.provincies);
  bewerkt := atlas.heeft_rol(array['bewerker', 'coordinator'], p.gebieden);
  coordineert := is_provincie and atlas.heeft_rol(array['coordinator'], p.gebieden);
  return case
    when soort = 'project' then (bewerkt and is_eigenaar or coordineert) and not atlas.heeft_verborgen_velden(project_id)
    when soort in ('partij', 'contactpersoon', 'monitoring', 'energyboardvraag', 'rondestap') then bewerkt and is_eigenaar or coordineert
    when soort in ('component', 'variant', 'besluit', 'document', 'koppeling', 'ibn', 'mijlpaal') then
      bewerkt and (is_eigenaar or eigenaar = wie and mijn_soort = 'netbeheerder' and atlas.is_mijn_project(project_id, 1)) or coordineert
    when soort in ('actie', 'opmerking', 'betwisting') then
      bewerkt and (is_eigenaar or eigenaar = wie and (is_provincie or mijn_soort = 'gemeente' and wie = any (p.gemeenten)
        or atlas.is_mijn_project(project_id, 1))) or coordineert
    else false
  end;
end $$;

create or replace function atlas.mag_vaststellen(project_id text) returns boolean
  language sql stable security definer set search_path = atlas, pg_temp
as $$
  select not atlas.is_besloten_project($1) and exists (
    select from atlas.project p
    where p.id = $1 and atlas.is_nu(p.bekend_tot)
      and atlas.heeft_rol(array['vaststeller'], p.provincies || p.gemeenten)
      and (p.eigenaar = atlas.eigen_organisatie() or atlas.eigen_organisatie() = any (p.provincies || p.gemeenten)
        or atlas.is_mijn_project($1, 1)))
$$;

-- Base rows are read one record at a time, to make its next version.
alter policy lezen on atlas.project using (
  eigenaar = (select atlas.eigen_organisatie()) and atlas.is_nu(bekend_tot)
  or not atlas.is_besloten_project(id)
    and (atlas.is_openbaar(vertrouwelijkheid, embargo_tot) or atlas.is_mijn_project(id, 2)
      or vertrouwelijkheid = 'partijen' and atlas.is_mijn_project(id, 1))
    and (veldzicht = '{}' or not atlas.heeft_verborgen_velden(id)));
alter policy lezen on atlas.component using (
  not atlas.is_besloten_project(project_id)
  and (eigenaar = (select atlas.eigen_organisatie()) or id not in (select atlas.besloten_componenten()))
  and (eigenaar = (select atlas.eigen_organisatie()) or atlas.is_openbaar(vertrouwelijkheid, embargo_tot)
    or atlas.is_mijn_project(project_id, 2)
    or vertrouwelijkheid = 'partijen' and atlas.is_mijn_project(project_id, 1)));

-- As in 011; the long statements that mask are planned anew each time, so they are left alone where there is nothing to mask.
create or replace function atlas.beeld_project(projecten text[]) returns void language plpgsql as $$
begin
  delete from atlas.project_beeld where id = any (projecten);
  insert into atlas.project_beeld
  select true, false, 0, 2, '-infinity', 'infinity', p.bekend_van, p.bekend_tot, p.geldig_van, p.geldig_tot, p.*
  from atlas.project p
  where p.id = any (projecten) and not exists (
    select from atlas.project_beperking b where b.id = p.id and (b.rij = p.rij or b.is_nu));

  if not exists (select from atlas.project_beperking b where b.id = any (projecten)) then return; end if;
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

create or replace function atlas.tegel_component_ververs(projecten text[]) returns void language plpgsql as $$
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
  if exists (select from atlas.component_besloten where project_id = any (projecten))
    or exists (select from atlas.project_besloten where id = any (projecten)) then
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
  end if;
  update atlas.tegel_versie set versie = versie + 1 where laag = 'projecten' and cardinality(projecten) > 0;
end $$;
