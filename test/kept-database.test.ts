// The databases that test files share: what one left behind, another never finds.
import { describe, expect, it } from 'vitest';
import type { Database } from '../server/db/database.ts';
import { engines, openOwnDatabase, openTestDatabase } from './engines.ts';
import { describeBeginning } from './kept-database.ts';
import { loadWorld } from './world.ts';

describe.each(engines)('a database that served other tests (%s)', (engine) => {
  /** The rows in it, without when they were written; and the next number of every identity. */
  async function describeAll(db: Database) {
    const { rows } = await describeBeginning(db);
    const moments = /"\d{4}-\d\d-\d\dT[^"]+"/g;
    const numbers = await db.query(
      `select seqrelid::regclass::text as name, nextval(seqrelid)::int as next from pg_sequence order by 1`,
    );
    return [rows.map(({ table, rows: text }) => [table, text.replace(moments, '""')]), numbers];
  }

  it('is as a new one', async () => {
    const fresh = await openOwnDatabase(engine);
    const expected = await describeAll(fresh.db);
    await fresh.remove();
    const first = await openTestDatabase(engine);
    await loadWorld(first.db);
    await first.db.query(`insert into atlas.auditregel (handeling, onderwerp) values ('proef', 'proef')`);
    await first.remove();
    const second = await openTestDatabase(engine);
    expect(second.db).toBe(first.db);
    expect(second.config.dataDir).not.toBe(first.config.dataDir);
    expect(await describeAll(second.db)).toEqual(expected);
    await expect(second.db.query('truncate atlas.auditregel')).rejects.toThrow(/logboek groeit alleen aan/);
    await second.remove();
  });

  it('is not used again when its schema was changed', async () => {
    const first = await openTestDatabase(engine);
    await first.db.script('create table atlas.bijzonder (n int)');
    await first.remove();
    const second = await openTestDatabase(engine);
    expect(second.db).not.toBe(first.db);
    const [found] = await second.db.query(`select to_regclass('atlas.bijzonder') as "table"`);
    expect(found).toEqual({ table: null });
    await second.remove();
  });
});
