import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Extension } from '@electric-sql/pglite';
import { postgis as whole } from '@electric-sql/pglite-postgis';
import { packTar, unpackTar } from 'modern-tar';

/** What `create extension postgis` and its functions need; the rest is raster, topology, addresses and old versions. */
const NEEDED =
  /^(lib\/postgresql\/postgis-3\.so|share\/proj\/|share\/postgresql\/extension\/postgis(\.control|--[\d.]+\.sql)$)/;
const KEPT_IN = fileURLToPath(new URL('../../node_modules/.cache/pmiek-atlas/', import.meta.url));

/**
 * PostGIS for PGlite without the parts that the atlas never asks for. PGlite compiles every library of a bundle at each
 * start; without those of raster and topology a start takes 0.4 s less, and its process 270 MB less.
 */
export const postgis: Extension = {
  name: whole.name,
  setup: async (engine, emscriptenOptions) => {
    const made = await whole.setup(engine, emscriptenOptions);
    return { ...made, bundlePath: made.bundlePath && (await trimBundle(made.bundlePath, KEPT_IN)) };
  },
};

/** The same bundle with only what is needed, made once and kept in `folder`; where that cannot be, the whole one. */
export async function trimBundle(bundle: URL, folder: string): Promise<URL> {
  const bytes = await readFile(bundle);
  const id = createHash('sha256').update(bytes).update(NEEDED.source).digest('hex').slice(0, 16);
  const path = join(folder, `postgis-${id}.tar.gz`);
  if (existsSync(path)) return pathToFileURL(path);
  const entries = await unpackTar(gunzipSync(bytes), { filter: ({ name }) => NEEDED.test(name) });
  const tar = await packTar(entries.map(({ header, data }) => ({ header, body: data })));
  // Another process may be making it as well, or be cut off: nobody ever finds half of it.
  const own = `${path}.${process.pid}`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(own, gzipSync(tar, { level: 1 }));
    await rename(own, path);
    return pathToFileURL(path);
  } catch {
    // What a full disk left of it; where nothing can be written there is nothing to take away.
    await rm(own, { force: true }).catch(() => undefined);
    return bundle;
  }
}
