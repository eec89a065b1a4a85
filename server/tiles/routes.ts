import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Hono, type Context } from 'hono';
import { toPublicReader } from '../db/reader.ts';
import { toNotFound, Problem } from '../http/problem.ts';
import { takeViewpoint } from '../http/viewpoint.ts';
import type { Services } from '../services.ts';
import { MAX_ZOOM } from './area-layers.ts';
import type { AreaArchive } from './areas-archive.ts';
import { dynamicLayerIds, dynamicLayers, type DynamicLayerId } from './layers.ts';
import { acceptsGzip, matchesEtag, readRange } from './request-headers.ts';
import type { CachedTile } from './tile-cache.ts';
import { describeAreas, describeDynamic } from './tilejson.ts';
import { readTileNumber } from './tile-number.ts';

const unpack = promisify(gunzip);

const TILE = 'application/vnd.mapbox-vector-tile';
const FOREVER = 'public, max-age=31536000, immutable';
/** Keep it, but ask before each use whether it still holds. */
const ASK = 'public, no-cache';
/** The same for what is for one person's browser. */
const ASK_ONE = 'private, no-cache';
/** Less is not worth unpacking. */
const MIN_GZIP_BYTES = 1024;

/** The addresses of tiles and of the archive of the areas. Mount them before heavier middleware. */
export function tileRoutes({ db, primary, tiles }: Pick<Services, 'db' | 'primary' | 'tiles'>): Hono {
  const app = new Hono();
  const everybody = toPublicReader(db);
  const areas = (): AreaArchive => {
    if (tiles.areas) return tiles.areas;
    const detail = 'De grenzen worden nog geladen. Probeer het over enkele seconden opnieuw.';
    throw new Problem(503, 'Nog niet beschikbaar', detail, { headers: { 'Retry-After': '2' } });
  };

  app.get('/pmtiles/gebieden.pmtiles', (c) => sendArchive(c, areas()));
  app.get('/tegels/gebieden.json', (c) =>
    c.json(describeAreas(originOf(c), areas()), 200, { 'Cache-Control': ASK }),
  );
  app.get('/tegels/gebieden/:z/:x/:file{[^/]+\\.mvt}', (c) => {
    const { z, x, file } = c.req.param();
    const tile = readTileNumber(z, x, file.slice(0, -4), MAX_ZOOM);
    return sendAreaTile(c, areas(), areas().findTile(tile.z, tile.x, tile.y));
  });
  app.get('/tegels/:file{[^/]+\\.json}', async (c) => {
    const id = readLayer(c.req.param('file').slice(0, -5));
    return c.json(await describeDynamic(everybody, originOf(c), id), 200, { 'Cache-Control': ASK });
  });
  app.get('/tegels/:laag/:z/:x/:file{[^/]+\\.mvt}', async (c) => {
    const { laag, z, x, file } = c.req.param();
    const id = readLayer(laag);
    const tile = readTileNumber(z, x, file.slice(0, -4), dynamicLayers[id].maxZoom);
    if (id !== 'projecten') return sendTile(c, await tiles.getTile(id, tile), ASK);
    const isSignedIn = await takeViewpoint(c, { db, primary });
    return sendTile(c, await tiles.getTile(id, tile, c.var.reader), isSignedIn ? ASK_ONE : ASK);
  });
  return app;
}

function readLayer(name: string): DynamicLayerId {
  const id = dynamicLayerIds.find((one) => one === name);
  if (id) return id;
  throw toNotFound(`Er is geen tegellaag ${name}. Wel: gebieden, ${dynamicLayerIds.join(', ')}.`);
}

const originOf = (c: Context) => new URL(c.req.url).origin;

function sendArchive(c: Context, { bytes, version }: AreaArchive): Response {
  const etag = `"${version}"`;
  const headers: Record<string, string> = {
    'Content-Type': 'application/vnd.pmtiles',
    'Accept-Ranges': 'bytes',
    'Cache-Control': c.req.query('v') === version ? FOREVER : ASK,
    ETag: etag,
  };
  if (matchesEtag(c.req.header('If-None-Match'), etag)) return c.body(null, 304, headers);
  const ifRange = c.req.header('If-Range');
  const range =
    ifRange === undefined || ifRange === etag ? readRange(c.req.header('Range'), bytes.length) : null;
  if (range === null) return c.body(asBody(bytes), 200, headers);
  if (range === 'unsatisfiable') {
    return c.body(null, 416, { 'Content-Range': `bytes */${bytes.length}`, 'Accept-Ranges': 'bytes' });
  }
  headers['Content-Range'] = `bytes ${range.first}-${range.last}/${bytes.length}`;
  return c.body(asBody(bytes.subarray(range.first, range.last + 1)), 206, headers);
}

function sendAreaTile(
  c: Context,
  { version }: AreaArchive,
  tile: { data: Buffer; etag: string } | undefined,
): Response | Promise<Response> {
  const headers: Record<string, string> = {
    'Cache-Control': c.req.query('v') === version ? FOREVER : ASK,
    Vary: 'Accept-Encoding',
  };
  if (!tile) return c.body(null, 204, headers);
  const isGzip = acceptsGzip(c.req.header('Accept-Encoding'));
  headers['ETag'] = etagOf(tile.etag, isGzip);
  if (matchesEtag(c.req.header('If-None-Match'), headers['ETag'])) return c.body(null, 304, headers);
  headers['Content-Type'] = TILE;
  if (!isGzip) return unpack(tile.data).then((data) => c.body(asBody(data), 200, headers));
  headers['Content-Encoding'] = 'gzip';
  return c.body(asBody(tile.data), 200, headers);
}

async function sendTile(c: Context, tile: CachedTile, cacheControl: string): Promise<Response> {
  const accepted = c.req.header('Accept-Encoding');
  const isGzip = accepted !== undefined && tile.length >= MIN_GZIP_BYTES && acceptsGzip(accepted);
  const etag = etagOf(tile.etag, isGzip);
  const headers: Record<string, string> = {
    'Cache-Control': cacheControl,
    ETag: etag,
    Vary: 'Accept-Encoding, Cookie',
  };
  if (tile.isThinned) headers['Atlas-Uitgedund'] = 'ja';
  if (matchesEtag(c.req.header('If-None-Match'), etag)) return c.body(null, 304, headers);
  if (tile.length === 0) return c.body(null, 204, headers);
  headers['Content-Type'] = TILE;
  if (!isGzip) return c.body(asBody(await tile.toPlain()), 200, headers);
  headers['Content-Encoding'] = 'gzip';
  return c.body(asBody(await tile.toPacked()), 200, headers);
}

/** A strong ETag tells bytes apart, so also packed from unpacked. */
const etagOf = (content: string, isGzip: boolean) => (isGzip ? `"${content}-gzip"` : `"${content}"`);

/** Node's buffers are never on shared memory; the type allows it. */
const asBody = (bytes: Buffer) => bytes as Uint8Array<ArrayBuffer>;
