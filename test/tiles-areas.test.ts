import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PMTiles, tileIdToZxy, type RangeResponse, type Source } from 'pmtiles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { provincies, resRegios } from '../data/seed/gebieden.ts';
import type { Database } from '../server/db/database.ts';
import { fillAreas, hasRealGemeenten } from './bench-world.ts';
import { engines, openTestDatabase, type TestDatabase } from './engines.ts';
import {
  createTileApp,
  decodeTile,
  doubleArea,
  tileAt,
  toLngLats,
  toRdXys,
  type DecodedFeature,
  type TileApp,
} from './tiles-app.ts';
import { loadWorld, toRectangle } from './world.ts';

const EXTENT = 4096;
const BUFFER = 64;
/** Most in a tile with gemeenten (issue): 60 kB; held unpacked, so that it holds packed as well. */
const MAX_AREA_TILE_BYTES = 60_000;

/** The archive through Range requests on its address, as a browser reads it. */
class AppSource implements Source {
  constructor(private readonly app: TileApp) {}
  getKey = () => 'gebieden';
  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    const range = { Range: `bytes=${offset}-${offset + length - 1}` };
    const response = await this.app.request('/pmtiles/gebieden.pmtiles', range);
    expect(response.status).toBe(206);
    return { data: await response.arrayBuffer(), etag: response.headers.get('ETag') ?? undefined };
  }
}

/** Every tile of the archive, decoded, with what it weighs unpacked. */
async function* listTiles(app: TileApp, zooms: readonly number[]) {
  const archive = new PMTiles(new AppSource(app));
  for (const z of zooms) {
    const first = tileAt(3.2, 53.7, z);
    const last = tileAt(7.3, 50.7, z);
    for (let x = first.x; x <= last.x; x++) {
      for (let y = first.y; y <= last.y; y++) {
        const tile = await archive.getZxy(z, x, y);
        if (tile)
          yield { z, x, y, bytes: tile.data.byteLength, layers: decodeTile(new Uint8Array(tile.data)) };
      }
    }
  }
}

const onClip = (value: number) => value === -BUFFER || value === EXTENT + BUFFER;

/** The directed edges of all rings, less those along the cut of the tile. */
function listEdges(features: readonly DecodedFeature[]): Map<string, number> {
  const edges = new Map<string, number>();
  for (const ring of features.flatMap(({ parts }) => parts)) {
    ring.forEach(([x0, y0], i) => {
      const [x1, y1] = ring[(i + 1) % ring.length]!;
      if ((x0 === x1 && onClip(x0)) || (y0 === y1 && onClip(y0))) return;
      const edge = `${x0} ${y0} ${x1} ${y1}`;
      edges.set(edge, (edges.get(edge) ?? 0) + 1);
    });
  }
  return edges;
}

/** Edges that no edge the other way answers: the outer border, when neighbours share all their borders. */
function listUnanswered(features: readonly DecodedFeature[]): string[] {
  const edges = listEdges(features);
  const left: string[] = [];
  for (const [edge, count] of edges) {
    const [x0, y0, x1, y1] = edge.split(' ');
    const back = edges.get(`${x1} ${y1} ${x0} ${y0}`) ?? 0;
    for (let i = back; i < count; i++) left.push(edge);
  }
  return left.sort();
}

const total = (features: readonly DecodedFeature[] = []) =>
  features.reduce((sum, one) => sum + doubleArea(one), 0);

