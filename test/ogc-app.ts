// The invented land behind /ogc/v1 on both engines, with its area tiles built, and a project that is not for everybody.
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { createApp } from '../server/app.ts';
import type { Database } from '../server/db/database.ts';
import { createTileService } from '../server/tiles/service.ts';
import { engines, openTestDatabase, type Engine, type TestDatabase } from './engines.ts';
import { addPerson } from './people.ts';
import { loadWorld } from './world.ts';

export const BASE = 'http://localhost/ogc/v1';
export const RD = 'http://www.opengis.net/def/crs/EPSG/0/28992';
export const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';
export const WGS84 = 'http://www.opengis.net/def/crs/EPSG/0/4326';
export const ETRS89 = 'http://www.opengis.net/def/crs/EPSG/0/4258';

export interface OgcWorld {
  engine: Engine;
  db(): Database;
  /** Cookie of a person of the netbeheerder whose project W-GEHEIM is. */
  owner(): { Cookie: string };
  request(path: string, init?: RequestInit): Promise<Response>;
  /** A GET of an address below /ogc/v1 (or a whole one) that must succeed. */
  get(address: string, headers?: Record<string, string>): Promise<{ body: any; headers: Headers }>;
  /** The ids of all features, page by page as the links lead. */
  listIds(address: string, headers?: Record<string, string>): Promise<(string | number)[]>;
}

/**
 * Beside the land of test/world.ts: W-GEHEIM, confidential, at 250 km east and 590 km north; a station on the control
 * point of Amersfoort and a line; W-LATER, which holds from 2030 on; Heem since 2023 and Gors until then.
 */
async function fill(db: Database): Promise<{ Cookie: string }> {
  const person = await addPerson(db, { code: 'stedin', naam: 'Stedin', soort: 'netbeheerder' }, ['bewerker']);
  await db.query(
    `insert into atlas.project (id, naam, eigenaar, vertrouwelijkheid, buitenbeeld, provincies, gemeenten, energiedrager, type_infra_groep)
     values ('W-GEHEIM', 'Station Zwaluwnest', 'stedin', 'vertrouwelijk', 'niets', '{PV91}', '{GM9001}', 'elektriciteit', 'station')`,
  );
  await db.query(
    `insert into atlas.component (id, project_id, naam, eigenaar, vertrouwelijkheid, soort, ligging, geom)
     values ('W-GEHEIM-1', 'W-GEHEIM', 'Zwaluwnest', 'stedin', 'vertrouwelijk', 'station', 'exact', ST_GeomFromText('POINT(250000 590000)', 28992))`,
  );
  await db.query(
    `insert into atlas.project (id, naam, geldig_van, provincies, gemeenten, energiedrager, type_infra_groep)
     values ('W-LATER', 'Station Later', '2030-01-01', '{PV92}', '{GM9004}', 'waterstof', 'station')`,
  );
  await db.query(
    `insert into atlas.databron (id, titel, herkomst, peildatum, uitgever, licentie, adres, aantal, controlesom)
     values ('hoogspanning-stations', 'Hoogspanningsstations', 'spiegel', '2017-01-01', 'verzonnen', 'CC0-1.0', 'test/ogc-app.ts', 2, 'x')`,
  );
  await db.query(
    `insert into atlas.hoogspanning (soort, naam, spanning_kv, bron, geom) values
     ('station', 'Amersfoort', '{150,380}', 'hoogspanning-stations', ST_GeomFromText('POINT(155000 463000)', 28992)),
     ('lijn', 'Aarde–Eik', '{}', 'hoogspanning-stations', ST_GeomFromText('LINESTRING(105000.123 405000.456,105000 415000)', 28992))`,
  );
  await db.query(`update atlas.gebied set geldig_van = '2023-01-01' where code = 'GM9008'`);
  await db.query(`update atlas.gebied set geldig_tot = '2023-01-01' where code = 'GM9007'`);
  await db.query(`update atlas.databron set herkomst = 'schematisch' where id = 'waterschappen'`);
  return person.headers;
}

/** Runs `tests` for both engines, each over a fresh database. */
export function describeOgc(title: string, tests: (world: OgcWorld) => void): void {
  describe.each(engines)(`${title} (%s)`, (engine) => {
    let database: TestDatabase;
    let app: ReturnType<typeof createApp>;
    let owner: { Cookie: string };
    beforeAll(async () => {
      database = await openTestDatabase(engine);
      const { db } = database;
      await loadWorld(db);
      owner = await fill(db);
      const config = { ...database.config, port: 0 };
      const tiles = createTileService(db, config);
      await tiles.rebuild();
      const progress = { bezig: false, dataset: null, fouten: [], rdControle: null };
      app = createApp({ db, config, tiles, progress });
    });
    afterAll(() => database?.remove());

    const request: OgcWorld['request'] = async (path, init) => app.request(path, init);
    const get: OgcWorld['get'] = async (address, headers = {}) => {
      const path = address.startsWith('http') ? address : `${BASE}${address}`;
      const response = await request(path, { headers });
      const body: unknown = await response.json();
      expect([path, response.status, response.ok ? '' : body]).toEqual([path, 200, '']);
      return { body, headers: response.headers };
    };
    tests({
      engine,
      db: () => database.db,
      owner: () => owner,
      request,
      get,
      async listIds(address, headers) {
        const ids: (string | number)[] = [];
        for (let next: string | undefined = address; next;) {
          const { body } = await get(next, headers);
          expect(body.numberReturned).toBe(body.features.length);
          ids.push(...body.features.map(({ id }: { id: string | number }) => id));
          next = body.links.find(({ rel }: { rel: string }) => rel === 'next')?.href;
          expect(ids.length).toBeLessThan(1000);
        }
        return ids;
      },
    });
  });
}
