import { z } from 'zod';
import { getWithPatience, type GetOptions } from './http-get.ts';
import { parseJson } from './parse-json.ts';
import { RefusalError } from './refusal.ts';

const RD_URI = /\/def\/crs\/EPSG\/[^/]*\/28992$/;

const link = z.object({
  href: z.string(),
  rel: z.string().optional(),
  type: z.string().optional(),
  title: z.string().optional(),
});
export type Link = z.infer<typeof link>;

const collectionDocument = z.object({
  crs: z.array(z.string()).optional(),
  links: z.array(link).optional(),
});

/** What a collection says about itself, as far as a harvest needs it. */
export interface Collection {
  /** Address of the items as GeoJSON, without query of ours. */
  itemsUrl: string;
  /** The identifier under which the collection offers RD New; null when it does not. */
  rdCrs: string | null;
  /** Title or address of its licence; null when it names none. */
  licentie: string | null;
}

/** Reads `{url}/collections/{id}`. Throws a RefusalError when the answer is not a collection of OGC API Features. */
export async function getCollection(url: string, id: string, options: GetOptions): Promise<Collection> {
  const address = `${url}/collections/${encodeURIComponent(id)}?f=json`;
  // The first question decides whether the service is there; patience is for what follows.
  const { body } = await getWithPatience(address, { ...options, tries: 2, timeoutMs: 10_000 });
  const parsed = collectionDocument.safeParse(parseJson(body, address));
  if (!parsed.success) throw new RefusalError(`${address} is geen collectie van OGC API Features.`);
  const links = parsed.data.links ?? [];
  const items =
    links.find((item) => item.rel === 'items' && item.type === 'application/geo+json') ??
    links.find((item) => item.rel === 'items' && item.type === undefined);
  const licence = links.find((item) => item.rel === 'license');
  return {
    itemsUrl: toSameHost(items?.href ?? `${url}/collections/${encodeURIComponent(id)}/items?f=json`, address),
    rdCrs: parsed.data.crs?.find((crs) => RD_URI.test(crs)) ?? null,
    licentie: licence ? (licence.title ?? licence.href) : null,
  };
}

/** An address from an answer, made absolute. Throws a RefusalError when it leads to another host than `from`. */
export function toSameHost(href: string, from: string): string {
  const target = new URL(href, from);
  if (target.host !== new URL(from).host)
    throw new RefusalError(
      `${from} verwijst naar een andere server (${target.host}); dat wordt niet gevolgd.`,
    );
  return target.href;
}
