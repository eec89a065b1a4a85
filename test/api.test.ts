// The administrative API from its front door: what is loaded, lists, search, hits, headers and its own description.
import { expect, it } from 'vitest';
import { gebied, gebiedDetail } from '../data/schema/gebied.ts';
import { project, projectDetail } from '../data/schema/project.ts';
import { status } from '../data/schema/bron.ts';
import { laag, treffers, zoekresultaat } from '../data/schema/zoeken.ts';
import { ACCEPT_RD, describeWorld } from './world-app.ts';

describeWorld('lists', ({ get }) => {
  it('says what is loaded, from where and how old', async () => {
    const { body } = await get('/status');
    const answer = status.parse(body);
    expect(answer.databronnen).toHaveLength(11);
    expect(answer.databronnen.find((bron) => bron.id === 'natura2000')).toMatchObject({
      herkomst: 'spiegel',
      peildatum: '2024-01-01',
      dekking: ['PV91'],
    });
  });

  it('lists areas by soort and provincie', async () => {
    const { body } = await get('/gebieden?soort=gemeente,provincie&provincie=PV92');
    const list = body.gebieden.map((one: unknown) => gebied.parse(one));
    expect(list.map((one: { naam: string }) => one.naam)).toEqual(['Camp', 'Dorp', 'Gors', 'Heem', 'Oost']);
    // A square of 10 by 10 km, and four of them.
    expect(list.map((one: { oppervlakteHa: number }) => one.oppervlakteHa)).toEqual([
      10000, 10000, 10000, 10000, 40000,
    ]);
  });

  it('gives one area with its boundary in RD to the millimetre, and its members', async () => {
    const { body, headers } = await get('/gebieden/res-regio/ES92', ACCEPT_RD);
    const detail = gebiedDetail.parse(body);
    expect(headers.get('Content-Crs')).toBe('<http://www.opengis.net/def/crs/EPSG/0/28992>');
    expect(detail.gemeenten.map((one) => one.naam)).toEqual(['Beek', 'Ferm']);
    expect(detail.geometrie).toEqual({
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [110000, 400000],
            [120000, 400000],
            [120000, 420000],
            [110000, 420000],
            [110000, 400000],
          ],
        ],
      ],
    });
  });

  it('gives an area known by name only without a boundary', async () => {
    const { body } = await get('/gebieden/WS92');
    expect(gebiedDetail.parse(body)).toMatchObject({
      geometrie: null,
      oppervlakteHa: null,
      provincies: ['PV92'],
    });
  });

  it('says which part of a gemeente belongs to another operator', async () => {
    const { body } = await get('/gebieden/netbeheerdersgebied/NB-zuid');
    expect(gebiedDetail.parse(body).gemeenten).toContainEqual({
      code: 'GM9006',
      naam: 'Ferm',
      deel: true,
      toelichting: 'Fermse Polder',
    });
  });

  it('lists every project, also without a name or a location', async () => {
    const { body } = await get('/projecten');
    const list = body.projecten.map((one: unknown) => project.parse(one));
    expect(list).toHaveLength(7);
    expect(list.find((one: { id: string }) => one.id === 'W-04')).toMatchObject({
      naam: null,
      titel: 'Project zonder naam: Type onbekend in Beek, Camp',
      ligging: 'geen',
      lngLat: null,
      resRegios: ['ES92', 'ES93'],
    });
  });

  it('filters projects by area, phase, certainty, location and name', async () => {
    const ids = async (query: string): Promise<string[]> =>
      (await get(`/projecten?${query}`)).body.projecten.map((one: { id: string }) => one.id);
    expect(await ids('provincie=PV92')).toEqual(['W-02', 'W-04', 'W-07']);
    expect(await ids('resRegio=ES91')).toEqual(['W-01', 'W-02', 'W-06']);
    expect(await ids('fase=onbekend')).toEqual(['W-03', 'W-04']);
    expect(await ids('fase=realisatie&fase=planuitwerking')).toEqual(['W-01', 'W-05']);
    expect(await ids('metLocatie=false')).toEqual(['W-04']);
    expect(await ids('ligging=indicatief,zoekgebied')).toEqual(['W-03', 'W-06']);
    expect(await ids('q=diep')).toEqual(['W-07']);
    expect(await ids('provincie=PV91&sorteer=-naam')).toEqual([
      'W-06',
      'W-05',
      'W-03',
      'W-01',
      'W-04',
      'W-02',
    ]);
  });

  it('gives one project with its components and sources', async () => {
    const { body } = await get('/projecten/W-02', ACCEPT_RD);
    const detail = projectDetail.parse(body);
    expect(detail.bronnen).toEqual(['verzonnen']);
    expect(detail.componenten).toMatchObject([
      {
        id: 'W-02-1',
        corridorM: 20,
        geometrie: {
          type: 'LineString',
          coordinates: [
            [105000, 405000],
            [135000, 405000],
          ],
        },
      },
    ]);
  });

  it('finds areas and projects by part of the name, accents and capitals aside, and by code', async () => {
    const find = async (q: string): Promise<string[]> =>
      (await get(`/zoeken?q=${encodeURIComponent(q)}`)).body.resultaten.map(
        (one: unknown) => zoekresultaat.parse(one).id,
      );
    expect(await find('AÁRDE')).toEqual(['GM9001', 'W-02', 'W-01']);
    expect(await find('gm9003')).toEqual(['GM9003']);
    expect((await find('west'))[0]).toBe('PV91');
    expect(await find('bestaat niet')).toEqual([]);
  });

  it('gives all hits at a point, in drawing order, with what is near only within the distance asked', async () => {
    // RD 104200, 401500: in Wiesel (outside its hole), in the NNN, in Aarde. Deviation of the conversion < 1 mm.
    const at = 'lng=4.6539761&lat=51.6000954';
    const { body } = await get(`/treffers?${at}`);
    const answer = treffers.parse(body);
    expect(answer.groepen.map((groep) => groep.laag)).toEqual([
      'natura2000',
      'nnn',
      'gemeente',
      'provincie',
      'res-regio',
      'subregio',
      'netbeheerdersgebied',
    ]);
    expect(answer.groepen.find((groep) => groep.laag === 'natura2000')?.treffers).toMatchObject([
      { naam: 'Wiesel', afstandM: 0 },
    ]);
    const wide = treffers.parse((await get(`/treffers?${at}&straalM=1600`)).body);
    expect(wide.groepen.find((groep) => groep.laag === 'ecologische-verbindingen')?.treffers[0]?.naam).toBe(
      'Egelbaan',
    );
  });

  it('says of each layer where it comes from and where it lies', async () => {
    const { body } = await get('/lagen');
    const lagen = body.lagen.map((one: unknown) => laag.parse(one));
    const wiesel = lagen.find((one: { id: string }) => one.id === 'natura2000');
    expect(wiesel).toMatchObject({ peildatum: '2024-01-01', licentie: 'CC0-1.0', dekking: ['PV91'] });
    // The square of Wiesel is 1 km wide: about 0.0145 degrees of longitude at 51.6° north (1000 / (111320 × cos 51.6°)).
    expect(wiesel.bboxWgs84[2] - wiesel.bboxWgs84[0]).toBeCloseTo(0.0145, 3);
  });
});

