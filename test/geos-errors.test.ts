import { expect, it } from 'vitest';
import { GeosError } from '../server/db/errors.ts';
import { describeOnBothEngines } from './engines.ts';
import { SLOWEST } from './slowest.ts';

// A bow tie is invalid; GEOS throws on its overlay without a grid. PGlite itself loses that error (electric-sql/pglite#916).
const bowTie = 'POLYGON((0 0,10 10,10 0,0 10,0 0))';
const half = 'POLYGON((0 0,10 0,10 5,0 5,0 0))';
const pair = `'${bowTie}'::geometry, '${half}'::geometry`;

// Where GEOS throws in the course of a statement: while planning, while fetching rows, in an aggregate, in a function.
const statements: [string, string][] = [
  ['ST_Intersection of constants', `select ST_AsText(ST_Intersection(${pair}))`],
  ['ST_Intersection of stored geometry', 'select ST_AsText(ST_Intersection(a, b)) from pair'],
  ['ST_Difference', 'select ST_Difference(a, b) from pair'],
  ['ST_Union, the aggregate', 'select ST_Union(a) from pair'],
  ['ST_UnaryUnion', 'select ST_UnaryUnion(ST_Collect(a, b)) from pair'],
  ['an overlay in a plpgsql function', 'select overlay_in_function(a, b) from pair'],
  [
    'an overlay under insert',
    'insert into written select 1 from pair where ST_Intersection(a, b) is not null',
  ],
];
const prepared = 'select ST_AsText(ST_Intersection($1::geometry, $2::geometry)) as answer';

describeOnBothEngines('a GEOS error is an error, never an empty answer', (open) => {
  const countWritten = async () =>
    (await open().query<{ n: number }>('select count(*)::int as n from written'))[0]!.n;

  it('with a table of pairs that GEOS cannot overlay', async () => {
    await open().script(`
      create table written (n int);
      create table pair (a geometry, b geometry);
      insert into pair select ${pair} from generate_series(1, 3);
      create function overlay_in_function(a geometry, b geometry) returns geometry language plpgsql
        as $$ begin return ST_Intersection(a, b); end $$`);
    expect(await open().query('select count(*)::int as n from pair where not ST_IsValid(a)')).toEqual([
      { n: 3 },
    ]);
  });

  it.each(statements)('%s, simple and extended protocol', async (_name, statement) => {
    for (const parameters of [undefined, []]) {
      const start = performance.now();
      await expect(open().query(statement, parameters)).rejects.toThrow(GeosError);
      expect(performance.now() - start).toBeLessThan(1000 * SLOWEST);
      expect(await open().query('select $1::int as n', [7])).toEqual([{ n: 7 }]);
    }
    expect(await countWritten()).toBe(0);
  });

  it('names what is wrong, as GEOS says it', async () => {
    await expect(open().query(prepared, [bowTie, half])).rejects.toThrow(/TopologyException.*5 5/);
  });

  it.each(statements)('%s inside a transaction: nothing of it is kept', async (_name, statement) => {
    for (const parameters of [undefined, []]) {
      const work = open().transaction(async (tx) => {
        await tx.query('insert into written values (1)');
        await tx.query(statement, parameters);
      });
      await expect(work).rejects.toThrow(GeosError);
    }
    expect(await countWritten()).toBe(0);
  });

  it('not even when the error is caught inside the transaction', async () => {
    const work = open().transaction(async (tx) => {
      await tx.query('insert into written values (1)');
      await tx.query(prepared, [bowTie, half]).catch(() => undefined);
    });
    await expect(work).rejects.toThrow(/undone/);
    expect(await countWritten()).toBe(0);
  });

  it('is seen by an exception block, which undoes its own part only', async () => {
    await open().query(`
      do $$ begin
        insert into written values (1);
        begin
          insert into written values (2);
          perform ST_Intersection(a, b) from pair;
        exception when internal_error then
          insert into written values (3);
        end;
      end $$`);
    expect(await open().query('delete from written returning n')).toEqual([{ n: 1 }, { n: 3 }]);
  });

  it('a savepoint gives the transaction back', async () => {
    await open().transaction(async (tx) => {
      await tx.query('insert into written values (4)');
      await tx.query('savepoint before');
      await expect(tx.query('select ST_Intersection(a, b) from pair')).rejects.toThrow(GeosError);
      await tx.query('rollback to savepoint before');
    });
    expect(await open().query('delete from written returning n')).toEqual([{ n: 4 }]);
  });

  it('three thousand errors do not wear the engine out', async () => {
    // PGlite loses some 700 bytes of its 2 MB stack with every error; it used to refuse everything after 1,850.
    for (let i = 0; i < 3000; i += 1) {
      await expect(
        open().query(i % 10 ? 'select 1 / 0' : prepared, i % 10 ? [] : [bowTie, half]),
      ).rejects.toThrow();
    }
    // 500 nested squares: the largest is 500 by 500.
    const union =
      'select ST_Area(ST_Union(ST_MakeEnvelope(0, 0, n, n)))::float8 as m2 from generate_series(1, 500) n';
    expect(await open().query(union)).toEqual([{ m2: 250_000 }]);
  });

  it('our own overlays, on a grid, take valid input without an error', async () => {
    // A square of 10 × 10 m and its lower half: 50 m².
    const square = 'POLYGON((0 0,10 0,10 10,0 10,0 0))';
    const rows = await open().query<{ m2: number }>(
      'select area_m2(overlay_intersection($1::geometry, $2::geometry)) as m2',
      [square, half],
    );
    expect(rows).toEqual([{ m2: 50 }]);
  });
});
