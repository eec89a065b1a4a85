// A disk that is full in the middle of writing: what was acknowledged is there, nothing is there by half, who asks is told,
// and with room again the atlas goes on by itself.
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createApp } from '../server/app.ts';
import { defaultAccess } from '../server/auth/config.ts';
import { openDatabase, type Database } from '../server/db/database.ts';
import { migrate } from '../server/db/migrate.ts';
import { createTileService } from '../server/tiles/service.ts';
import { engines } from './engines.ts';
import { addPerson } from './people.ts';
import { startCluster, type TestCluster } from './postgres.ts';
import { listDescendants } from './processes.ts';
import { openSmallDisk, type SmallDisk } from './small-disk.ts';
import { loadWorld } from './world.ts';
import { SLOWEST } from './slowest.ts';

const PARTS = 30;
const west = { code: 'PV91', naam: 'West', soort: 'provincie' } as const;

describe.each(engines)('a full disk (%s)', (engine) => {
  let disk: SmallDisk;
  let cluster: TestCluster | undefined;
  let config: { databaseUrl?: string; dataDir: string };
  let db: Database;
  let cookie: string;
  let app: ReturnType<typeof createApp>;
  const acknowledged: string[] = [];
  /** Every kind of answer that was not a success, as [status, Retry-After, detail]. */
  const refusals = new Set<string>();
  let slowestMs = 0;

  function listWriters(): number[] {
    if (engine === 'embedded') {
      const slot = join(config.dataDir, 'database.slot');
      return existsSync(slot) ? [JSON.parse(readFileSync(slot, 'utf8')).database.pid as number] : [];
    }
    const file = join(cluster!.data, 'postmaster.pid');
    if (!existsSync(file)) return [];
    const postmaster = Number(readFileSync(file, 'utf8').split('\n')[0]);
    return [postmaster, ...listDescendants(postmaster)];
  }

  async function open(diskFloorMb?: number): Promise<void> {
    const full = { ...config, port: 0, diskFloorMb, access: { ...defaultAccess, rateLimit: 0 } };
    db = await openDatabase(full);
    const progress = { bezig: false, dataset: null, fouten: [], rdControle: null };
    app = createApp({ db, config: full, tiles: createTileService(db, full), progress });
  }

  beforeAll(async () => {
    disk = openSmallDisk(engine === 'embedded' ? 180 : 260, listWriters);
    if (engine === 'embedded') {
      config = { dataDir: join(disk.folder, 'atlas') };
      cpSync(inject('embeddedTemplate'), config.dataDir, { recursive: true });
    } else {
      cluster = await startCluster(disk.folder);
      config = { databaseUrl: cluster.url, dataDir: join(disk.folder, 'atlas') };
    }
    if (cluster) {
      const first = await openDatabase(config);
      // Acknowledged means written down; the test cluster says otherwise to be quick.
      await first.script('alter database postgres set synchronous_commit = on');
      await first.close();
    }
    await open(0);
    if (cluster) await migrate(db);
    await loadWorld(db);
    const person = await addPerson(db, west, ['coordinator']);
    cookie = person.headers.Cookie;
  });
  afterAll(async () => {
    disk.free();
    await db.close();
    await cluster?.stop();
    disk.remove();
  });

  async function ask(method: string, path: string, body?: unknown): Promise<any> {
    const start = performance.now();
    const reply = await app.request(`/api/v1${path}`, {
      method,
      headers: { Cookie: cookie, 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const answer: any = await reply.json();
    slowestMs = Math.max(slowestMs, performance.now() - start);
    if (reply.ok) return answer;
    expect(reply.headers.get('Content-Type')).toBe('application/problem+json');
    refusals.add(JSON.stringify([reply.status, reply.headers.get('Retry-After'), answer.detail]));
    return null;
  }

  let nr = 0;
  async function save(): Promise<boolean> {
    const naam = `vol-${nr++}`;
    const station = (letter: number) => ({
      gegevens: { soort: 'station', ligging: 'geen', naam: `${naam} ${letter} ${'lang '.repeat(30)}` },
    });
    const project = {
      naam,
      provincies: ['PV91'],
      energiedrager: 'elektriciteit',
      typeInfraGroep: 'station',
      fase: 'planuitwerking',
    };
    const componenten = Array.from({ length: PARTS }, (_, i) => station(i));
    const made = await ask('POST', '/projecten', { gegevens: project, componenten, reden: naam });
    if (made) acknowledged.push(naam);
    return made !== null;
  }
  const untilRefused = async (): Promise<void> => {
    for (const deadline = Date.now() + 400_000; await save();)
      if (Date.now() > deadline) throw new Error('The disk does not get full.');
  };
  const untilSaved = () => expect.poll(save, { interval: 250 }).toBe(true);

  const FULL =
    'De schijf van de atlas is vol: er kan nu niets worden bewaard. Uw wijziging is niet opgeslagen; probeer het later opnieuw.';
  const fullTold = JSON.stringify([503, '60', FULL]);
  const goneTold = JSON.stringify([503, '5', 'De database is nu niet bereikbaar.']);
  /** To who asked at the very moment the engine ended. */
  const lostTold = JSON.stringify([
    503,
    '5',
    'De database stopte onder deze bewerking en start opnieuw. Er is niets half bewaard; probeer het zo weer.',
  ]);

  async function checkAll(): Promise<void> {
    const found = await db.query<{ naam: string; parts: number; images: number; partijen: number }>(
      `select p.naam, (select count(*)::int from atlas.component c where c.project_id = p.id) as parts,
         (select count(*)::int from atlas.component_beeld b where b.project_id = p.id) as images,
         (select count(*)::int from atlas.partij a where a.project_id = p.id) as partijen
       from atlas.project p where p.naam like 'vol-%'`,
    );
    const known = new Set(found.map(({ naam }) => naam));
    expect(acknowledged.filter((naam) => !known.has(naam))).toEqual([]);
    const whole = { parts: PARTS, images: PARTS, partijen: 1 };
    expect(
      found.filter(({ naam: _, ...counts }) => JSON.stringify(counts) !== JSON.stringify(whole)),
    ).toEqual([]);
    // What was not acknowledged can be there only where the answer was cut off: one at a time was asked.
    expect(found.length).toBeLessThanOrEqual(acknowledged.length + 2);
  }

  it('refuses changes with 503 while there is no room, and goes on reading', async () => {
    await untilSaved();
    disk.fill(3);
    await untilRefused();
    if (disk.isMounted) {
      expect([...refusals]).toEqual([fullTold]);
      expect(await ask('GET', '/projecten?provincie=PV91')).not.toBeNull();
      expect((await ask('GET', '/status')).kanBewaren).toBe(false);
      for (let i = 0; i < 5; i++) expect(await save()).toBe(false);
      expect([...refusals]).toEqual([fullTold]);
    }
  });

  it('falls over when the log of changes finds no room, tells so, and comes back with room', async () => {
    // Each goes on with a next file of the log, until there is none.
    let lost: unknown;
    for (let i = 0; i < 20 && !lost; i++) {
      await db.query('select pg_switch_wal()').catch((error: unknown) => (lost = error));
      await save();
    }
    await sleep(2_000);
    for (let i = 0; i < 5; i++) {
      await save();
      await ask('GET', '/projecten?provincie=PV91');
    }
    disk.free();
    // PostgreSQL itself may have ended; starting it is for who runs it. The atlas is the same one all along.
    await cluster?.interrupt(async () => undefined);
    await untilSaved();
    expect([...refusals].filter((one) => ![fullTold, goneTold, lostTold].includes(one))).toEqual([]);
    expect(refusals.size).toBeGreaterThan(0);
    expect(slowestMs).toBeLessThan(20_000 * SLOWEST);
    await checkAll();
  });

  it('is as it was after a next start', async () => {
    await db.close();
    await open();
    await checkAll();
  });

  if (engine === 'embedded')
    it('takes no changes when the room that is left is too little to end well', async () => {
      if (!disk.isMounted) {
        // Nothing to measure here: then more room is asked than any disk has.
        await db.close();
        await open(1e12);
      }
      disk.fill(40);
      await sleep(600);
      refusals.clear();
      expect(await save()).toBe(false);
      expect([...refusals]).toEqual([fullTold]);
      expect((await ask('GET', '/status')).kanBewaren).toBe(false);
      expect(await ask('GET', '/projecten?provincie=PV91')).not.toBeNull();
      disk.free();
      await sleep(600);
      if (!disk.isMounted) {
        await db.close();
        await open();
      }
      expect(await save()).toBe(true);
      expect((await ask('GET', '/status')).kanBewaren).toBe(true);
    });
});
