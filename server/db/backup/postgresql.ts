import pg from 'pg';
import { StartError } from '../errors.ts';
import { migrate } from '../migrate.ts';
import { openPostgresql } from '../postgresql.ts';
import { checkProgram, readProgram, runProgram } from './pg-programs.ts';

/** Where the tables that were there wait until the new ones have been opened and migrated. */
const FORMER = 'atlas_voor_herstel';
/** The lock of `migrate.ts`: an atlas that starts waits for the end of a restore. */
const MIGRATION_LOCK = 28992;

/** The schema `atlas` of the database at `url`, as pg_dump's custom format. Throws a StartError (Dutch). */
export async function* dumpPostgresql(url: string): AsyncGenerator<Buffer> {
  await withClient(url, async (client) => checkProgram('pg_dump', await readVersion(client)));
  const dump = runProgram('pg_dump', ['--format=custom', '--schema=atlas', '--no-password'], url);
  dump.stdin.end();
  try {
    yield* dump.stdout as AsyncIterable<Buffer>;
    await dump.ended;
  } finally {
    dump.kill();
  }
}

/**
 * Puts the back-up in the place of schema `atlas`, which no atlas may be using: all of it in one transaction. The former
 * schema stays under another name until the new one has been opened and migrated, its sessions ended; when that fails it
 * comes back. Throws a StartError (Dutch) with nothing changed.
 */
export async function restorePostgresql(
  url: string,
  path: string,
  say: (step: string) => void,
): Promise<null> {
  await withClient(url, async (client) => {
    const version = await readVersion(client);
    await checkProgram('pg_restore', version);
    await checkProgram('psql', version);
    await checkContents(path);
    await refuseWhenUsed(client);
    // PostGIS and the roles, of which the back-up has none.
    await (await openPostgresql(url)).close();
    await client.query(`select pg_advisory_lock(${MIGRATION_LOCK})`);
    const schemas = await listSchemas(client);
    if (schemas.includes(FORMER))
      throw new StartError(
        `In de database staat nog een schema ${FORMER}, van een herstel dat is afgebroken. Controleer de atlas en ` +
          `laat dan uitvoeren: drop schema ${FORMER} cascade. Er is niets veranderd.`,
      );
    const hadAtlas = schemas.includes('atlas');
    say('Terugzetten');
    await runRestore(url, path, hadAtlas);
    say('Openen en bijwerken');
    await client.query(`select pg_advisory_unlock(${MIGRATION_LOCK})`);
    try {
      await openAndMigrate(url);
    } catch (error) {
      await client.query(
        `begin; drop schema atlas cascade; ${hadAtlas ? `alter schema ${FORMER} rename to atlas;` : ''} commit`,
      );
      throw error;
    }
    if (hadAtlas) await client.query(`drop schema ${FORMER} cascade`);
  });
  return null;
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  // Opening explains in Dutch what is wrong with the address or the server.
  await (await openPostgresql(url)).close();
  const client = new pg.Client({ connectionString: url, application_name: 'pmiek-atlas back-up' });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

async function readVersion(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ major: number }>(
    `select current_setting('server_version_num')::int / 10000 as major`,
  );
  return rows[0]!.major;
}

async function checkContents(path: string): Promise<void> {
  const contents = await readProgram('pg_restore', ['--list', path]);
  if (!/ TABLE DATA atlas migratie /.test(contents))
    throw new StartError(`${path} is geen back-up van de atlas. Er is niets veranderd.`);
}

async function refuseWhenUsed(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and application_name = 'pmiek-atlas' order by pid`,
  );
  if (rows.length > 0)
    throw new StartError(
      'Op deze database draait een atlas. Stop die eerst, op elke machine die haar gebruikt. Er is niets veranderd.',
    );
}

async function listSchemas(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select nspname::text as name from pg_namespace where nspname in ('atlas', $1)`,
    [FORMER],
  );
  return rows.map(({ name }) => name);
}

async function runRestore(url: string, path: string, hadAtlas: boolean): Promise<void> {
  const session = runProgram(
    'psql',
    ['-X', '-q', '-o', '/dev/null', '-v', 'ON_ERROR_STOP=1', '--no-password', '-f', '-'],
    url,
  );
  // Our own begin and commit: a script that is cut off anywhere is undone.
  session.stdin.write('begin;\n');
  if (hadAtlas) session.stdin.write(`alter schema atlas rename to ${FORMER};\n`);
  const script = runProgram('pg_restore', ['--no-owner', '-f', '-', path]);
  script.stdin.end();
  try {
    for await (const chunk of script.stdout as AsyncIterable<Buffer>)
      if (!session.stdin.write(chunk)) await Promise.race([drained(session.stdin), session.ended]);
    await script.ended;
    session.stdin.end('delete from atlas.sessie;\ncommit;\n');
    await session.ended;
  } catch (error) {
    session.kill();
    script.kill();
    await session.ended.catch(() => undefined);
    throw error;
  }
}

const drained = (stream: NodeJS.WritableStream): Promise<void> =>
  new Promise((resolve) => stream.once('drain', () => resolve()));

async function openAndMigrate(url: string): Promise<void> {
  const db = await openPostgresql(url);
  try {
    await migrate(db);
  } finally {
    await db.close();
  }
}
