import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

export interface TestPostgres {
  /** Address of the cluster's own database `postgres`, with all rights. */
  url: string;
  stop(): Promise<void>;
}

export interface TestCluster extends TestPostgres {
  /** Folder of its files. */
  data: string;
  /** Stops the server, runs `during`, and starts it again on the same port with the same data. */
  interrupt(during: () => Promise<void>): Promise<void>;
}

/** A PostgreSQL for the tests: the running one that `TEST_DATABASE_URL` names, else a throwaway cluster. */
export async function startPostgres(): Promise<TestPostgres> {
  const given = process.env['TEST_DATABASE_URL'];
  return given ? { url: given, stop: async () => undefined } : startCluster();
}

/**
 * Starts a throwaway PostgreSQL on a free port, as an unprivileged user (initdb refuses root), with what makes a
 * database slow but safe turned off. Its files lie in `parent`.
 */
export async function startCluster(parent = tmpdir()): Promise<TestCluster> {
  const bin = findBinFolder();
  const user = findUser();
  const folder = mkdtempSync(join(parent, 'pmiek-postgres-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'];
  execFileSync(join(bin, 'initdb'), initdb, { ...user, cwd: folder, stdio: 'ignore' });
  const port = await findFreePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const unsafe = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];
  const options = ['-D', data, '-p', String(port), '-k', folder, ...unsafe];

  async function startServer() {
    const server = spawn(join(bin, 'postgres'), options, { ...user, cwd: folder, stdio: 'ignore' });
    const exited = new Promise((resolve) => server.once('exit', resolve));
    await untilReady(url);
    return async () => {
      server.kill('SIGINT'); // PostgreSQL's fast shutdown
      await exited;
    };
  }

  let stopServer = await startServer();
  return {
    url,
    data,
    stop: async () => {
      await stopServer();
      rmSync(folder, { recursive: true, force: true });
    },
    interrupt: async (during) => {
      await stopServer();
      try {
        await during();
      } finally {
        stopServer = await startServer();
      }
    },
  };
}

/** The newest installed PostgreSQL that has PostGIS. */
function findBinFolder(): string {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).map(Number) : [];
  const version = versions
    .sort((a, b) => b - a)
    .find((one) => existsSync(`/usr/share/postgresql/${one}/extension/postgis.control`));
  if (!version)
    throw new Error('No PostgreSQL with PostGIS found: apt-get install postgresql postgresql-postgis');
  return join(root, String(version), 'bin');
}

/** Who runs the cluster: the packages' own user when we are root, else ourselves. */
function findUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return;
    } catch (error) {
      if (attempt > 200) throw error;
      await sleep(100);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
