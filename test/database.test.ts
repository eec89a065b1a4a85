import { expect, it } from 'vitest';
import { describeOnBothEngines } from './engines.ts';

describeOnBothEngines('the door to the database', (open) => {
  it('gives the same values for the same statement, prepared or not', async () => {
    const text = `select 1::int as whole, 0.5::float8 as half, '2026-01-02'::date::text as day, null as nothing`;
    const expected = [{ whole: 1, half: 0.5, day: '2026-01-02', nothing: null }];
    expect(await open().query(text)).toEqual(expected);
    expect(await open().query(text, [])).toEqual(expected);
  });

  it('gives every question its own answer, also right after an error', async () => {
    const db = open();
    await expect(db.query('select 1 / 0')).rejects.toThrow(/division by zero/);
    expect(await db.query('select 3 as n')).toEqual([{ n: 3 }]);
    await expect(db.query('select $1::int / 0', [1])).rejects.toThrow(/division by zero/);
    expect(await db.query('select $1::int as n', [4])).toEqual([{ n: 4 }]);
  });

  it('answers fifty questions and transactions at once, each with its own', async () => {
    const db = open();
    const one = (n: number) =>
      n % 5 === 0
        ? db.transaction(async (tx) => (await tx.query<{ n: number }>('select $1::int as n', [n]))[0]!.n)
        : db.query<{ n: number }>('select $1::int as n', [n]).then((rows) => rows[0]!.n);
    const numbers = Array.from({ length: 50 }, (_, n) => n);
    expect(await Promise.all(numbers.map(one))).toEqual(numbers);
  });

  it('undoes a transaction that throws, and db.query inside joins it', async () => {
    const db = open();
    await db.script('create table kept (n int)');
    await expect(
      db.transaction(async (tx) => {
        await tx.query('insert into kept values ($1)', [1]);
        await db.query('insert into kept values ($1)', [2]);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await db.query('select n from kept')).toEqual([]);
    await db.transaction((tx) => tx.query('insert into kept values ($1)', [3]));
    expect(await db.query('select n from kept')).toEqual([{ n: 3 }]);
  });
});
