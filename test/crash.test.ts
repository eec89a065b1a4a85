// Killed in the middle of writing, again and again: what was acknowledged is there, and nothing is there by half.
//   CRASHES=200 npx vitest run test/crash.test.ts     the full count; a few unless told
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../server/db/database.ts';
import { migrate } from '../server/db/migrate.ts';
import type { Acknowledged, WriterOptions } from './crash-writer.ts';
import { engines, openOwnDatabase, type TestDatabase } from './engines.ts';
import { addPerson } from './people.ts';
import { startCluster, type TestCluster } from './postgres.ts';
import { loadWorld } from './world.ts';

const crashes = Number(process.env['CRASHES'] ?? 4);
/** Of so many kills one is of the server; the others are of the database while the server goes on. */
const KILLS_PER_LIFE = crashes > 50 ? 10 : 4;

describe.each(engines)('killed while writing (%s)', (engine) => {
  let cluster: TestCluster | undefined;
  let embedded: TestDatabase | undefined;
  let config: WriterOptions['config'];
  let cookie: string;
  const acknowledged: Acknowledged[] = [];

  beforeAll(async () => {
    if (engine === 'embedded') {
      embedded = await openOwnDatabase('embedded');
      config = embedded.config;
    } else {
      // A cluster of its own: killing a session makes PostgreSQL end all of them.
      cluster = await startCluster();
      const url = new URL(cluster.url);
      const main = await openDatabase({ databaseUrl: url.href, dataDir: '' });
      await main.script('create database crash');
      // Acknowledged means written down; the test cluster says otherwise to be quick.
      await main.script('alter database crash set synchronous_commit = on');
      await main.close();
      url.pathname = '/crash';
      config = { databaseUrl: url.href, dataDir: mkdtempSync(join(tmpdir(), 'pmiek-crash-')) };
    }
    const db = embedded?.db ?? (await openDatabase(config));
    if (!embedded) await migrate(db);
    await loadWorld(db);
    const person = await addPerson(db, { code: 'PV91', naam: 'West', soort: 'provincie' }, ['coordinator']);
    await db.query(`update atlas.sessie set verloopt_op = now() + interval '1 day'`);
    cookie = person.headers.Cookie;
    await db.close();
  });
  afterAll(async () => {
    await cluster?.stop();
    rmSync(config.dataDir, { recursive: true, force: true });
  });

  it(`keeps what it acknowledged and nothing by half, ${crashes} times`, async () => {
    let kills = 0;
    for (let life = 0; kills < crashes; life++) {
      const writer = startWriter({ config, cookie, seed: `leven${life}` }, acknowledged);
      await writer.ready;
      for (let i = 1; i < KILLS_PER_LIFE && kills < crashes - 1; i++, kills++) {
        await writer.untilMore(3);
        await sleep(Math.random() * 300);
        await killDatabase(writer.pid);
      }
      await writer.untilMore(3);
      await sleep(Math.random() * 300);
      await writer.kill();
      kills++;
      expect(writer.faults).toEqual([]);
      const db = await openDatabase(config);
      try {
        await checkAll(db, acknowledged);
      } finally {
        await db.close();
      }
      if (crashes > 50) console.log(`${engine}: ${kills} kills, ${acknowledged.length} acknowledged saves`);
    }
    expect(acknowledged.length).toBeGreaterThan(crashes);
    console.log(
      `${engine}: ${kills} kills, ${acknowledged.length} acknowledged saves, none lost, none by half`,
    );
  }, 3_600_000);

  /** Kills the process of the embedded database, or a session of PostgreSQL (which then starts all over). */
  async function killDatabase(writerPid: number): Promise<void> {
    if (engine === 'embedded') {
      const { database } = JSON.parse(readFileSync(join(config.dataDir, 'database.slot'), 'utf8'));
      expect(database.pid).not.toBe(writerPid);
      process.kill(database.pid, 'SIGKILL');
      return;
    }
    const db = await openDatabase(config);
    try {
      const sessions = await db.query<{ pid: number }>(
        `select pid from pg_stat_activity where datname = 'crash' and pid <> pg_backend_pid() order by state = 'active' desc, random() limit 1`,
      );
      for (const { pid } of sessions) process.kill(pid, 'SIGKILL');
    } finally {
      await db.close();
    }
  }
});

