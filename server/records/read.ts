import type { RecordDocument, RecordField } from '../../data/document.ts';
import type { Registratie } from '../../data/schema/registratie.ts';
import type { Queryable } from '../db/database.ts';
import {
  projectIdOf,
  toMayAddSql,
  toMayWriteSql,
  toRightSql,
  toRowSql,
  toSourceSql,
  toVersionsSql,
  withOwnRows,
} from './row-sql.ts';

interface Row {
  registratie: Omit<Registratie, 'mag'>;
  wijzigen: boolean;
}

/** The record as the wire has it, with what who asks may do with it. */
export function toRegistratie({ registratie, wijzigen }: Row): Registratie {
  return { ...registratie, mag: { wijzigen, intrekken: wijzigen } };
}

/** SQL of the rows (registratie, wijzigen) of a kind, for `where …` to follow. Kinds without a place name the srid too. */
export function selectSql(document: RecordDocument, source: string, srid: string): string {
  return `select ${toRowSql(document, srid)} as registratie, ${toMayWriteSql(document)} as wijzigen, ${srid} as srid
    from ${source} r`;
}

/**
 * The same rows for a list: the right is asked once for each owner in each project, not once a row. `condition` and
 * `order` speak of row `r`.
 */
export function listSql(
  document: RecordDocument,
  source: string,
  srid: string,
  condition: string,
  order: string,
  right = toRightSql(document, 'eigenaar', 'project_id'),
): string {
  const projectId = projectIdOf(document);
  return `with rij as materialized (select r.* from ${source} r where ${condition}),
    recht as materialized (
      select project_id, eigenaar, ${right} as mag
      from (select distinct ${projectId} as project_id, coalesce(r.eigenaar, '') as eigenaar from rij r) d
      where atlas.eigen_account() is not null)
    select ${toRowSql(document, srid)} as registratie, ${withOwnRows(document, 'coalesce(recht.mag, false)')} as wijzigen,
      ${srid} as srid
    from rij r left join recht on recht.project_id = ${projectId} and recht.eigenaar = coalesce(r.eigenaar, '')
    order by ${order}`;
}

/** One record, geometry in `srid` (0: only its type); null when it is not there or may not be seen. */
export async function findRegistratie(
  db: Queryable,
  document: RecordDocument,
  id: string,
  srid: number,
): Promise<Registratie | null> {
  const [row] = await db.query<Row>(
    `${selectSql(document, toSourceSql(document), '$2::int')} where r.id = $1`,
    [id, srid],
  );
  return row ? toRegistratie(row) : null;
}

/** One version of a record by its row; null when there is none of this record, or it may not be seen. */
export async function findVersion(
  db: Queryable,
  document: RecordDocument,
  id: string,
  rij: number,
  srid: number,
): Promise<Registratie | null> {
  const [row] = await db.query<Row>(
    `${selectSql(document, toVersionsSql(document), '$3::int')} where r.id = $1 and r.rij = $2::bigint`,
    [id, rij, srid],
  );
  return row ? toRegistratie(row) : null;
}

/** A filter of a list: its name in the query, and the column it looks in. */
export interface ListFilter {
  naam: string;
  field: RecordField;
  isList: boolean;
}

/** In the query a list is asked for by one of its members. */
const singular: Record<string, string> = { trekkers: 'trekker', partijen: 'partij', opvolgers: 'opvolger' };

/** The fields a list can be narrowed by. */
export function listFilters(document: RecordDocument): ListFilter[] {
  const soorten: RecordField['soort'][] = [
    'keuze',
    'organisatie',
    'organisaties',
    'verwijzing',
    'verwijzingen',
  ];
  return document.velden
    .filter(({ soort, naam }) => soorten.includes(soort) || naam === 'periode' || naam === 'ronde')
    .map((field) => ({
      naam: singular[field.naam] ?? field.naam,
      field,
      isList: field.soort === 'organisaties' || field.soort === 'verwijzingen',
    }));
}

/** How a list of this kind is ordered, where that is not by its heading. */
const orders: Record<string, string> = {
  actie: 'r.planning_tot nulls last, r.planning_van nulls last, r.activiteit',
  monitoring: 'r.periode desc',
  energyboardvraag: 'r.gesteld_op desc',
  ibn: 'r.gezegd_op desc',
  mijlpaal: 'r.datum',
  rondestap: 'r.ronde desc',
  opmerking: 'r.bekend_van',
  betwisting: 'r.laag, r.object',
  component: 'r.id',
  variant: 'r.component_id, r.letter',
};

/** SQL after `order by`: the same rows always come in the same order. */
export function orderOf(document: RecordDocument): string {
  const kop = document.velden.find(({ naam }) => naam === document.kop);
  return `${orders[document.naam] ?? `r.${kop?.kolom ?? 'id'}`}, r.id`;
}

export interface ListQuery {
  project?: readonly string[];
  provincie?: readonly string[];
  gemeente?: readonly string[];
  /** By the name of the filter. */
  filters?: Readonly<Record<string, readonly string[] | undefined>>;
}

/** The records of a kind, of all projects or some. `withRights` false: for reading only, `mag` says nothing. */
export async function listRegistraties(
  db: Queryable,
  document: RecordDocument,
  project: RecordDocument,
  query: ListQuery,
  srid: number,
  { withRights = true } = {},
): Promise<Registratie[]> {
  const filters = listFilters(document);
  const conditions = filters.map(({ field, isList }, i) => {
    const value = `$${i + 5}::text[]`;
    return `(${value} is null or ${isList ? `r.${field.kolom} && ${value}` : `r.${field.kolom} = any(${value})`})`;
  });
  const rows = await db.query<Row>(
    listSql(
      document,
      toSourceSql(document),
      '$1::int',
      `($2::text[] is null or ${projectIdOf(document)} = any($2))
       and ($3::text[] is null and $4::text[] is null or exists (select from ${toSourceSql(project)} p
         where p.id = ${projectIdOf(document)} and ($3 is null or p.provincies && $3) and ($4 is null or p.gemeenten && $4)))
       ${conditions.map((condition) => `and ${condition}`).join('\n       ')}`,
      orderOf(document),
      withRights ? undefined : 'false',
    ),
    [
      srid,
      query.project ?? null,
      query.provincie ?? null,
      query.gemeente ?? null,
      ...filters.map(({ naam }) => query.filters?.[naam] ?? null),
    ],
  );
  return rows.map(toRegistratie);
}

/** The projects of a list to which who asks may add a record of this kind, by id; none for nobody. */
export async function listAddableProjects(
  db: Queryable,
  document: RecordDocument,
  project: RecordDocument,
  { project: ids, provincie, gemeente }: ListQuery,
): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `select r.id from ${toSourceSql(project)} r
     where atlas.eigen_account() is not null
       and ($1::text[] is null or r.id = any($1))
       and ($2::text[] is null or r.provincies && $2) and ($3::text[] is null or r.gemeenten && $3)
       and ${toMayAddSql(document)}
     order by r.id`,
    [ids ?? null, provincie ?? null, gemeente ?? null],
  );
  return rows.map(({ id }) => id);
}
