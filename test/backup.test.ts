// A back-up holds everything, a restore gives exactly that back, and nothing is touched when it cannot.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createApp } from '../server/app.ts';
import { openDatabase, type Database } from '../server/db/database.ts';
import { createTileService } from '../server/tiles/service.ts';
import { engines, openOwnDatabase, type TestDatabase } from './engines.ts';
import { addPerson } from './people.ts';
import { loadWorld } from './world.ts';

const root = join(import.meta.dirname, '..');
const cli = 'server/db/backup/cli.ts';
const west = { code: 'PV91', naam: 'West', soort: 'provincie' } as const;

type Config = TestDatabase['config'];

/** Runs `npm run backup` or `npm run restore`; with `fileLimitKb` no file may grow past that. */
function run(config: Config, args: string[], { fileLimitKb = 0, env = {} } = {}) {
  const node = [process.execPath, '--import', 'tsx', cli, ...args];
  const [command, ...rest] = fileLimitKb
    ? ['bash', '-c', `ulimit -f ${fileLimitKb}; exec "$0" "$@"`, ...node]
    : node;
  return new Promise<{ code: number | null; text: string }>((resolve) => {
    const child = spawn(command!, rest, {
      cwd: root,
      env: { ...process.env, DATABASE_URL: config.databaseUrl ?? '', DATA_DIR: config.dataDir, ...env },
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.on('close', (code) => resolve({ code, text }));
  });
}

/** For every table of schema atlas its number of rows and the md5 of them, ordered; and what guards them. */
async function describeAll(db: Database): Promise<Record<string, unknown>> {
  const tables = await db.query<{ name: string }>(
    `select relname::text as name from pg_class where relnamespace = 'atlas'::regnamespace and relkind in ('r', 'p')
     and relname <> 'sessie' order by 1`,
  );
  const found: Record<string, unknown> = {};
  for (const { name } of tables) {
    const [row] = await db.query<{ rows: number; md5: string }>(
      `select count(*)::int as rows, md5(coalesce(string_agg(md5(t::text), '' order by t::text collate "C"), '')) as md5
       from atlas."${name}" t`,
    );
    found[name] = `${row!.rows} ${row!.md5}`;
  }
  const [guards] = await db.query<object>(
    `select (select count(*)::int from pg_policies where schemaname = 'atlas') as policies,
       (select count(*)::int from pg_trigger t join pg_class c on c.oid = tgrelid where relnamespace = 'atlas'::regnamespace and not tgisinternal) as triggers,
       (select count(*)::int from pg_class where relnamespace = 'atlas'::regnamespace and relrowsecurity) as secured,
       (select count(*)::int from pg_proc where pronamespace = 'atlas'::regnamespace) as functions,
       (select md5(string_agg(relname || relacl::text, ',' order by relname)) from pg_class where relnamespace = 'atlas'::regnamespace) as rights`,
  );
  return { ...found, ...guards };
}

const countRows = (all: Record<string, unknown>, table: string): number => parseInt(String(all[table]));

function writeWithChecksum(path: string, bytes: Buffer): string {
  writeFileSync(path, bytes);
  writeFileSync(`${path}.sha256`, `${createHash('sha256').update(bytes).digest('hex')}  ${basename(path)}\n`);
  return path;
}

describe.each(engines)('back-up and restore (%s)', (engine) => {
  const folder = mkdtempSync(join(tmpdir(), 'pmiek-backup-'));
  const file = join(folder, 'atlas.backup');
  let config: Config;
  let db: Database | undefined;
  let atBackup: Record<string, unknown>;
  let changed: Record<string, unknown>;
  let ask: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<any>;
  let actie: any;

  async function open(): Promise<Database> {
    db = await openDatabase(config);
    const person = await addPerson(db, west, ['coordinator']);
    const appConfig = { ...config, port: 0 };
    const progress = { bezig: false, dataset: null, fouten: [], rdControle: null };
    const app = createApp({ db, config: appConfig, tiles: createTileService(db, appConfig), progress });
    ask = async (method, path, body, headers) => {
      const response = await app.request(`/api/v1${path}`, {
        method,
        headers: { 'Content-Type': 'application/json', ...person.headers, ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const answer: any = await response.json();
      expect([method, path, response.ok ? '' : answer]).toEqual([method, path, '']);
      return answer;
    };
    return db;
  }
  async function close(): Promise<void> {
    await db?.close();
    db = undefined;
  }
  const change = async (activiteit: string): Promise<void> => {
    const ifMatch = { 'If-Match': `"${actie.versie.rij}"` };
    actie = await ask('PATCH', `/acties/${actie.id}`, { gegevens: { activiteit } }, ifMatch);
  };
  const makeActie = (activiteit: string) =>
    ask('POST', '/projecten/W-01/acties', { gegevens: { activiteit, trekkers: ['GM9001'] } });

  beforeAll(async () => {
    const made = await openOwnDatabase(engine);
    config = made.config;
    await loadWorld(made.db);
    await made.db.close();
    await open();
    actie = await makeActie('Grond kopen');
    await change('Grond pachten');
    await change('Grond ruilen');
  });
  afterAll(async () => {
    await close();
    if (config.databaseUrl) {
      const cluster = await openDatabase({ databaseUrl: inject('postgresUrl'), dataDir: '' });
      await cluster.script(`drop database ${new URL(config.databaseUrl).pathname.slice(1)} with (force)`);
      await cluster.close();
    }
    for (const path of [folder, config.dataDir]) rmSync(path, { recursive: true, force: true });
  });

  it('is made while the atlas runs, whole, for its owner only, with its checksum', async () => {
    atBackup = await describeAll(db!);
    // Three versions of one action, and one person.
    expect([countRows(atBackup, 'actie'), countRows(atBackup, 'account')]).toEqual([3, 1]);
    expect(countRows(atBackup, 'project')).toBeGreaterThan(3);
    const { code, text } = await run(config, ['backup', '--naar', file]);
    expect([code, text]).toEqual([
      0,
      expect.stringMatching(/^Back-up gemaakt: .*atlas\.backup \(\d+,\d MB\)/m),
    ]);
    expect(text).toMatch(/^Back-up maken …$/m);
    expect(readdirSync(folder).sort()).toEqual(['atlas.backup', 'atlas.backup.sha256']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(`${file}.sha256`, 'utf8')).toBe(
      `${createHash('sha256').update(readFileSync(file)).digest('hex')}  atlas.backup\n`,
    );
    expect(await describeAll(db!)).toEqual(atBackup);
  });

  it('never goes over a file that is there, and leaves nothing on a full disk', async () => {
    const again = await run(config, ['backup', '--naar', file]);
    expect([again.code, again.text]).toEqual([1, expect.stringContaining('bestaat al')]);
    const full = await run(config, ['backup', '--naar', join(folder, 'vol')], { fileLimitKb: 40 });
    expect([full.code, full.text]).toEqual([1, expect.stringMatching(/^De schijf van .* is vol\. .*\n$/m)]);
    expect(full.text).not.toContain('    at ');
    expect(readdirSync(folder).sort()).toEqual(['atlas.backup', 'atlas.backup.sha256']);
  });

  it('is not put back while an atlas runs on it', async () => {
    await makeActie('Vergunning vragen');
    await change('Toch kopen');
    await db!.query(`update atlas.account set naam = 'Iemand anders'`);
    changed = await describeAll(db!);
    expect(changed).not.toEqual(atBackup);
    const { code, text } = await run(config, ['restore', '--van', file]);
    expect([code, text]).toEqual([1, expect.stringMatching(/draai(t|ende).*atlas.*Stop die eerst/)]);
    expect(await describeAll(db!)).toEqual(changed);
  });

  it('is refused when damaged, cut off, without checksum or no back-up; nothing is touched', async () => {
    await close();
    const whole = readFileSync(file);
    const copy = (name: string, bytes: Buffer): string => {
      writeFileSync(join(folder, name), bytes);
      copyFileSync(`${file}.sha256`, join(folder, `${name}.sha256`));
      return join(folder, name);
    };
    const damaged = Buffer.from(whole);
    damaged[whole.length >> 1]! ^= 1;
    writeFileSync(join(folder, 'kaal'), whole);
    const magic = engine === 'embedded' ? gzipSync(Buffer.alloc(2048)) : Buffer.from('PGDMP and no more');
    const other = engine === 'embedded' ? Buffer.from('PGDMP') : gzipSync('x');
    const cases: [string, RegExp][] = [
      [copy('kapot', damaged), /is beschadigd of niet heel/],
      [copy('half', whole.subarray(0, whole.length >> 1)), /is beschadigd of niet heel/],
      [join(folder, 'kaal'), /staat geen controlegetal/],
      [join(folder, 'weg'), /is er niet/],
      [writeWithChecksum(join(folder, 'brief'), Buffer.from('Geachte')), /geen back-up van de atlas/],
      [writeWithChecksum(join(folder, 'ander'), other), /deze atlas gebruikt/],
      [writeWithChecksum(join(folder, 'leeg'), magic), /geen bruikbare back-up|pg_restore is niet gelukt/],
    ];
    for (const [path, why] of cases) {
      const { code, text } = await run(config, ['restore', '--van', path]);
      expect([path, code, text]).toEqual([path, 1, expect.stringMatching(why)]);
    }
    const again = await openDatabase(config);
    expect(await describeAll(again)).toEqual(changed);
    await again.close();
  });

  it('gives back every row of every table, and ends all sessions', async () => {
    const { code, text } = await run(config, ['restore', '--van', file]);
    expect([code, text]).toEqual([0, expect.stringMatching(/^Teruggezet: .*atlas\.backup/m)]);
    const again = await openDatabase(config);
    expect(await describeAll(again)).toEqual(atBackup);
    expect(await again.query('select from atlas.sessie')).toEqual([]);
    expect(await again.query(`select from pg_namespace where nspname = 'atlas_voor_herstel'`)).toEqual([]);
    await again.close();
    const left = readdirSync(config.dataDir).filter((name) => name.startsWith('herstel-'));
    expect(left).toEqual([]);
  });

  it('can be worked on after that', async () => {
    await open();
    const { versies } = await ask('GET', `/acties/${actie.id}/geschiedenis`);
    expect(versies.map((one: any) => one.gegevens.activiteit)).toEqual([
      'Grond ruilen',
      'Grond pachten',
      'Grond kopen',
    ]);
    actie = versies[0];
    await change('Grond onteigenen');
    expect(actie.gegevens.activiteit).toBe('Grond onteigenen');
    await close();
  });

  it('is also made when the atlas does not run, under a name of its own', async () => {
    const { code, text } = await run(config, ['backup']);
    expect([code, text]).toEqual([0, expect.stringMatching(/Back-up gemaakt: .*back-ups\/atlas-\d{4}-/)]);
    expect(readdirSync(join(config.dataDir, 'back-ups'))).toHaveLength(2);
  });

  if (engine === 'postgresql')
    it('says which package lacks; there is no password on a command line', async () => {
      const { code, text } = await run(config, ['backup', '--naar', join(folder, 'x')], {
        env: { PATH: folder },
      });
      expect([code, text]).toEqual([
        1,
        expect.stringContaining('Het programma pg_dump is er niet. Installeer'),
      ]);
      expect(readdirSync(folder)).not.toContain('x');
      // A pg_dump that is older than any server, and writes down how it was called.
      const fake = join(folder, 'pg_dump');
      writeFileSync(fake, `#!/bin/sh\necho "$@" >> "${folder}/called"\necho "pg_dump (PostgreSQL) 9.6.1"\n`, {
        mode: 0o755,
      });
      const url = new URL(config.databaseUrl!);
      url.password = 'geheim';
      const old = await run({ ...config, databaseUrl: url.href }, ['backup', '--naar', join(folder, 'x')], {
        env: { PATH: `${folder}:${process.env['PATH']}` },
      });
      expect([old.code, old.text]).toEqual([
        1,
        expect.stringContaining('pg_dump is van PostgreSQL 9 en de database van'),
      ]);
      expect(readFileSync(join(folder, 'called'), 'utf8')).not.toContain('geheim');
    });
});
