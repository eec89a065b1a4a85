import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Database } from './database.ts';
import { watchDisk } from './disk-space.ts';
import { DUMP_SOCKET } from './embedded-dump.ts';
import { claimLock } from './embedded-lock.ts';
import { superviseDatabase } from './embedded-supervisor.ts';
import { StartError, UnavailableError } from './errors.ts';
import { createDatabase, endPool, setSession } from './pool.ts';
import { ensureRoles } from './roles.ts';
import { TOOK_TOO_LONG } from './to-door-error.ts';

/** File in the data folder that says who uses it. */
export const LOCK = 'database.slot';
/** Where a restore puts the database that was there. */
export const REPLACED = 'database.voor-herstel';

/** The session outlives its connections: what an earlier one prepared, and for whom it asked, ends with that. */
const NEW_SESSION = `deallocate all; reset role; select set_config('atlas.account', '', false),
  set_config('atlas.organisatie', '', false), set_config('atlas.bekend_op', '', false), set_config('atlas.geldig_op', '', false)`;

/**
 * Opens the embedded database in `dataDir`, in a process of its own, and makes it when it is not there. When that
 * process dies it is started again; until then questions get an UnavailableError. Throws a StartError (Dutch).
 *
 * One connection: the engine has one session and answers one statement at a time, so more would only wait inside.
 */
export async function openEmbedded(dataDir: string, diskFloorMb?: number): Promise<Database> {
  const lock = await prepareFolder(dataDir);
  const socketFolder = await mkdtemp(join(tmpdir(), 'pmiek-atlas-'));
  const release = async () => {
    await rm(socketFolder, { recursive: true, force: true });
    await lock.release();
  };
  const socket = join(socketFolder, '.s.PGSQL.5432');
  const dumpSocket = join(socketFolder, DUMP_SOCKET);
  const supervisor = await superviseDatabase(join(dataDir, 'database'), socket, (pid) =>
    lock.noteDatabase(pid, dumpSocket),
  ).catch(async (error: unknown) => {
    await release();
    throw error;
  });
  const pool = new pg.Pool({
    host: socketFolder,
    user: 'postgres',
    database: 'postgres',
    max: 1,
    idleTimeoutMillis: 0,
    onConnect: (client) => setSession(client, NEW_SESSION),
  });
  const database = createDatabase({
    engine: 'embedded',
    pool,
    // The engine cannot interrupt itself: what takes too long is ended with its process.
    guard: (timeoutMs, statement) => withTimeLimit(timeoutMs, statement, supervisor.restart),
    checkRoom: watchDisk(dataDir, diskFloorMb),
    close: async () => {
      await endPool(pool);
      await supervisor.stop();
      await release();
    },
  });
  try {
    await ensureRoles(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

async function prepareFolder(dataDir: string): ReturnType<typeof claimLock> {
  try {
    await mkdir(dataDir, { recursive: true });
    const lock = await claimLock(join(dataDir, LOCK), dataDir);
    // A restore that was cut off between its two renames: nothing new is there yet, so the old one comes back.
    if (!existsSync(join(dataDir, 'database')) && existsSync(join(dataDir, REPLACED)))
      await rename(join(dataDir, REPLACED), join(dataDir, 'database'));
    return lock;
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(
      `In de map ${dataDir} kan de atlas niet schrijven (${(error as Error).message}). ` +
        'Geef schrijfrechten, of kies met DATA_DIR een andere map.',
    );
  }
}

async function withTimeLimit<T>(timeoutMs: number, work: () => Promise<T>, end: () => void): Promise<T> {
  if (timeoutMs === 0) return work();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    end();
  }, timeoutMs);
  try {
    return await work();
  } catch (error) {
    throw isLate ? new UnavailableError(TOOK_TOO_LONG, { cause: error }) : error;
  } finally {
    clearTimeout(timer);
  }
}
