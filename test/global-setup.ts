import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Database, openDatabase } from '../server/db/database.ts';
import { migrate } from '../server/db/migrate.ts';
import { findBareEmbedded } from './bare-embedded.ts';
import { startPostgres } from './postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the cluster, to make and drop databases. */
    postgresUrl: string;
    /** Name of a migrated, empty database to copy. */
    postgresTemplate: string;
    /** Folder of a migrated, empty embedded database to copy. */
    embeddedTemplate: string;
    /** Where test files put their data folders; it ends with the run. */
    runFolder: string;
  }
}

/** One cluster and one migrated database per engine; tests get copies (test/engines.ts). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres();
  const postgresTemplate = `atlas_template_${process.pid}`;
  const runFolder = mkdtempSync(join(tmpdir(), 'pmiek-test-'));
  const embeddedTemplate = join(runFolder, 'template');
  const onCluster = (sql: string) =>
    using({ databaseUrl: postgres.url, dataDir: '' }, (cluster) => cluster.script(sql));
  const teardown = async () => {
    // The last embedded databases are closing still.
    rmSync(runFolder, { recursive: true, force: true, maxRetries: 20 });
    await dropDatabases(postgres.url, postgresTemplate);
    await postgres.stop();
  };
  try {
    await onCluster(`create database ${postgresTemplate}`);
    const url = Object.assign(new URL(postgres.url), { pathname: `/${postgresTemplate}` });
    cpSync(await findBareEmbedded(), embeddedTemplate, { recursive: true });
    await Promise.all([
      using({ databaseUrl: url.href, dataDir: '' }, migrate),
      using({ dataDir: embeddedTemplate }, migrate),
    ]);
  } catch (error) {
    await teardown();
    throw error;
  }
  project.provide('postgresUrl', postgres.url);
  project.provide('postgresTemplate', postgresTemplate);
  project.provide('embeddedTemplate', embeddedTemplate);
  project.provide('runFolder', runFolder);
  return teardown;
}

/** The template and the copies that test files kept to the end. */
async function dropDatabases(url: string, template: string): Promise<void> {
  await using({ databaseUrl: url, dataDir: '' }, async (cluster) => {
    const found = await cluster.query<{ name: string }>(
      'select datname::text as name from pg_database where starts_with(datname, $1)',
      [template],
    );
    for (const { name } of found) await cluster.query(`drop database ${name} with (force)`);
  });
}

async function using(
  config: { databaseUrl?: string; dataDir: string },
  work: (db: Database) => Promise<unknown>,
): Promise<void> {
  const db = await openDatabase(config);
  try {
    await work(db);
  } finally {
    await db.close();
  }
}
