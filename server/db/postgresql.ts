import pg from 'pg';
import type { Database } from './database.ts';
import { StartError } from './errors.ts';
import { createDatabase, endPool, setSession } from './pool.ts';
import { ensureRoles } from './roles.ts';

/** Opens the PostgreSQL of `url`, with PostGIS in place. Throws a StartError (Dutch) when it cannot be used. */
export async function openPostgresql(url: string): Promise<Database> {
  const pool = createPool(url, '');
  const publicPool = createPool(url, 'set role atlas_lezer');
  const database = createDatabase({
    engine: 'postgresql',
    pool,
    publicPool,
    guard: (_timeoutMs, statement) => statement(),
    close: async () => {
      await Promise.all([endPool(pool), endPool(publicPool)]);
    },
  });
  try {
    await checkServer(pool);
    await ensureRoles(database);
  } catch (error) {
    await pool.end();
    throw toStartError(error, new URL(url));
  }
  return database;
}

function createPool(url: string, atConnect: string): pg.Pool {
  return new pg.Pool({
    connectionString: url,
    max: 10,
    // A connection that stays keeps its prepared statements.
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: 'pmiek-atlas',
    onConnect: (client) => setSession(client, atConnect),
  });
}

async function checkServer(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ version: number; name: string }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_version') as name`,
  );
  if (rows[0]!.version < 150000) {
    throw new StartError(
      `De database in DATABASE_URL is PostgreSQL ${rows[0]!.name}. Nodig is PostgreSQL 15 of nieuwer.`,
    );
  }
  await checkPostgis(pool);
}

async function checkPostgis(pool: pg.Pool): Promise<void> {
  const installed = await pool.query(`select from pg_extension where extname = 'postgis'`);
  if (installed.rowCount === 0) {
    await pool.query('create extension if not exists postgis schema public').catch((error: Error) => {
      throw new StartError(
        `De database in DATABASE_URL heeft geen PostGIS en die kon niet worden aangezet (${error.message}). ` +
          'Laat een beheerder in die database uitvoeren: create extension postgis',
      );
    });
  }
  const { rows } = await pool.query<{ version: string }>(
    `select extversion as version from pg_extension where extname = 'postgis'`,
  );
  const [major = 0, minor = 0] = rows[0]!.version.split('.').map(Number);
  if (major < 3 || (major === 3 && minor < 3)) {
    throw new StartError(
      `De database in DATABASE_URL heeft PostGIS ${rows[0]!.version}. Nodig is PostGIS 3.3 of nieuwer.`,
    );
  }
}

function toStartError(error: unknown, url: URL): unknown {
  if (error instanceof StartError || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  const user = decodeURIComponent(url.username);
  const name = decodeURIComponent(url.pathname.slice(1));
  if (code === '28P01' || code === '28000') {
    return new StartError(
      `De database in DATABASE_URL laat gebruiker "${user}" niet toe (${error.message}). Controleer gebruiker en wachtwoord.`,
    );
  }
  if (code === '3D000') {
    return new StartError(
      `De database "${name}" uit DATABASE_URL bestaat niet op ${url.host}. Maak haar aan of pas DATABASE_URL aan.`,
    );
  }
  return new StartError(
    `De database in DATABASE_URL is niet bereikbaar op ${url.host} (${error.message || code}). ` +
      'Controleer of PostgreSQL draait en of host en poort kloppen.',
  );
}
