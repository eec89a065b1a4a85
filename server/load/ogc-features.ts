import { z } from 'zod';
import { getCollection, toSameHost } from './ogc-collection.ts';
import {
  type Harvest,
  type HarvestOptions,
  harvestPages,
  PAGE_LIMIT,
  type PageContent,
  pageFeatures,
  parseFeaturePage,
} from './paged-harvest.ts';

export interface CollectionOptions extends HarvestOptions {
  url: string;
  collectie: string;
  query?: Record<string, string>;
}

const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';

const pageDocument = z.object({
  features: pageFeatures,
  links: z.array(z.object({ href: z.string(), rel: z.string().optional() })).optional(),
  numberMatched: z.number().int().optional(),
});

/**
 * All features of a collection of OGC API Features: in RD when it is offered, following `next`. `licentie` is what
 * the collection says of it; null when it says nothing. Throws as harvestPages does.
 */
export async function harvest(options: CollectionOptions): Promise<Harvest & { licentie: string | null }> {
  const describe = async () => {
    const collection = await getCollection(options.url, options.collectie, options);
    return {
      naam: options.collectie,
      firstUrl: toFirstUrl(collection.itemsUrl, collection.rdCrs, options),
      crs: collection.rdCrs ?? CRS84,
      licentie: collection.licentie,
      parsePage,
    };
  };
  const { of, ...harvested } = await harvestPages(describe, options);
  return { ...harvested, licentie: of.licentie };
}

function toFirstUrl(
  itemsUrl: string,
  rdCrs: string | null,
  { limit = PAGE_LIMIT, query = {} }: CollectionOptions,
): string {
  const url = new URL(itemsUrl);
  for (const [name, value] of Object.entries({ ...query, limit: String(limit) }))
    url.searchParams.set(name, value);
  if (rdCrs) url.searchParams.set('crs', rdCrs);
  return url.href;
}

function parsePage(body: Buffer, url: string): PageContent {
  const { features, links, numberMatched } = parseFeaturePage(pageDocument, body, url);
  const next = links?.find(({ rel }) => rel === 'next')?.href;
  return {
    features,
    next: next === undefined ? null : toSameHost(next, url),
    matched: numberMatched ?? null,
  };
}
