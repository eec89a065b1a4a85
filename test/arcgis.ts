// A small ArcGIS service of which the test decides what it holds and how it misbehaves.
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Geometry } from 'geojson';

export interface ArcGisObject {
  properties: Record<string, unknown>;
  geometry: Geometry | null;
}

export interface ArcGisService {
  /** Address of the FeatureServer or MapServer. */
  url: string;
  /** What was asked of /query, without the counts. */
  queries: { laag: number; query: Record<string, string>; ifNoneMatch: string | undefined }[];
  layers: Map<number, ArcGisObject[]>;
  maxRecordCount: number;
  /** Milliseconds since 1970, by layer; null: it tells nothing of it. */
  edited: Map<number, number | null>;
  etags: boolean;
  /** Runs before a page is answered; may give another answer. */
  before: (laag: number, offset: number) => Response | void;
  /** The count it promises, when it is not that of the objects. */
  promised?: number;
  /** What changes the JSON of a page. */
  change?: (page: Record<string, any>) => Record<string, any>;
  /** What a layer says of itself, in place of what it should. */
  about?: unknown;
  close(): Promise<void>;
}

const layerNames: Record<number, string> = {
  0: 'Vlakken',
  1: 'Lijnen',
  2: 'Hoogspanning leiding',
  3: 'Hoogspanning kabel',
  5: 'Hoogspanning station',
};

/** Objects are numbered from 1 in OBJECTID; pages are of two. */
export async function playArcGis(
  layers: Record<number, ArcGisObject[]>,
  kind: 'FeatureServer' | 'MapServer' = 'FeatureServer',
): Promise<ArcGisService> {
  const service = { url: '', queries: [], layers: new Map(), maxRecordCount: 2 } as unknown as ArcGisService;
  Object.assign(service, { edited: new Map(), etags: true, before: () => undefined });
  for (const [laag, objects] of Object.entries(layers)) service.layers.set(Number(laag), objects);
  const app = new Hono();
  app.get(`/${kind}`, (c) => c.json({ layers: [] }));
  app.get(`/${kind}/:laag`, (c) => {
    const laag = Number(c.req.param('laag'));
    const edited = service.edited.get(laag) ?? null;
    return c.json(
      service.about ?? {
        id: laag,
        name: layerNames[laag],
        // A map service tells it by the type of a field.
        ...(kind === 'FeatureServer'
          ? { objectIdField: 'OBJECTID' }
          : { fields: [{ name: 'OBJECTID', type: 'esriFieldTypeOID' }] }),
        maxRecordCount: service.maxRecordCount,
        ...(edited === null ? {} : { editingInfo: { lastEditDate: edited } }),
      },
    );
  });
  app.get(`/${kind}/:laag/query`, (c) => {
    const laag = Number(c.req.param('laag'));
    const objects = service.layers.get(laag)!;
    const query = c.req.query();
    if (query['returnCountOnly'] === 'true') return c.json({ count: service.promised ?? objects.length });
    const ifNoneMatch = c.req.header('if-none-match');
    service.queries.push({ laag, query, ifNoneMatch });
    const offset = Number(query['resultOffset']);
    const other = service.before(laag, offset);
    if (other) return other;
    const etag = `"${laag}-${offset}-${service.edited.get(laag) ?? 0}"`;
    if (service.etags && ifNoneMatch === etag) return c.body(null, 304);
    if (service.etags) c.header('etag', etag);
    const size = Math.min(Number(query['resultRecordCount']), service.maxRecordCount);
    const page = {
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name: 'EPSG:4326' } },
      ...(offset + size < objects.length ? { properties: { exceededTransferLimit: true } } : {}),
      features: objects.slice(offset, offset + size).map(({ properties, geometry }, index) => ({
        type: 'Feature',
        id: offset + index + 1,
        properties: { OBJECTID: offset + index + 1, ...properties },
        geometry,
      })),
    };
    return c.json(service.change?.(page) ?? page);
  });
  const server = await new Promise<Server>((resolve) => {
    const started = serve({ fetch: app.fetch, port: 0 }, (info) => {
      service.url = `http://localhost:${info.port}/${kind}`;
      resolve(started as Server);
    });
  });
  service.close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return service;
}
