import { createHash } from 'node:crypto';
import type { Feature, Geometry } from 'geojson';
import { z } from 'zod';
import { getWithPatience, type GetOptions } from './http-get.ts';
import { type CachedPage, createPageCache, type PageCache, RESUME_MS } from './page-cache.ts';
import { followPages } from './follow-pages.ts';
import { parseJson } from './parse-json.ts';
import { RefusalError } from './refusal.ts';

export interface HarvestOptions extends GetOptions {
  /** Folder for the pages on disk. */
  cacheDir: string;
  /** Features per page; PAGE_LIMIT unless told. */
  limit?: number;
  /** Past this many pages the harvest is refused: a service that never ends. */
  mostPages?: number;
  onPage?(features: number, total: number | null): void;
}

/** Boundaries in full detail are large. */
export const PAGE_LIMIT = 200;

/** The features of a page, as GeoJSON has them. */
export const pageFeatures = z.array(
  z.looseObject({ geometry: z.unknown(), properties: z.record(z.string(), z.unknown()).nullable() }),
);

/** A page of features as `schema` has it. Throws a RefusalError that names the address. */
export function parseFeaturePage<T>(schema: z.ZodType<T>, body: Buffer, url: string): T {
  const parsed = schema.safeParse(parseJson(body, url));
  if (parsed.success) return parsed.data;
  throw new RefusalError(`${url} geeft geen GeoJSON-objecten (${parsed.error.issues[0]?.path.join('.')}).`);
}

/** What one page says, whatever kind of service it comes from. */
export interface PageContent {
  features: z.infer<typeof pageFeatures>;
  /** Address of the page after it; null at the end. */
  next: string | null;
  /** How many features there are in all, as the service promises; null when it does not. */
  matched: number | null;
}

/** A list of features that a service gives page by page. */
export interface PagedFeatures {
  /** What messages call it. */
  naam: string;
  firstUrl: string;
  /** The CRS that was asked for; it holds when an answer names none. */
  crs: string;
  /** What the service says its state is, for example when it was last edited; left out when it says nothing of it. */
  stand?: string;
  /** Throws a RefusalError when the body is not a page of this kind. */
  parsePage(body: Buffer, url: string): PageContent;
}

export interface Harvest {
  features: Feature<Geometry | null>[];
  crs: 28992 | 4326;
  /** SHA-256 over all pages. */
  controlesom: string;
  /** Pages that came from disk because the service said they had not changed. */
  unchangedPages: number;
  pages: number;
}

/**
 * All features of what `describe` tells of: page after page, with patience. Every page lies on disk with its ETag, so
 * that an interrupted harvest goes on where it stopped and an unchanged service costs only questions. Throws a
 * SourceUnavailableError, or a RefusalError when what it gives cannot be right.
 */
export async function harvestPages<T extends PagedFeatures>(
  describe: () => Promise<T>,
  options: HarvestOptions,
): Promise<Harvest & { of: T }> {
  let list = await describe();
  for (let attempt = 1; attempt <= 2; attempt++) {
    const cache = createPageCache(options.cacheDir, list.firstUrl);
    const pages = await fetchPages(list, cache, options);
    // Pages of two moments do not fit together: when the first has changed meanwhile, begin again.
    const now = list.stand === undefined ? list : await describe();
    if (now.stand === list.stand && (await isStill(pages[0]!, options)))
      return { ...(await assemble(pages, list, cache)), of: list };
    await cache.clear();
    list = now;
  }
  throw new RefusalError(`${list.naam} veranderde twee keer tijdens het ophalen; probeer het later.`);
}

interface Page extends CachedPage {
  /** From disk, confirmed by the service. */
  unchanged: boolean;
}

