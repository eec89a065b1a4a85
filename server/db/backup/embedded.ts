import { existsSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { readDump } from '../embedded-dump.ts';
import { EmbeddedEngine } from '../embedded-engine.ts';
import { claimLock, findHolder } from '../embedded-lock.ts';
import { LOCK, openEmbedded, REPLACED } from '../embedded.ts';
import { StartError } from '../errors.ts';
import { migrate } from '../migrate.ts';
import { diskFull, explainWriting } from './file.ts';

const STAGING = 'herstel-';
const LEAST_ROOM_BYTES = 16_000_000;
/** A database process that died is back within seconds. */
const ATTEMPTS = 20;

type Piece = { bytes: Buffer; total: number };

/**
 * The embedded database of `dataDir` as tar.gz: from the atlas that runs on it, or else by opening it. Throws a
 * StartError (Dutch) when there is none, or the running atlas cannot give it.
 */
export async function* dumpEmbedded(dataDir: string): AsyncGenerator<Piece> {
  if (!existsSync(join(dataDir, 'database', 'PG_VERSION')) && !existsSync(join(dataDir, REPLACED)))
    throw new StartError(`In de map ${dataDir} staat geen database om een back-up van te maken.`);
  const lock = join(dataDir, LOCK);
  const db = (await findHolder(lock)) ? undefined : await openEmbedded(dataDir);
  try {
    const holder = await findHolder(lock);
    if (!holder?.dumpSocket)
      throw new StartError(
        `De atlas die op ${dataDir} draait is van een oudere versie of start nog. Probeer het zo weer, of start haar opnieuw.`,
      );
    await untilThere(holder.dumpSocket);
    yield* readDump(holder.dumpSocket);
  } finally {
    await db?.close();
  }
}

async function untilThere(socket: string): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS && !existsSync(socket); attempt += 1) await sleep(500);
}

/**
 * Puts the back-up in the place of the database of `dataDir`, which nobody may be using. It is unpacked, opened and
 * migrated aside, with all sessions ended, and only then takes the place; the former database stays beside it. Throws
 * a StartError (Dutch) with nothing changed. Gives the folder of the former database, null when there was none.
 */
export async function restoreEmbedded(
  dataDir: string,
  path: string,
  say: (step: string) => void,
): Promise<string | null> {
  await mkdir(dataDir, { recursive: true });
  const lock = await claimLock(join(dataDir, LOCK), dataDir);
  let staging: string | undefined;
  const clean = (): void => {
    if (staging) rmSync(staging, { recursive: true, force: true });
  };
  process.once('exit', clean);
  try {
    for (const name of await readdir(dataDir))
      if (name.startsWith(STAGING)) await rm(join(dataDir, name), { recursive: true });
    staging = await mkdtemp(join(dataDir, STAGING));
    say('Uitpakken');
    await unpack(path, join(staging, 'database'));
    say('Openen en bijwerken');
    await prepare(staging, path);
    return await takePlace(dataDir, staging);
  } catch (error) {
    throw explainWriting(error, dataDir);
  } finally {
    clean();
    process.off('exit', clean);
    await lock.release();
  }
}

async function unpack(path: string, folder: string): Promise<void> {
  // Unpacked here: the engine does not let an error in the packing be caught.
  const archive = await promisify(gunzip)(await readFile(path)).catch((error: unknown) => {
    throw unusable(path, error);
  });
  if (!archive.includes('PG_VERSION')) throw unusable(path, 'er is geen database in');
  const loadDataDir = new Blob([archive], { type: 'application/x-tar' });
  await mkdir(folder);
  let lost = '';
  try {
    const engine = await EmbeddedEngine.open({ dataDir: folder, loadDataDir }, (reason) => (lost = reason));
    await engine.close();
  } catch (error) {
    // The engine does not say why it could not write.
    const { bavail, bsize } = await statfs(folder);
    throw bavail * bsize < LEAST_ROOM_BYTES ? diskFull(folder) : unusable(path, error);
  }
  if (lost) throw unusable(path, lost);
}

async function prepare(staging: string, path: string): Promise<void> {
  const db = await openEmbedded(staging);
  try {
    const [state] = await db.query<{ known: boolean }>(
      `select to_regclass('atlas.migratie') is not null as known`,
    );
    if (!state?.known) throw unusable(path, 'er is geen atlas in');
    await migrate(db);
    await db.query('delete from atlas.sessie');
    await db.script('checkpoint');
  } finally {
    await db.close();
  }
}

async function takePlace(dataDir: string, staging: string): Promise<string | null> {
  const current = join(dataDir, 'database');
  const former = join(dataDir, REPLACED);
  const isThere = existsSync(current);
  if (isThere) {
    await rm(former, { recursive: true, force: true });
    await rename(current, former);
  }
  await rename(join(staging, 'database'), current);
  return isThere ? former : null;
}

function unusable(path: string, reason: unknown): StartError {
  const words = reason instanceof Error ? reason.message : String(reason);
  return new StartError(`${path} is geen bruikbare back-up van de atlas (${words}). Er is niets veranderd.`);
}
