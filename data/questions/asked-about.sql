-- The first columns of every answer about a place; the file that includes this goes on with its own.
-- Rows: one. stempel: edition of the data; keuring: is the given geometry sound, and where not; project: its row, or
-- null; maat: m² (m2), m and number of points in RD New; onderdelen: certainty of each part; sleutel:
-- the place of a project's components together (null for a geometry); geometrie: GeoJSON in
-- SRID $4, null when the asker has it already.
-- Parameters: those of asked.sql. Needs: keuring, project, maat, onderdeel and geheel of asked.sql and whole.sql.
select
  (select stempel from atlas.stand) as stempel,
  (select json_build_object('geldig', geldig, 'reden', reden, 'plek',
      case when plek is not null then array[ST_X(plek), ST_Y(plek)]::float8[] end) from keuring) as keuring,
  (select row_to_json(project) from project) as project,
  (select json_build_object('m2', m2, 'm', m, 'punten', punten) from maat) as maat,
  (select json_agg(json_build_object('ligging', ligging, 'straalM', straal_m)) from onderdeel) as onderdelen,
  case when (select geometrie is null from gegeven) then
    (select md5(string_agg(atlas.ligging_sleutel(ligging, straal_m, corridor_m, geom), ' ' order by id)) from onderdeel)
  end as sleutel,
  (select ST_AsGeoJSON(ST_Transform(coalesce(vlak, lijn, punt), naar), case when naar = 28992 then 3 else 7 end, 0)::json
    from geheel, (select geometrie, srid, $4::int as naar from gegeven offset 0) g
    where g.geometrie is null or srid <> naar) as geometrie,