describe('area tiles of the whole country', () => {
  let database: TestDatabase;
  let app: TileApp;
  beforeAll(async () => {
    database = await openTestDatabase('postgresql');
    await fillAreas(database.db);
    app = createTileApp(database.db, database.config.dataDir);
    await app.tiles.rebuild();
  });
  afterAll(() => database.remove());

  it('is an archive that the pmtiles library reads', async () => {
    const archive = new PMTiles(new AppSource(app));
    const header = await archive.getHeader();
    expect(header).toMatchObject({ specVersion: 3, clustered: true, minZoom: 0, maxZoom: 12, tileType: 1 });
    expect([header.minLon, header.minLat, header.maxLon, header.maxLat]).toEqual([3.2, 50.7, 7.3, 53.7]);
    const metadata = (await archive.getMetadata()) as {
      attribution: string;
      vector_layers: { id: string }[];
    };
    expect(metadata.attribution).toContain(hasRealGemeenten ? 'CBS' : 'GeoNames');
    expect(metadata.vector_layers.map(({ id }) => id)).toEqual([
      'gemeente',
      'subregio',
      'netbeheerdersgebied',
      'waterschap',
      'res-regio',
      'provincie',
      'label',
    ]);
    // Clustered means: in the order of the curve along which the tiles are numbered.
    expect(tileIdToZxy(0)).toEqual([0, 0, 0]);
    const z0 = await archive.getZxy(0, 0, 0);
    expect(decodeTile(new Uint8Array(z0!.data))['provincie']).toHaveLength(provincies.length);
  });

  it('has no gap and no overlap between neighbours, at any zoom', async () => {
    const zooms = [5, 6, 7, 8, 9, 10, 12];
    const seen = new Set<number>();
    for await (const { z, x, y, layers } of listTiles(app, zooms)) {
      if (!layers['gemeente']) continue;
      seen.add(z);
      const at = `${z}/${x}/${y}`;
      // Areas are whole numbers: what lies between two gemeenten, or in both, would show as a difference.
      expect([at, total(layers['provincie'])]).toEqual([at, total(layers['gemeente'])]);
      expect([at, total(layers['res-regio'])]).toEqual([at, total(layers['gemeente'])]);
      expect([at, total(layers['netbeheerdersgebied'])]).toEqual([at, total(layers['gemeente'])]);
      // Every edge of a gemeente is an edge of its neighbour, vertex for vertex, or the border of the country.
      const coast = listUnanswered(layers['gemeente']);
      expect([at, listUnanswered(layers['provincie']!)]).toEqual([at, coast]);
      expect([at, listUnanswered(layers['res-regio']!)]).toEqual([at, coast]);
    }
    expect([...seen]).toEqual(zooms);
  });

  it('has no border inland that is not shared', async () => {
    // Around Utrecht, Apeldoorn, Assen and Boxtel: far from sea, lakes and Belgium every edge has its answer.
    for (const [lng, lat] of [
      [5.12, 52.09],
      [5.97, 52.21],
      [6.56, 52.99],
      [5.33, 51.59],
    ] as const) {
      for (const z of [10, 11, 12]) {
        const { x, y } = tileAt(lng, lat, z);
        const { gemeente } = await app.getTile(`/tegels/gebieden/${z}/${x}/${y}.mvt`);
        expect([z, x, y, listUnanswered(gemeente!)]).toEqual([z, x, y, []]);
      }
    }
  });

  it('continues in the tile beside it', async () => {
    // In the strip that both tiles draw, 64 units on either side of the seam, they draw the same edges.
    const inStrip = (features: readonly DecodedFeature[], shift: number) =>
      [...listEdges(features).keys()]
        .map((edge) => edge.split(' ').map((value, i) => Number(value) - (i % 2 === 0 ? shift : 0)))
        .filter(([x0, , x1]) => Math.abs(x0!) < BUFFER && Math.abs(x1!) < BUFFER)
        .map((edge) => edge.join(' '))
        .sort();
    let compared = 0;
    for (const [z, x, y] of [
      [8, 131, 84],
      [9, 263, 168],
      [10, 526, 337],
      [12, 2105, 1349],
    ] as const) {
      const west = await app.getTile(`/tegels/gebieden/${z}/${x}/${y}.mvt`);
      const east = await app.getTile(`/tegels/gebieden/${z}/${x + 1}/${y}.mvt`);
      const strip = inStrip(west['gemeente']!, EXTENT);
      expect(inStrip(east['gemeente']!, 0)).toEqual(strip);
      compared += strip.length;
    }
    expect(compared).toBeGreaterThan(10);
  });

  it('keeps every tile small, and begins with provincies', async () => {
    let largest = 0;
    for await (const { z, bytes, layers } of listTiles(app, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])) {
      largest = Math.max(largest, bytes);
      if (z < 3) expect(Object.keys(layers).sort()).toEqual(['label', 'provincie']);
      if (z < 5) expect(layers['gemeente']).toBeUndefined();
    }
    expect(largest).toBeLessThan(MAX_AREA_TILE_BYTES);
  });

  it('names every area once, inside itself, the largest first', async () => {
    const labels: DecodedFeature[] = [];
    for await (const { layers } of listTiles(app, [12])) {
      for (const label of layers['label'] ?? []) {
        labels.push(label);
        const area = layers[label.properties['soort'] as string]!.find(
          ({ properties }) => properties['code'] === label.properties['code'],
        );
        expect([label.properties['naam'], area && isInside(label.parts[0]![0]!, area)]).toEqual([
          area?.properties['naam'],
          true,
        ]);
      }
    }
    const counts = (soort: string) => labels.filter(({ properties }) => properties['soort'] === soort);
    expect(counts('gemeente')).toHaveLength(342);
    expect(counts('provincie')).toHaveLength(12);
    expect(counts('res-regio')).toHaveLength(resRegios.length);
    expect(new Set(labels.map(({ properties }) => `${properties['soort']} ${properties['code']}`)).size).toBe(
      labels.length,
    );
    // On land Gelderland is the largest provincie (4,960 km², CBS) and Flevoland the smallest (1,410 km²).
    const rankOf = (code: string) =>
      counts('provincie').find(({ properties }) => properties['code'] === code)!.properties['rang'];
    expect([rankOf('PV25'), rankOf('PV24')]).toEqual([1, 12]);
  });

  it('carries what the style needs and no more', async () => {
    const { x, y } = tileAt(5.1214, 52.0907, 10);
    const layers = await app.getTile(`/tegels/gebieden/10/${x}/${y}.mvt`);
    const utrecht = layers['gemeente']!.find(({ properties }) => properties['code'] === 'GM0344')!;
    expect(utrecht.properties).toEqual({ code: 'GM0344', naam: 'Utrecht', provincie: 'PV26' });
    expect(layers['provincie']!.map(({ properties }) => properties)).toContainEqual({
      code: 'PV26',
      naam: 'Utrecht',
    });
  });
});

