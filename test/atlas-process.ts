import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A running atlas, started the way `npm start` starts it. */
export interface AtlasProcess {
  url: string;
  pid: number;
  /** What it has written to the terminal so far, both streams. */
  output(): string;
  /** Waits until a line matches; throws with the output when it does not within the time. */
  waitFor(line: RegExp): Promise<RegExpMatchArray>;
  /** Sends the signal and waits for the end; the exit code, or null when a signal ended it. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  exited: Promise<number | null>;
}

/** Starts the atlas on a free port with `env` on top of a clean environment. Does not wait until it is ready. */
export function spawnAtlas(env: Record<string, string>): AtlasProcess {
  const { DATABASE_URL: _databaseUrl, DATA_DIR: _dataDir, NODE_ENV: _nodeEnv, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--max-semi-space-size=4', '--import', 'tsx', 'server/main.ts'], {
    env: { ...inherited, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return follow(child);
}

/** A new empty data folder, and how to remove it. */
export function makeDataDir(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'pmiek-atlas-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Starts an atlas and waits until everything is loaded. One that does not come up is ended. */
export async function startAtlas(env: Record<string, string>): Promise<AtlasProcess> {
  const atlas = spawnAtlas(env);
  try {
    return { ...atlas, url: await untilLoaded(atlas) };
  } catch (error) {
    await atlas.stop('SIGKILL');
    throw error;
  }
}

/** Waits until everything is loaded; the address. */
export async function untilLoaded(atlas: AtlasProcess): Promise<string> {
  const [, url] = await atlas.waitFor(/staat klaar: (http:\/\/localhost:\d+)/);
  return url!;
}

function follow(child: ChildProcess): AtlasProcess {
  let output = '';
  const listeners = new Set<() => void>();
  const keep = (chunk: Buffer): void => {
    output += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout!.on('data', keep);
  child.stderr!.on('data', keep);
  const exited = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return {
    url: '',
    pid: child.pid!,
    output: () => output,
    exited,
    waitFor: (line) =>
      new Promise((resolve, reject) => {
        const fail = (why: string): void => {
          listeners.delete(look);
          clearTimeout(timer);
          reject(new Error(`${why}: ${line}\n${output}`));
        };
        const look = (): void => {
          const found = output.match(line);
          if (!found) return;
          listeners.delete(look);
          clearTimeout(timer);
          resolve(found);
        };
        const timer = setTimeout(() => fail('no such line in time'), 300_000);
        void exited.then(() => (output.match(line) ? undefined : fail('the atlas ended without this line')));
        listeners.add(look);
        look();
      }),
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return exited;
    },
  };
}
