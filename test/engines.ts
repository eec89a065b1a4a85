import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { openDatabase, type Database } from '../server/db/database.ts';
import { type Beginning, describeBeginning, isReusable, makeEmpty } from './kept-database.ts';

export const engines = ['embedded', 'postgresql'] as const;
export type Engine = (typeof engines)[number];

/** A migrated, empty database and how to get rid of it. */
export interface TestDatabase {
  db: Database;
  /** What an app over `db` is configured with; the folder for its own files is new. */
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
    });
    afterAll(() => database?.remove());
    define(() => database!.db, engine);
  });
}

/** Databases of this process that no test uses now. They end with the process, their files with the run. */
const kept: { engine: Engine; own: TestDatabase; beginning: Beginning }[] = [];

/** A migrated, empty database that may have served other tests before. Closing it is up to `remove`. */
export async function openTestDatabase(engine: Engine): Promise<TestDatabase> {
  const at = kept.findIndex((one) => one.engine === engine);
  let taken = kept.splice(at, at < 0 ? 0 : 1)[0];
  if (taken) {
    await makeEmpty(taken.own.db, taken.beginning);
  } else {
    const own = await openOwnDatabase(engine);
    taken = { engine, own, beginning: await describeBeginning(own.db) };
  }
  const { own, beginning } = taken;
  const dataDir = makeFolder();
  return {
    db: own.db,
    config: { ...own.config, dataDir },
    remove: async () => {
      rmSync(dataDir, { recursive: true, force: true });
      if (await isReusable(own.db, beginning)) kept.push(taken);
      else await own.remove();
    },
  };
}

/** A copy of the migrated template that no other test gets: close `db`, and a server with `config` starts on it. */
export function openOwnDatabase(engine: Engine): Promise<TestDatabase> {
  return engine === 'embedded' ? openEmbeddedCopy() : openPostgresCopy();
}

const makeFolder = (): string => mkdtempSync(join(inject('runFolder'), 'atlas-'));

async function openEmbeddedCopy(): Promise<TestDatabase> {
  const dataDir = makeFolder();
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
  const template = inject('postgresTemplate');
  const name = `${template}_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  const cluster = inject('postgresUrl');
  await runOnCluster(cluster, `create database ${name} template ${template}`);
  const url = new URL(cluster);
  url.pathname = `/${name}`;
  const dataDir = makeFolder();
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
