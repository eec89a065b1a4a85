import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { orNull, readDescription, toCacheName, writeWhole } from './cache-files.ts';

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
  const folder = join(parent, toCacheName(url));
  const path = join(folder, 'bestand');
  const statePath = join(folder, 'bestand.json');
  await mkdir(folder, { recursive: true });
  return {
    path,
    folder,
    async find() {
      const state = await readDescription(statePath, fileState);
      return state?.url === url ? state : null;
    },
    measure: async () => (await stat(path).catch(orNull))?.size ?? 0,
    note: (state) => writeWhole(statePath, JSON.stringify({ url, ...state })),
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
