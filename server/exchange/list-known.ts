// Looks up everything the rows of a file are held against, in a fixed number of statements whatever their number.
import type { ExcelLijst } from '../../data/exchange/lijst.ts';
import { projectRecord } from '../../data/records/index.ts';
import type { RecordDocument } from '../../data/document.ts';
import type { Registratie } from '../../data/schema/registratie.ts';
import type { Queryable } from '../db/database.ts';
import { toMayAddSql, toMayWriteSql, toRowSql, toSourceSql, toVersionsSql } from '../records/row-sql.ts';
import { toOrganisaties } from './cell-text.ts';
import { toBasisKey, type Knowledge, type KnownProject } from './knowledge.ts';
import { listLezen } from './lezen.ts';
import { listOrganisaties } from './organisaties.ts';
import type { ListRow } from './read-list.ts';

interface Row {
  registratie: Omit<Registratie, 'mag'>;
}

/** What who asks may see of the records and projects these rows name. */
export async function listKnown(
  db: Queryable,
  lijst: ExcelLijst,
  rows: readonly ListRow[],
): Promise<Knowledge> {
  const { record } = lijst;
  const organisaties = toOrganisaties(await listOrganisaties(db));
  const ids = rows.flatMap(({ id }) => id ?? []);
  const versions = rows.filter(({ id, versie }) => id !== null && versie !== null);
  const found = await db.query<Row>(
    `select ${toRowSql(record, '0')} as registratie from ${toSourceSql(record)} r where r.id = any($1::text[])`,
    [ids],
  );
  const before = await db.query<Row>(
    `select ${toRowSql(record, '0')} as registratie from ${toVersionsSql(record)} r
     where (r.id, r.rij) in (select * from unnest($1::text[], $2::bigint[]))`,
    [versions.map(({ id }) => id), versions.map(({ versie }) => versie)],
  );
  const projecten = await listProjects(db, lijst, rows);
  const known = found.map(({ registratie }) => registratie);
  const lezen = await listLezen(
    db,
    [...new Set([...known.map(({ projectId }) => projectId), ...projecten.map(({ id }) => id)])],
    organisaties,
  );
  return {
    organisaties,
    records: new Map(known.map((one) => [one.id, { ...one, lezen: lezen.get(one.projectId) ?? {} }])),
    basis: new Map(
      before.map(({ registratie: { id, versie, gegevens } }) => [toBasisKey(id, versie.rij), gegevens]),
    ),
    projecten: new Map(projecten.map((one) => [one.id, { ...one, lezen: lezen.get(one.id) ?? {} }])),
  };
}

/** The projects new rows name, by number or (to tell what was meant) by name. */
function listProjects(
  db: Queryable,
  { record }: ExcelLijst,
  rows: readonly ListRow[],
): Promise<Omit<KnownProject, 'lezen'>[]> {
  const made = rows.filter(({ id, project }) => id === null || project);
  return db.query(
    `select r.id, r.naam, ${toMayAddSql(record)} as "magNieuw"
     from ${toSourceSql(projectRecord)} r where r.id = any($1::text[]) or r.naam = any($2::text[])`,
    [
      made.flatMap(({ project }) => project?.tekst ?? []),
      made.flatMap(({ project, lezen }) => (project ? [] : (lezen['projectnaam']?.tekst ?? []))),
    ],
  );
}

/** Which of these records who asks may not change. Asking takes its time, so only for rows that would change. */
export async function listForbidden(
  db: Queryable,
  record: RecordDocument,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db.query<{ id: string }>(
    `select r.id from ${toSourceSql(record)} r where r.id = any($1::text[]) and not ${toMayWriteSql(record)}`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}
