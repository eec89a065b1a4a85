import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { UnavailableError } from '../server/db/errors.ts';
import { describeOnBothEngines } from './engines.ts';
import { SLOWEST } from './slowest.ts';

describeOnBothEngines('the door to the database', (open) => {
  it('gives the same values for the same statement, prepared or not', async () => {
    const text = `select 1::int as whole, 0.5::float8 as half, '2026-01-02'::date::text as day, null as nothing`;
    const expected = [{ whole: 1, half: 0.5, day: '2026-01-02', nothing: null }];
    expect(await open().query(text)).toEqual(expected);
    expect(await open().query(text, [])).toEqual(expected);
  });

  it('works in schema atlas, in UTC, without parallel workers', async () => {
    const rows = await open()
      .query(`select current_setting('search_path') as path, current_setting('TimeZone') as zone,
      current_setting('max_parallel_workers_per_gather') as workers, current_setting('jit') as jit`);
    expect(rows).toEqual([{ path: 'atlas, public', zone: 'UTC', workers: '0', jit: 'off' }]);
  });

  it('gives every question its own answer, also right after an error', async () => {
    const db = open();
    await expect(db.query('select 1 / 0')).rejects.toThrow(/division by zero/);
    expect(await db.query('select 3 as n')).toEqual([{ n: 3 }]);
    await expect(db.query('select $1::int / 0', [1])).rejects.toThrow(/division by zero/);
    expect(await db.query('select $1::int as n', [4])).toEqual([{ n: 4 }]);
  });

  it('says that a statement has the wrong number of parameters, not that the database is away', async () => {
    const asked = open().query('select $1::int + $2::int as n', [1]);
    await expect(asked).rejects.toThrow(/parameter/);
    await expect(asked).rejects.not.toBeInstanceOf(UnavailableError);
    expect(await open().query('select 5 as n')).toEqual([{ n: 5 }]);
  });

  it('answers fifty questions, errors and transactions at once, each with its own', async () => {
    const db = open();
    const ask = (n: number): Promise<string> => {
      if (n % 7 === 0) return db.query('select $1::int / 0 as n', [n]).then(String, () => `error ${n}`);
      const first = ([row]: { n: number }[]) => `answer ${row!.n}`;
      if (n % 5 === 0)
        return db.transaction((tx) => tx.query<{ n: number }>('select $1::int as n', [n]).then(first));
      return db.query<{ n: number }>('select $1::int as n', [n]).then(first);
    };
    const numbers = Array.from({ length: 50 }, (_, n) => n);
    expect(await Promise.all(numbers.map(ask))).toEqual(
      numbers.map((n) => (n % 7 === 0 ? `error ${n}` : `answer ${n}`)),
    );
  });

  it('carries five megabytes there and back', async () => {
    const text = 'Drenthe – ½ m² ✓ '.repeat(300_000);
    const [row] = await open().query<{ text: string; bytes: number }>(
      'select $1::text as text, octet_length($1)::int as bytes',
      [text],
    );
    expect(row!.bytes).toBe(Buffer.byteLength(text));
    expect(row!.text === text).toBe(true);
  });

  it('gives a hundred thousand rows, all of them', async () => {
    const rows = await open().query<{ n: number }>('select n from generate_series(1, 100000) n', []);
    // The sum of 1 … 100,000 is 100,000 × 100,001 / 2.
    expect(rows.reduce((sum, { n }) => sum + n, 0)).toBe(5_000_050_000);
  });

  it('undoes a transaction that throws, and db.query inside joins it', async () => {
    const db = open();
    await db.script('create table kept (n int)');
    const work = db.transaction(async (tx) => {
      await tx.query('insert into kept values ($1)', [1]);
      await db.query('insert into kept values ($1)', [2]);
      expect(await db.query('select count(*)::int as n from kept')).toEqual([{ n: 2 }]);
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await db.query('select n from kept')).toEqual([]);
    await db.transaction((tx) => tx.query('insert into kept values ($1)', [3]));
    expect(await db.query('select n from kept')).toEqual([{ n: 3 }]);
  });

  it('keeps what was asked at once inside a transaction, or none of it', async () => {
    const db = open();
    await db.script('create table pairs (n int primary key)');
    const insert = (numbers: number[]) =>
      db.transaction((tx) => Promise.all(numbers.map((n) => tx.query('insert into pairs values ($1)', [n]))));
    await insert([1, 2, 3]);
    await expect(insert([4, 1, 5])).rejects.toThrow(/duplicate key/);
    expect(await db.query('select n from pairs order by n')).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  });

  it('refuses a transaction inside another, and a question to one that has ended', async () => {
    const db = open();
    await expect(db.transaction(() => db.transaction(async () => 1))).rejects.toThrow(/inside the work/);
    const ended = await db.transaction(async (tx) => ({ tx }));
    await expect(ended.tx.query('select 1')).rejects.toThrow(/already ended/);
  });

  it('throws what the work throws as it is, also when it looks like a lost connection', async () => {
    const work = open().transaction(() => readFile('/there/is/no/such/file'));
    await expect(work).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(work).rejects.not.toThrow(UnavailableError);
  });

  it('runs a script of several statements, all or nothing of the failing one', async () => {
    const db = open();
    await db.script(
      `create table scripted (n int); insert into scripted values (1); insert into scripted values (2)`,
    );
    await expect(db.script('insert into scripted values (3); select 1 / 0')).rejects.toThrow(
      /division by zero/,
    );
    await expect(db.script('begin; insert into scripted values (4); selec')).rejects.toThrow(/syntax error/);
    expect(await db.query('select n from scripted order by n')).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('ends a statement that takes too long, and answers again soon after', async () => {
    const db = open();
    const start = performance.now();
    const work = db.transaction((tx) => tx.query('select pg_sleep(3600)'), { statementTimeoutMs: 300 });
    await expect(work).rejects.toThrow(/te lang/);
    await expect(work).rejects.toThrow(UnavailableError);
    expect(performance.now() - start).toBeLessThan(5000 * SLOWEST);
    await expect
      .poll(() => db.query('select 1 as n').catch(() => 'not yet'), { interval: 100 })
      .toEqual([{ n: 1 }]);
  });
});
