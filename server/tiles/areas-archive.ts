import { createHash } from 'node:crypto';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { bytesToHeader, tileIdToZxy } from 'pmtiles';
import type { Database } from '../db/database.ts';
import type { BuildOrder } from './areas-build-process.ts';
import { findAreaKey, readAreaInput } from './areas-input.ts';
import { readDirectory } from './pmtiles-directory.ts';
import { tileKey } from './tile-number.ts';

/** The area tiles in memory, with their directory unfolded. */
export interface AreaArchive {
  bytes: Buffer;
  /** SHA-256 of the bytes, shortened: the version in addresses and ETags. */
  version: string;
  metadata: Record<string, unknown>;
  boundsWgs84: [number, number, number, number];
  /** The gzipped tile; undefined where nothing lies. */
  findTile(z: number, x: number, y: number): { data: Buffer; etag: string } | undefined;
}

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/**
 * The archive of the areas in the database, from `folder` when it was built before, else built now (seconds, in
 * another process); `current` when nothing changed, null when there are no areas. Throws when building fails.
 */
export async function refreshAreaArchive(
  db: Database,
  folder: string,
  current: { key: string } | null,
): Promise<{ key: string; archive: AreaArchive } | 'unchanged' | null> {
  const key = await findAreaKey(db);
  if (!key) return null;
  if (key === current?.key) return 'unchanged';
  await mkdir(folder, { recursive: true });
  const name = `gebieden-${key}.pmtiles`;
  const path = join(folder, name);
  const files = await readdir(folder);
  if (!files.includes(name)) await build({ input: await readAreaInput(db), path });
  const archive = openArchive(await readFile(path));
  for (const file of files) {
    if (file.startsWith('gebieden-') && file !== name) await rm(join(folder, file), { force: true });
  }
  return { key, archive };
}

async function build(order: BuildOrder): Promise<void> {
  const script = fileURLToPath(new URL('./areas-build-process.ts', import.meta.url));
  const child = fork(script, { execArgv: ['--import', tsx], serialization: 'advanced' });
  child.send(order);
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`Building the area tiles failed (${code ?? 'stopped'})`);
}

/** Reads header, metadata and all directories of the bytes of an archive. */
function openArchive(bytes: Buffer): AreaArchive {
  const header = bytesToHeader(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + 127) as ArrayBuffer);
  const version = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  const metadata = bytes.subarray(
    header.jsonMetadataOffset,
    header.jsonMetadataOffset + header.jsonMetadataLength,
  );
  const places = new Map<number, { data: Buffer; etag: string }>();
  for (const { tileId, offset, length } of readDirectory(bytes, header)) {
    const start = header.tileDataOffset + offset;
    const tile = { data: bytes.subarray(start, start + length), etag: `${version}-${offset.toString(36)}` };
    places.set(tileKey(...tileIdToZxy(tileId)), tile);
  }
  return {
    bytes,
    version,
    metadata: JSON.parse(gunzipSync(metadata).toString()) as Record<string, unknown>,
    boundsWgs84: [header.minLon, header.minLat, header.maxLon, header.maxLat],
    findTile: (z, x, y) => places.get(tileKey(z, x, y)),
  };
}
