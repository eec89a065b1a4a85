import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import pg from 'pg';
import { StartError } from '../errors.ts';

type Program = 'pg_dump' | 'pg_restore' | 'psql';

export interface RunningProgram {
  stdin: Writable;
  stdout: Readable;
  /** Comes back when it ended well; throws a StartError (Dutch) with its last words otherwise. */
  ended: Promise<void>;
  kill(): void;
}

/** Starts a program of PostgreSQL's client on the database of `url`: the address and the password go in its environment. */
export function runProgram(name: Program, args: string[], url?: string): RunningProgram {
  const env = url ? { ...process.env, ...toEnvironment(url) } : process.env;
  const child: ChildProcessByStdio<Writable, Readable, Readable> = spawn(name, args, {
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let lastWords = '';
  child.stderr.on('data', (text: Buffer) => (lastWords = (lastWords + text.toString()).slice(-1500)));
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => reject(explainStart(name, error)));
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else
        reject(new StartError(`${name} is niet gelukt (${lastWords.trim() || (signal ?? `code ${code}`)}).`));
    });
  });
  // Whoever waits for it hears it too; until then it is not unheard.
  ended.catch(() => undefined);
  // It may end before it has read all it was given; why, it says itself.
  child.stdin.on('error', () => undefined);
  return { stdin: child.stdin, stdout: child.stdout, ended, kill: () => void child.kill('SIGTERM') };
}

/** All that a program writes, as text. Throws a StartError (Dutch). */
export async function readProgram(name: Program, args: string[]): Promise<string> {
  const running = runProgram(name, args);
  running.stdin.end();
  let text = '';
  for await (const chunk of running.stdout as AsyncIterable<Buffer>) text += chunk.toString();
  await running.ended;
  return text;
}

/** Throws a StartError (Dutch) when `name` is not installed, or older than the server and so unable to speak with it. */
export async function checkProgram(name: Program, serverVersion: number): Promise<void> {
  const text = await readProgram(name, ['--version']);
  const major = Number(/(\d+)(\.|\b)/.exec(text.replace(/^\S+/, ''))?.[1] ?? 0);
  if (major < serverVersion)
    throw new StartError(
      `${name} is van PostgreSQL ${major} en de database van ${serverVersion}. ` +
        `Installeer het pakket postgresql-client-${serverVersion}, zoals: apt-get install postgresql-client-${serverVersion}`,
    );
}

function explainStart(name: Program, error: NodeJS.ErrnoException): Error {
  if (error.code !== 'ENOENT') return error;
  return new StartError(
    `Het programma ${name} is er niet. Installeer het pakket postgresql-client, zoals: apt-get install postgresql-client`,
  );
}

function toEnvironment(url: string): Record<string, string> {
  const { host, port, user, database, password } = new pg.Client({ connectionString: url });
  const env: Record<string, string> = {
    PGHOST: host,
    PGPORT: String(port),
    PGAPPNAME: 'pmiek-atlas back-up',
  };
  if (user) env['PGUSER'] = user;
  if (database) env['PGDATABASE'] = database;
  if (password) env['PGPASSWORD'] = password;
  for (const [name, value] of new URL(url).searchParams)
    if (/^ssl(mode|cert|key|rootcert)$/.test(name))
      env[`PG${name.toUpperCase()}`] = value === 'no-verify' ? 'require' : value;
  return env;
}
