import type { Actor } from '../auth/actor.ts';
import type { RecordDocument, RecordField } from '../../data/document.ts';

/**
 * SQL expression (json) for one row `r` of this kind as the wire has it, geometry in the SRID of parameter `srid`
 * (0: only its type). Numbers, dates and times become JSON in SQL, so both engines give the same values.
 */
export function toRowSql(document: RecordDocument, srid: string): string {
  const fields = document.velden.map((field) => `'${field.naam}', ${toValueSql(field, srid)}`);
  return `json_build_object('id', r.id, 'projectId', ${projectIdOf(document)},
    'gegevens', json_build_object(${fields.join(', ')}),
    'versie', json_build_object('rij', r.rij, 'eigenaar', r.eigenaar, 'vertrouwelijkheid', r.vertrouwelijkheid,
      'embargoTot', r.embargo_tot, 'geldigVan', r.geldig_van, 'geldigTot', r.geldig_tot,
      'bekendVan', r.bekend_van, 'bekendTot', r.bekend_tot, 'doorOrganisatie', r.door_organisatie,
      'door', atlas.naam_van(r.door), 'reden', r.reden, 'ingetrokken', r.ingetrokken, 'herkomst', r.herkomst))`;
}

/** A project stands in no other. */
export function projectIdOf({ naam }: RecordDocument): string {
  return naam === 'project' ? 'r.id' : 'r.project_id';
}

function toValueSql({ soort, kolom }: RecordField, srid: string): string {
  if (soort !== 'geometrie') return `r.${kolom}`;
  return `case when r.${kolom} is null then null
    when ${srid} > 0 then ST_AsGeoJSON(ST_Transform(r.${kolom}, ${srid}), case when ${srid} = 28992 then 3 else 7 end, 0)::json
    else json_build_object('type', substr(ST_GeometryType(r.${kolom}), 4)) end`;
}

/** The rows of this kind as they are known now and hold today, or as the viewpoint has it; what was withdrawn is absent. */
export function toSourceSql({ tabel }: RecordDocument): string {
  return `(select * from atlas.${tabel} where bekend_tot is null and not ingetrokken
    and (geldig_van is null or geldig_van <= atlas.geldig_op()) and (geldig_tot is null or geldig_tot > atlas.geldig_op()))`;
}

/** Every version of this kind that may be seen. */
export function toVersionsSql({ tabel }: RecordDocument): string {
  return `atlas.${tabel}`;
}

/** SQL expression (boolean): whether who asks may change row `r`. */
export function toMayWriteSql(_document: RecordDocument): string {
  return `(atlas.eigen_organisatie() is not null)`;
}

/** SQL expression (boolean): whether who asks may add a record of this kind to project `r`. */
export function toMayAddSql(_document: RecordDocument): string {
  return `(atlas.eigen_organisatie() is not null)`;
}

/** Whether this person may make a project: who edits for a netbeheerder or provincie. */
export function mayMakeProject({ organisatie, rollen }: Actor): boolean {
  return (
    ['netbeheerder', 'provincie'].includes(organisatie.soort) &&
    rollen.some(({ rol }) => rol === 'bewerker' || rol === 'coordinator')
  );
}
