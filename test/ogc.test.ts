// OGC API Features from the front door: the land of test/world.ts, whose places can be drawn on paper.
import { expect, it } from 'vitest';
import { BASE, CRS84, describeOgc, ETRS89, RD, WGS84 } from './ogc-app.ts';
import { toLngLats } from './tiles-app.ts';

const all = [
  ...['gemeenten', 'provincies', 'res-regios', 'subregios', 'waterschappen', 'netbeheerdersgebieden'],
  ...['projecten', 'componenten', 'componenten-punten', 'componenten-lijnen', 'componenten-vlakken'],
  ...['plannen', 'planvlakken'],
  ...['beschermde-gebieden', 'beschermde-gebieden-lijnen', 'beschermde-gebieden-vlakken'],
  ...['hoogspanning', 'hoogspanning-punten', 'hoogspanning-lijnen', 'hoogspanning-vlakken'],
];
const query = (values: Record<string, string>): string => new URLSearchParams(values).toString();

describeOgc('OGC API Features', (world) => {
  const { get, listIds, request } = world;
  const refusal = async (path: string): Promise<any> => {
    const response = await request(`${BASE}${path}`);
    expect([path, response.status]).toEqual([path, 400]);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    return response.json();
  };

  it('resolves every link of every page, with the media type it names', async () => {
    const seen = new Set<string>();
    const waiting = [{ href: BASE, type: 'application/json' }];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (seen.has(next.href)) continue;
      seen.add(next.href);
      const response = await request(next.href);
      expect([next.href, response.status]).toEqual([next.href, 200]);
      expect([next.href, response.headers.get('Content-Type')?.replace('; charset=UTF-8', '')]).toEqual([
        next.href,
        next.type,
      ]);
      const found = JSON.stringify(await response.json());
      for (const [, one] of found.matchAll(/"links":(\[.*?\])/g))
        for (const { href, type, rel, title, templated } of JSON.parse(one!)) {
          expect([href, rel, title].every((text) => typeof text === 'string' && text !== '')).toBe(true);
          if (!templated) waiting.push({ href, type });
        }
    }
    for (const id of all) expect([...seen]).toContain(`${BASE}/collections/${id}/items`);
    // 20 collections with four pages each, ten of them with two more on tiles, the landing page, and what hangs on it.
    expect(seen.size).toBeGreaterThan(100);
  });

  it('describes itself in an OpenAPI document whose paths and parameters are all taken', async () => {
    const { body } = await get('/api');
    expect(body.openapi).toBe('3.0.3');
    const lookUp = (ref: string): any =>
      ref
        .slice(2)
        .split('/')
        .reduce((at: any, name) => at?.[name], body);
    for (const [, ref] of JSON.stringify(body).matchAll(/"\$ref":"([^"]+)"/g))
      expect([ref, lookUp(ref!)]).not.toEqual([ref, undefined]);
    expect(body.components.parameters.limit.schema).toMatchObject({
      minimum: 1,
      maximum: 1000,
      default: 100,
    });
    const good: Record<string, string> = {
      ...{
        bbox: '4,51,6,53',
        crs: RD,
        'bbox-crs': CRS84,
        datetime: '../..',
        limit: '1',
        na: '1',
        f: 'json',
      },
      ...{ provincie: 'PV91', gemeente: 'GM9001', resRegio: 'ES91', subregio: 'SR-west' },
      ...{ bekendOp: '2031-01-01', geldigOp: '2031-01-01' },
    };
    let asked = 0;
    for (const [path, { get: operation }] of Object.entries<any>(body.paths)) {
      if (path.includes('{')) continue;
      await get(path);
      for (const given of operation.parameters) {
        const { name, schema } = given.$ref ? lookUp(given.$ref) : given;
        // A project is seen as of one day.
        const isOneDay = name === 'datetime' && /projecten|componenten/.test(path);
        const value = isOneDay ? '2031-01-01' : (schema.items?.enum?.[0] ?? good[name] ?? 'iets');
        const response = await request(`${BASE}${path}?${query({ [name]: value })}`);
        expect([path, name, response.status]).toEqual([path, name, 200]);
        asked += 1;
      }
    }
    expect(asked).toBeGreaterThan(150);
  });

  it('claims the classes that are done', async () => {
    const { body } = await get('/conformance');
    const short = body.conformsTo.map((uri: string) =>
      uri.replace(/.*spec\/ogcapi-(.*)\/1\.0\/conf\//, '$1 '),
    );
    expect(short.sort()).toEqual(
      [
        ...['common-1 core', 'common-2 collections'],
        ...['features-1 core', 'features-1 geojson', 'features-1 oas30', 'features-2 crs'],
        ...['features-3 queryables', 'features-3 queryables-query-parameters'],
        ...['core', 'dataset-tilesets', 'geodata-tilesets', 'mvt', 'tileset', 'tilesets-list'].map(
          (name) => `tiles-1 ${name}`,
        ),
      ].sort(),
    );
  });

  it('tells of every collection what it rests on and where it lies', async () => {
    const { body } = await get('/collections');
    expect(body.collections.map(({ id }: { id: string }) => id)).toEqual(all);
    const named = (id: string) => body.collections.find((one: { id: string }) => one.id === id);
    expect(named('gemeenten').description).toContain(
      'bron verzonnen, licentie CC0-1.0, peildatum 2024-01-01, herkomst spiegel, dekking heel Nederland',
    );
    expect(named('gemeenten').description).not.toContain('niet voor besluitvorming');
    expect(named('waterschappen').description).toContain('Schematische grenzen, niet voor besluitvorming.');
    expect(named('beschermde-gebieden').description).toContain('dekking alleen PV91');
    for (const one of body.collections) {
      expect(one.crs).toEqual([CRS84, RD, ETRS89, WGS84]);
      expect(one.storageCrs).toBe(RD);
      expect(one.itemType).toBe('feature');
    }
    // The land is the rectangle of 100–140 by 400–420 km; RD lines are bent a little in degrees.
    const corners = await toLngLats(world.db(), [
      [100_000, 400_000],
      [140_000, 400_000],
      [100_000, 420_000],
      [140_000, 420_000],
    ]);
    const expected = [
      Math.min(...corners.map(([lng]) => lng)),
      Math.min(...corners.map(([, lat]) => lat)),
      Math.max(...corners.map(([lng]) => lng)),
      Math.max(...corners.map(([, lat]) => lat)),
    ];
    const [bbox] = named('gemeenten').extent.spatial.bbox;
    bbox.forEach((value: number, i: number) => {
      // Outwards, and by less than a hundred metres.
      expect(i < 2 ? expected[i]! - value : value - expected[i]!).toBeGreaterThanOrEqual(0);
      expect(Math.abs(value - expected[i]!)).toBeLessThan(0.001);
    });
  });

  it('gives every feature exactly once, in one order, whatever the size of the page', async () => {
    const counts: Record<string, number> = {
      gemeenten: 8,
      provincies: 2,
      'res-regios': 3,
      subregios: 3,
      waterschappen: 2,
      netbeheerdersgebieden: 2,
      projecten: 7,
      componenten: 7,
      'componenten-punten': 3,
      'componenten-lijnen': 1,
      'componenten-vlakken': 2,
      plannen: 2,
      planvlakken: 6,
      'beschermde-gebieden': 3,
      'beschermde-gebieden-lijnen': 1,
      'beschermde-gebieden-vlakken': 2,
      hoogspanning: 2,
      'hoogspanning-punten': 1,
      'hoogspanning-lijnen': 1,
      'hoogspanning-vlakken': 0,
    };
    for (const id of all) {
      const whole = await listIds(`/collections/${id}/items`);
      expect([id, whole.length, new Set(whole).size]).toEqual([id, counts[id], counts[id]]);
      for (const limit of [1, 2, 3])
        expect(await listIds(`/collections/${id}/items?limit=${limit}`)).toEqual(whole);
      const { body } = await get(`/collections/${id}/items?limit=1`);
      expect([id, body.numberMatched]).toEqual([id, id.startsWith('plan') ? undefined : counts[id]]);
      expect(new Date(body.timeStamp).getTime()).toBeGreaterThan(Date.now() - 60_000);
    }
    const { body } = await get('/collections/gemeenten/items?limit=1000000');
    expect(body.numberReturned).toBe(8);
  });

  it('keeps every parameter in the link to the next page', async () => {
    const asked = {
      limit: '2',
      crs: RD,
      'bbox-crs': RD,
      bbox: '101000,401000,139000,409000',
      provincie: 'PV91,PV92',
    };
    const { body, headers } = await get(`/collections/gemeenten/items?${query(asked)}`);
    expect(headers.get('Content-Crs')).toBe(`<${RD}>`);
    const next = new URL(body.links.find(({ rel }: { rel: string }) => rel === 'next').href);
    expect(Object.fromEntries(next.searchParams)).toEqual({ ...asked, na: 'GM9002' });
    expect(await listIds(`/collections/gemeenten/items?${query(asked)}`)).toEqual([
      'GM9001',
      'GM9002',
      'GM9003',
      'GM9004',
    ]);
  });

  it('has what is of mixed shape once more per shape, for programs that draw one shape per layer', async () => {
    // Of the seven components one (W-04) has no place.
    const idsOf = (id: string, more = '') => listIds(`/collections/componenten-${id}/items${more}`);
    expect(await idsOf('punten')).toEqual(['W-03-1', 'W-05-1', 'W-07-1']);
    expect(await idsOf('lijnen')).toEqual(['W-02-1']);
    expect(await idsOf('vlakken')).toEqual(['W-01-1', 'W-06-1']);
    // A cable that is drawn in parts is a line as well, and a point in several a point.
    const change = (text: string, id: string) =>
      world
        .db()
        .query('update atlas.component set geom = ST_GeomFromText($1, 28992) where id = $2', [text, id]);
    await change('MULTILINESTRING((105000 405000,109000 405000),(110000 405000,135000 405000))', 'W-02-1');
    await change('MULTIPOINT(118000 402000,118100 402000)', 'W-05-1');
    expect(await idsOf('lijnen')).toEqual(['W-02-1']);
    expect(await idsOf('punten')).toEqual(['W-03-1', 'W-05-1', 'W-07-1']);
    await change('LINESTRING(105000 405000,135000 405000)', 'W-02-1');
    await change('POINT(118000 402000)', 'W-05-1');

    const { body } = await get('/collections/componenten-lijnen/items');
    expect(body.features).toEqual(
      (await get('/collections/componenten/items')).body.features.filter(({ id }: any) => id === 'W-02-1'),
    );
    // Every filter of the whole goes here too; what has no place is in none of the three, so in no box.
    expect(await idsOf('punten', '?provincie=PV92&limit=1')).toEqual(['W-07-1']);
    const box = query({ bbox: '117000,401000,119000,403000', 'bbox-crs': RD });
    expect(await idsOf('punten', `?${box}`)).toEqual(['W-05-1']);
    expect(await idsOf('vlakken', `?${box}`)).toEqual([]);
    expect((await request(`${BASE}/collections/componenten-vlakken/items/W-02-1`)).status).toBe(404);
    const schema = (await get('/collections/hoogspanning-lijnen/schema')).body.properties.geometry;
    expect(schema.format).toBe('geometry-linestring-or-multilinestring');

    // The box of the points: the middle of W-03 with 2 km around it, W-05 and W-07; W-02 lies further west.
    const shown = (await get('/collections/componenten-punten')).body.extent.spatial.bbox[0];
    const [[west]] = (await toLngLats(world.db(), [[117_000, 417_000]])) as [[number, number]];
    expect(shown[0]).toBeLessThanOrEqual(west);
    expect(shown[0]).toBeGreaterThan(west - 0.001);
    expect((await get('/collections/hoogspanning-vlakken')).body.extent).toBeUndefined();
  });

  it('neither repeats nor skips when rows come and go between two pages', async () => {
    const [first] = await listIds('/collections/hoogspanning/items');
    const { body } = await get('/collections/hoogspanning/items?limit=1');
    expect(body.features[0].id).toBe(first);
    await world.db().query(`update atlas.hoogspanning set naam = naam where id = $1`, [first]);
    const next = body.links.find(({ rel }: { rel: string }) => rel === 'next').href;
    const [added] = await world.db().query<{ id: string }>(
      `insert into atlas.hoogspanning (soort, naam, bron, geom)
       values ('lijn', 'Kort', 'hoogspanning-stations', ST_GeomFromText('LINESTRING(1 1,2 2)', 28992)) returning id::text`,
    );
    const rest = await listIds(next);
    expect(rest).toEqual([Number(first) + 1, Number(added!.id)]);
    await world.db().query('delete from atlas.hoogspanning where id = $1', [added!.id]);
  });

  it('ends a page of very large shapes sooner, and goes on', async () => {
    // Lines of 80,001 points: the third begins before 200,000 points, the fourth after them.
    await world.db().query(
      `insert into atlas.beschermd_gebied (laag, naam, bron, geom)
       select 'nnn', 'Kartel ' || n, 'nnn', ST_SetSRID(ST_MakeLine(array(
         select ST_MakePoint(130000 + 0.01 * i, 405000 + n + 0.5 * (i % 2)) from generate_series(1, 80001) i)), 28992)
       from generate_series(1, 5) n`,
    );
    const { body } = await get('/collections/beschermde-gebieden/items?laag=nnn');
    expect(body.numberMatched).toBe(6);
    expect(body.features.map(({ properties }: any) => properties.naam)).toEqual([
      'Wieselse Heide',
      'Kartel 1',
      'Kartel 2',
      'Kartel 3',
    ]);
    expect(new Set(await listIds('/collections/beschermde-gebieden/items?laag=nnn')).size).toBe(6);
    await world.db().query(`delete from atlas.beschermd_gebied where naam like 'Kartel %'`);
  });

  it('gives coordinates in RD to the millimetre, and latitude first where EPSG says so', async () => {
    const station = '/collections/hoogspanning/items?soort=station';
    const at = async (crs?: string): Promise<number[]> => {
      const { body, headers } = await get(`${station}${crs ? `&${query({ crs })}` : ''}`);
      expect(headers.get('Content-Crs')).toBe(`<${crs ?? CRS84}>`);
      return body.features[0].geometry.coordinates;
    };
    // RDNAPTRANS control point of Amersfoort.
    const [lat, lng] = [52.155172897, 5.387203657];
    expect(await at(RD)).toEqual([155000, 463000]);
    for (const given of [undefined, CRS84]) {
      const [x, y] = await at(given);
      expect([Math.abs(x! - lng) < 2e-6, Math.abs(y! - lat) < 2e-6]).toEqual([true, true]);
    }
    for (const given of [WGS84, ETRS89]) {
      const [first, second] = await at(given);
      expect([Math.abs(first! - lat) < 2e-6, Math.abs(second! - lng) < 2e-6]).toEqual([true, true]);
    }
    const { body } = await get(`/collections/hoogspanning/items?${query({ soort: 'lijn', crs: RD })}`);
    expect(body.features[0].geometry).toEqual({
      type: 'LineString',
      coordinates: [
        [105000.123, 405000.456],
        [105000, 415000],
      ],
    });
    const one = await get(`/collections/componenten/items/W-01-1?${query({ crs: RD })}`);
    expect(one.headers.get('Content-Crs')).toBe(`<${RD}>`);
    expect(new Set(one.body.geometry.coordinates[0].map(String))).toEqual(
      new Set(['101400,401400', '101600,401400', '101600,401600', '101400,401600']),
    );
    // Counterclockwise (RFC 7946): twice the signed area of 200 × 200 m is 80,000.
    const ring: [number, number][] = one.body.geometry.coordinates[0];
    const doubled = ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i]![0] * y - x * ring[i]![1], 0);
    expect(doubled).toBe(80_000);
  });

  it('finds by box what lies in it or touches it, in every reference system', async () => {
    const inRd = (id: string, bbox: string, more = ''): Promise<unknown[]> =>
      listIds(`/collections/${id}/items?${query({ bbox, 'bbox-crs': RD })}${more}`);
    expect(await inRd('gemeenten', '101000,401000,109000,409000')).toEqual(['GM9001']);
    expect(await inRd('gemeenten', '101000,401000,110000,409000')).toEqual(['GM9001', 'GM9002']);
    expect(await inRd('gemeenten', '105000,405000,125000,415000')).toEqual([
      'GM9001',
      'GM9002',
      'GM9003',
      'GM9005',
      'GM9006',
      'GM9007',
    ]);
    // Six numbers: heights do not matter; a box without size is a point.
    expect(await inRd('gemeenten', '101000,401000,-5,109000,409000,90')).toEqual(['GM9001']);
    expect(await inRd('gemeenten', '115000,405000,115000,405000')).toEqual(['GM9002']);
    expect(await inRd('gemeenten', '200000,500000,210000,510000')).toEqual([]);
    expect(await inRd('gemeenten', '-1e300,-1e300,1e300,1e300')).toHaveLength(8);
    // Only the strip of plan A and what lies below y = 401.1 km of plan A.
    expect(await inRd('planvlakken', '101100,401010,101200,401020')).toHaveLength(3);
    expect(await inRd('plannen', '101100,401010,101200,401020')).toEqual(['NL.IMRO.9001.A']);
    expect(await inRd('beschermde-gebieden', '104450,401450,104550,401550')).toHaveLength(1);
    // What has no place is in every box, as the standard has it: it counts too.
    expect(await inRd('componenten', '117000,401000,119000,403000')).toEqual(['W-04-1', 'W-05-1']);
    expect(await inRd('projecten', '117000,401000,119000,403000')).toEqual(['W-04', 'W-05']);
    expect(await inRd('waterschappen', '101000,401000,102000,402000')).toEqual(['WS92']);

    const [[west, south], [east, north]] = (await toLngLats(world.db(), [
      [111_000, 401_000],
      [119_000, 409_000],
    ])) as [[number, number], [number, number]];
    const found = (bbox: number[], crs?: string) =>
      listIds(
        `/collections/gemeenten/items?${query({ bbox: bbox.join(), ...(crs && { 'bbox-crs': crs }) })}`,
      );
    expect(await found([west, south, east, north])).toEqual(['GM9002']);
    expect(await found([west, south, east, north], CRS84)).toEqual(['GM9002']);
    for (const crs of [WGS84, ETRS89]) {
      expect(await found([south, west, north, east], crs)).toEqual(['GM9002']);
      expect(await found([west, south, east, north], crs)).toEqual([]);
    }
    expect(await found([-180, -90, 180, 90])).toHaveLength(8);
    expect(await found([-75, 40, -74, 41])).toEqual([]);
    // A box of 20 cm around a station has it, the one beside it has not.
    const { body } = await get('/collections/componenten/items/W-07-1');
    const [lng, lat] = body.geometry.coordinates;
    const near = (dx: number): Promise<unknown[]> =>
      listIds(
        `/collections/componenten/items?bbox=${[lng + dx - 1e-6, lat - 1e-6, lng + dx + 1e-6, lat + 1e-6].map((value) => value.toFixed(9)).join()}`,
      );
    expect(await near(0)).toEqual(['W-04-1', 'W-07-1']);
    expect(await near(3e-6)).toEqual(['W-04-1']);
  });

  it('finds the same in a box with very many shapes', async () => {
    // In Gors and Heem 55 rows of 200 squares of 10 m, 40 m apart; a box over the first 195 columns holds 10,725.
    await world.db().query(
      `insert into atlas.planvlak (plan_id, onderdeel, naam, geom)
       select 'NL.IMRO.9001.B', 'overig', 'vak ' || i,
         ST_Multi(ST_MakeEnvelope(x, y, x + 10, y + 10, 28992))
       from generate_series(0, 10999) i, lateral (select 130000 + 40 * (i % 200) as x, 411000 + 40 * (i / 200) as y) p
       order by i`,
    );
    const box = query({ bbox: '130000,411000,137765,413200', 'bbox-crs': RD });
    const names: string[] = [];
    let next = `${BASE}/collections/planvlakken/items?${box}&limit=1000`;
    for (let page = 0; page < 2; page += 1) {
      const { body } = await get(next);
      names.push(...body.features.map(({ properties }: any) => properties.naam));
      next = body.links.find(({ rel }: { rel: string }) => rel === 'next').href;
    }
    const expected = Array.from({ length: 11_000 }, (_none, i) => i).filter((i) => i % 200 < 195);
    expect(expected).toHaveLength(10_725);
    expect(names).toEqual(expected.slice(0, 2000).map((i) => `vak ${i}`));
    // The border of neither plan lies there; a box around everything has both.
    expect(await listIds(`/collections/plannen/items?${box}`)).toEqual([]);
    expect(await listIds('/collections/plannen/items?bbox=3,50,8,54')).toHaveLength(2);
    await world.db().query(`delete from atlas.planvlak where naam like 'vak %'`);
  });

  it('tells the same of a thing as /api/v1', async () => {
    const api = async (path: string): Promise<any> => (await request(`/api/v1${path}`)).json();
    const { body } = await get('/collections/projecten/items');
    const { projecten } = await api('/projecten');
    expect(projecten).toHaveLength(7);
    expect(body.features.map(({ id, properties }: any) => ({ id, ...properties }))).toEqual(
      projecten.map(({ lngLat: _lngLat, bboxWgs84: _box, ...shown }: any) => shown),
    );
    for (const [i, { geometry }] of body.features.entries()) {
      const { lngLat } = projecten[i];
      if (lngLat === null) expect(geometry).toBeNull();
      else
        geometry.coordinates.forEach((value: number, axis: number) =>
          expect(value).toBeCloseTo(lngLat[axis], 6),
        );
    }
    const parts = (await get('/collections/componenten/items?projectId=W-02')).body.features;
    const { componenten } = await api('/projecten/W-02');
    expect(
      parts.map(({ id, geometry, properties: { projectId, ...own } }: any) => [
        projectId,
        { id, ...own, geometrie: geometry },
      ]),
    ).toEqual(componenten.map((one: unknown) => ['W-02', one]));
    const { gebieden } = await api('/gebieden?soort=gemeente');
    expect(
      (await get('/collections/gemeenten/items')).body.features.map(({ properties }: any) => properties),
    ).toEqual(gebieden.map(({ bboxWgs84: _box, ...shown }: any) => shown));
    // 10 by 10 km is 10,000 ha.
    expect(gebieden[0].oppervlakteHa).toBe(10_000);
    for (const id of all) {
      const schema = (await get(`/collections/${id}/schema`)).body.properties;
      for (const { properties } of (await get(`/collections/${id}/items`)).body.features)
        for (const name of Object.keys(properties))
          expect([id, Object.keys(schema)]).toEqual([id, expect.arrayContaining([name])]);
    }
  });

  it('narrows by what one can filter on, as /api/v1 does', async () => {
    for (const filter of [
      'provincie=PV92',
      'gemeente=GM9001',
      'resRegio=ES91',
      'subregio=SR-west',
      'fase=verkenning',
      'fase=onbekend',
      'fase=verkenning,realisatie',
      'typeInfraGroep=kabel',
      'energiedrager=waterstof',
    ]) {
      const { projecten } = (await (await request(`/api/v1/projecten?${filter}`)).json()) as any;
      expect([filter, await listIds(`/collections/projecten/items?${filter}`)]).toEqual([
        filter,
        projecten.map(({ id }: any) => id),
      ]);
    }
    expect(await listIds('/collections/gemeenten/items?provincie=PV92')).toEqual([
      'GM9003',
      'GM9004',
      'GM9007',
      'GM9008',
    ]);
    expect(await listIds('/collections/gemeenten/items?naam=Dorp')).toEqual(['GM9004']);
    expect(await listIds('/collections/componenten/items?ligging=indicatief')).toEqual(['W-03-1']);
    expect(await listIds('/collections/componenten/items?provincie=PV92')).toEqual([
      'W-02-1',
      'W-04-1',
      'W-07-1',
    ]);
    expect(
      await listIds('/collections/planvlakken/items?planId=NL.IMRO.9001.B&onderdeel=enkelbestemming'),
    ).toHaveLength(1);
    expect(await listIds('/collections/plannen/items?status=ontwerp')).toEqual(['NL.IMRO.9001.B']);
    for (const id of all) {
      const { body } = await get(`/collections/${id}/queryables`);
      expect(Object.keys(body.properties).length).toBeGreaterThan(0);
      expect(body.$id).toBe(`${BASE}/collections/${id}/queryables`);
    }
  });

  it('looks at the day asked for, or says why it cannot', async () => {
    const gemeenten = (datetime: string) => listIds(`/collections/gemeenten/items?${query({ datetime })}`);
    const [gors, heem] = ['GM9007', 'GM9008'];
    for (const day of ['2022-06-01', '2022-12-31T22:59:59Z', '../2022-12-31', '/2022-12-31']) {
      expect([day, await gemeenten(day)]).toEqual([day, expect.arrayContaining([gors])]);
      expect([day, await gemeenten(day)]).not.toEqual([day, expect.arrayContaining([heem])]);
    }
    // An hour before midnight in UTC it is the new year here.
    for (const day of ['2023-01-01', '2022-12-31T23:00:00Z', '2023-01-01/..']) {
      expect([day, await gemeenten(day)]).toEqual([day, expect.arrayContaining([heem])]);
      expect([day, await gemeenten(day)]).not.toEqual([day, expect.arrayContaining([gors])]);
    }
    expect(await gemeenten('2022-06-01/2023-06-01')).toHaveLength(8);
    expect(await gemeenten('../..')).toHaveLength(8);

    const projecten = (more: string) => listIds(`/collections/projecten/items?${more}`);
    expect(await projecten('limit=3')).not.toContain('W-LATER');
    for (const more of [
      'datetime=2031-01-01',
      'geldigOp=2031-01-01',
      'datetime=2031-01-01T12:00:00%2B01:00&limit=2',
    ])
      expect([more, await projecten(more)]).toEqual([more, expect.arrayContaining(['W-LATER', 'W-01'])]);
    expect(await projecten('datetime=2029-12-31')).not.toContain('W-LATER');
    expect(await projecten('bekendOp=2020-01-01')).toEqual([]);
    await get('/collections/projecten/items/W-LATER?geldigOp=2031-01-01');
    expect((await request(`${BASE}/collections/projecten/items/W-LATER`)).status).toBe(404);
    expect(
      (await refusal('/collections/projecten/items?datetime=2026-01-01/2027-01-01')).errors[0],
    ).toMatchObject({
      veld: 'datetime',
      verwacht: expect.stringContaining('elk project heeft op een dag één stand'),
    });
    await refusal('/collections/projecten/items?datetime=2026-01-01&geldigOp=2026-01-01');
    expect((await refusal('/collections/plannen/items?datetime=2015-01-01')).errors[0].verwacht).toContain(
      'alleen de geladen stand is bekend',
    );
    expect(await listIds('/collections/plannen/items?datetime=2015-01-01/..')).toHaveLength(2);
  });

  it.each([
    ['gemeenten/items?limiet=5', 'limiet', 'onbekende parameter'],
    ['gemeenten/items?bekendOp=2026-01-01', 'bekendOp', 'onbekende parameter'],
    ['gemeenten/items?limit=0', 'limit', 'vanaf 1'],
    ['gemeenten/items?limit=-1', 'limit', 'vanaf 1'],
    ['gemeenten/items?limit=1.5', 'limit', 'vanaf 1'],
    ['gemeenten/items?limit=5&limit=6', 'limit', 'één keer'],
    ['gemeenten/items?bbox=1,2,3', 'bbox', 'vier of zes getallen'],
    ['gemeenten/items?bbox=1,2,3,x', 'bbox', 'vier of zes getallen'],
    ['gemeenten/items?bbox=1,2,3,', 'bbox', 'vier of zes getallen'],
    ['gemeenten/items?bbox=1e999,2,3,4', 'bbox', 'vier of zes getallen'],
    ['gemeenten/items?bbox=170,50,-170,52', 'bbox', 'datumgrens'],
    ['gemeenten/items?bbox=5,53,6,52', 'bbox', 'zuidgrens'],
    ['gemeenten/items?bbox=100000,400000,140000,420000', 'bbox', 'graden'],
    [`gemeenten/items?bbox=140000,400000,100000,420000&bbox-crs=${RD}`, 'bbox', 'laagste x'],
    ['gemeenten/items?bbox=5,52,9,6,53,1', 'bbox', 'hoogte'],
    ['gemeenten/items?bbox-crs=EPSG:28992', 'bbox-crs', RD],
    ['gemeenten/items?crs=http://www.opengis.net/def/crs/EPSG/0/3857', 'crs', CRS84],
    ['gemeenten/items?datetime=gisteren', 'datetime', 'een datum'],
    ['gemeenten/items?datetime=2026-02-30', 'datetime', 'een datum'],
    ['gemeenten/items?datetime=2026-02-01/2026-01-01', 'datetime', 'een datum'],
    ['gemeenten/items?provincie=PV99', 'provincie', 'PV91, PV92'],
    ['projecten/items?fase=klaar', 'fase', 'verkenning'],
    ['projecten/items?bekendOp=gisteren', 'bekendOp', 'een datum'],
    ['projecten/items?geldigOp=2026-02-30', 'geldigOp', 'een datum'],
    ['planvlakken/items?na=x', 'na', 'next'],
    ['gemeenten/items?f=html', 'f', 'json'],
    ['gemeenten/items?naam=%00', 'adres', 'NUL'],
    ['gemeenten?x=1', 'x', 'onbekende parameter'],
    ['gemeenten/items/GM9001?bbox=1,2,3,4', 'bbox', 'onbekende parameter'],
  ])('refuses %s: names the parameter, its value and what is right', async (path, veld, verwacht) => {
    const { errors } = await refusal(`/collections/${path}`);
    expect(errors).toEqual([
      { veld, waarde: expect.any(String), verwacht: expect.stringContaining(verwacht) },
    ]);
  });

  it('names every fault at once, and what does not exist', async () => {
    const { errors } = await refusal(
      '/collections/gemeenten/items?limit=0&bbox=1&crs=x&foo=1&provincie=PV99,PV98',
    );
    expect(errors.map(({ veld }: any) => veld).sort()).toEqual([
      'bbox',
      'crs',
      'foo',
      'limit',
      'provincie',
      'provincie',
    ]);
    for (const path of [
      '/x',
      '/collections/x',
      '/collections/x/items',
      '/collections/gemeenten/items/GM0000',
      '/collections/planvlakken/items/x',
      '/collections/planvlakken/items/999999999999999999',
      '/collections/projecten/tiles',
      '/tiles/x/WebMercatorQuad',
    ]) {
      const response = await request(`${BASE}${path}`);
      expect([path, response.status, response.headers.get('Content-Type')]).toEqual([
        path,
        404,
        'application/problem+json',
      ]);
    }
    const posted = await request(`${BASE}/collections/gemeenten/items`, { method: 'POST', body: '{}' });
    expect([posted.status, posted.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('may be kept until it changes, and read by pages of other sites', async () => {
    const { headers } = await get('/collections/gemeenten/items');
    expect(headers.get('Cache-Control')).toBe('no-cache');
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    const again = await request(`${BASE}/collections/gemeenten/items`, {
      headers: { 'If-None-Match': headers.get('ETag')! },
    });
    expect(again.status).toBe(304);
    const other = await request(`${BASE}/collections/gemeenten/items?limit=1`, {
      headers: { 'If-None-Match': headers.get('ETag')! },
    });
    expect(other.status).toBe(200);
    const head = await request(`${BASE}/collections/gemeenten/items`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('says nothing of a confidential project to who may not know of it, and shows it to its owner', async () => {
    const paths = [
      ...all.flatMap((id) =>
        ['', '/items', '/items?limit=1', '/schema', '/queryables'].map((rest) => `/collections/${id}${rest}`),
      ),
      ...['projecten', 'componenten'].flatMap((id) =>
        [
          'provincie=PV91',
          'gemeente=GM9001',
          `${query({ bbox: '249000,589000,251000,591000', 'bbox-crs': RD })}`,
          'datetime=2031-01-01',
          'bekendOp=2999-01-01',
        ].map((more) => `/collections/${id}/items?${more}`),
      ),
      '/collections',
      '/tiles',
      '/tiles/projecten/WebMercatorQuad',
      '/collections/componenten/tiles/WebMercatorQuad',
    ];
    const told: string[] = [];
    for (const path of paths) {
      const response = await request(`${BASE}${path}`);
      const text = await response.text();
      // Longitude of the place: 250 km east lies past 6.7°, everything else of projects before 5.3°.
      if (/GEHEIM|waluwnest/.test(text)) told.push(path);
      expect([path, response.status]).toEqual([path, 200]);
    }
    expect(told).toEqual([]);
    const extent = async (headers = {}) =>
      (await get('/collections/componenten', headers)).body.extent.spatial.bbox[0][2];
    expect(await extent()).toBeLessThan(5.4);
    expect(await extent(world.owner())).toBeGreaterThan(6.7);
    const limits = async (headers = {}) =>
      (await get('/collections/componenten/tiles/WebMercatorQuad', headers)).body.tileMatrixSetLimits.at(-1)
        .maxTileCol;
    expect(await limits()).toBeLessThan(await limits(world.owner()));

    const hidden = await request(`${BASE}/collections/projecten/items/W-GEHEIM`);
    const absent = await request(`${BASE}/collections/projecten/items/W-NERGENS`);
    expect([hidden.status, (await hidden.text()).replaceAll('GEHEIM', 'NERGENS')]).toEqual([
      absent.status,
      await absent.text(),
    ]);
    expect(await listIds('/collections/projecten/items', world.owner())).toContain('W-GEHEIM');
    const own = await get('/collections/projecten/items?limit=1', world.owner());
    expect([
      own.body.numberMatched,
      (await get('/collections/projecten/items?limit=1')).body.numberMatched,
    ]).toEqual([8, 7]);
    const { body, headers } = await get(
      `/collections/componenten/items/W-GEHEIM-1?${query({ crs: RD })}`,
      world.owner(),
    );
    expect(body.geometry.coordinates).toEqual([250_000, 590_000]);
    expect(headers.get('Cache-Control')).toBe('private, no-cache');
    expect(headers.get('Vary')).toContain('Cookie');
    const other = await request(`${BASE}/collections/componenten/items/W-GEHEIM-1`, {
      headers: { 'If-None-Match': headers.get('ETag')! },
    });
    expect(other.status).toBe(404);
  });
});
