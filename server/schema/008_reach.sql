-- How far beyond its stored geometry a component reaches (radius of an indicative place, half a corridor): the largest
-- reach widens the boxes with which components are looked up, so that the index on their geometry can be used.
create index component_reach on atlas.component ((coalesce(straal_m, corridor_m / 2, 0))) where bekend_tot is null;
create view atlas.longest_reach as
  select coalesce(max(coalesce(straal_m, corridor_m / 2, 0)), 0) as m from atlas.component where bekend_tot is null;
