-- Saving what is said about a project: the one way to add a version, for every kind of record.
--
-- Rights: SECURITY INVOKER, so that the row-level security of atlas_bewerker (011) holds for every row read and written.
-- Who did it comes from the session (atlas.eigen_account, eigen_organisatie), never from what was sent.
-- Time: the closed version ends at the very moment the new one begins, also when a slower transaction comes second.

-- A further version after the content of an earlier row, with other values in these columns. Gives its rij.
create function atlas.bewaar_kopie(soort text, record_id text, bron_rij bigint, anders jsonb) returns bigint
  language plpgsql as $$
declare
  kolommen text;
  nieuw bigint;
begin
  select string_agg(quote_ident(attname), ', ' order by attnum) into strict kolommen
  from pg_attribute
  where attrelid = format('atlas.%I', soort)::regclass and attnum > 0 and not attisdropped and attname <> 'rij';
  execute format(
    'insert into atlas.%1$I (%2$s) select %2$s from (
       select nieuw.* from atlas.%1$I oude_rij cross join lateral jsonb_populate_record(oude_rij, $3) nieuw
       where oude_rij.rij = $1 and oude_rij.id = $2) inhoud
     returning rij', soort, kolommen) into nieuw using bron_rij, record_id, anders;
  if nieuw is null then
    raise exception 'no row % of % %', bron_rij, soort, record_id using errcode = 'no_data_found';
  end if;
  return nieuw;
end $$;

-- Closes the known version `rij_nu`, if it is still the known one. Gives the row that was closed, null when it was not.
create function atlas.bewaar_sluit(soort text, record_id text, rij_nu bigint) returns jsonb
  language plpgsql as $$
declare
  gesloten jsonb;
