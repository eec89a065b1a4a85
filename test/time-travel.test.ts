// Looking back: list, one project, map, question, search, file and records give the same answer for the same pair of
// dates, and it is what was known then of what held then.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../server/app.ts';
import { defaultAccess } from '../server/auth/config.ts';
import type { Database } from '../server/db/database.ts';
import { createTileService } from '../server/tiles/service.ts';
import { engines, openTestDatabase, type TestDatabase } from './engines.ts';
import { addPerson } from './people.ts';
import { decodeTile, tileAt } from './tiles-app.ts';
import { loadWorld } from './world.ts';

/**
 * What happened to project T-1 with one component, an action and an IBN:
 *
 *   known from   name     phase           valid              place
 *   2024-01-10   Eerste   verkenning      always             point in Aarde (105, 405)
 *   2024-03-10   Tweede   verkenning      always             the same
 *   2024-06-10   Tweede   planuitwerking  to 2025-01-01      point in Gors (125, 415)
 *                Derde    project         from 2025-01-01
 *   2024-09-10   withdrawn
 */
const day = (text: string) => `${text}T12:00:00Z`;
const A = { x: 105_000, y: 405_000 };
const B = { x: 125_000, y: 415_000 };

interface Moment {
  bekendOp: string;
  geldigOp?: string;
  expected: { naam: string; fase: string; place: 'A' | 'B'; actie: string | null } | null;
}
const moments: Moment[] = [
  { bekendOp: '2024-01-09', expected: null },
  { bekendOp: '2024-01-10', expected: { naam: 'Eerste', fase: 'verkenning', place: 'A', actie: null } },
  { bekendOp: '2024-01-10T11:59:59Z', expected: null },
  {
    bekendOp: '2024-01-10T13:00:00+01:00',
    expected: { naam: 'Eerste', fase: 'verkenning', place: 'A', actie: null },
  },
  { bekendOp: '2024-03-09', expected: { naam: 'Eerste', fase: 'verkenning', place: 'A', actie: null } },
  { bekendOp: '2024-03-10', expected: { naam: 'Tweede', fase: 'verkenning', place: 'A', actie: 'open' } },
  {
    bekendOp: '2024-03-10',
    geldigOp: '2030-01-01',
    expected: { naam: 'Tweede', fase: 'verkenning', place: 'A', actie: 'open' },
  },
  {
    bekendOp: '2024-07-01',
    geldigOp: '2024-12-31',
    expected: { naam: 'Tweede', fase: 'planuitwerking', place: 'B', actie: 'loopt' },
  },
  {
    bekendOp: '2024-07-01',
    geldigOp: '2025-01-01',
    expected: { naam: 'Derde', fase: 'project', place: 'B', actie: 'loopt' },
  },
  { bekendOp: '2024-07-01', expected: { naam: 'Derde', fase: 'project', place: 'B', actie: 'loopt' } },
  { bekendOp: '2024-09-10', expected: null },
  { bekendOp: '2999-01-01', expected: null },
];

