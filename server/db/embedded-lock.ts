import { readFileSync } from 'node:fs';
import { open, readFile, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from './errors.ts';

/** Someone who uses the data folder: a process, told apart from a later one with the same number by its start. */
interface ProcessId {
  pid: number;
  startedAt: string;
}

interface Lock {
  server: ProcessId;
  /** The process of the database itself; it may outlive a server that was killed by a moment. */
  database?: ProcessId;
  /** Socket that gives a copy of the database to who connects. */
  dumpSocket?: string;
}

/** How long a database process may take to close after its server is gone. */
const CLOSING_MS = 5_000;
const KILLED_MS = 1_000;

/**
 * Claims the file at `path` for this process and gives what changes it. A claim of a process that is gone is
 * taken over; of one that runs it throws a StartError (Dutch) that names it.
 */
export async function claimLock(path: string, dataDir: string) {
  const earlier = await readLock(path);
  if (earlier && isRunning(earlier.server)) throw inUse(dataDir, earlier.server.pid);
  if (earlier?.database) await awaitEnd(earlier.database);
  if (earlier) await rm(path, { force: true });
  const server = describeProcess(process.pid);
  // 'wx' fails when another start was just before this one.
  const file = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? inUse(dataDir) : error;
  });
  const write = async (lock: Lock) => {
    await file.truncate(0);
    await file.write(JSON.stringify(lock), 0);
  };
  await write({ server });
  return {
    /** Notes the database process, so that a next start waits for its end. */
    noteDatabase: (pid: number, dumpSocket: string) =>
      write({ server, database: describeProcess(pid), dumpSocket }),
    release: async () => {
      await file.close();
      await rm(path, { force: true });
    },
  };
}

/** The process that holds the claim at `path`, and its socket for copies if it has one; null when nobody does. */
export async function findHolder(path: string): Promise<{ pid: number; dumpSocket?: string } | null> {
  const lock = await readLock(path);
  return lock && isRunning(lock.server) ? { pid: lock.server.pid, dumpSocket: lock.dumpSocket } : null;
}

async function readLock(path: string): Promise<Lock | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as Lock;
  } catch {
    // Killed between opening and writing: nobody holds it.
    return { server: { pid: 0, startedAt: '' } };
  }
}

function inUse(dataDir: string, pid?: number): StartError {
  return new StartError(
    `De map ${dataDir} is al in gebruik door een draaiende atlas${pid ? ` (proces ${pid})` : ''}. ` +
      'Stop die eerst, of kies met DATA_DIR een andere map.',
  );
}

/** A database whose server is gone closes by itself; one that does not (a statement without end) is killed. */
async function awaitEnd(database: ProcessId): Promise<void> {
  if (await hasEnded(database, CLOSING_MS)) return;
  process.kill(database.pid, 'SIGKILL');
  await hasEnded(database, KILLED_MS);
}

async function hasEnded(one: ProcessId, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (isRunning(one) && Date.now() < deadline) await sleep(50);
  return !isRunning(one);
}

function describeProcess(pid: number): ProcessId {
  return { pid, startedAt: startOf(pid) };
}

function isRunning({ pid, startedAt }: ProcessId): boolean {
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return startOf(pid) === startedAt;
}

/** When the process started, in the words of Linux (ticks since boot); '' where that cannot be known, or it ended. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Fields 3 (state) and 22 (start); the second, the name, is in parentheses and may hold spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? '' : (fields[19] ?? '');
  } catch {
    return '';
  }
}
