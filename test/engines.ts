import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { openDatabase, type Database } from '../server/db/database.ts';

export const engines = ['embedded', 'postgresql'] as const;
export type Engine = (typeof engines)[number];

/** A fresh, migrated, empty database and how to get rid of it. */
export interface TestDatabase {
  db: Database;
  /** What a server would be configured with to use this database (close `db` first when it is embedded). */
  config: { databaseUrl?: string; dataDir: string };
  remove(): Promise<void>;
}

/** Runs the same tests on both engines. `open()` gives the database of the running engine, shared by the block. */
export function describeOnBothEngines(
  name: string,
  define: (open: () => Database, engine: Engine) => void,
): void {
  describe.each(engines)(`${name} (%s)`, (engine) => {
    let database: TestDatabase | undefined;
    beforeAll(async () => {
      database = await openTestDatabase(engine);
    }, 60_000);
    afterAll(() => database?.remove(), 30_000);
    define(() => database!.db, engine);
  });
}

/** A copy of the migrated template of this engine. */
export function openTestDatabase(engine: Engine): Promise<TestDatabase> {
  return engine === 'embedded' ? openEmbeddedCopy() : openPostgresCopy();
}

async function openEmbeddedCopy(): Promise<TestDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pmiek-test-'));
  cpSync(inject('embeddedTemplate'), dataDir, { recursive: true });
  const db = await openDatabase({ dataDir });
  return {
    db,
    config: { dataDir },
    remove: async () => {
      await db.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function openPostgresCopy(): Promise<TestDatabase> {
  const name = `atlas_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  const cluster = inject('postgresUrl');
  await runOnCluster(cluster, `create database ${name} template ${inject('postgresTemplate')}`);
  const url = new URL(cluster);
  url.pathname = `/${name}`;
  const dataDir = mkdtempSync(join(tmpdir(), 'pmiek-test-'));
  const db = await openDatabase({ databaseUrl: url.href, dataDir });
  return {
    db,
    config: { databaseUrl: url.href, dataDir },
    remove: async () => {
      await db.close();
      await runOnCluster(cluster, `drop database ${name} with (force)`);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function runOnCluster(url: string, sql: string): Promise<void> {
  const cluster = await openDatabase({ databaseUrl: url, dataDir: '' });
  try {
    await cluster.query(sql);
  } finally {
    await cluster.close();
  }
}