describe.each(engines)('looking back (%s)', (engine) => {
  let database: TestDatabase;
  let db: Database;
  let app: ReturnType<typeof createApp>;
  let headers: Record<string, string>;

  beforeAll(async () => {
    database = await openTestDatabase(engine);
    db = database.db;
    await loadWorld(db);
    const config = { ...database.config, port: 0, access: { ...defaultAccess, rateLimit: 0 } };
    const progress = { bezig: false, dataset: null, fouten: [], rdControle: null };
    app = createApp({ db, config, tiles: createTileService(db, config), progress });
    headers = (await addPerson(db, { code: 'PV91', naam: 'West', soort: 'provincie' }, ['lezer'])).headers;
    await happen();
  });
  afterAll(() => database?.remove());

  async function happen(): Promise<void> {
    const project = (
      naam: string,
      fase: string,
      [van, tot]: [string, string | null],
      geldig: [string | null, string | null] = [null, null],
      weg = false,
    ) =>
      db.query(
        `insert into atlas.project (id, naam, fase, bekend_van, bekend_tot, geldig_van, geldig_tot, ingetrokken, eigenaar,
           provincies, gemeenten, energiedrager, type_infra_groep, pmiek_bewijs, bron)
         values ('T-1', $1, $2, $3, $4, $5, $6, $7, 'PV91', '{PV91}', '{GM9001}', 'elektriciteit', 'station', 'bevestigd', 'projecten')`,
        [naam, fase, van, tot, ...geldig, weg],
      );
    await project('Eerste', 'verkenning', [day('2024-01-10'), day('2024-03-10')]);
    await project('Tweede', 'verkenning', [day('2024-03-10'), day('2024-06-10')]);
    await project('Tweede', 'planuitwerking', [day('2024-06-10'), day('2024-09-10')], [null, '2025-01-01']);
    await project('Derde', 'project', [day('2024-06-10'), day('2024-09-10')], ['2025-01-01', null]);
    await project('Derde', 'project', [day('2024-09-10'), null], [null, null], true);
    for (const [place, van, tot] of [
      [A, day('2024-01-10'), day('2024-06-10')],
      [B, day('2024-06-10'), null],
    ] as const) {
      await db.query(
        `insert into atlas.component (id, project_id, eigenaar, soort, ligging, bekend_van, bekend_tot, geom)
         values ('T-1-1', 'T-1', 'PV91', 'station', 'exact', $1, $2, ST_SetSRID(ST_Point($3::float8, $4::float8), 28992))`,
        [van, tot, place.x, place.y],
      );
    }
    for (const [status, van, tot] of [
      ['open', day('2024-03-10'), day('2024-05-01')],
      ['loopt', day('2024-05-01'), null],
    ]) {
      await db.query(
        `insert into atlas.actie (id, project_id, eigenaar, activiteit, trekkers, status, bekend_van, bekend_tot)
         values ('T-1-a', 'T-1', 'PV91', 'Grond kopen', '{PV91}', $1, $2, $3)`,
        [status, van, tot],
      );
    }
  }

  const places = { A, B };
  async function toLngLat({ x, y }: { x: number; y: number }): Promise<[number, number]> {
    const [row] = await db.query<{ lng: number; lat: number }>(
      `select ST_X(p)::float8 as lng, ST_Y(p)::float8 as lat from ST_Transform(ST_SetSRID(ST_Point($1::float8, $2::float8), 28992), 4326) p`,
      [x, y],
    );
    return [row!.lng, row!.lat];
  }
  const request = async (path: string, init: RequestInit = {}) =>
    app.request(path, { ...init, headers: { ...headers, ...init.headers } });
  const json = async (path: string, init?: RequestInit): Promise<any> => {
    const response = await request(`/api/v1${path}`, init);
    return response.status === 404 ? null : response.json();
  };
  const post = (body: object): RequestInit => ({
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

  /** T-1 on the tiles at both places: which place, name and phase. */
  async function drawn(query: string, z: number) {
    const found: Record<string, unknown>[] = [];
    for (const [naam, place] of Object.entries(places)) {
      const { x, y } = tileAt(...(await toLngLat(place)), z);
      const response = await request(`/tegels/projecten/${z}/${x}/${y}.mvt${query}`, {
        headers: { 'Accept-Encoding': 'identity' },
      });
      if (response.status === 204) continue;
      const { component = [] } = decodeTile(new Uint8Array(await response.arrayBuffer()));
      for (const { properties } of component.filter(({ properties }) => properties['project_id'] === 'T-1'))
        found.push({ place: naam, naam: properties['naam'], fase: properties['fase'] });
    }
    return found;
  }

  it.each(moments)(
    'gives one answer everywhere: known on $bekendOp, valid on $geldigOp',
    async ({ bekendOp, geldigOp, expected }) => {
      const query = `?bekendOp=${encodeURIComponent(bekendOp)}${geldigOp ? `&geldigOp=${geldigOp}` : ''}`;
      const one = (items: any[]) => items.find(({ id }) => id === 'T-1') ?? null;
      const listed = one((await json(`/projecten${query}`)).projecten);
      const detail = await json(`/projecten/T-1${query}`);
      const fiche = await json(`/projecten/T-1/fiche${query}`);
      const geojson = one((await json(`/projecten${query}&formaat=geojson`)).features);
      const csv = await (await request(`/api/v1/projecten${query}&formaat=csv`)).text();
      const found =
        (await json(`/zoeken${query}&q=T-1`)).resultaten.find(({ id }: any) => id === 'T-1') ?? null;
      const acties = (await json(`/acties${query}&project=T-1`)).items;
      const question = await json(`/vragen/bevoegd-gezag${query}`, post({ projectId: 'T-1' }));
      const tiles = await drawn(query, 14);
      const componenten = (await json(`/componenten${query}&project=T-1`)).items;
      const hits: string[] = [];
      for (const place of Object.values(places)) {
        const [lng, lat] = await toLngLat(place);
        const { groepen } = await json(`/treffers${query}&lng=${lng}&lat=${lat}&straalM=5`);
        hits.push(
          ...groepen
            .filter(({ laag }: any) => laag === 'projecten')
            .flatMap(({ treffers }: any) => treffers.map(({ id }: any) => id)),
        );
      }
      if (!expected) {
        expect([
          listed,
          detail,
          fiche,
          geojson,
          found,
          acties,
          question,
          tiles,
          componenten,
          hits.includes('T-1'),
        ]).toEqual([null, null, null, null, null, [], null, [], [], false]);
        expect(csv).not.toContain('T-1');
        return;
      }
      const { naam, fase, place, actie } = expected;
      const [lng, lat] = await toLngLat(places[place]);
      expect(listed).toMatchObject({
        naam,
        fase,
        ligging: 'exact',
        lngLat: [expect.closeTo(lng, 6), expect.closeTo(lat, 6)],
      });
      expect(detail).toMatchObject({
        naam,
        fase,
        componenten: [
          { id: 'T-1-1', geometrie: { coordinates: [expect.closeTo(lng, 6), expect.closeTo(lat, 6)] } },
        ],
      });
      expect(fiche.project.gegevens).toMatchObject({ naam, fase });
      expect(geojson.properties).toMatchObject({ naam, fase });
      expect(csv).toContain(naam);
      expect(found.naam).toBe(naam);
      expect(acties.map(({ gegevens }: any) => gegevens.status)).toEqual(actie ? [actie] : []);
      expect(question.antwoord.gemeenten.map(({ naam }: any) => naam)).toEqual([
        place === 'A' ? 'Aarde' : 'Gors',
      ]);
      expect(tiles).toEqual([{ place, naam, fase }]);
      // One tile holds both places.
      const names = (await drawn(query, 7)).map((one) => [one['naam'], one['fase']]);
      expect(new Set(names.map(String))).toEqual(new Set([`${naam},${fase}`]));
      expect(componenten).toHaveLength(1);
      expect(hits).toContain('T-1');
    },
  );

  it('has nothing withdrawn today, and everything that is not', async () => {
    const { projecten } = await json('/projecten');
    expect(projecten.map(({ id }: any) => id)).toEqual([
      'W-01',
      'W-02',
      'W-03',
      'W-04',
      'W-05',
      'W-06',
      'W-07',
    ]);
    expect(await drawn('', 14)).toEqual([]);
  });

  it('follows rights of today: a party that came later sees what was known before', async () => {
    await db.query(
      `update atlas.project set vertrouwelijkheid = 'vertrouwelijk', eigenaar = 'nb' where id = 'T-1'`,
    );
    const query = '?bekendOp=2024-03-10';
    const see = async () => {
      const detail = await json(`/projecten/T-1${query}`);
      return [
        detail?.naam,
        detail?.componenten.length,
        (await drawn(query, 14)).length,
        (await json(`/acties${query}&project=T-1`)).items.length,
      ];
    };
    expect(await see()).toEqual([null, 0, 0, 0]);
    await db.query(
      `insert into atlas.partij (id, project_id, eigenaar, organisatie, rol, vertrouwd) values ('T-p', 'T-1', 'nb', 'PV91', 'betrokken', true)`,
    );
    expect(await see()).toEqual(['Tweede', 1, 1, 1]);
    await db.query(`update atlas.partij set vertrouwd = false where id = 'T-p'`);
    expect(await see()).toEqual([null, 0, 0, 0]);
  });

  it('keeps the ends of the day as they are in the Netherlands, in summer and winter', async () => {
    await db.query(
      `insert into atlas.project (id, naam, bekend_van, provincies, energiedrager, type_infra_groep, pmiek_bewijs, eigenaar)
       values ('T-zomer', 'Zomer', '2024-07-01T21:59:59.5Z', '{}', 'elektriciteit', 'station', 'bevestigd', 'x'),
         ('T-zomer2', 'Zomer', '2024-07-01T22:00:00Z', '{}', 'elektriciteit', 'station', 'bevestigd', 'x'),
         ('T-winter', 'Winter', '2024-12-01T22:59:59.999999Z', '{}', 'elektriciteit', 'station', 'bevestigd', 'x'),
         ('T-winter2', 'Winter', '2024-12-01T23:00:00Z', '{}', 'elektriciteit', 'station', 'bevestigd', 'x')`,
    );
    const known = async (bekendOp: string) =>
      (await json(`/projecten?bekendOp=${bekendOp}&q=T-`)).projecten
        .map(({ id }: any) => id)
        .filter((id: string) => /^T-[zw]/.test(id));
    expect(await known('2024-07-01')).toEqual(['T-zomer']);
    expect(await known('2024-07-02')).toEqual(['T-zomer', 'T-zomer2']);
    expect(await known('2024-12-01')).toEqual(['T-winter', 'T-zomer', 'T-zomer2']);
    expect(await known('2024-12-02')).toEqual(['T-winter', 'T-winter2', 'T-zomer', 'T-zomer2']);
  });

  it.each([
    ['bekendOp', '2024-02-30'],
    ['bekendOp', 'gisteren'],
    ['bekendOp', '2024-07-01T12:00:00'],
    ['bekendOp', "2024-07-01'; drop table atlas.project; --"],
    ['geldigOp', '2024-13-01'],
    ['geldigOp', '1-7-2024'],
    ['geldigOp', ''],
  ])('refuses %s=%s with what would be right, on every kind of address', async (name, value) => {
    const query = `?${name}=${encodeURIComponent(value)}`;
    for (const path of [
      '/api/v1/projecten',
      '/api/v1/projecten/W-01',
      '/api/v1/acties',
      '/api/v1/vragen/grensoverschrijdend',
      '/tegels/projecten/6/33/21.mvt',
    ]) {
      const response = await request(`${path}${query}`);
      const problem = (await response.json()) as any;
      expect([path, response.status, problem.errors[0].veld]).toEqual([path, 400, name]);
      expect(problem.errors[0].verwacht).toContain('2026-07-01');
    }
  });
});
