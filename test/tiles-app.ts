// The tiles behind their own front door, and how to read them: with the official decoder, not with our writer.
import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { Hono } from 'hono';
import { PbfReader } from 'pbf';
import type { Database } from '../server/db/database.ts';
import { toProblemResponse } from '../server/http/problem.ts';
import { tileRoutes } from '../server/tiles/routes.ts';
import { createTileService, type TileService } from '../server/tiles/service.ts';

export interface TileApp {
  tiles: TileService;
  request(path: string, headers?: Record<string, string>, method?: string): Promise<Response>;
  /** The layers of a tile; {} for an empty tile (204). */
  getTile(path: string): Promise<Record<string, DecodedFeature[]>>;
}

export interface DecodedFeature {
  id: number | undefined;
  type: number;
  properties: Record<string, unknown>;
  /** Rings are not closed; whole tile units. */
  parts: [number, number][][];
  feature: VectorTileFeature;
}

export function createTileApp(db: Database, dataDir: string): TileApp {
  const tiles = createTileService(db, { dataDir });
  const app = new Hono();
  app.onError(toProblemResponse);
  app.route('/', tileRoutes({ db, tiles }));
  const request: TileApp['request'] = async (path, headers = {}, method = 'GET') =>
    app.request(path, { headers, method });
  return {
    tiles,
    request,
    async getTile(path) {
      const response = await request(path, { 'Accept-Encoding': 'identity' });
      if (response.status === 204) return {};
      if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return decodeTile(new Uint8Array(await response.arrayBuffer()));
    },
  };
}

export function decodeTile(bytes: Uint8Array): Record<string, DecodedFeature[]> {
  const { layers } = new VectorTile(new PbfReader(bytes));
  return Object.fromEntries(
    Object.entries(layers).map(([name, layer]) => [
      name,
      Array.from({ length: layer.length }, (_, i) => decodeFeature(layer.feature(i))),
    ]),
  );
}

function decodeFeature(feature: VectorTileFeature): DecodedFeature {
  const isPolygon = feature.type === 3;
  const parts = feature.loadGeometry().map((part) => {
    const points = part.map(({ x, y }): [number, number] => [x, y]);
    // The decoder repeats the first point of a ring.
    return isPolygon ? points.slice(0, -1) : points;
  });
  return { id: feature.id, type: feature.type, properties: feature.properties, parts, feature };
}

/** Twice the signed area of a feature in square tile units: holes count the other way. */
export function doubleArea({ parts }: DecodedFeature): number {
  let sum = 0;
  for (const ring of parts) {
    ring.forEach(([x, y], i) => {
      const [nextX, nextY] = ring[(i + 1) % ring.length]!;
      sum += x * nextY - nextX * y;
    });
  }
  return sum;
}

/** Number of the tile in which a point lies (degrees). */
export function tileAt(lng: number, lat: number, z: number): { x: number; y: number } {
  const n = 2 ** z;
  const y = (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2;
  return { x: Math.floor(((lng + 180) / 360) * n), y: Math.floor(y * n) };
}

/** Degrees of points in RD New, by PROJ in the database. */
export async function toLngLats(
  db: Database,
  points: readonly [number, number][],
): Promise<[number, number][]> {
  return transform(db, points, 28992, 4326);
}

/** RD New of points in degrees, by PROJ in the database. */
export async function toRdXys(
  db: Database,
  points: readonly [number, number][],
): Promise<[number, number][]> {
  return transform(db, points, 4326, 28992);
}

async function transform(
  db: Database,
  points: readonly [number, number][],
  from: number,
  to: number,
): Promise<[number, number][]> {
  const rows = await db.query<{ x: number; y: number }>(
    `select ST_X(p)::float8 as x, ST_Y(p)::float8 as y
     from (select n, ST_Transform(ST_SetSRID(ST_Point(x, y), $3::int), $4::int) as p
       from unnest($1::float8[], $2::float8[]) with ordinality as given (x, y, n)) t order by n`,
    [points.map(([x]) => x), points.map(([, y]) => y), from, to],
  );
  return rows.map(({ x, y }) => [x, y]);
}
