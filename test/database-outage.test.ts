import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Database, openDatabase } from '../server/db/database.ts';
import { UnavailableError } from '../server/db/errors.ts';
import { startCluster, type TestCluster } from './postgres.ts';
import { listRunning } from './processes.ts';
import { SLOWEST } from './slowest.ts';

const ask = (db: Database) => db.query<{ n: number }>('select count(*)::int as n from written', []);
const untilAnswered = (db: Database) => expect.poll(() => ask(db).catch(() => undefined), { interval: 100 });

describe('the embedded database', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'pmiek-outage-'));
  const processOf = () =>
    (JSON.parse(readFileSync(join(dataDir, 'database.slot'), 'utf8')) as { database: { pid: number } })
      .database.pid;
  beforeAll(() => cpSync(inject('embeddedTemplate'), dataDir, { recursive: true }));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('comes back when its process is killed, with all that was committed and nothing else', async () => {
    const db = await openDatabase({ dataDir });
    await db.script('create table written (n int)');
    await db.query('insert into written select generate_series(1, 100)');
    const killed = db.transaction(async (tx) => {
      await tx.query('insert into written values (101)');
      process.kill(processOf(), 'SIGKILL');
      await tx.query('select count(*) from written');
    });
    await expect(killed).rejects.toThrow(UnavailableError);
    await expect(ask(db)).rejects.toThrow(UnavailableError);
    await untilAnswered(db).toEqual([{ n: 100 }]);
    await db.query('drop table written');
    const pid = processOf();
    await db.close();
    expect(listRunning([pid])).toEqual([]);
  });

  it('keeps every row it acknowledged when its server is killed, and its process ends', async () => {
    // Writes one row at a time and says so; killed in the midst of it.
    const writer = spawn(
      process.execPath,
      [
        ...['--import', 'tsx', '--input-type=module', '-e'],
        `import { openDatabase } from './server/db/database.ts';
         const db = await openDatabase({ dataDir: process.argv[1] });
         await db.script('create table written (n int)');
         for (let n = 1; ; n += 1) {
           await db.query('insert into written values ($1)', [n]);
           console.log(n);
         }`,
        dataDir,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const exited = new Promise((resolve) => writer.once('exit', resolve));
    let acknowledged = 0;
    for await (const line of createInterface(writer.stdout)) {
      acknowledged = Number(line);
      if (acknowledged === 200) writer.kill('SIGKILL');
    }
    await exited;
    const orphan = processOf();
    const db = await openDatabase({ dataDir });
    expect(listRunning([orphan])).toEqual([]);
    const [row] = await ask(db);
    expect(row!.n).toBeGreaterThanOrEqual(acknowledged);
    // At most the one row that was being written had not been acknowledged.
    expect(row!.n).toBeLessThanOrEqual(acknowledged + 1);
    await db.close();
  });
});

describe('PostgreSQL', () => {
  let cluster: TestCluster;
  beforeAll(async () => {
    cluster = await startCluster();
  });
  afterAll(() => cluster.stop());

  it('is found again when it comes back; until then it is unavailable, at once', async () => {
    const db = await openDatabase({ databaseUrl: cluster.url, dataDir: '' });
    await db.script('create schema atlas; create table atlas.written (n int)');
    await Promise.all(Array.from({ length: 10 }, () => db.query('insert into written values (1)')));
    await cluster.interrupt(async () => {
      const start = performance.now();
      await expect(ask(db)).rejects.toThrow(UnavailableError);
      await expect(db.transaction((tx) => tx.query('select 1'))).rejects.toThrow(UnavailableError);
      expect(performance.now() - start).toBeLessThan(1000 * SLOWEST);
    });
    await untilAnswered(db).toEqual([{ n: 10 }]);
    await db.close();
  });
});