/** A point in units of the tile it lies in. */
function onTile(lng: number, lat: number, z: number): [number, number] {
  const fine = tileAt(lng, lat, z + 12);
  return [fine.x % EXTENT, fine.y % EXTENT];
}

/** Whether a point lies inside a feature: by the number of edges a ray to the east crosses. */
function isInside([px, py]: [number, number], { parts }: DecodedFeature): boolean {
  let inside = false;
  for (const ring of parts) {
    ring.forEach(([x0, y0], i) => {
      const [x1, y1] = ring[(i + 1) % ring.length]!;
      if (y0 > py !== y1 > py && px < x0 + ((py - y0) / (y1 - y0)) * (x1 - x0)) inside = !inside;
    });
  }
  return inside;
}

describe.each(engines)('area tiles of the invented land (%s)', (engine) => {
  let database: TestDatabase;
  let db: Database;
  let app: TileApp;
  const folder = () => join(database.config.dataDir, 'tegels');
  beforeAll(async () => {
    database = await openTestDatabase(engine);
    db = database.db;
    await loadWorld(db);
    app = createTileApp(db, database.config.dataDir);
  });
  afterAll(() => database.remove());

  it('says that the areas are still to come, until they are built', async () => {
    const response = await app.request('/tegels/gebieden/0/0/0.mvt');
    expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '2']);
    await app.tiles.rebuild();
    expect((await app.request('/tegels/gebieden/0/0/0.mvt')).status).toBe(200);
  });

  it('puts borders where they are, and labels in the middle of a square', async () => {
    // Aarde is the square of 10 km from (100, 400) km; its centre lies at (105, 405) km.
    const [[lng, lat]] = (await toLngLats(db, [[105_000, 405_000]])) as [[number, number]];
    const { x, y } = tileAt(lng, lat, 10);
    const layers = await app.getTile(`/tegels/gebieden/10/${x}/${y}.mvt`);
    const aarde = layers['gemeente']!.find(({ properties }) => properties['code'] === 'GM9001')!;
    expect(aarde.properties).toEqual({ code: 'GM9001', naam: 'Aarde', provincie: 'PV91' });
    const label = layers['label']!.find(({ properties }) => properties['code'] === 'GM9001')!;
    const { coordinates } = label.feature.toGeoJSON(x, y, 10).geometry as GeoJSON.Point;
    const [at] = (await toRdXys(db, [coordinates as [number, number]])) as [[number, number]];
    // A label is placed to 4 units of zoom 10: 24 m here, and the square is slightly turned on the map.
    expect(Math.hypot(at[0] - 105_000, at[1] - 405_000)).toBeLessThan(100);
  });

  it('has no gap where two gemeenten meet halfway on the border of a third', async () => {
    // Aarde is cut in two at x = 105 km. Eik, north of it, has no vertex there; and its border, 10 km straight in RD,
    // is bent on the map, some metres off the vertex in the middle.
    await db.query(
      `update atlas.gebied set geom = ST_Multi(ST_GeomFromText('${toRectangle(100_000, 400_000, 105_000, 410_000)}', 28992))
       where code = 'GM9001'`,
    );
    await db.query(
      `insert into atlas.gebied (soort, code, naam, bron, geom) values ('gemeente', 'GM9011', 'Aarde-Oost', 'gemeenten',
         ST_Multi(ST_GeomFromText('${toRectangle(105_000, 400_000, 110_000, 410_000)}', 28992)))`,
    );
    await db.query(
      `insert into atlas.gebied_lid (soort, code, gemeente_code)
       select soort, code, 'GM9011' from atlas.gebied_lid where gemeente_code = 'GM9001' and not deel`,
    );
    await app.tiles.rebuild();
    const [[lng, lat]] = (await toLngLats(db, [[105_000, 410_000]])) as [[number, number]];
    for (const z of [7, 9, 10, 11, 12]) {
      const { x, y } = tileAt(lng, lat, z);
      const { gemeente, provincie } = await app.getTile(`/tegels/gebieden/${z}/${x}/${y}.mvt`);
      const codes = gemeente!.map(({ properties }) => properties['code']);
      expect(codes).toEqual(expect.arrayContaining(['GM9001', 'GM9005', 'GM9011']));
      // Where the three meet all edges have their answer; the next vertices are 5 km away.
      const [meetX, meetY] = onTile(lng, lat, z);
      const near = listUnanswered(gemeente!).filter((edge) => {
        const [x0, y0, x1, y1] = edge.split(' ').map(Number) as [number, number, number, number];
        return Math.hypot(x0 - meetX, y0 - meetY) < 5 || Math.hypot(x1 - meetX, y1 - meetY) < 5;
      });
      expect([z, near]).toEqual([z, []]);
      expect(total(gemeente)).toBe(total(provincie));
    }
  });

  it('draws a waterschap and an area whose members are not all of it from their own boundary', async () => {
    // De Vaart is 10 by 20 km across four gemeenten; in the picture that is 2 of the 8 squares of the land.
    const [[lng, lat]] = (await toLngLats(db, [[120_000, 410_000]])) as [[number, number]];
    const { x, y } = tileAt(lng, lat, 6);
    const layers = await app.getTile(`/tegels/gebieden/6/${x}/${y}.mvt`);
    const share = total(layers['waterschap']) / total(layers['provincie']);
    expect(share).toBeGreaterThan(0.24);
    expect(share).toBeLessThan(0.26);
    expect(total(layers['netbeheerdersgebied'])).toBe(total(layers['gemeente']));
  });

  it('answers ranges as HTTP says', async () => {
    const path = '/pmtiles/gebieden.pmtiles';
    const whole = await app.request(path);
    const bytes = Buffer.from(await whole.arrayBuffer());
    const etag = whole.headers.get('ETag')!;
    expect([whole.status, whole.headers.get('Accept-Ranges')]).toEqual([200, 'bytes']);
    expect(etag).toMatch(/^"[0-9a-f]{16}"$/);
    expect(bytes.toString('latin1', 0, 7)).toBe('PMTiles');

    const ask = async (headers: Record<string, string>) => {
      const response = await app.request(path, headers);
      const body = Buffer.from(await response.arrayBuffer());
      return { status: response.status, range: response.headers.get('Content-Range'), body };
    };
    const size = bytes.length;
    expect(await ask({ Range: 'bytes=0-126' })).toEqual({
      status: 206,
      range: `bytes 0-126/${size}`,
      body: bytes.subarray(0, 127),
    });
    expect(await ask({ Range: 'bytes=-5' })).toEqual({
      status: 206,
      range: `bytes ${size - 5}-${size - 1}/${size}`,
      body: bytes.subarray(size - 5),
    });
    expect(await ask({ Range: `bytes=${size - 3}-${size + 99}` })).toEqual({
      status: 206,
      range: `bytes ${size - 3}-${size - 1}/${size}`,
      body: bytes.subarray(size - 3),
    });
    expect(await ask({ Range: `bytes=${size}-` })).toMatchObject({ status: 416, range: `bytes */${size}` });
    expect(await ask({ Range: 'bytes=5-2' })).toMatchObject({ status: 200 });
    expect(await ask({ Range: 'bytes=0-1,4-5' })).toMatchObject({ status: 200 });
    expect(await ask({ Range: 'bytes=0-9', 'If-Range': etag })).toMatchObject({ status: 206 });
    expect(await ask({ Range: 'bytes=0-9', 'If-Range': '"other"' })).toMatchObject({ status: 200 });
    expect(await ask({ 'If-None-Match': etag })).toMatchObject({ status: 304 });
    const head = await app.request(path, {}, 'HEAD');
    expect([head.status, (await head.arrayBuffer()).byteLength]).toEqual([200, 0]);
  });

  it('may be kept for good under its version, and is asked after otherwise', async () => {
    const description = (await (await app.request('/tegels/gebieden.json')).json()) as {
      tiles: string[];
      pmtiles: string;
    };
    const version = new URL(description.pmtiles).searchParams.get('v');
    const cacheControl = async (path: string) => (await app.request(path)).headers.get('Cache-Control');
    expect(await cacheControl(`/pmtiles/gebieden.pmtiles?v=${version}`)).toContain('immutable');
    expect(await cacheControl('/pmtiles/gebieden.pmtiles?v=old')).toBe('public, no-cache');
    const tile = description.tiles[0]!.replace('{z}/{x}/{y}', '0/0/0');
    expect(await cacheControl(tile)).toContain('immutable');
    expect(await cacheControl('/tegels/gebieden/0/0/0.mvt')).toBe('public, no-cache');
  });

  it('sends tiles packed, unpacked to who cannot, and nothing where nothing lies', async () => {
    const path = '/tegels/gebieden/0/0/0.mvt';
    const packed = await app.request(path, { 'Accept-Encoding': 'br, gzip' });
    const plain = await app.request(path, { 'Accept-Encoding': 'identity' });
    expect([packed.headers.get('Content-Encoding'), plain.headers.get('Content-Encoding')]).toEqual([
      'gzip',
      null,
    ]);
    expect(packed.headers.get('Content-Type')).toBe('application/vnd.mapbox-vector-tile');
    expect(packed.headers.get('ETag')).not.toBe(plain.headers.get('ETag'));
    const again = await app.request(path, {
      'Accept-Encoding': 'gzip',
      'If-None-Match': packed.headers.get('ETag')!,
    });
    expect(again.status).toBe(304);
    expect((await app.request('/tegels/gebieden/3/0/0.mvt')).status).toBe(204);
  });

  it.each([
    ['13/0/0', ['z']],
    ['-1/0/0', ['z']],
    ['z/x/y', ['z', 'x', 'y']],
    ['3/8/0', ['x']],
    ['3/0/8', ['y']],
    ['3/9/1e3', ['x', 'y']],
    ['2/1.5/0', ['x']],
  ])('refuses tile %s and names what is wrong', async (number, fields) => {
    const response = await app.request(`/tegels/gebieden/${number}.mvt`);
    expect([response.status, response.headers.get('Content-Type')]).toEqual([
      400,
      'application/problem+json',
    ]);
    const { errors } = (await response.json()) as { errors: { veld: string }[] };
    expect(errors.map(({ veld }) => veld)).toEqual(fields);
  });

  it('is built again only when the areas changed, and lies ready for the next start', async () => {
    const before = app.tiles.areas!;
    const [file] = readdirSync(folder());
    const builtAt = statSync(join(folder(), file!)).mtimeMs;
    await app.tiles.rebuild();
    expect(app.tiles.areas).toBe(before);

    const restarted = createTileApp(db, database.config.dataDir);
    await restarted.tiles.rebuild();
    expect(restarted.tiles.areas!.version).toBe(before.version);
    expect(statSync(join(folder(), file!)).mtimeMs).toBe(builtAt);

    await db.query(`update atlas.gebied set naam = 'Nieuw-Aarde' where code = 'GM9001'`);
    await app.tiles.rebuild();
    expect(app.tiles.areas!.version).not.toBe(before.version);
    const names = readdirSync(folder());
    expect(names).toHaveLength(1);
    expect(names).not.toContain(file);
  });
});

describe('both engines', () => {
  it('give the same archive, byte for byte', async () => {
    const versions = await Promise.all(
      engines.map(async (engine) => {
        const database = await openTestDatabase(engine);
        await loadWorld(database.db);
        const dataDir = mkdtempSync(join(tmpdir(), 'pmiek-tiles-'));
        const app = createTileApp(database.db, dataDir);
        await app.tiles.rebuild();
        const { version, bytes } = app.tiles.areas!;
        await database.remove();
        rmSync(dataDir, { recursive: true });
        return `${version} ${bytes.length}`;
      }),
    );
    expect(versions[0]).toBe(versions[1]);
  });
});
