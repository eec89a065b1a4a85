import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database, Queryable } from './database.ts';
import { StartError } from './errors.ts';

/** Any number, the same in every atlas: two that start at once on one PostgreSQL migrate one after the other. */
const MIGRATION_LOCK = 28992;
const SCHEMA_FOLDER = fileURLToPath(new URL('../schema', import.meta.url));

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/**
 * Brings the database up to `server/schema/NNN_*.sql`, each file once and whole or not at all. Gives the names of
 * the files applied now, `[]` when nothing was new. Throws a StartError (Dutch) when an applied file has changed or
 * is not there, and what the database says when a file fails.
 */
export async function migrate(database: Database, folder = SCHEMA_FOLDER): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const applied: string[] = [];
  for (const migration of migrations) {
    const isNew = await database.transaction((tx) => apply(tx, migration), { statementTimeoutMs: 0 });
    if (isNew) applied.push(migration.name);
  }
  await checkNoneUnknown(database, migrations);
  return applied;
}

/** A database that a newer atlas has changed must not be written by an older one. */
async function checkNoneUnknown(database: Queryable, known: Migration[]): Promise<void> {
  const unknown = await database.query<{ naam: string }>(
    'select naam from atlas.migratie where naam <> all ($1::text[]) order by naam',
    [known.map(({ name }) => name)],
  );
  if (unknown.length === 0) return;
  throw new StartError(
    `Op deze database is ${unknown.map(({ naam }) => naam).join(', ')} uitgevoerd en deze atlas kent dat niet: ` +
      'de database is van een nieuwere versie. Gebruik die versie, of begin met een lege database.',
  );
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{3}_[a-z0-9_-]+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function apply(tx: Queryable, { name, sql, checksum }: Migration): Promise<boolean> {
  await tx.query(`select pg_advisory_xact_lock(${MIGRATION_LOCK})`);
  // PostgreSQL may remember from before the wait that there is no schema; reading the catalogue makes it look again.
  await tx.query('select from pg_catalog.pg_namespace limit 1');
  await tx.query(`
    create schema if not exists atlas;
    create table if not exists atlas.migratie (
      naam text primary key,
      controlegetal text not null,
      uitgevoerd_op timestamptz not null default now()
    )`);
  const [earlier] = await tx.query<{ controlegetal: string }>(
    'select controlegetal from atlas.migratie where naam = $1',
    [name],
  );
  if (earlier && earlier.controlegetal !== checksum) {
    throw new StartError(
      `Het bestand server/schema/${name} is veranderd nadat het op deze database is uitgevoerd. ` +
        'Zet het terug en zet de verandering in een nieuw bestand met een hoger nummer, of begin met een lege database.',
    );
  }
  if (earlier) return false;
  await tx.query(sql);
  await tx.query('insert into atlas.migratie (naam, controlegetal) values ($1, $2)', [name, checksum]);
  return true;
}
