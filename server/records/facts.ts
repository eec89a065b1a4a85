import type { Feiten } from '../../data/rules/checks/check.ts';
import type { Gegevens, Registratie } from '../../data/schema/registratie.ts';
import type { RecordDocument } from '../../data/document.ts';
import { findRecord, projectRecord } from '../../data/records/index.ts';
import type { Queryable } from '../db/database.ts';
import { projectIdOf, toRowSql, toSourceSql } from './row-sql.ts';

interface FactsRow {
  vandaag: string;
  project: Omit<Registratie, 'mag'> | null;
  buren: { id: string; gegevens: Gegevens }[] | null;
  organisaties: string[];
  gebieden: string[];
  projecten: string[];
  registraties: string[];
}

export interface ProjectFeiten extends Feiten {
  /** Who may see the project; null for a project itself, or one that may not be seen. */
  niveau: Pick<Registratie['versie'], 'vertrouwelijkheid' | 'embargoTot'> | null;
}

/** Kinds whose records must differ from each other within a project. */
const compared = ['partij', 'variant', 'rondestap', 'monitoring', 'koppeling'];

const statements = new Map<string, string>();

/** The statement for a kind: made once, so that its text and its plan stay the same. */
function toStatement(document: RecordDocument): string {
  let sql = statements.get(document.naam);
  if (!sql) statements.set(document.naam, (sql = makeStatement(document)));
  return sql;
}

function makeStatement(document: RecordDocument): string {
  const others = `(select json_agg(json_build_object('id', b.id, 'gegevens', b.registratie -> 'gegevens')) from (
      select r.id, ${toRowSql(document, '0')} as registratie from ${toSourceSql(document)} r
      where ${projectIdOf(document)} = $1 and r.id <> coalesce($2::text, '')) b)`;
  const kinds = [...new Set(document.velden.flatMap(({ verwijst }) => (verwijst ? [verwijst] : [])))];
  const named = kinds
    .filter((naam) => naam !== 'project')
    .flatMap((naam) => {
      const kind = findRecord(naam);
      return kind
        ? [
            `select '${naam}/' || r.id from ${toSourceSql(kind)} r where r.project_id = $1 and r.id = any($3::text[])`,
          ]
        : [];
    });
  return `select (now() at time zone 'Europe/Amsterdam')::date::text as vandaag,
    (select ${toRowSql(projectRecord, '0')} from ${toSourceSql(projectRecord)} r where r.id = $1) as project,
    ${compared.includes(document.naam) ? others : `case when $2::text is null then null end::json`} as buren,
    array(select code from atlas.organisatie where code = any($3::text[])
      union select code from atlas.gebied where code = any($3::text[]) and soort in ('gemeente', 'provincie', 'waterschap')) as organisaties,
    array(select distinct code from atlas.gebied where code = any($3::text[])) as gebieden,
    array(select r.id from ${toSourceSql(projectRecord)} r where r.id = any($3::text[])) as projecten,
    array(${named.length > 0 ? named.join(' union all ') : 'select null::text where false'}) as registraties`;
}

/** What the checks of this record have to know, from the database. */
export async function listFeiten(
  db: Queryable,
  document: RecordDocument,
  projectId: string | null,
  id: string | null,
  gegevens: Gegevens,
): Promise<ProjectFeiten> {
  const [row] = await db.query<FactsRow>(toStatement(document), [
    projectId,
    id,
    listNames(document, gegevens),
  ]);
  if (!row) throw new Error('The statement of facts always gives one row.');
  return {
    vandaag: row.vandaag,
    project: row.project && { id: row.project.id, gegevens: row.project.gegevens },
    niveau: document.naam === 'project' ? null : (row.project?.versie ?? null),
    buren: row.buren ?? [],
    organisaties: new Set(row.organisaties),
    gebieden: new Set(row.gebieden),
    projecten: new Set(row.projecten),
    registraties: new Set(row.registraties),
  };
}

/** Every code and id a record names. */
function listNames(document: RecordDocument, gegevens: Gegevens): string[] {
  const soorten = ['organisatie', 'organisaties', 'verwijzing', 'verwijzingen'];
  const areas = ['provincies', 'gemeenten', 'bedientProvincies', 'doel'];
  return document.velden
    .filter(({ soort, naam }) => soorten.includes(soort) || areas.includes(naam))
    .flatMap(({ naam }) => [gegevens[naam]].flat())
    .filter((value): value is string => typeof value === 'string');
}
