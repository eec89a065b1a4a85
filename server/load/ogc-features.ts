import { createHash } from 'node:crypto';
import type { Feature, Geometry } from 'geojson';
import { z } from 'zod';
import { getWithPatience, type GetOptions } from './http-get.ts';
import { type Collection, getCollection, parseJson, toSameHost } from './ogc-collection.ts';
import { type CachedPage, createPageCache, type PageCache, RESUME_MS } from './page-cache.ts';
import { RefusalError } from './refusal.ts';

export interface HarvestOptions extends GetOptions {
  url: string;
  collectie: string;
  query?: Record<string, string>;
  /** Folder for the pages on disk. */
  cacheDir: string;
  /** Features per page; 200 unless told: boundaries in full detail are large. */
  limit?: number;
  /** Past this many pages the harvest is refused: a service that never ends. */
  mostPages?: number;
  onPage?(features: number, total: number | null): void;
}

export interface Harvest {
  features: Feature<Geometry | null>[];
  crs: 28992 | 4326;
  /** SHA-256 over all pages. */
  controlesom: string;
  licentie: string | null;
  /** Pages that came from disk because the service said they had not changed. */
  unchangedPages: number;
  pages: number;
}

const pageDocument = z.object({
  features: z.array(
    z.looseObject({ geometry: z.unknown(), properties: z.record(z.string(), z.unknown()).nullable() }),
  ),
  links: z.array(z.object({ href: z.string(), rel: z.string().optional() })).optional(),
  numberMatched: z.number().int().optional(),
});
type PageDocument = z.infer<typeof pageDocument>;

/**
 * All features of a collection of OGC API Features: in RD when it is offered, following `next`, with patience. Every
 * page lies on disk with its ETag, so that an interrupted harvest goes on where it stopped and an unchanged service
 * costs only questions. Throws a SourceUnavailableError, or a RefusalError when what it gives cannot be right.
 */
export async function harvest(options: HarvestOptions): Promise<Harvest> {
  const collection = await getCollection(options.url, options.collectie, options);
  const firstUrl = toFirstUrl(collection, options);
  const cache = createPageCache(options.cacheDir, firstUrl);
  for (let attempt = 1; attempt <= 2; attempt++) {
    const pages = await fetchPages(firstUrl, collection, cache, options);
    // Pages of two moments do not fit together: when the first has changed meanwhile, begin again.
    if (await isStill(pages[0]!, options)) return await assemble(pages, collection, options, cache);
    await cache.clear();
  }
  throw new RefusalError(`${options.collectie} veranderde twee keer tijdens het ophalen; probeer het later.`);
}

function toFirstUrl({ itemsUrl, rdCrs }: Collection, { limit = 200, query = {} }: HarvestOptions): string {
  const url = new URL(itemsUrl);
  for (const [name, value] of Object.entries({ ...query, limit: String(limit) }))
    url.searchParams.set(name, value);
  if (rdCrs) url.searchParams.set('crs', rdCrs);
  return url.href;
}

interface Page extends CachedPage {
  /** From disk, confirmed by the service. */
  unchanged: boolean;
}

async function fetchPages(
  firstUrl: string,
  collection: Collection,
  cache: PageCache,
  options: HarvestOptions,
): Promise<Page[]> {
  const pages: Page[] = [];
  const seen = new Set<string>();
  let features = 0;
  for (let url: string | null = firstUrl; url !== null; url = pages.at(-1)!.meta.next) {
    if (seen.has(url))
      throw new RefusalError(`De dienst verwijst naar een pagina die al gelezen is: ${url}.`);
    if (seen.size >= (options.mostPages ?? 10_000))
      throw new RefusalError(`De dienst heeft na ${seen.size} pagina's nog geen einde.`);
    seen.add(url);
    const page = await fetchPage(url, collection, cache, options);
    pages.push(page);
    if (options.onPage) {
      const { features: own, numberMatched } = parsePage(await page.readBody(), url);
      options.onPage((features += own.length), numberMatched ?? null);
    }
  }
  return pages;
}

async function fetchPage(
  url: string,
  { rdCrs }: Collection,
  cache: PageCache,
  options: HarvestOptions,
): Promise<Page> {
  const known = await cache.find(url);
  if (known && known.meta.etag === null && Date.now() - known.meta.fetchedAt < RESUME_MS)
    return { ...known, unchanged: true };
  const answer = await getWithPatience(url, { ...options, headers: toHeaders(known?.meta.etag ?? null) });
  if (known && answer.status === 304) return { ...known, unchanged: true };
  const { links } = parsePage(answer.body, url);
  const next = links?.find(({ rel }) => rel === 'next')?.href;
  const meta = {
    url,
    etag: answer.headers.get('etag'),
    next: next === undefined ? null : toSameHost(next, url),
    crs: toCrs(answer.headers.get('content-crs'), rdCrs),
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
function toCrs(contentCrs: string | null, asked: string | null): 28992 | 4326 {
  const stated = contentCrs ?? asked ?? 'CRS84';
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

async function assemble(
  pages: Page[],
  { licentie }: Collection,
  options: HarvestOptions,
  cache: PageCache,
): Promise<Harvest> {
  try {
    return await putTogether(pages, licentie, options);
  } catch (error) {
    // Whatever is wrong, it must not come from disk a second time.
    await cache.clear();
    throw error;
  }
}

async function putTogether(
  pages: Page[],
  licentie: string | null,
  options: HarvestOptions,
): Promise<Harvest> {
  const hash = createHash('sha256');
  const features: PageDocument['features'] = [];
  let matched: number | undefined;
  for (const page of pages) {
    const body = await page.readBody();
    const content = parsePage(body, page.meta.url);
    hash.update(JSON.stringify(content.features));
    features.push(...content.features);
    matched ??= content.numberMatched;
  }
  if (matched !== undefined && matched !== features.length)
    throw new RefusalError(
      `${options.collectie} belooft ${matched} objecten en geeft er ${features.length}.`,
    );
  const ids = features.map((feature) => feature['id']).filter((id) => id !== undefined);
  if (new Set(ids).size !== ids.length)
    throw new RefusalError(`${options.collectie} geeft hetzelfde object twee keer.`);
  if (new Set(pages.map(({ meta }) => meta.crs)).size > 1)
    throw new RefusalError(`${options.collectie} geeft pagina's in verschillende coördinatenstelsels.`);
  return {
    features: features as unknown as Feature<Geometry | null>[],
    crs: pages[0]!.meta.crs,
    controlesom: hash.digest('hex'),
    licentie,
    pages: pages.length,
    unchangedPages: pages.filter(({ unchanged }) => unchanged).length,
  };
}

function parsePage(body: Buffer, url: string): PageDocument {
  const parsed = pageDocument.safeParse(parseJson(body, url));
  if (parsed.success) return parsed.data;
  throw new RefusalError(`${url} geeft geen GeoJSON-objecten (${parsed.error.issues[0]?.path.join('.')}).`);
}
