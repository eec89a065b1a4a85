import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readDescription, toCacheName, writeWhole } from './cache-files.ts';

/** Without a validator a page on disk is trusted this long: the time to take up an interrupted harvest. */
export const RESUME_MS = 3_600_000;

const pageMeta = z.object({
  url: z.string(),
  etag: z.string().nullable(),
  next: z.string().nullable(),
  crs: z.union([z.literal(28992), z.literal(4326)]),
  /** What the service said its state was when the page came; left out when it says nothing of it. */
  stand: z.string().optional(),
  fetchedAt: z.number(),
});
export type PageMeta = z.infer<typeof pageMeta>;

export interface CachedPage {
  meta: PageMeta;
  readBody(): Promise<Buffer>;
}

/** Pages of a harvest on disk, by their address: what was fetched before an interruption is not fetched again. */
export interface PageCache {
  find(url: string): Promise<CachedPage | null>;
  put(meta: PageMeta, body: Buffer): Promise<CachedPage>;
  /** Forgets all pages. */
  clear(): Promise<void>;
}

/** A cache in `folder`/<hash of what is harvested>; the folder is made when the first page comes. */
export function createPageCache(folder: string, subject: string): PageCache {
  const home = join(folder, toCacheName(subject));
  const toCachedPage = (meta: PageMeta): CachedPage => ({
    meta,
    readBody: () => readFile(join(home, `${toCacheName(meta.url)}.body`)),
  });
  return {
    async find(url) {
      const meta = await readDescription(join(home, `${toCacheName(url)}.json`), pageMeta);
      return meta?.url === url ? toCachedPage(meta) : null;
    },
    async put(meta, body) {
      await mkdir(home, { recursive: true });
      // The description last, and each file in one go: half a page is never taken for a page.
      await writeWhole(join(home, `${toCacheName(meta.url)}.body`), body);
      await writeWhole(join(home, `${toCacheName(meta.url)}.json`), JSON.stringify(meta));
      return toCachedPage(meta);
    },
    clear: () => rm(home, { recursive: true, force: true }),
  };
}