describeWorld('rules of the API', ({ get, request }) => {
  it('tells its version and safety headers in every answer, also in a refusal', async () => {
    for (const path of ['/api/v1/status', '/api/v1/bestaat-niet', '/api/v1/projecten?fase=x']) {
      const { headers } = await request(path);
      expect(headers.get('API-Version')).toBe('1.0.0');
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('Content-Security-Policy')).not.toMatch(/unsafe-(inline|eval)/);
    }
  });

  it('describes every route in openapi.json, with a contact, open to other sites', async () => {
    const response = await request('/api/v1/openapi.json', { headers: { Origin: 'https://elders.example' } });
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    const document = (await response.json()) as {
      openapi: string;
      info: { contact: object; version: string };
      paths: Record<string, object>;
    };
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.info.contact).sort()).toEqual(['email', 'name', 'url']);
    expect(document.info.version).toMatch(/^\d+\.\d+\.\d+$/);
    for (const path of [
      '/status',
      '/gebieden',
      '/projecten/{id}',
      '/zoeken',
      '/treffers',
      '/lagen',
      '/vragen',
    ]) {
      expect(document.paths).toHaveProperty([path]);
    }
    expect(document.paths['/vragen/bevoegd-gezag']).toHaveProperty('post');
    expect(document.paths['/vragen/grensoverschrijdend']).toHaveProperty('get');
    expect(JSON.stringify(document.info)).toContain('20.000 punten');
  });

  it('answers a list asked for again with 304, and never lets an answer to a question be kept', async () => {
    const first = await request('/api/v1/gebieden?soort=provincie');
    const etag = first.headers.get('ETag');
    expect(etag).toBeTruthy();
    const again = await request('/api/v1/gebieden?soort=provincie', { headers: { 'If-None-Match': etag! } });
    expect(again.status).toBe(304);
    const answer = await request('/api/v1/vragen/grensoverschrijdend');
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
  });

  it('packs long answers for who can unpack them', async () => {
    const { headers } = await request('/api/v1/gebieden', { headers: { 'Accept-Encoding': 'gzip' } });
    expect(headers.get('Content-Encoding')).toBe('gzip');
  });

  it('uses Dutch plural names in kebab-case and camelCase keys', async () => {
    const document = (await get('/openapi.json')).body as {
      paths: Record<string, Record<string, { parameters?: { name: string; in: string }[] }>>;
    };
    for (const [path, methods] of Object.entries(document.paths)) {
      // A file carries its extension: it is kept under that name.
      expect(path).toMatch(/^(\/[a-z]+(-[a-z]+)*|\/\{[a-zA-Z]+\})+(\.xlsx)?$/);
      for (const { parameters = [] } of Object.values(methods)) {
        for (const { name } of parameters.filter((one) => one.in === 'query'))
          expect(name).toMatch(/^[a-z][a-zA-Z0-9]*$/);
      }
    }
  });
});
