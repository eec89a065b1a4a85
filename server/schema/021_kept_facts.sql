-- Looking up what was kept of many places: each row is looked for in a hash of the texts. As an array they were gone
-- through one by one, two thousand times two thousand; as a join, without knowing how many rows there are, too.
create or replace function atlas.bewaarde_feiten(vraag text, editie text, sleutels text[]) returns table (sleutel text, feit json)
  language sql stable security definer set search_path = atlas, pg_temp rows 1000
as $$
  select f.sleutel, f.feit from atlas.bewaard_feit f
  -- "is true" keeps the planner from making a join of it.
  where f.vraag = $1 and f.editie = $2 and (f.sleutel in (select unnest($3))) is true
$$;
