import { Hono, type Context } from 'hono';
import type { Atlas } from '../atlas.ts';
import { toNotFound, toShown } from '../http/problem.ts';
import { findCollection } from './collections/index.ts';
import type { Bounds, Extents } from './extents.ts';
import { describeTileMatrixSet, listTileMatrixSets, WEB_MERCATOR_QUAD } from './tile-matrix-set.ts';
import {
  describeCollectionTileset,
  describeTileset,
  listCollectionTilesets,
  listDrawn,
  listTilesets,
  tileLayerIds,
} from './tilesets.ts';

interface Door {
  originOf: (c: Context) => string;
  send: (c: Context, body: object) => Response;
  extents: Extents;
}

/** OGC API Tiles: lists and metadata of the tiles at /tegels. The tiles themselves stay where they are. */
export function ogcTileRoutes({ registers }: Atlas, { originOf, send, extents }: Door): Hono {
  const baseOf = (c: Context): string => `${originOf(c)}/ogc/v1`;
  const app = new Hono();
  app.get('/tileMatrixSets', (c) => send(c, listTileMatrixSets(baseOf(c))));
  app.get(`/tileMatrixSets/${WEB_MERCATOR_QUAD}`, (c) => send(c, describeTileMatrixSet()));
  app.get('/tiles', (c) => send(c, listTilesets(baseOf(c))));
  app.get(`/tiles/:laag/${WEB_MERCATOR_QUAD}`, async (c) => {
    const laag = tileLayerIds.find((one) => one === c.req.param('laag'));
    if (!laag) {
      const known = tileLayerIds.join(', ');
      throw toNotFound(`Er is geen tegelset ${toShown(c.req.param('laag'))}. Wel: ${known}.`);
    }
    const { stamp } = await registers.getCurrent();
    const boxes = await Promise.all(listDrawn(laag).map((one) => extents.find(c.var.reader, stamp, one)));
    return send(c, describeTileset(baseOf(c), originOf(c), laag, toWhole(boxes)));
  });
  app.get('/collections/:id/tiles', (c) => send(c, listCollectionTilesets(baseOf(c), getDrawn(c))));
  app.get(`/collections/:id/tiles/${WEB_MERCATOR_QUAD}`, async (c) => {
    const collection = getDrawn(c);
    const { stamp } = await registers.getCurrent();
    const bounds = await extents.find(c.var.reader, stamp, collection);
    return send(c, describeCollectionTileset(baseOf(c), originOf(c), collection, bounds));
  });
  return app;
}

/** The collection the address names. Throws a 404 Problem, also when it is in no tiles. */
function getDrawn(c: Context) {
  const id = c.req.param('id') ?? '';
  const collection = findCollection(id);
  if (collection?.tegels) return { ...collection, tegels: collection.tegels };
  throw toNotFound(`Van ${toShown(id)} zijn er geen tegels.`);
}

/** The box around all boxes; null when there is none. */
function toWhole(boxes: readonly (Bounds | null)[]): Bounds | null {
  const known = boxes.filter((box) => box !== null);
  if (known.length === 0) return null;
  const all = (side: 0 | 1 | 2 | 3): number[] => known.map((box) => box[side]);
  return [Math.min(...all(0)), Math.min(...all(1)), Math.max(...all(2)), Math.max(...all(3))];
}
