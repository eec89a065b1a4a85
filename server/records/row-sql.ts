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
    'versie', json_build_object('rij', r.rij, 'eigenaar', coalesce(r.eigenaar, ''), 'vertrouwelijkheid', r.vertrouwelijkheid,
      'embargoTot', r.embargo_tot, 'geldigVan', r.geldig_van, 'geldigTot', r.geldig_tot,
      'bekendVan', r.bekend_van, 'bekendTot', r.bekend_tot, 'doorOrganisatie', r.door_organisatie,
      'door', ${toNameSql('r.door')}, 'reden', r.reden, 'ingetrokken', r.ingetrokken, 'herkomst', r.herkomst))`;
}

/** A project stands in no other. */
export function projectIdOf({ naam }: RecordDocument): string {
  return naam === 'project' ? 'r.id' : 'r.project_id';
}

/** Accounts are known by their name, and only to who is signed in. */
function toNameSql(account: string): string {
  return `case when ${account} is not null and atlas.eigen_account() is not null then atlas.naam_van(${account}) end`;
}

function toValueSql({ soort, kolom }: RecordField, srid: string): string {
  if (kolom === 'ingediend_door') return toNameSql(`r.${kolom}`);
  if (soort !== 'geometrie') return `r.${kolom}`;
  return `case when r.${kolom} is null then null
    when ${srid} > 0 then ST_AsGeoJSON(ST_Transform(r.${kolom}, ${srid}), case when ${srid} = 28992 then 3 else 7 end, 0)::json
    else json_build_object('type', substr(ST_GeometryType(r.${kolom}), 4)) end`;
}

/** The rows of this kind as they are known and hold for the viewpoint, for who asks; what was withdrawn is absent. */
export function toSourceSql({ tabel }: RecordDocument): string {
  return `atlas.${tabel}_nu`;
}

/** Every version of this kind that who asks may see. Of projects and components that are images, never base rows. */
export function toVersionsSql({ tabel }: RecordDocument): string {
  return isImage(tabel) ? `atlas.${tabel}_versies` : `atlas.${tabel}`;
}

const isImage = (tabel: string): boolean => tabel === 'project' || tabel === 'component';

/** SQL expression (boolean): whether who asks may change row `r`. */
export function toMayWriteSql(document: RecordDocument): string {
  return withOwnRows(document, toRightSql(document, 'r.eigenaar', projectIdOf(document)));
}

/** The part of the right that is the same for all rows of one owner in one project (schema/011_rights.sql). */
export function toRightSql({ tabel }: RecordDocument, eigenaar: string, projectId: string): string {
  const adopts =
    tabel === 'besluit' || tabel === 'rondestap' ? ` or atlas.mag_vaststellen(${projectId})` : '';
  return `coalesce(atlas.mag_schrijven('${tabel}', ${eigenaar}, ${projectId})${adopts}, false)`;
}

/** `right`, and what hangs on row `r` itself: a trekker says how an action goes; what is seen from outside stays as it is. */
export function withOwnRows({ tabel }: RecordDocument, right: string): string {
  if (isImage(tabel)) return `(atlas.eigen_account() is not null and not r.is_buitenbeeld and ${right})`;
  const pulls = `r.trekkers && array[atlas.eigen_organisatie()]
    and atlas.heeft_rol(array['bewerker', 'coordinator'], array[atlas.eigen_organisatie()])`;
  return `(atlas.eigen_account() is not null and (${right}${tabel === 'actie' ? ` or ${pulls}` : ''}))`;
}

/** SQL expression (boolean): whether who asks may add a record of this kind to project `r`. */
export function toMayAddSql({ tabel }: RecordDocument): string {
  return `(not r.is_buitenbeeld and coalesce(atlas.mag_schrijven('${tabel}', atlas.eigen_organisatie(), r.id), false))`;
}

/** Kinds of record that the same people may add (atlas.mag_schrijven): asked once for each group. */
const sameRight: readonly (readonly string[])[] = [
  ['partij', 'contactpersoon', 'monitoring', 'energyboardvraag', 'rondestap'],
  ['component', 'variant', 'besluit', 'document', 'koppeling', 'ibn', 'mijlpaal'],
  ['actie', 'opmerking', 'betwisting'],
];

/** SQL expression (text[]): the kinds, by plural, of which who asks may add a record to project `r`; nobody may any. */
export function toAddableSql(documents: readonly RecordDocument[]): string {
  const groups = sameRight.flatMap((names) => {
    const kinds = documents.filter(({ naam }) => names.includes(naam));
    const [first] = kinds;
    if (!first) return [];
    const list = kinds.map(({ meervoud }) => `'${meervoud}'`).join(', ');
    return [`case when ${toMayAddSql(first)} then array[${list}] else '{}'::text[] end`];
  });
  return `case when atlas.eigen_account() is null then '{}'::text[] else ${groups.join(' || ')} end`;
}

/** Whether this person may make a project: who edits for a netbeheerder or provincie. */
export function mayMakeProject({ organisatie, rollen }: Actor): boolean {
  return (
    ['netbeheerder', 'provincie'].includes(organisatie.soort) &&
    rollen.some(({ rol }) => rol === 'bewerker' || rol === 'coordinator')
  );
}
