import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

export interface TestPostgres {
  /** Address of the cluster's own database `postgres`, with all rights. */
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts a throwaway PostgreSQL on a free port, as an unprivileged user (initdb refuses root), with what makes a
 * database slow but safe turned off. `TEST_DATABASE_URL` names a running one to use instead.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return { url: given, stop: async () => undefined };
  const bin = findBinFolder();
  const user = findUser();
  const folder = mkdtempSync(join(tmpdir(), 'pmiek-postgres-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'],
    {
      ...user,
      cwd: folder,
      stdio: 'ignore',
    },
  );
  const port = await findFreePort();
  const unsafe = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'].flatMap((setting) => [
    '-c',
    setting,
  ]);
  const server = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), '-k', folder, ...unsafe], {
    ...user,
    cwd: folder,
    stdio: 'ignore',
  });
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await untilReady(url);
  return {
    url,
    stop: async () => {
      const exited = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT'); // PostgreSQL's fast shutdown
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The newest installed PostgreSQL that has PostGIS. */
function findBinFolder(): string {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root)
    ? readdirSync(root)
        .map(Number)
        .sort((a, b) => b - a)
    : [];
  const version = versions.find((one) =>
    existsSync(`/usr/share/postgresql/${one}/extension/postgis.control`),
  );
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
      if (attempt > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
