import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const fileState = z.object({
  url: z.string(),
  /** What the publisher calls this version of the file; null when it does not say. */
  etag: z.string().nullable(),
  isWhole: z.boolean(),
});
export type FileState = z.infer<typeof fileState>;

/** One large file on disk, whole or in part, with the version it is of. */
export interface FileCache {
  /** Where it lies, whole or in part. */
  readonly path: string;
  readonly folder: string;
  /** What lies there; null when nothing can be said of it. */
  find(): Promise<FileState | null>;
  /** Bytes that lie there. */
  measure(): Promise<number>;
  note(state: Omit<FileState, 'url'>): Promise<void>;
  /** Forgets the file. */
  clear(): Promise<void>;
}

/** The place of the file at `url` in `parent`; its folder is made. */
export async function openFileCache(parent: string, url: string): Promise<FileCache> {
  const folder = join(parent, createHash('sha256').update(url).digest('hex').slice(0, 24));
  const path = join(folder, 'bestand');
  const statePath = join(folder, 'bestand.json');
  await mkdir(folder, { recursive: true });
  return {
    path,
    folder,
    async find() {
      const text = await readFile(statePath, 'utf8').catch(orNull);
      const state = text === null ? null : fileState.safeParse(parse(text));
      return state?.success && state.data.url === url ? state.data : null;
    },
    measure: async () => (await stat(path).catch(orNull))?.size ?? 0,
    async note(state) {
      await writeFile(`${statePath}.new`, JSON.stringify({ url, ...state }));
      await rename(`${statePath}.new`, statePath);
    },
    async clear() {
      // The description first: a file without one is not taken for anything.
      await rm(statePath, { force: true });
      await rm(path, { force: true });
    },
  };
}

/** SHA-256 (hex) of the file at `path`, read in pieces. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

function orNull(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

/** The content of a description, or null when it was damaged: the file is then fetched again. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