async function fetchPages(list: PagedFeatures, cache: PageCache, options: HarvestOptions): Promise<Page[]> {
  const pages: Page[] = [];
  let features = 0;
  const all = followPages(list.firstUrl, options.mostPages ?? 10_000, async (url) => {
    const page = await fetchPage(url, list, cache, options);
    return { page, next: page.meta.next };
  });
  for await (const page of all) {
    pages.push(page);
    if (options.onPage) {
      const { features: own, matched } = list.parsePage(await page.readBody(), page.meta.url);
      options.onPage((features += own.length), matched);
    }
  }
  return pages;
}

async function fetchPage(
  url: string,
  list: PagedFeatures,
  cache: PageCache,
  options: HarvestOptions,
): Promise<Page> {
  const known = await cache.find(url);
  const isRecent = known && Date.now() - known.meta.fetchedAt < RESUME_MS;
  if (isRecent && known.meta.etag === null && known.meta.stand === list.stand)
    return { ...known, unchanged: true };
  const answer = await getWithPatience(url, { ...options, headers: toHeaders(known?.meta.etag ?? null) });
  if (known && answer.status === 304) return { ...known, unchanged: true };
  const { next } = list.parsePage(answer.body, url);
  const meta = {
    url,
    etag: answer.headers.get('etag'),
    next,
    crs: toCrs(answer.headers.get('content-crs') ?? list.crs),
    stand: list.stand,
    fetchedAt: Date.now(),
  };
  return { ...(await cache.put(meta, answer.body)), unchanged: false };
}

function toHeaders(etag: string | null): Record<string, string> {
  return {
    accept: 'application/geo+json, application/json;q=0.9',
    ...(etag === null ? {} : { 'if-none-match': etag }),
  };
}

/** The CRS the answer states, or else the one that was asked for; the coordinates themselves are checked later. */
function toCrs(stated: string): 28992 | 4326 {
  if (/28992/.test(stated)) return 28992;
  if (/CRS84|4326/.test(stated)) return 4326;
  throw new RefusalError(`De dienst antwoordt in een coördinatenstelsel dat niet is gevraagd: ${stated}.`);
}

/** Whether the first page is still what it was; true when the service gives no validator to ask with. */
async function isStill(first: Page, options: HarvestOptions): Promise<boolean> {
  if (first.meta.etag === null || first.meta.next === null) return true;
  const answer = await getWithPatience(first.meta.url, { ...options, headers: toHeaders(first.meta.etag) });
  return answer.status === 304 || answer.headers.get('etag') === first.meta.etag;
}

async function assemble(pages: Page[], list: PagedFeatures, cache: PageCache): Promise<Harvest> {
  try {
    return await putTogether(pages, list);
  } catch (error) {
    // Whatever is wrong, it must not come from disk a second time.
    await cache.clear();
    throw error;
  }
}

async function putTogether(pages: Page[], { naam, parsePage }: PagedFeatures): Promise<Harvest> {
  const hash = createHash('sha256');
  const features: PageContent['features'] = [];
  let promised: number | null = null;
  for (const page of pages) {
    const content = parsePage(await page.readBody(), page.meta.url);
    hash.update(JSON.stringify(content.features));
    features.push(...content.features);
    promised ??= content.matched;
  }
  if (promised !== null && promised !== features.length)
    throw new RefusalError(`${naam} belooft ${promised} objecten en geeft er ${features.length}.`);
  const ids = features.map((feature) => feature['id']).filter((id) => id !== undefined);
  if (new Set(ids).size !== ids.length) throw new RefusalError(`${naam} geeft hetzelfde object twee keer.`);
  if (new Set(pages.map(({ meta }) => meta.crs)).size > 1)
    throw new RefusalError(`${naam} geeft pagina's in verschillende coördinatenstelsels.`);
  return {
    features: features as unknown as Feature<Geometry | null>[],
    crs: pages[0]!.meta.crs,
    controlesom: hash.digest('hex'),
    pages: pages.length,
    unchangedPages: pages.filter(({ unchanged }) => unchanged).length,
  };
}
