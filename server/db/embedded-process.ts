import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

const dataDir = process.argv[2]!;
const db = await PGlite.create({ dataDir, extensions: { postgis } });
await db.exec(`
  create extension if not exists postgis schema public;
  set search_path = atlas, public; set timezone = 'UTC'; set max_parallel_workers_per_gather = 0; set jit = off`);
const folder = await mkdtemp(join(tmpdir(), 'pmiek-atlas-'));
const server = new PGLiteSocketServer({ db, path: join(folder, '.s.PGSQL.5432'), maxConnections: 4 });
await server.start();

let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  await server.stop();
  await db.close();
  await rm(folder, { recursive: true, force: true });
  process.exit(0);
}
process.on('disconnect', () => void stop());
process.on('SIGTERM', () => void stop());
// Ctrl-C reaches the whole process group; the parent decides when the database stops.
process.on('SIGINT', () => {});
process.send!({ ready: folder });
