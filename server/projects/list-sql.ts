/** Most certain first: a project is placed by the most certain of its components. */
const certainty = "array_position(array['exact', 'zoekgebied', 'indicatief', 'geen'], ligging), id";

/**
 * Every project known now with one place for its symbol (WGS 84) and the box of all its components
 * (an indicative point counts with its radius).
 */
export const projectListSql = `
with place as (
  select project_id,
    (array_agg(ligging order by ${certainty}))[1] as ligging,
    (array_agg(straal_m order by ${certainty}))[1]::float8 as straal_m,
    (array_agg(ST_Transform(ST_PointOnSurface(geom), 4326) order by ${certainty}))[1] as point,
    ST_Extent(ST_Transform(case when ligging = 'indicatief' then ST_Buffer(geom, straal_m) else geom end, 4326)) as box
  from atlas.component_nu
  group by project_id
)
select p.id, p.naam, p.provincies, p.gemeenten as "gemeenteCodes", p.energiedrager, p.type_infra as "typeInfra",
  p.type_infra_groep as "typeInfraGroep", p.aard, p.netbeheerders, p.pmiek_ronde as "pmiekRonde",
  p.pmiek_bewijs as "pmiekBewijs", p.concreetheid, p.pmiek_nummer as "pmiekNummer", p.vervolg, p.fase, p.fase_herkomst as "faseHerkomst",
  p.ibn_van::int as "ibnVan", p.ibn_tot::int as "ibnTot",
  p.is_buitenbeeld as "isBuitenbeeld", coalesce(place.ligging, 'geen') as ligging, place.straal_m as "straalM",
  case when place.point is not null then array[ST_X(place.point), ST_Y(place.point)]::float8[] end as "lngLat",
  case when place.box is not null then
    array[ST_XMin(place.box), ST_YMin(place.box), ST_XMax(place.box), ST_YMax(place.box)]::float8[] end as "bboxWgs84"
from atlas.project_nu p
left join place on place.project_id = p.id
order by p.id`;
