import type { Context } from 'hono';
import type { Atlas } from '../atlas.ts';
import { toNotFound, toShown } from '../http/problem.ts';
import { sendJson } from './answer.ts';
import type { OgcCollection } from './collection.ts';
import type { Crs } from './crs.ts';
import { link, mediaTypes } from './links.ts';
import { findFeature, listFeatures } from './page.ts';
import { readFeatureQuery, readItemsQuery } from './query.ts';

/** `GET /collections/{id}/items`: one page of features, with the link to the next. */
export async function sendItems(
  c: Context,
  atlas: Atlas,
  base: string,
  collection: OgcCollection,
): Promise<Response> {
  const query = readItemsQuery(c, collection, await atlas.registers.getCurrent());
  const { features, next, matched } = await listFeatures(atlas, c.var.reader, collection, query);
  const at = `${base}/collections/${collection.id}`;
  const given = new URL(c.req.url).searchParams;
  const self = given.size > 0 ? `${at}/items?${given}` : `${at}/items`;
  const links = [
    link(self, 'self', mediaTypes.geoJson, 'Deze bladzijde'),
    link(at, 'collection', mediaTypes.json, collection.titel),
  ];
  if (next !== null) {
    given.set('na', next);
    links.push(link(`${at}/items?${given}`, 'next', mediaTypes.geoJson, 'Volgende bladzijde'));
  }
  setCrs(c, query.crs);
  const parts = [
    '"type":"FeatureCollection"',
    `"links":${JSON.stringify(links)}`,
    ...(matched === null ? [] : [`"numberMatched":${matched}`]),
    `"numberReturned":${features.length}`,
    `"features":[${features.map(({ json }) => `{${json}}`).join(',')}]`,
  ];
  const stamp = `"timeStamp":"${new Date().toISOString()}"`;
  return sendJson(c, `{${parts.join(',')}}`, mediaTypes.geoJson, stamp);
}

/** `GET /collections/{id}/items/{featureId}`. Throws a 404 Problem, the same for what is absent and what is hidden. */
export async function sendFeature(
  c: Context,
  atlas: Atlas,
  base: string,
  collection: OgcCollection,
  id: string,
): Promise<Response> {
  const crs = readFeatureQuery(c, collection);
  const feature = await findFeature(atlas, c.var.reader, collection, id, crs);
  if (!feature) throw toNotFound(`Er is in ${collection.id} niets met kenmerk ${toShown(id)}.`);
  const at = `${base}/collections/${collection.id}`;
  const { search } = new URL(c.req.url);
  const links = [
    link(`${at}/items/${encodeURIComponent(feature.id)}${search}`, 'self', mediaTypes.geoJson, feature.id),
    link(at, 'collection', mediaTypes.json, collection.titel),
  ];
  setCrs(c, crs);
  return sendJson(c, `{${feature.json},"links":${JSON.stringify(links)}}`, mediaTypes.geoJson);
}

const setCrs = (c: Context, { uri }: Crs): void => c.header('Content-Crs', `<${uri}>`);
