-- Ground: the schema, PostGIS, and the only place where GEOS overlays are called.
--
-- Why: the embedded engine loses errors that GEOS throws (docs/decisions.md). Overlays on a fixed
-- grid of 0.001 m do not throw on valid input, so every overlay in the atlas is one of these functions
-- (test/architecture.test.ts looks), and every stored geometry passes is_sound().
-- CRS: RD New (EPSG:28992), metres.
create schema if not exists atlas;
create extension if not exists postgis schema public;

-- True for a geometry that may be stored: RD New, 2D, not empty, valid.
create function atlas.is_sound(g geometry) returns boolean
  language sql immutable parallel safe
  return g is null or (ST_SRID(g) = 28992 and ST_NDims(g) = 2 and not ST_IsEmpty(g) and ST_IsValid(g));

create function atlas.overlay_intersection(a geometry, b geometry) returns geometry
  language sql immutable strict parallel safe
  return ST_Intersection(a, b, 0.001);

create function atlas.overlay_difference(a geometry, b geometry) returns geometry
  language sql immutable strict parallel safe
  return ST_Difference(a, b, 0.001);

create function atlas.overlay_union(a geometry, b geometry) returns geometry
  language sql immutable strict parallel safe
  return ST_Union(a, b, 0.001);

-- The union of all members of a collection: overlay_unary_union(ST_Collect(geom)).
create function atlas.overlay_unary_union(g geometry) returns geometry
  language sql immutable strict parallel safe
  return ST_UnaryUnion(g, 0.001);

-- Area in m² of the polygonal part only; 0 where there is none.
create function atlas.area_m2(g geometry) returns float8
  language sql immutable strict parallel safe
  return ST_Area(ST_CollectionExtract(g, 3));

-- Length in m of the linear part only; 0 where there is none.
create function atlas.length_m(g geometry) returns float8
  language sql immutable strict parallel safe
  return ST_Length(ST_CollectionExtract(g, 2));
