import { type GetAnswer, getWithPatience, type GetOptions } from './http-get.ts';
import { type CachedPage, createPageCache, RESUME_MS } from './page-cache.ts';

export interface DownloadOptions extends GetOptions {
  /** Folder for the copy on disk. */
  cacheDir: string;
  /** One of many files: a copy without ETag is taken as it is while an interrupted load may be taken up. */
  resume?: boolean;
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
  const found = await ask(url, await cache.find(url), options);
  try {
    if ('copy' in found) return read(await found.copy.readBody());
    const { headers, body } = found.answer;
    const result = read(body);
    const meta = { url, etag: headers.get('etag'), next: null, crs: 4326 as const, fetchedAt: Date.now() };
    await cache.put(meta, body);
    return result;
  } catch (error) {
    await cache.clear();
    throw error;
  }
}

/** The copy that `readDownload` left on disk. Throws when there is none. */
export async function readCopy(url: string, cacheDir: string): Promise<Buffer> {
  const copy = await createPageCache(cacheDir, url).find(url);
  if (!copy) throw new Error(`There is no copy of ${url}.`);
  return copy.readBody();
}

/** The copy when it still holds, or else the file as it is now. */
async function ask(
  url: string,
  copy: CachedPage | null,
  { resume, ...options }: Omit<DownloadOptions, 'cacheDir'>,
): Promise<{ copy: CachedPage } | { answer: GetAnswer }> {
  const etag = copy?.meta.etag ?? null;
  if (copy && resume && etag === null && Date.now() - copy.meta.fetchedAt < RESUME_MS) return { copy };
  const headers: Record<string, string> = etag === null ? {} : { 'if-none-match': etag };
  const answer = await getWithPatience(url, { ...options, headers });
  return copy && answer.status === 304 ? { copy } : { answer };
}