begin
  execute format(
    'update atlas.%I set bekend_tot = greatest(now(), bekend_van + interval ''1 microsecond'')
     where rij = $1 and id = $2 and bekend_tot is null
     returning jsonb_build_object(''moment'', bekend_tot, ''geldig_van'', geldig_van, ''geldig_tot'', geldig_tot,
       ''eigenaar'', eigenaar, ''vertrouwelijkheid'', vertrouwelijkheid, ''embargo_tot'', embargo_tot)', soort)
  into gesloten using rij_nu, record_id;
  return gesloten;
end $$;

-- Saves one version. Gives its rij; null when `basis` is no longer the known version (or may not be written).
--   soort       table of atlas, from the list below
--   basis       rij that is replaced; null: the first version
--   inhoud_van  rij whose content is taken (restoring); null: that of `basis`
--   wijziging   the columns that change, as jsonb; a geometry as text (EWKB in hex)
--   vanaf       date from which it holds in the world; null: as long as what it replaces. Later than the beginning of
--               what it replaces: that stays known up to `vanaf`
--   waarom      reason, in the words of who made it
--   weg         withdraws: the whole record, or from `vanaf`
create function atlas.bewaar(
  soort text, record_id text, basis bigint, inhoud_van bigint, wijziging jsonb, vanaf date, waarom text,
  weg boolean default false
) returns bigint
  language plpgsql as $$
declare
  wie constant text := atlas.eigen_organisatie();
  sporen constant jsonb := jsonb_build_object('door', atlas.eigen_account(), 'door_organisatie', wie, 'reden', waarom);
  oud jsonb;
  niveau jsonb;
  tijd jsonb;
  begin_oud date;
  nieuw bigint;
  eerder bigint;
  kolommen text;
  deel record;
begin
  if soort <> all (array['project', 'component', 'partij', 'contactpersoon', 'variant', 'besluit', 'actie', 'monitoring',
    'energyboardvraag', 'opmerking', 'betwisting', 'document', 'koppeling', 'ibn', 'mijlpaal', 'rondestap']) then
    raise exception 'no such kind of record: %', soort;
  end if;

  if basis is null then
    wijziging := wijziging || sporen || jsonb_build_object('id', record_id, 'eigenaar', wie, 'geldig_van', vanaf);
    select string_agg(quote_ident(attname), ', ') into strict kolommen
    from pg_attribute
    where attrelid = format('atlas.%I', soort)::regclass and attnum > 0 and not attisdropped and wijziging ? attname::text;
    execute format('insert into atlas.%1$I (%2$s) select %2$s from jsonb_populate_record(null::atlas.%1$I, $1) returning rij',
      soort, kolommen) into nieuw using wijziging;
    return nieuw;
  end if;

  oud := atlas.bewaar_sluit(soort, record_id, basis);
  if oud is null then return null; end if;
  begin_oud := (oud ->> 'geldig_van')::date;
  if vanaf < begin_oud or vanaf >= (oud ->> 'geldig_tot')::date then
    raise exception 'valid from % lies outside % to %', vanaf, begin_oud, oud ->> 'geldig_tot' using errcode = 'datetime_field_overflow';
  end if;

  -- What a loader maintains becomes of who edits it, and then the loader leaves it alone.
  niveau := jsonb_build_object(
    'eigenaar', case when oud ->> 'eigenaar' = 'openbaar-register' then coalesce(wie, oud ->> 'eigenaar') else oud ->> 'eigenaar' end,
    'vertrouwelijkheid', coalesce(wijziging -> 'vertrouwelijkheid', oud -> 'vertrouwelijkheid'),
    'embargo_tot', case when wijziging ? 'embargo_tot' then wijziging -> 'embargo_tot' else oud -> 'embargo_tot' end);
  tijd := jsonb_build_object('bekend_van', oud -> 'moment', 'bekend_tot', null);

  if vanaf > begin_oud or (vanaf is not null and begin_oud is null) then
    eerder := atlas.bewaar_kopie(soort, record_id, basis, niveau || tijd || jsonb_build_object('geldig_tot', vanaf));
  end if;
  nieuw := atlas.bewaar_kopie(soort, record_id, coalesce(inhoud_van, basis),
    wijziging || niveau || tijd || sporen || jsonb_build_object('ingetrokken', weg,
      'geldig_van', coalesce(vanaf, begin_oud), 'geldig_tot', oud -> 'geldig_tot'));

  -- The other known parts of the record: withdrawn along with it, and never more open than it.
  if weg or niveau <> jsonb_build_object('eigenaar', oud -> 'eigenaar', 'vertrouwelijkheid', oud -> 'vertrouwelijkheid',
    'embargo_tot', oud -> 'embargo_tot') then
    for deel in execute format(
      'select rij, geldig_van from atlas.%I where id = $1 and bekend_tot is null and rij <> $2 and rij is distinct from $3', soort)
      using record_id, nieuw, eerder
    loop
      oud := atlas.bewaar_sluit(soort, record_id, deel.rij);
      perform atlas.bewaar_kopie(soort, record_id, deel.rij, niveau || jsonb_build_object(
          'bekend_van', oud -> 'moment', 'bekend_tot', null)
        || case when weg and (vanaf is null or deel.geldig_van >= vanaf) then sporen || '{"ingetrokken": true}' else '{}' end);
    end loop;
  end if;

  if soort = 'project' and niveau ->> 'eigenaar' <> 'openbaar-register' then
    for deel in
      select id, rij from atlas.component
      where project_id = record_id and bekend_tot is null and eigenaar = 'openbaar-register'
    loop
      perform atlas.bewaar('component', deel.id, deel.rij, null, '{}', null, waarom);
    end loop;
  end if;
  return nieuw;
end $$;

-- Name of an account, for who is signed in with a role; null for others and for an account that is gone.
create function atlas.naam_van(wie text) returns text
  language sql stable security definer set search_path = atlas, pg_temp
  return (select a.naam from atlas.account a where a.id = wie
    and exists (select from atlas.rol r where r.account_id = atlas.eigen_account()));

-- Whether no project ever had this id, also none that may not be seen.
create function atlas.projectnummer_vrij(nummer text) returns boolean
  language sql stable security definer set search_path = atlas, pg_temp
  return not exists (select from atlas.project p where p.id = nummer);
