import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../server/db/database.ts';
import { migrate } from '../server/db/migrate.ts';
import { startPostgres } from './postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the cluster, to make and drop databases. */
    postgresUrl: string;
    /** Name of a migrated, empty database to copy. */
    postgresTemplate: string;
    /** Folder of a migrated, empty embedded database to copy. */
    embeddedTemplate: string;
  }
}

/** One cluster and one migrated database per engine; every test file gets a copy (test/engines.ts). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres();
  const postgresTemplate = `atlas_template_${process.pid}`;
  const cluster = await openDatabase({ databaseUrl: postgres.url, dataDir: '' });
  await cluster.script(`create database ${postgresTemplate}`);
  await cluster.close();
  const url = new URL(postgres.url);
  url.pathname = `/${postgresTemplate}`;
  const embeddedTemplate = mkdtempSync(join(tmpdir(), 'pmiek-template-'));
  await Promise.all([
    prepare({ databaseUrl: url.href, dataDir: '' }),
    prepare({ dataDir: embeddedTemplate }),
  ]);
  project.provide('postgresUrl', postgres.url);
  project.provide('postgresTemplate', postgresTemplate);
  project.provide('embeddedTemplate', embeddedTemplate);
  return async () => {
    await postgres.stop();
    rmSync(embeddedTemplate, { recursive: true, force: true });
  };
}

async function prepare(config: { databaseUrl?: string; dataDir: string }): Promise<void> {
  const db = await openDatabase(config);
  await migrate(db);
  await db.close();
}