interface Writer {
  pid: number;
  ready: Promise<void>;
  /** Saves that were refused, or failed otherwise than by the database being away. */
  faults: unknown[];
  /** Waits until so many more saves were acknowledged. */
  untilMore(count: number): Promise<void>;
  kill(): Promise<void>;
}

function startWriter(options: WriterOptions, acknowledged: Acknowledged[]): Writer {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', 'test/crash-writer.ts', JSON.stringify(options)],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let words = '';
  child.stderr!.on('data', (text: Buffer) => (words = (words + text.toString()).slice(-4000)));
  const exited = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const faults: unknown[] = [];
  let setReady = () => {};
  const ready = new Promise<void>((resolve, reject) => {
    setReady = resolve;
    child.once('close', () => reject(new Error(`The writer ended: ${words}`)));
  });
  createInterface({ input: child.stdout! }).on('line', (line) => {
    const said = JSON.parse(line) as Acknowledged | { klaar: number } | { fout: unknown };
    if ('klaar' in said) setReady();
    else if ('fout' in said) faults.push(said.fout);
    else acknowledged.push(said);
  });
  return {
    pid: child.pid!,
    ready,
    faults,
    async untilMore(count) {
      const wanted = acknowledged.length + count;
      const start = performance.now();
      while (acknowledged.length < wanted) {
        if (performance.now() - start > 600_000 || child.exitCode !== null)
          throw new Error(`The writer stands still: ${words}`);
        await sleep(10);
      }
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

const tables = ['project', 'component', 'variant', 'actie', 'partij'];

/** Everything acknowledged is there; every save is there as a whole or not at all; what follows from rows follows. */
async function checkAll(db: Database, acknowledged: readonly Acknowledged[]): Promise<void> {
  const rowsOf = async (table: string) =>
    new Set(
      (await db.query<{ rij: number }>(`select rij::float8 as rij from atlas.${table}`)).map(
        ({ rij }) => rij,
      ),
    );
  const known = new Map<string, Set<number>>();
  for (const table of tables) known.set(table, await rowsOf(table));
  const lost = acknowledged
    .flatMap(({ rijen }) => rijen)
    .filter(([table, rij]) => !known.get(table)?.has(rij));
  expect(lost).toEqual([]);

  for (const table of tables) {
    const [broken] = await db.query<{ zonder: number; gat: number }>(
      `select (select count(*)::int from (select id from atlas.${table} group by id having count(*) filter (where bekend_tot is null) = 0) zonder) as zonder,
         (select count(*)::int from atlas.${table} o where bekend_tot is not null
            and not exists (select from atlas.${table} n where n.id = o.id and n.bekend_van = o.bekend_tot)) as gat`,
    );
    expect([table, broken]).toEqual([table, { zonder: 0, gat: 0 }]);
  }
  const [half] = await db.query<Record<string, number>>(
    `select
       (select count(*)::int from (select naam from atlas.project where naam like 'leven%' group by id, naam
          having (select count(*) from atlas.component c where c.project_id = atlas.project.id) <> 2
            or (select count(*) from atlas.variant v where v.project_id = atlas.project.id) <> 2
            or (select count(*) from atlas.partij p where p.project_id = atlas.project.id) <> 1) half) as projecten,
       (select count(*)::int from atlas.project p where reden like 'leven%' and naam is distinct from reden
          and (select count(distinct a.id) from atlas.actie a where a.activiteit = p.reden) <> 3) as wissels,
       (select count(*)::int from (select distinct activiteit from atlas.actie where activiteit like 'leven%') a
          where not exists (select from atlas.project p where p.reden = a.activiteit)) as acties,
       (select count(*)::int from atlas.auditregel a where onderwerp like 'actie/%'
          and not exists (select from atlas.actie b where b.rij = (a.gegevens ->> 'rij')::bigint)) as regels,
       (select count(*)::int from atlas.project p where bekend_tot is null and not exists (
          select from atlas.project_beeld b where b.rij = p.rij)) as beelden`,
  );
  expect(half).toEqual({ projecten: 0, wissels: 0, acties: 0, regels: 0, beelden: 0 });
  const lines = new Set(
    (
      await db.query<{ rij: number }>(
        `select (gegevens ->> 'rij')::float8 as rij from atlas.auditregel where onderwerp like 'actie/%'`,
      )
    ).map(({ rij }) => rij),
  );
  const unwritten = acknowledged
    .flatMap(({ rijen }) => rijen)
    .filter(([table, rij]) => table === 'actie' && !lines.has(rij));
  expect(unwritten).toEqual([]);
}
