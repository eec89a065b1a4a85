import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Database } from '../server/db/database.ts';
import { StartError } from '../server/db/errors.ts';
import { migrate } from '../server/db/migrate.ts';
import { describeOnBothEngines } from './engines.ts';

describeOnBothEngines('migrating', (open) => {
  let folder: string;
  const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql);
  const exists = async (db: Database, table: string) =>
    (await db.query<{ there: boolean }>('select to_regclass($1) is not null as there', [table]))[0]!.there;

  // The template has the real migrations; these tests begin with none.
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pmiek-schema-'));
    await open().script('drop schema atlas cascade');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('applies every file once, in the order of their numbers', async () => {
    write('002_second.sql', 'insert into atlas.first values (2); select n from atlas.first;');
    write('001_first.sql', 'create table atlas.first (n int); insert into atlas.first values (1);');
    write('notes.txt', 'this is not SQL');
    expect(await migrate(open(), folder)).toEqual(['001_first.sql', '002_second.sql']);
    write('003_third.sql', 'insert into atlas.first values (3);');
    expect(await migrate(open(), folder)).toEqual(['003_third.sql']);
    expect(await migrate(open(), folder)).toEqual([]);
    expect(await open().query('select n from first')).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  });

  it('applies a file whole or not at all, and goes on from there', async () => {
    write('001_good.sql', 'create table atlas.good (n int);');
    write('002_bad.sql', 'create table atlas.half (n int); select 1 / 0;');
    await expect(migrate(open(), folder)).rejects.toThrow(/division by zero/);
    expect([await exists(open(), 'atlas.good'), await exists(open(), 'atlas.half')]).toEqual([true, false]);
    write('002_bad.sql', 'create table atlas.half (n int);');
    expect(await migrate(open(), folder)).toEqual(['002_bad.sql']);
  });

  it('refuses a file that changed after it was applied', async () => {
    write('001_good.sql', 'create table atlas.good (n int);');
    await migrate(open(), folder);
    write('001_good.sql', 'create table atlas.good (n text);');
    const again = migrate(open(), folder);
    await expect(again).rejects.toThrow(StartError);
    await expect(again).rejects.toThrow(/server\/schema\/001_good\.sql is veranderd/);
  });

  it('refuses a database of a newer version', async () => {
    write('001_good.sql', 'create table atlas.good (n int);');
    write('002_newer.sql', 'create table atlas.newer (n int);');
    await migrate(open(), folder);
    rmSync(join(folder, '002_newer.sql'));
    await expect(migrate(open(), folder)).rejects.toThrow(/002_newer\.sql.*nieuwere versie/);
  });

  it('lets starts at the same moment migrate one after the other', async () => {
    write('001_slow.sql', 'create table atlas.slow (n int); select pg_sleep(0.1);');
    // Again on the same connections: PostgreSQL then remembers that there was no schema when the wait began.
    for (let time = 0; time < 3; time++) {
      await open().script('drop schema if exists atlas cascade');
      const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(open(), folder)));
      expect(applied.flat()).toEqual(['001_slow.sql']);
    }
  });
});
