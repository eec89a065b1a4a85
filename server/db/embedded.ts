import { type ChildProcess, fork } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import pg from 'pg';
import type { Database } from './database.ts';
import { claimLock } from './embedded-lock.ts';
import { StartError, UnavailableError } from './errors.ts';
import { createDatabase, endPool, setSession } from './pool.ts';
import { TOOK_TOO_LONG } from './to-door-error.ts';

const entry = fileURLToPath(new URL('./embedded-process.ts', import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
/** A first start makes the database, some 8 s on two cores; far past that something is wrong. */
const LONGEST_START_MS = 120_000;
const LONGEST_STOP_MS = 5_000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Opens the embedded database in `dataDir`, in a process of its own, and makes it when it is not there. When that
 * process dies it is started again; until then questions get an UnavailableError. Throws a StartError (Dutch).
 *
 * One connection: the engine has one session and answers one statement at a time, so more would only wait inside.
 */
export async function openEmbedded(dataDir: string): Promise<Database> {
  const lock = await prepareFolder(dataDir);
  const socketFolder = await mkdtemp(join(tmpdir(), 'pmiek-atlas-'));
  let child: ChildProcess | undefined;
  let isClosing = false;

  async function start(): Promise<void> {
    const started = await startProcess(join(dataDir, 'database'), join(socketFolder, '.s.PGSQL.5432'));
    child = started;
    await lock.noteDatabase(started.pid!);
    started.once('exit', () => {
      if (!isClosing) void restart();
    });
  }

  async function restart(): Promise<void> {
    for (let pauseMs = 100; !isClosing; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      try {
        return await start();
      } catch (error) {
        console.error(error instanceof Error ? error.message : error);
        await sleep(pauseMs, undefined, { ref: false });
      }
    }
  }

  async function release(): Promise<void> {
    await rm(socketFolder, { recursive: true, force: true });
    await lock.release();
  }

  try {
    await start();
  } catch (error) {
    await release();
    throw error;
  }
  const pool = new pg.Pool({
    host: socketFolder,
    user: 'postgres',
    database: 'postgres',
    max: 1,
    idleTimeoutMillis: 0,
    // The session outlives its connections, and so do the statements prepared in it.
    onConnect: (client) => setSession(client, 'deallocate all'),
  });
  return createDatabase({
    engine: 'embedded',
    pool,
    // The engine cannot interrupt itself: what takes too long is ended with its process.
    guard: (timeoutMs, statement) => withTimeLimit(timeoutMs, statement, () => child?.kill('SIGKILL')),
    close: async () => {
      isClosing = true;
      await endPool(pool);
      if (child) await stopProcess(child);
      await release();
    },
  });
}

async function prepareFolder(dataDir: string): ReturnType<typeof claimLock> {
  try {
    await mkdir(dataDir, { recursive: true });
    return await claimLock(join(dataDir, 'database.slot'), dataDir);
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(
      `In de map ${dataDir} kan de atlas niet schrijven (${(error as Error).message}). ` +
        'Geef schrijfrechten, of kies met DATA_DIR een andere map.',
    );
  }
}

/** The database process, once it answers. Throws a StartError (Dutch) with its last words when it does not come up. */
function startProcess(folder: string, socket: string): Promise<ChildProcess> {
  const child = fork(entry, [folder, socket], {
    execArgv: ['--import', tsx],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let lastWords = '';
  child.stderr!.on('data', (text: Buffer) => (lastWords = (lastWords + text.toString()).slice(-2000)));
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_START_MS);
    const onEnd = () => {
      clearTimeout(timer);
      reject(new StartError(`De ingebouwde database in ${folder} start niet.\n${lastWords.trim()}`));
    };
    child.once('exit', onEnd);
    child.once('message', () => {
      clearTimeout(timer);
      child.off('exit', onEnd);
      resolve(child);
    });
  });
}

function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    // A process in the midst of a statement does not hear; what it had committed is kept all the same.
    const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_STOP_MS);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
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
