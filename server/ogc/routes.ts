import { Hono, type Context, type MiddlewareHandler } from 'hono';
import type { Atlas } from '../atlas.ts';
import { defaultAccess } from '../auth/config.ts';
import { compressAnswer } from '../http/compress.ts';
import { answerHeaders, setApiHeaders } from '../http/headers.ts';
import { getOwnOrigin } from '../http/origin.ts';
import { Problem, toNotFound, toShown } from '../http/problem.ts';
import { refuseNul } from '../http/refuse-nul.ts';
import { setViewpoint } from '../http/viewpoint.ts';
import { sendJson } from './answer.ts';
import { collections, findCollection } from './collections/index.ts';
import type { OgcCollection } from './collection.ts';
import { crsList } from './crs.ts';
import { describeCollection } from './describe.ts';
import { createExtents } from './extents.ts';
import { sendFeature, sendItems } from './items.ts';
import { conformance, describeLanding } from './landing.ts';
import { link, mediaTypes } from './links.ts';
import { describeApi } from './openapi.ts';
import { refuseParameters } from './query.ts';
import { describeQueryables, describeSchema } from './schema.ts';
import { ogcTileRoutes } from './tile-routes.ts';
import { findGeldigOp } from './viewpoint.ts';

/** OGC API Features and Tiles over what /api/v1 shows too; mount at /ogc/v1. Reading only. */
export function ogcRoutes(atlas: Atlas): Hono {
  const { services, registers } = atlas;
  const extents = createExtents();
  const access = services.config.access ?? defaultAccess;
  const originOf = (c: Context): string => getOwnOrigin(c, access);
  const baseOf = (c: Context): string => `${originOf(c)}/ogc/v1`;
  const send = (c: Context, body: object, type: string = mediaTypes.json): Response => {
    refuseParameters(c);
    return sendJson(c, JSON.stringify(body), type);
  };
  const describe = async (c: Context, collection: OgcCollection): Promise<object> => {
    const register = await registers.getCurrent();
    const bounds = await extents.find(c.var.reader, register.stamp, collection);
    return describeCollection(baseOf(c), collection, register, bounds);
  };

  const app = new Hono();
  app.use(setApiHeaders, setAnswerHeaders, compressAnswer, refuseNul, refuseChanges);
  app.use(setViewpoint(services, findGeldigOp));
  app.get('/', (c) => send(c, describeLanding(baseOf(c))));
  app.get('/conformance', (c) => send(c, conformance));
  app.get('/api', (c) => send(c, describeApi(baseOf(c)), mediaTypes.openApi));
  app.get('/collections', async (c) =>
    send(c, {
      links: [link(`${baseOf(c)}/collections`, 'self', mediaTypes.json, 'De verzamelingen')],
      crs: crsList.map(({ uri }) => uri),
      collections: await Promise.all(collections.map((one) => describe(c, one))),
    }),
  );
  app.get('/collections/:id', async (c) => send(c, await describe(c, getCollection(c))));
  app.get('/collections/:id/schema', (c) => {
    const collection = getCollection(c);
    return send(
      c,
      describeSchema(`${baseOf(c)}/collections/${collection.id}`, collection),
      mediaTypes.schema,
    );
  });
  app.get('/collections/:id/queryables', (c) => {
    const collection = getCollection(c);
    const at = `${baseOf(c)}/collections/${collection.id}`;
    return send(c, describeQueryables(at, collection), mediaTypes.schema);
  });
  app.get('/collections/:id/items', (c) => sendItems(c, atlas, baseOf(c), getCollection(c)));
  app.get('/collections/:id/items/:featureId', (c) =>
    sendFeature(c, atlas, baseOf(c), getCollection(c), c.req.param('featureId')),
  );
  app.route('/', ogcTileRoutes(atlas, { originOf, send, extents }));
  app.all('/*', (c) => {
    // The path of the landing page as the OpenAPI document has it ends in a slash.
    if (c.req.path === '/ogc/v1/') return send(c, describeLanding(baseOf(c)));
    throw toNotFound(`Dit adres bestaat niet: ${toShown(c.req.path)}. Zie /ogc/v1/api.`);
  });
  return app;
}

/** The collection the address names. Throws a 404 Problem. */
function getCollection(c: Context): OgcCollection {
  const id = c.req.param('id') ?? '';
  const collection = findCollection(id);
  if (collection) return collection;
  const known = collections.map((one) => one.id).join(', ');
  throw toNotFound(`Er is geen verzameling ${toShown(id)}. Wel: ${known}.`);
}

const setAnswerHeaders: MiddlewareHandler = (c, next) => {
  for (const name in answerHeaders) c.header(name, answerHeaders[name]);
  return next();
};

/** Everything here is for reading; changes go by /api/v1. */
const refuseChanges: MiddlewareHandler = (c, next) => {
  if (['GET', 'HEAD'].includes(c.req.method)) return next();
  throw new Problem(405, 'Methode niet toegestaan', `${c.req.method} kan hier niet; wel: GET, HEAD.`, {
    headers: { Allow: 'GET, HEAD' },
  });
};
