-- The terugblik op het proces of the hoofddocument (uitvoeringsaanpak, stap 3): in own words, of a project in a round.
alter table atlas.rondestap add column terugblik text;

-- The view of 011 over the table as it is now: a view keeps the columns it was made with.
create or replace view atlas.rondestap_nu with (security_invoker = true) as
  select t.* from atlas.rondestap t
  where (atlas.bekend_op() is null and t.bekend_tot is null
      or t.bekend_van <= atlas.bekend_op() and (t.bekend_tot is null or t.bekend_tot > atlas.bekend_op()))
    and (t.geldig_van is null or t.geldig_van <= atlas.geldig_op()) and (t.geldig_tot is null or t.geldig_tot > atlas.geldig_op())
    and not t.ingetrokken
    and exists (select from atlas.project_nu p where p.id = t.project_id and not p.is_buitenbeeld);
