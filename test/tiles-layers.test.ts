import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../server/db/database.ts';
import { engines, openTestDatabase, type TestDatabase } from './engines.ts';
import { createTileApp, tileAt, toLngLats, toRdXys, type DecodedFeature, type TileApp } from './tiles-app.ts';
import { loadWorld, toRectangle } from './world.ts';

/** Zoom at which a tile unit is 0.18 m in the south of the land. */
const Z = 15;

describe.each(engines)('tiles of layers that people change (%s)', (engine) => {
  let database: TestDatabase;
  let db: Database;
  let app: TileApp;
  beforeAll(async () => {
    database = await openTestDatabase(engine);
    db = database.db;
    await loadWorld(db);
    app = createTileApp(db, database.config.dataDir);
  });
  afterAll(() => database.remove());

  /** Path of the tile over a point in RD New. */
  async function pathAt(layer: string, z: number, rdX: number, rdY: number): Promise<string> {
    const [[lng, lat]] = (await toLngLats(db, [[rdX, rdY]])) as [[number, number]];
    const { x, y } = tileAt(lng, lat, z);
    return `/tegels/${layer}/${z}/${x}/${y}.mvt`;
  }

  /** Points of a feature in RD New metres. */
  async function listRdPoints(path: string, feature: DecodedFeature): Promise<[number, number][]> {
    const [z, x, y] = /(\d+)\/(\d+)\/(\d+)\.mvt/.exec(path)!.slice(1).map(Number) as [number, number, number];
    const { coordinates } = feature.feature.toGeoJSON(x, y, z).geometry as { coordinates: unknown };
    const flat = (coordinates as number[][][]).flat(Infinity as 1) as unknown as number[];
    const lngLats = Array.from({ length: flat.length / 2 }, (_, i): [number, number] => [
      flat[2 * i]!,
      flat[2 * i + 1]!,
    ]);
    return toRdXys(db, lngLats);
  }

  it('draws a plan area where it lies, with what the style needs', async () => {
    // Within 100 m of the tile's edge nothing else would do; the corner (101, 401) km of plan A is one vertex of it.
    const path = await pathAt('plannen', Z, 101_005, 401_005);
    const { planvlak } = await app.getTile(path);
    const names = planvlak!.map(({ properties }) => properties['naam']).sort();
    expect(names).toEqual(['Bedrijf', 'Leiding - Gas', 'Plan A']);
    const bedrijf = planvlak!.find(({ properties }) => properties['naam'] === 'Bedrijf')!;
    expect(bedrijf.properties).toEqual({
      id: bedrijf.id,
      plan_id: 'NL.IMRO.9001.A',
      onderdeel: 'enkelbestemming',
      hoofdgroep: 'bedrijf',
      naam: 'Bedrijf',
      status: 'vastgesteld',
    });
    const away = (await listRdPoints(path, bedrijf)).map(([x, y]) => Math.hypot(x - 101_000, y - 401_000));
    // Half a unit of the tile and a decimetre of rounding: 0.2 m.
    expect(Math.min(...away)).toBeLessThan(0.2);
  });

  it('draws large things before small ones, so that these stay visible', async () => {
    const { planvlak } = await app.getTile(await pathAt('plannen', 13, 101_500, 401_500));
    const names = planvlak!.map(({ properties }) => properties['naam']);
    expect(names.indexOf('Plan A')).toBeLessThan(names.indexOf('Groen'));
  });

  it('keeps each protected area in the layer of its kind, holes and lines as they are', async () => {
    const layers = await app.getTile(await pathAt('beschermd', 12, 104_500, 402_000));
    expect(Object.keys(layers).sort()).toEqual(['ecologische-verbindingen', 'natura2000', 'nnn']);
    const [wiesel] = layers['natura2000']!;
    expect([wiesel!.properties, wiesel!.parts.length]).toEqual([{ id: wiesel!.id, naam: 'Wiesel' }, 2]);
    expect(layers['ecologische-verbindingen']![0]!.type).toBe(2);
  });

  it('draws an indicative location as the circle it may lie in', async () => {
    // W-03 lies within 2 km of (119, 415) km. At zoom 10 a unit is 5.8 m on the ground.
    const path = await pathAt('projecten', 10, 119_000, 415_000);
    const { component } = await app.getTile(path);
    const circle = component!.find(({ properties }) => properties['project_id'] === 'W-03')!;
    expect(circle.properties).toEqual({
      project_id: 'W-03',
      component_id: 'W-03-1',
      naam: 'Station Grensstreek',
      soort: 'station',
      ligging: 'indicatief',
      energiedrager: 'elektriciteit',
      straal_m: 2000,
    });
    const radii = (await listRdPoints(path, circle)).map(([x, y]) => Math.hypot(x - 119_000, y - 415_000));
    expect(radii.length).toBeGreaterThan(32);
    for (const radius of radii) expect(Math.abs(radius - 2000)).toBeLessThan(8);
  });

  it('shows the grid with its highest voltage, and none where the source gives none', async () => {
    await db.query(
      `insert into atlas.hoogspanning (soort, naam, spanning_kv, beheerder, bron, geom) values
         ('station', 'Beekveld', '{150,380}', 'TenneT', 'projecten', ST_GeomFromText('POINT(115000 405000)', 28992)),
         ('lijn', null, '{}', null, 'projecten', ST_GeomFromText('LINESTRING(115000 405000,118000 405000)', 28992))`,
    );
    const { station, lijn } = await app.getTile(await pathAt('hoogspanning', 12, 115_000, 405_000));
    expect(station!.map(({ properties }) => properties)).toEqual([
      { naam: 'Beekveld', spanning_kv: 380, spanning: '380 kV, 150 kV', beheerder: 'TenneT' },
    ]);
    expect(lijn!.map(({ properties }) => properties)).toEqual([{}]);
  });

  it('is as new as the data: a kept tile holds until something changes', async () => {
    const path = await pathAt('plannen', 14, 101_500, 401_500);
    const first = await app.request(path);
    const etag = first.headers.get('ETag')!;
    expect([first.status, first.headers.get('Cache-Control')]).toEqual([200, 'public, no-cache']);
    expect((await app.request(path, { 'If-None-Match': etag })).status).toBe(304);

    await db.query(`update atlas.plan set status = 'onherroepelijk' where id = 'NL.IMRO.9001.A'`);
    const changed = await app.request(path, { 'If-None-Match': etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('ETag')).not.toBe(etag);
    const { planvlak } = await app.getTile(path);
    const statuses = new Set(planvlak!.map(({ properties }) => properties['status']));
    expect([...statuses].sort()).toEqual(['onherroepelijk', 'ontwerp']);

    await db.query(`update atlas.plan set status = 'vastgesteld' where id = 'NL.IMRO.9001.A'`);
    expect((await app.request(path)).headers.get('ETag')).toBe(etag);
  });

  it('follows what is added, moved and taken away, also many at once', async () => {
    const path = await pathAt('plannen', Z, 130_000, 415_000);
    const names = async () =>
      ((await app.getTile(path))['planvlak'] ?? []).map(({ properties }) => properties['naam']);
    expect(await names()).toEqual([]);
    const square = `ST_Multi(ST_GeomFromText('${toRectangle(129_990, 414_990, 130_010, 415_010)}', 28992))`;
    await db.query(
      `insert into atlas.planvlak (plan_id, onderdeel, naam, geom)
       select 'NL.IMRO.9001.B', 'overig', 'Vlak ' || n, ${square} from generate_series(1, 3) n`,
    );
    expect(await names()).toEqual(['Vlak 1', 'Vlak 2', 'Vlak 3']);
    await db.query(`update atlas.planvlak set geom = ST_Translate(geom, 20000, 0) where naam = 'Vlak 2'`);
    expect(await names()).toEqual(['Vlak 1', 'Vlak 3']);
    await db.query(`delete from atlas.planvlak where naam like 'Vlak %'`);
    expect(await names()).toEqual([]);
  });

  it('shows only what is public', async () => {
    const path = await pathAt('projecten', 12, 101_500, 401_500);
    const isShown = async () =>
      ((await app.getTile(path))['component'] ?? []).some(
        ({ properties }) => properties['project_id'] === 'W-01',
      );
    expect(await isShown()).toBe(true);
    await db.query(`update atlas.project set vertrouwelijkheid = 'partijen' where id = 'W-01'`);
    expect(await isShown()).toBe(false);
    await db.query(`update atlas.project set vertrouwelijkheid = 'openbaar' where id = 'W-01'`);
    await db.query(
      `update atlas.component set vertrouwelijkheid = 'vertrouwelijk' where project_id = 'W-01'`,
    );
    expect(await isShown()).toBe(false);
    await db.query(`update atlas.component set vertrouwelijkheid = 'openbaar' where project_id = 'W-01'`);
    expect(await isShown()).toBe(true);
  });

  it('stays small where very much lies: the smallest go, and the tile says so', async () => {
    // 6,000 squares of 50–110 m on one spot: at some 50 bytes each they do not fit in 250 kB.
    await db.query(
      `insert into atlas.planvlak (plan_id, onderdeel, naam, geom)
       select 'NL.IMRO.9001.B', 'overig', 'Dicht ' || n,
         ST_Multi(ST_Expand(ST_SetSRID(ST_Point(135000 + n % 80, 405000 + n / 80), 28992), 25 + n / 200.0))
       from generate_series(1, 6000) n`,
    );
    const path = await pathAt('plannen', 14, 135_040, 405_040);
    const response = await app.request(path, { 'Accept-Encoding': 'identity' });
    const bytes = (await response.arrayBuffer()).byteLength;
    expect(bytes).toBeLessThanOrEqual(250_000);
    expect(bytes).toBeGreaterThan(200_000);
    expect(response.headers.get('Atlas-Uitgedund')).toBe('ja');
    const names = (await app.getTile(path))['planvlak']!.map(({ properties }) => properties['naam']);
    expect(names).toContain('Dicht 6000');
    expect(names).not.toContain('Dicht 1');
    const { toelichting } = (await (await app.request('/tegels/plannen.json')).json()) as {
      toelichting: string;
    };
    expect(toelichting).toContain('250 kB');
    await db.query(`delete from atlas.planvlak where naam like 'Dicht %'`);
  });

  it('leaves out of low zooms what is no more than a dot', async () => {
    // The strip along plan A is 1,000 by 100 m, its longest side 1,600 m of Mercator: 3 pixels at zoom 7.2.
    const names = async (z: number) =>
      ((await app.getTile(await pathAt('plannen', z, 101_500, 401_050)))['planvlak'] ?? []).map(
        ({ properties }) => properties['naam'],
      );
    expect(await names(8)).toContain('Leiding - Gas');
    expect(await names(7)).not.toContain('Leiding - Gas');
    expect(await names(6)).toEqual([]);
  });

  it('describes each layer', async () => {
    for (const [id, layers, zooms] of [
      ['projecten', ['component'], [0, 15]],
      ['plannen', ['planvlak'], [7, 15]],
      ['hoogspanning', ['lijn', 'station'], [4, 14]],
    ] as const) {
      const body = (await (await app.request(`/tegels/${id}.json`)).json()) as Record<string, unknown> & {
        vector_layers: { id: string }[];
      };
      expect(body).toMatchObject({ tilejson: '3.0.0', minzoom: zooms[0], maxzoom: zooms[1] });
      expect(body.vector_layers.map((layer) => layer.id)).toEqual(layers);
      expect(body['tiles']).toEqual([`http://localhost/tegels/${id}/{z}/{x}/{y}.mvt`]);
      expect(body['attribution']).toContain('verzonnen (CC0-1.0)');
    }
  });

  it('refuses what is no layer and no tile', async () => {
    const unknown = await app.request('/tegels/wegen/3/1/1.mvt');
    expect([unknown.status, await unknown.json()]).toEqual([
      404,
      expect.objectContaining({
        detail: expect.stringContaining('projecten, plannen, beschermd, hoogspanning'),
      }),
    ]);
    expect((await app.request('/tegels/wegen.json')).status).toBe(404);
    const deep = await app.request('/tegels/plannen/16/1/1.mvt');
    const { errors } = (await deep.json()) as { errors: { veld: string; waarde: string }[] };
    expect([deep.status, errors[0]]).toMatchObject([400, { veld: 'z', waarde: '16' }]);
  });
});
