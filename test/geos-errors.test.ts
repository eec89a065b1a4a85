import { expect, it } from 'vitest';
import { describeOnBothEngines } from './engines.ts';

// A bow tie is invalid; GEOS throws on its overlay without a grid. PGlite loses that error (issue 916 of electric-sql/pglite).
const bowTie = 'POLYGON((0 0,10 10,10 0,0 10,0 0))';
const half = 'POLYGON((0 0,10 0,10 5,0 5,0 0))';
const prepared = 'select ST_AsText(ST_Intersection($1::geometry, $2::geometry)) as answer';
const plain = `select ST_AsText(ST_Intersection('${bowTie}'::geometry, '${half}'::geometry)) as answer`;

describeOnBothEngines('a GEOS error is an error, never an empty answer', (open) => {
  it.each([
    ['plain', () => open().query(plain)],
    ['prepared', () => open().query(prepared, [bowTie, half])],
  ])('outside a transaction, %s', async (_how, ask) => {
    const start = performance.now();
    await expect(ask()).rejects.toThrow();
    expect(performance.now() - start).toBeLessThan(1000);
    expect(await open().query('select 1 as n')).toEqual([{ n: 1 }]);
  });

  it.each([
    ['plain', plain, undefined],
    ['prepared', prepared, [bowTie, half]],
  ])('in a transaction nothing is kept, %s', async (how, text, parameters) => {
    const db = open();
    await db.script(`create table written_${how} (n int)`);
    await expect(
      db.transaction(async (tx) => {
        await tx.query(`insert into written_${how} values (1)`);
        await tx.query(text, parameters);
      }),
    ).rejects.toThrow();
    expect(await db.query(`select n from written_${how}`)).toEqual([]);
  });

  it('not even when the error is caught inside the transaction', async () => {
    const db = open();
    await db.script('create table caught (n int)');
    await expect(
      db.transaction(async (tx) => {
        await tx.query('insert into caught values (1)');
        await tx.query(prepared, [bowTie, half]).catch(() => undefined);
      }),
    ).rejects.toThrow();
    expect(await db.query('select n from caught')).toEqual([]);
  });

  it('our own overlays, on a grid, take the same input without an error', async () => {
    // A valid square of 10 × 10 m and its lower half: 50 m².
    const square = 'POLYGON((0 0,10 0,10 10,0 10,0 0))';
    const rows = await open().query<{ m2: number }>(
      'select area_m2(overlay_intersection($1::geometry, $2::geometry)) as m2',
      [square, half],
    );
    expect(rows).toEqual([{ m2: 50 }]);
  });
});
