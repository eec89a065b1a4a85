-- What was worked out of places, kept over restarts: one project costs milliseconds, two thousand cost a second.
--
-- Kept under the text of the place (atlas.ligging_sleutel), which only who sees a place can make, and the edition of the
-- areas it was worked out with. Written by the server; nobody lists it, and who asks must bring the texts.
create table atlas.bewaard_feit (
  vraag   text not null,                        -- which question, with what else the fact depends on
  editie  text not null,                        -- of the areas; see atlas.editie_gemeenten
  sleutel text not null,
  feit    json not null,
  primary key (vraag, editie, sleutel)
);

-- Changes when the gemeenten, and with them the provincies and their borders, are loaded; not with other loads.
create view atlas.editie_gemeenten as
  select coalesce(string_agg(id || '@' || extract(epoch from geladen_op), ' ' order by id), '') as editie
  from atlas.databron where id in ('gemeenten', 'provincies');

create function atlas.bewaarde_feiten(vraag text, editie text, sleutels text[]) returns table (sleutel text, feit json)
  language sql stable security definer set search_path = atlas, pg_temp rows 1000
as $$
  select f.sleutel, f.feit from atlas.bewaard_feit f
  where f.vraag = $1 and f.editie = $2 and f.sleutel = any ($3)
$$;

grant select on atlas.editie_gemeenten to atlas_lezer;
revoke execute on function atlas.bewaarde_feiten(text, text, text[]) from public;
grant execute on function atlas.bewaarde_feiten(text, text, text[]) to atlas_lezer;
