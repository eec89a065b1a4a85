// Killed while an Excel proposal is being accepted, or while a dataset is refreshed: all of it is there, or nothing is.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listSchematicGemeenten } from '../data/seed/schematisch/read.ts';
import { createApp } from '../server/app.ts';
import { openDatabase, type Database } from '../server/db/database.ts';
import { migrate } from '../server/db/migrate.ts';
import { createTileService } from '../server/tiles/service.ts';
import { engines, openOwnDatabase } from './engines.ts';
import { actieRij, makeWorkbook } from './excel-files.ts';
import { makeMirror } from './mirror.ts';
import { addPerson } from './people.ts';
import { startCluster, type TestCluster } from './postgres.ts';
import { loadWorld } from './world.ts';

const ROWS = 200;
/** How often each is killed: `CRASHES=20 npx vitest run test/crash-import.test.ts` for longer. */
const KILLS = Number(process.env['CRASHES'] ?? 2);
/** Turn by turn the server and its database. */
const kills = Array.from({ length: KILLS }, (_, at) =>
  at % 2 === 0 ? ('server' as const) : ('database' as const),
);
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe.each(engines)('killed during an import (%s)', (engine) => {
  let cluster: TestCluster | undefined;
  let config: { databaseUrl?: string; dataDir: string };
  let cookie: string;
  let proposal: { id: string; etag: string };

  beforeAll(async () => {
    if (engine === 'embedded') {
      const made = await openOwnDatabase('embedded');
      config = made.config;
      await made.db.close();
    } else {
      // A cluster of its own: killing a session makes PostgreSQL end all of them.
      cluster = await startCluster();
      config = { databaseUrl: cluster.url, dataDir: mkdtempSync(join(tmpdir(), 'pmiek-crash-')) };
      const first = await openDatabase(config);
      // Acknowledged means written down; the test cluster says otherwise to be quick.
      await first.script('alter database postgres set synchronous_commit = on');
      await first.close();
    }
    await withAtlas(async (db, app) => {
      if (cluster) await migrate(db);
      await loadWorld(db);
      const west = { code: 'PV91', naam: 'West', soort: 'provincie' } as const;
      cookie = (await addPerson(db, west, ['coordinator'])).headers.Cookie;
      await addPerson(db, { code: 'stedin', naam: 'Stedin', soort: 'netbeheerder' }, ['bewerker']);
      const rows = Array.from({ length: ROWS }, (_, at) =>
        actieRij({ A: 'W-02', C: `Stap ${at}`, D: 'stedin' }),
      );
      const form = new FormData();
      form.append('bestand', new File([new Uint8Array(await makeWorkbook(rows))], 'x.xlsx', { type: XLSX }));
      const reply = await app.request('/api/v1/excel/voorstellen', {
        method: 'POST',
        headers: { Cookie: cookie },
        body: form,
      });
      const body: any = await reply.json();
      expect([reply.status, body.aantallen?.nieuw]).toEqual([201, ROWS]);
      proposal = { id: body.voorstelId, etag: reply.headers.get('ETag')! };
    });
  });
  afterAll(async () => {
    await cluster?.stop();
    rmSync(config.dataDir, { recursive: true, force: true });
  });

  async function withAtlas<T>(work: (db: Database, app: ReturnType<typeof createApp>) => Promise<T>) {
    const db = await openAgain();
    try {
      const full = { ...config, port: 0 };
      const progress = { bezig: false, dataset: null, fouten: [], rdControle: null };
      return await work(db, createApp({ db, config: full, tiles: createTileService(db, full), progress }));
    } finally {
      await db.close();
    }
  }

  /** PostgreSQL takes a moment to recover, and until then nobody can start on it. */
  async function openAgain(): Promise<Database> {
    for (const deadline = Date.now() + 300_000; ; await sleep(200)) {
      try {
        return await openDatabase(config);
      } catch (error) {
        if (engine === 'embedded' || Date.now() > deadline) throw error;
      }
    }
  }

  /** Runs `script` in a process of its own, which says `begin` when it starts on what matters; and kills `whom` then. */
  async function killDuring(script: string, whom: 'server' | 'database', afterMs: number): Promise<string> {
    const child: ChildProcess = spawn(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', script, JSON.stringify({ config, cookie, proposal })],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let words = '';
    child.stderr!.on('data', (text: Buffer) => (words += text.toString()));
    const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
    let said = '';
    await new Promise<void>((resolve, reject) => {
      createInterface({ input: child.stdout! }).on('line', (line) => {
        if (line === 'begin') resolve();
        else said = line;
      });
      child.once('close', () => reject(new Error(`It ended before it began: ${words}`)));
    });
    await sleep(afterMs);
    if (whom === 'server') child.kill('SIGKILL');
    else await killDatabase();
    await closed;
    return said;
  }

  async function killDatabase(): Promise<void> {
    if (engine === 'embedded') {
      process.kill(
        JSON.parse(readFileSync(join(config.dataDir, 'database.slot'), 'utf8')).database.pid,
        'SIGKILL',
      );
      return;
    }
    const db = await openDatabase(config);
    try {
      for (const { pid } of await db.query<{ pid: number }>(
        `select pid from pg_stat_activity where datname = 'postgres' and pid <> pg_backend_pid() and state like '%transaction' or state = 'active' and pid <> pg_backend_pid()`,
      ))
        process.kill(pid, 'SIGKILL');
    } finally {
      await db.close();
    }
  }

  const open = `
    import { createApp } from './server/app.ts';
    import { openDatabase } from './server/db/database.ts';
    import { createTileService } from './server/tiles/service.ts';
    const { config, cookie, proposal } = JSON.parse(process.argv[1]);
    const db = await openDatabase(config);`;
  const accept = `${open}
    const full = { ...config, port: 0 };
    const progress = { bezig: false, dataset: null, fouten: [], rdControle: null };
    const app = createApp({ db, config: full, tiles: createTileService(db, full), progress });
    console.log('begin');
    const reply = await app.request('/api/v1/excel/voorstellen/' + proposal.id + '/aanvaarden', {
      method: 'POST', headers: { Cookie: cookie, 'If-Match': proposal.etag } });
    console.log(reply.status);
    process.exit(0);`;

  const countRows = (db: Database) =>
    db.query(
      `select (select count(*)::int from atlas.actie where activiteit like 'Stap %') as acties,
         (select count(*)::int from atlas.auditregel where onderwerp like 'actie/%') as regels,
         (select aanvaard_op is not null from atlas.excel_voorstel where id = $1) as aanvaard`,
      [proposal.id],
    );
  const nothing = [{ acties: 0, regels: 0, aanvaard: false }];
  const all = [{ acties: ROWS, regels: ROWS, aanvaard: true }];

  it('has taken over all of a proposal or nothing, and it can be accepted again', async () => {
    let isAccepted = false;
    let undone = 0;
    for (const [at, whom] of kills.entries()) {
      if (isAccepted) break;
      const said = await killDuring(accept, whom, 60 + at * 120);
      expect(['', '503', '200']).toContain(said);
      await withAtlas(async (db) => {
        const found = await countRows(db);
        isAccepted = JSON.stringify(found) === JSON.stringify(all);
        expect(found).toEqual(isAccepted ? all : nothing);
        // Acknowledged is never undone.
        if (said === '200') expect(isAccepted).toBe(true);
        if (!isAccepted) undone++;
      });
    }
    expect(undone).toBeGreaterThan(0);
    await withAtlas(async (db, app) => {
      const reply = await app.request(`/api/v1/excel/voorstellen/${proposal.id}/aanvaarden`, {
        method: 'POST',
        headers: { Cookie: cookie, 'If-Match': proposal.etag },
      });
      expect(reply.status).toBe(isAccepted ? 409 : 200);
      expect(await countRows(db)).toEqual(all);
    });
  });

  it('has refreshed a dataset wholly or not', async () => {
    const mirror = makeMirror();
    const fresh = await openOwnDatabase(engine);
    // The embedded one is for one process at a time.
    if (engine === 'embedded') await fresh.db.close();
    try {
      const cells = listSchematicGemeenten();
      const put = (after: string) =>
        mirror.put(
          'gemeenten',
          cells.map(({ code, naam, geometry }) => ({
            type: 'Feature',
            properties: { code, naam: naam + after },
            geometry,
          })),
          { kolommen: { code: 'code', naam: 'naam' } },
        );
      const refresh = (killing?: { afterMs: number; whom: 'server' | 'database' }) =>
        runData(fresh.config, mirror.folder, killing);
      const look = async () => {
        const db = await openDatabase(fresh.config);
        try {
          return await db.query<{ oud: number; nieuw: number; provincies: number; deel: string }>(
            `select count(*) filter (where soort = 'gemeente' and naam not like '% (nieuw)')::int as oud,
               count(*) filter (where soort = 'gemeente' and naam like '% (nieuw)')::int as nieuw,
               count(*) filter (where soort = 'provincie')::int as provincies,
               (select md5(string_agg(code || md5(ST_AsBinary(geom)), ',' order by code, md5(ST_AsBinary(geom)))) from atlas.gebied_deel) as deel
             from atlas.gebied`,
          );
        } finally {
          await db.close();
        }
      };
      put('');
      const start = performance.now();
      expect(await refresh()).toBe(0);
      const wholeMs = performance.now() - start;
      const [before] = await look();
      expect(before).toMatchObject({ oud: cells.length, nieuw: 0, provincies: 12 });
      put(' (nieuw)');
      const seen = new Set<string>();
      for (const [at, whom] of kills.entries()) {
        // The first as soon as it reads, so that the old is seen again however fast this time; the others later and later.
        await refresh({ afterMs: at === 0 ? 0 : wholeMs * (0.4 + (0.5 * at) / KILLS), whom });
        const [after] = await look();
        const isNew = after!.nieuw > 0;
        seen.add(isNew ? 'new' : 'old');
        expect(after).toEqual(isNew ? { ...before, oud: 0, nieuw: cells.length } : before);
      }
      expect(seen).toContain('old');
      expect(await refresh()).toBe(0);
      expect(await look()).toEqual([{ ...before, oud: 0, nieuw: cells.length }]);
    } finally {
      mirror.remove();
      if (engine === 'embedded') rmSync(fresh.config.dataDir, { recursive: true, force: true });
      else await fresh.remove();
    }
  });

  /** `npm run data` for the gemeenten; killed so long after it began to read, itself or its database. Gives how it ended. */
  async function runData(
    { databaseUrl = '', dataDir }: typeof config,
    mirror: string,
    killing?: { afterMs: number; whom: 'server' | 'database' },
  ): Promise<number | null> {
    const asked = ['--only', 'gemeenten', '--bron', 'spiegel', '--ververs'];
    const child = spawn(process.execPath, ['--import', 'tsx', 'server/load/cli.ts', ...asked], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: dataDir, DATA_MIRROR: mirror },
    });
    const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
    const reads = new Promise<void>((resolve) =>
      createInterface({ input: child.stdout }).on(
        'line',
        (line) => void (line.startsWith('gemeenten') && resolve()),
      ),
    );
    if (killing) {
      await Promise.race([reads.then(() => sleep(killing.afterMs)), closed]);
      const slot = join(dataDir, 'database.slot');
      if (killing.whom === 'server' || engine === 'postgresql') child.kill('SIGKILL');
      else if (existsSync(slot)) {
        const { database } = JSON.parse(readFileSync(slot, 'utf8'));
        if (database) process.kill(database.pid, 'SIGKILL');
      }
    }
    return closed;
  }
});
