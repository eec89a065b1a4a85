import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { StartError } from './errors.ts';

const entry = fileURLToPath(new URL('./embedded-process.ts', import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
/** A first start makes the database, some 8 s on two quiet cores; far past that something is wrong. */
const LONGEST_START_MS = 180_000;
const LONGEST_STOP_MS = 5_000;
/** Between two attempts to start again: a disk that was full has room again some time. */
const LONGEST_PAUSE_MS = 5_000;

/** The embedded database's process, started again whenever it ends by itself. */
export interface Supervisor {
  /** Ends the process at once; what was committed is kept, and a new one takes its place. */
  restart(): void;
  /** Lets the process close its database, and waits for its end. */
  stop(): Promise<void>;
}

/**
 * Runs the database of `folder` behind `socket`, and comes back when it answers. `onProcess` hears the number of
 * every process started. Throws a StartError (Dutch) with its last words when the first does not come up.
 */
export async function superviseDatabase(
  folder: string,
  socket: string,
  onProcess: (pid: number) => Promise<void>,
): Promise<Supervisor> {
  let child: ChildProcess;
  let isStopping = false;

  async function start(): Promise<void> {
    child = fork(entry, [folder, socket], {
      execArgv: ['--import', tsx],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const up = untilUp(child, folder);
    if (child.pid) await onProcess(child.pid);
    await up;
    child.once('exit', () => void keepTrying());
  }

  async function keepTrying(): Promise<void> {
    for (let pauseMs = 100; !isStopping; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      try {
        return await start();
      } catch (error) {
        if (isStopping) return;
        console.error(error instanceof Error ? error.message : error);
        await sleep(pauseMs, undefined, { ref: false });
      }
    }
  }

  await start();
  return {
    restart: () => void child.kill('SIGKILL'),
    stop: () => {
      isStopping = true;
      return stopProcess(child);
    },
  };
}

function untilUp(child: ChildProcess, folder: string): Promise<void> {
  let lastWords = '';
  child.stderr!.on('data', (text: Buffer) => (lastWords = (lastWords + text.toString()).slice(-2000)));
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_START_MS);
    const onEnd = () => {
      clearTimeout(timer);
      reject(new StartError(`De ingebouwde database in ${folder} start niet. ${lastWords.trim()}`));
    };
    child.once('error', onEnd);
    child.once('exit', onEnd);
    // Under `node --watch` other words come over this channel too.
    child.on('message', (word) => {
      if (word !== 'ready') return;
      clearTimeout(timer);
      child.off('error', onEnd);
      child.off('exit', onEnd);
      resolve();
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
