import { getWithPatience, type GetOptions } from './http-get.ts';
import { createPageCache } from './page-cache.ts';

export interface DownloadOptions extends GetOptions {
  /** Folder for the copy on disk. */
  cacheDir: string;
}

/**
 * What `read` makes of the file at `url`. A copy stays on disk with its ETag, so that an unchanged file costs only a
 * question; a file that `read` throws on is forgotten. Throws a SourceUnavailableError, or what `read` throws.
 */
export async function readDownload<T>(
  url: string,
  { cacheDir, ...options }: DownloadOptions,
  read: (body: Buffer) => T,
): Promise<T> {
  const cache = createPageCache(cacheDir, url);
  const known = await cache.find(url);
  const etag = known?.meta.etag ?? null;
  const answer = await getWithPatience(url, {
    ...options,
    headers: etag === null ? {} : { 'if-none-match': etag },
  });
  try {
    if (known && answer.status === 304) return read(await known.readBody());
    const result = read(answer.body);
    const meta = {
      url,
      etag: answer.headers.get('etag'),
      next: null,
      crs: 4326 as const,
      fetchedAt: Date.now(),
    };
    await cache.put(meta, answer.body);
    return result;
  } catch (error) {
    await cache.clear();
    throw error;
  }
}
