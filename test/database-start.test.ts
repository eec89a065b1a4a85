import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Database, openDatabase } from '../server/db/database.ts';
import { StartError } from '../server/db/errors.ts';
import { startCluster, type TestCluster } from './postgres.ts';

const folder = mkdtempSync(join(tmpdir(), 'pmiek-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('opening the embedded database', () => {
  const opened: Database[] = [];
  const open = async (dataDir: string) => {
    const db = await openDatabase({ dataDir });
    opened.push(db);
    return db;
  };
  const copyTemplate = (name: string) => {
    const dataDir = join(folder, name);
    cpSync(inject('embeddedTemplate'), dataDir, { recursive: true });
    return dataDir;
  };
  afterEach(() => Promise.all(opened.splice(0).map((db) => db.close())));

  it('refuses a folder that a running atlas uses, and takes it when that has stopped', async () => {
    const dataDir = copyTemplate('used');
    const first = await open(dataDir);
    const second = openDatabase({ dataDir });
    await expect(second).rejects.toThrow(StartError);
    await expect(second).rejects.toThrow(
      `${dataDir} is al in gebruik door een draaiende atlas (proces ${process.pid})`,
    );
    expect(await first.query('select 1 as n')).toEqual([{ n: 1 }]);
    await opened.pop()!.close();
    expect(await (await open(dataDir)).query('select 2 as n')).toEqual([{ n: 2 }]);
  });

  it.each([
    ['a process that is no more', JSON.stringify({ server: { pid: 2 ** 22 + 1, startedAt: '1' } })],
    [
      'an earlier process with the same number',
      JSON.stringify({ server: { pid: process.pid, startedAt: '1' } }),
    ],
    ['one killed before it wrote its name', ''],
  ])('takes over the claim of %s', async (name, claim) => {
    const dataDir = copyTemplate(name);
    writeFileSync(join(dataDir, 'database.slot'), claim);
    expect(await (await open(dataDir)).query('select 1 as n')).toEqual([{ n: 1 }]);
  });

  it('begins again where the making of a database was interrupted', async () => {
    const dataDir = join(folder, 'interrupted');
    mkdirSync(join(dataDir, 'database'), { recursive: true });
    for (const name of ['atlas-in-aanmaak', 'PG_VERSION'])
      writeFileSync(join(dataDir, 'database', name), '18\n');
    const db = await open(dataDir);
    expect(await db.query('select ST_Area(ST_MakeEnvelope(0, 0, 2, 3)) as m2')).toEqual([{ m2: 6 }]);
    expect(existsSync(join(dataDir, 'database', 'atlas-in-aanmaak'))).toBe(false);
  });

  it('leaves a folder alone that holds something else', async () => {
    const dataDir = join(folder, 'other');
    mkdirSync(join(dataDir, 'database'), { recursive: true });
    writeFileSync(join(dataDir, 'database', 'brief.txt'), 'van iemand anders');
    await expect(openDatabase({ dataDir })).rejects.toThrow(/is niet leeg en bevat geen database/);
    expect(readdirSync(join(dataDir, 'database'))).toEqual(['brief.txt']);
  });

  it('says which folder cannot be written', async () => {
    // Below a file no folder can be made, also not by root.
    writeFileSync(join(folder, 'file'), '');
    const dataDir = join(folder, 'file', 'atlas');
    await expect(openDatabase({ dataDir })).rejects.toThrow(
      `In de map ${dataDir} kan de atlas niet schrijven`,
    );
  });
});

describe('opening a PostgreSQL', () => {
  let cluster: TestCluster;
  const urlOf = (user: string, database: string, password = '') => {
    const url = new URL(cluster.url);
    return Object.assign(url, { username: user, password, pathname: `/${database}` }).href;
  };
  const refusal = async (databaseUrl: string): Promise<string> => {
    const error: unknown = await openDatabase({ databaseUrl, dataDir: '' }).then(
      (db) => db.close(),
      (refused: unknown) => refused,
    );
    expect(error).toBeInstanceOf(StartError);
    return (error as StartError).message;
  };

  beforeAll(async () => {
    cluster = await startCluster();
    const db = await openDatabase({ databaseUrl: cluster.url, dataDir: '' });
    await db.query('create role lezer login');
    await db.query(`create role geheim login password 'juist'`);
    await db.query('create database kaal');
    // Whoever is called geheim must give a password; the others need none.
    await db.query(`do $$ begin execute format(
      'copy (values (%L), (%L)) to %L',
      'host all geheim 127.0.0.1/32 scram-sha-256', 'host all all 127.0.0.1/32 trust',
      current_setting('hba_file')); end $$`);
    await db.query('select pg_reload_conf()');
    await db.close();
  });
  afterAll(() => cluster.stop());

  it('puts PostGIS in place where it may', async () => {
    const db = await openDatabase({ databaseUrl: urlOf('postgres', 'postgres'), dataDir: '' });
    expect(db.engine).toBe('postgresql');
    expect(await db.query('select ST_Area(ST_MakeEnvelope(0, 0, 2, 3)) as m2')).toEqual([{ m2: 6 }]);
    await db.close();
  });

  it('says that PostGIS is missing and who can help, where it may not', async () => {
    const message = await refusal(urlOf('lezer', 'kaal'));
    expect(message).toMatch(/heeft geen PostGIS.*permission denied/);
    expect(message).toContain('create extension postgis');
  });

  it('says that the database does not exist', async () => {
    expect(await refusal(urlOf('postgres', 'nergens'))).toMatch(/"nergens" uit DATABASE_URL bestaat niet/);
  });

  it('says that the password is wrong, without repeating it', async () => {
    await expect
      .poll(() => refusal(urlOf('geheim', 'postgres', 'onjuist')))
      .toMatch(/laat gebruiker "geheim" niet toe/);
    expect(await refusal(urlOf('geheim', 'postgres', 'onjuist'))).not.toContain('onjuist');
  });

  it('says that the user is unknown', async () => {
    expect(await refusal(urlOf('niemand', 'postgres'))).toMatch(/laat gebruiker "niemand" niet toe/);
  });

  it('says that nothing answers there', async () => {
    expect(await refusal('postgres://iemand@127.0.0.1:1/atlas')).toMatch(/niet bereikbaar op 127\.0\.0\.1:1/);
  });
});
