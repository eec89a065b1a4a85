/**
 * The process of the embedded database: opens it in the folder of argument 1 and serves it on the socket of
 * argument 2, until the parent says so or is gone. Started by `embedded-supervisor.ts` only.
 */
import { access, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { serveDumps } from './embedded-dump.ts';
import { EmbeddedEngine, proveGeosErrors } from './embedded-engine.ts';

const [dataDir, socketPath] = process.argv.slice(2) as [string, string];
/** Stands in the data folder while it is being made: found at a start, that work was interrupted. */
const unfinished = join(dataDir, 'atlas-in-aanmaak');

let stop = async (): Promise<void> => {};
let isStopping = false;
async function end(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await stop();
  await rm(dirname(socketPath), { recursive: true, force: true });
  process.exit(0);
}
// The channel to the parent closes however the parent ends, also by kill -9.
process.on('disconnect', () => void end());
process.on('SIGTERM', () => void end());
// Ctrl-C and a closed terminal reach the whole group of processes; the parent decides when the database stops.
process.on('SIGINT', () => {});
process.on('SIGHUP', () => {});

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

async function openData(): Promise<EmbeddedEngine> {
  if (await exists(unfinished)) await rm(dataDir, { recursive: true });
  await mkdir(dataDir, { recursive: true });
  const isNew = !(await exists(join(dataDir, 'PG_VERSION')));
  if (isNew && (await readdir(dataDir)).length > 0) {
    throw new Error(`${dataDir} is niet leeg en bevat geen database`);
  }
  if (isNew) await writeFile(unfinished, '');
  const engine = await EmbeddedEngine.open({ dataDir }, onLost);
  await engine.exec('create extension if not exists postgis schema public');
  await proveGeosErrors(engine);
  if (isNew) await rm(unfinished);
  return engine;
}

/** An engine that lost an answer is no longer sound. The next process recovers what was committed, nothing else. */
function onLost(reason: string, atOnce = false): void {
  if (atOnce) process.exit(1);
  console.error(`The embedded database lost an answer: ${reason}`);
  // The client is told first.
  setTimeout(() => process.exit(1), 20);
}

const engine = await openData();
const server = new PGLiteSocketServer({ db: engine, path: socketPath, maxConnections: 4 });
stop = async () => {
  await server.stop();
  await engine.close();
};
// A process that was killed leaves its socket behind.
await rm(socketPath, { force: true });
await server.start();
await serveDumps(engine, dirname(socketPath));
// A parent that is gone meanwhile does not hear it; the end of the channel says so.
process.send?.('ready', undefined, undefined, () => {});
