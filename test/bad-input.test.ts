// Input that is wrong is refused with the field, the value and what would be right; never a 500, never slow.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { probleem, type Probleem } from '../data/schema/probleem.ts';
import { CONTENT_RD, describeWorld } from './world-app.ts';
import { SLOWEST } from './slowest.ts';

/** Generous: the first statement of an engine and a busy machine together. What is refused takes milliseconds. */
const SLOW_MS = 3000 * SLOWEST;
const utrecht: [number, number] = [5.12, 52.09];
const square = (x: number, y: number, size: number): [number, number][] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings });

describeWorld('bad input', ({ request, post }) => {
  /** The refusal of a question; fails when it is not one, or took longer than SLOW_MS. */
  async function refuse(geometrie: unknown, headers: Record<string, string> = {}): Promise<Probleem> {
    return refuseBody({ geometrie }, headers);
  }
  async function refuseBody(body: unknown, headers: Record<string, string> = {}): Promise<Probleem> {
    const start = performance.now();
    const response = await post('/vragen/bevoegd-gezag', body, headers);
    expect(performance.now() - start).toBeLessThan(SLOW_MS);
    expect([400, 404]).toContain(response.status);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    return probleem.parse(await response.json());
  }

  it('names where a polygon crosses itself', async () => {
    const bow = polygon([
      [5, 52],
      [5.2, 52.2],
      [5.2, 52],
      [5, 52.2],
      [5, 52],
    ]);
    const { errors } = await refuse(bow);
    expect(errors?.[0]?.veld).toBe('geometrie.coordinates');
    expect(errors?.[0]?.verwacht).toMatch(/randen elkaar niet kruisen.*\[5\.1\d*, 52\.1\d*\]/);
  });

  it('offers the closing of an open ring', async () => {
    const open = [
      [5, 52],
      [5.1, 52],
      [5.1, 52.1],
    ];
    const { errors } = await refuse(polygon(open));
    expect(errors?.[0]).toMatchObject({
      veld: 'geometrie.coordinates[0][2]',
      voorstel: { ring: [...open, [5, 52]] },
    });
    expect(errors?.[0]?.verwacht).toMatch(/gesloten/);
  });

  it.each([
    ['empty point', { type: 'Point', coordinates: [] }, /twee getallen/],
    ['empty polygon', { type: 'Polygon', coordinates: [] }, /lege geometrie/],
    ['empty ring', polygon([]), /lege geometrie/],
    ['empty multi', { type: 'MultiPoint', coordinates: [] }, /lege geometrie/],
    ['height', { type: 'Point', coordinates: [...utrecht, 3] }, /hoogte/],
    [
      'height and measure',
      {
        type: 'LineString',
        coordinates: [
          [5, 52, 1, 1],
          [5.1, 52, 1, 1],
        ],
      },
      /hoogte/,
    ],
    ['text for a number', { type: 'Point', coordinates: ['5.12', 52.09] }, /eindig getal/],
    ['null for a number', { type: 'Point', coordinates: [null, 52.09] }, /eindig getal/],
    ['no coordinates', { type: 'Point' }, /positie van twee getallen/],
    [
      'too deep',
      {
        type: 'LineString',
        coordinates: [
          [
            [5, 52],
            [5.1, 52],
          ],
        ],
      },
      /te diep genest/,
    ],
    [
      'too shallow',
      {
        type: 'Polygon',
        coordinates: [
          [5, 52],
          [5.1, 52],
          [5, 52],
        ],
      },
      /lijst met posities|positie/,
    ],
    ['one-point line', { type: 'LineString', coordinates: [utrecht] }, /minstens twee/],
    ['line without length', { type: 'LineString', coordinates: [utrecht, utrecht] }, /met lengte/],
    [
      'ring of three',
      polygon([
        [5, 52],
        [5.1, 52],
        [5, 52],
      ]),
      /minstens vier/,
    ],
    [
      'a collection',
      { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: utrecht }] },
      /elk apart/,
    ],
    ['a feature collection', { type: 'FeatureCollection', features: [] }, /één Feature/],
    ['a feature without geometry', { type: 'Feature', geometry: null, properties: {} }, /heeft er geen/],
    ['an unknown type', { type: 'Circle', coordinates: utrecht }, /een van: Point/],
    ['a type in lower case', { type: 'point', coordinates: utrecht }, /een van: Point/],
    ['text', 'POINT(5 52)', /GeoJSON/],
    ['null', null, /GeoJSON/],
    ['a list', [5, 52], /GeoJSON/],
    ['a hole outside', polygon(square(5, 52, 0.1), square(5.5, 52, 0.1)), /binnen de buitenrand/],
    [
      'overlapping parts',
      { type: 'MultiPolygon', coordinates: [[square(5, 52, 0.1)], [square(5.05, 52.05, 0.1)]] },
      /geldig|kruisen|in elkaar/,
    ],
    [
      'another CRS in the geometry',
      { type: 'Point', coordinates: utrecht, crs: { type: 'name', properties: { name: 'EPSG:28992' } } },
      /Content-Crs/,
    ],
    [
      'an unknown CRS in the geometry',
      { type: 'Point', coordinates: utrecht, crs: { type: 'name', properties: { name: 'EPSG:3857' } } },
      /CRS84 of EPSG:28992/,
    ],
  ])('refuses %s', async (_name, geometrie, expected) => {
    const { status, errors } = await refuse(geometrie);
    expect(status).toBe(400);
    expect(errors?.map((one) => one.verwacht).join('\n')).toMatch(expected);
    expect(errors?.every((one) => one.veld.startsWith('geometrie'))).toBe(true);
  });

  it('refuses a place outside the country, and offers the swap when that is plainly it', async () => {
    expect((await refuse({ type: 'Point', coordinates: [2.35, 48.85] })).errors?.[0]?.verwacht).toMatch(
      /binnen Nederland/,
    );
    const swapped = await refuse({
      type: 'LineString',
      coordinates: [
        [52.09, 5.12],
        [52.1, 5.2],
      ],
    });
    expect(swapped.errors?.[0]?.verwacht).toMatch(/omgewisseld/);
    expect(swapped.errors?.[0]?.voorstel).toEqual({
      geometrie: {
        type: 'LineString',
        coordinates: [
          [5.12, 52.09],
          [5.2, 52.1],
        ],
      },
    });
    const swappedRd = await refuse({ type: 'Point', coordinates: [463_000, 155_000] }, CONTENT_RD);
    expect(swappedRd.errors?.[0]?.voorstel).toEqual({
      geometrie: { type: 'Point', coordinates: [155_000, 463_000] },
    });
  });

  it('offers the other CRS when that is plainly it', async () => {
    const rd = await refuse({ type: 'Point', coordinates: [155_000, 463_000] });
    expect(rd.errors?.[0]?.voorstel).toEqual({ contentCrs: '<http://www.opengis.net/def/crs/EPSG/0/28992>' });
    const degrees = await refuse({ type: 'Point', coordinates: utrecht }, CONTENT_RD);
    expect(degrees.errors?.[0]?.verwacht).toMatch(/laat dan de header Content-Crs weg/);
  });

  it('refuses an unknown CRS with the two it knows', async () => {
    const { errors } = await refuse(
      { type: 'Point', coordinates: utrecht },
      { 'Content-Crs': '<http://www.opengis.net/def/crs/EPSG/0/3857>' },
    );
    expect(errors?.[0]).toMatchObject({ veld: 'Content-Crs' });
    expect(errors?.[0]?.verwacht).toMatch(/CRS84.*28992/);
    const wanted = await post(
      '/vragen/bevoegd-gezag',
      { projectId: 'W-01' },
      { 'Accept-Crs': '<EPSG:3857>' },
    );
    expect(wanted.status).toBe(406);
  });

  it('tells every fault at once', async () => {
    const { errors } = await refuseBody({
      geometrie: polygon(
        [
          [5, 'x'],
          [5.1, 52, 3],
          [5.1, 52.1],
        ],
        [],
      ),
      kenmerken: { spanningKv: 'hoog', soortObject: 'molen', kleur: 'rood' },
      onzin: 1,
    });
    expect(errors?.map((one) => one.veld)).toEqual([
      'geometrie.coordinates[0][0][1]',
      'geometrie.coordinates[0][1]',
      'geometrie.coordinates[1]',
      'kenmerken.soortObject',
      'kenmerken.spanningKv',
      'kenmerken.kleur',
      'onzin',
    ]);
    expect(errors?.find((one) => one.veld === 'kenmerken.soortObject')?.verwacht).toMatch(
      /een van: station, /,
    );
  });

  it('wants a geometry or a project, not both and not neither', async () => {
    expect((await refuseBody({})).errors?.[0]?.verwacht).toMatch(/een van beide/);
    expect(
      (await refuseBody({ projectId: 'W-01', geometrie: { type: 'Point', coordinates: utrecht } }))
        .errors?.[0]?.verwacht,
    ).toMatch(/een van beide/);
    expect((await refuseBody([1])).errors?.[0]?.verwacht).toMatch(/object/);
  });

  it.each([['W-99'], ["'; drop table atlas.project; --"], ['%'], ['W-01 '], ['💥']])(
    'knows no project %s',
    async (projectId) => {
      const problem = await refuseBody({ projectId });
      expect(problem).toMatchObject({ status: 404 });
      expect((await post('/vragen/bevoegd-gezag', { projectId: 'W-01' })).status).toBe(200);
    },
  );

  it.each([[42], [''], ['x'.repeat(101)], ['W\u0000-01'], [null]])(
    'refuses %j for a project',
    async (projectId) => {
      expect(await refuseBody({ projectId })).toMatchObject({ status: 400 });
    },
  );

  it('refuses 20,001 vertices and 200,000 at once, before any geometry work', async () => {
    for (const count of [20_001, 200_000]) {
      // Short numbers: 200,000 of them fit in 5 MB.
      const line = {
        type: 'LineString',
        coordinates: Array.from({ length: count }, (_, i) => [5 + (i % 2), 52]),
      };
      const { errors } = await refuse(line);
      expect(errors?.[0]?.verwacht).toMatch(/hoogstens 20000 punten/);
    }
  });

  it.each([
    [{ kenmerken: { spanningKv: 0 } }, 'kenmerken.spanningKv', 'meer dan 0'],
    [{ kenmerken: { drukBar: -1 } }, 'kenmerken.drukBar', 'meer dan 0'],
    [{ peildatum: '2024-02-30' }, 'peildatum', 'een bestaande datum als jaar-maand-dag, zoals 2026-07-01'],
  ])('says of a parameter what would be right: %j', async (parameters, veld, verwacht) => {
    const geometrie = { type: 'Point', coordinates: utrecht };
    const response = await post('/vragen/bevoegd-gezag', { geometrie, ...parameters });
    expect(response.status).toBe(400);
    const { errors } = probleem.parse(await response.json());
    expect(errors?.map((one) => [one.veld, one.verwacht])).toEqual([[veld, verwacht]]);
  });

  it('offers an unclosed ring closed and whole, or not at all', async () => {
    const toRing = (count: number) =>
      Array.from({ length: count }, (_, i) => {
        const angle = (2 * Math.PI * i) / count;
        return [5.1 + 0.01 * Math.cos(angle), 52.1 + 0.01 * Math.sin(angle)];
      });
    const ring = toRing(250);
    const [short] = (await refuse(polygon(ring))).errors ?? [];
    expect(short?.voorstel).toEqual({ ring: [...ring, ring[0]] });
    const [long] = (await refuse(polygon(toRing(2000)))).errors ?? [];
    expect(long?.verwacht).toMatch(/gesloten rand/);
    expect(long).not.toHaveProperty('voorstel');
  });

  it.each([
    // 10,000 spikes of 3 km: there and back some 60,000 km. In degrees: 20,000 times 0.1° of latitude, 11 km each.
    ['in RD', CONTENT_RD, (i: number) => 40_000 + (i % 2) * 3000, [180_000, 500_000]],
    ['in degrees', {}, (i: number) => 0.2 + (i % 2) * 0.1, [5.5, 52.3]],
  ] as const)(
    'refuses an edge that goes up and down without end, %s',
    async (_name, headers, toRadius, [x, y]) => {
      const ring = Array.from({ length: 19_990 }, (_, i): [number, number] => {
        const angle = (2 * Math.PI * i) / 19_990;
        return [x + toRadius(i) * Math.cos(angle), y + toRadius(i) * Math.sin(angle)];
      });
      const { errors } = await refuse(polygon([...ring, ring[0]!]), headers);
      expect(errors).toHaveLength(1);
      expect(errors?.[0]).toMatchObject({ veld: 'geometrie.coordinates' });
      expect(errors?.[0]?.waarde).toMatch(/^\d{5,} km lijn en rand$/);
      expect(errors?.[0]?.verwacht).toMatch(/hoogstens 5000 km/);
    },
  );

  it('refuses a body of 20 MB and one without a stated length', async () => {
    const big = `{"geometrie":"${'x'.repeat(20 * 1024 * 1024)}"}`;
    const start = performance.now();
    const stated = await request('/api/v1/vragen/overlap', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Content-Length': String(big.length) },
      body: big,
    });
    expect(stated.status).toBe(413);
    const streamed = await request('/api/v1/vragen/overlap', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: big,
    });
    expect(streamed.status).toBe(413);
    expect(probleem.parse(await streamed.json()).detail).toMatch(/5 MB/);
    expect(performance.now() - start).toBeLessThan(SLOW_MS);
  });

  it.each([
    ['', /leeg/],
    ['{"geometrie":', /geldige JSON/],
    ['{"geometrie":{"type":"Point","coordinates":[NaN,52]}}', /NaN/],
    ['<gml:Point/>', /geldige JSON/],
    ['['.repeat(100_000), /geldige JSON/],
  ])('refuses a body that is not JSON: %.40s', async (body, expected) => {
    const response = await request('/api/v1/vragen/overlap', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    });
    expect(response.status).toBe(400);
    expect(probleem.parse(await response.json()).errors?.[0]?.verwacht).toMatch(expected);
  });

  it('survives JSON nested without end', async () => {
    const depth = 200_000;
    const response = await request('/api/v1/vragen/overlap', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: `{"geometrie":{"type":"Polygon","coordinates":${'['.repeat(depth)}${']'.repeat(depth)}}}`,
    });
    expect(response.status).toBe(400);
  });

  it.each([['text/plain'], ['application/x-www-form-urlencoded'], ['application/xml'], [undefined]])(
    'refuses content type %s',
    async (type) => {
      const response = await request('/api/v1/vragen/overlap', {
        method: 'POST',
        headers: type ? { 'Content-Type': type } : {},
        body: new TextEncoder().encode('{"projectId":"W-01"}'),
      });
      expect(response.status).toBe(415);
      expect(probleem.parse(await response.json()).detail).toMatch(/application\/json/);
    },
  );

  it.each([
    ['/projecten?fase=plan', /een van: verkenning/],
    ['/projecten?gemeente=GM0000', /een code van gemeente: GM9001/],
    ['/projecten?phase=plan', /onbekende parameter.*fase/],
    ['/projecten?metLocatie=ja', /een van: true, false/],
    ['/gebieden?soort=stad', /een van: gemeente/],
    ['/gebieden/stad/GM9001', /een van: gemeente/],
    ['/treffers?lng=5', /getal/],
    ['/treffers?lng=52.09&lat=5.12', /omgewisseld/],
    ['/treffers?lng=x&lat=52', /getal/],
    ['/zoeken', /tekst/],
    ['/zoeken?q=%20', /minstens 1/],
    ['/zoeken?q=a&limiet=1000', /hoogstens 100/],
    ['/status?x=1', /geen parameters/],
    ['/vragen/grensoverschrijdend?provincie=PV00', /een van: PV91, PV92/],
    ['/vragen/grensoverschrijdend?afstandM=ver', /getal/],
    ['/vragen/grensoverschrijdend?afstandM=', /getal/],
    ['/vragen/grensoverschrijdend?afstandM=%20', /getal/],
    ['/vragen/grensoverschrijdend?afstandM=0x10', /getal/],
    ['/vragen/grensoverschrijdend?afstandM=-1', /minstens 0$/],
    ['/treffers?lng=5.12&lat=52.09&straalM=', /getal/],
    ['/treffers?lng=5.12&lat=52.09&straalM=1e3', /getal/],
    ['/treffers?lng=&lat=52.09', /getal/],
    ['/zoeken?q=a&limiet=', /getal/],
    ['/zoeken?q=a&limiet=1.5', /geheel getal/],
    ['/vragen/grensoverschrijdend?formaat=pdf', /json, csv, geojson/],
  ])('refuses GET %s', async (path, expected) => {
    const response = await request(`/api/v1${path}`);
    expect(response.status).toBe(400);
    const problem = probleem.parse(await response.json());
    expect(problem.errors?.map((one) => one.verwacht).join('\n')).toMatch(expected);
  });

  it.each([
    ['/gebieden/GM0000'],
    ['/gebieden/provincie/GM9001'],
    ['/projecten/%27%20or%201%3D1'],
    ['/vragen/wie'],
    ['/gebieden/'],
  ])('knows no GET %s', async (path) => {
    const response = await request(`/api/v1${path}`);
    expect(response.status).toBe(404);
    expect(probleem.parse(await response.json()).detail).not.toBe('');
  });

  const folder = resolve(import.meta.dirname, '../../shared/data/6-formaten');
  const files = existsSync(folder)
    ? ['geojson-ongeldig', 'geojson-vreemd'].flatMap((name) =>
        (readdirSync(resolve(folder, name), { recursive: true }) as string[])
          .filter((file) => /\.(geo)?json$/.test(file))
          .map((file) => resolve(folder, name, file)),
      )
    : [];

  it.runIf(files.length > 0)(
    'refuses or answers every odd file of the mirror, none with a fault, none slowly',
    async () => {
      for (const file of files) {
        const content = readFileSync(file, 'utf8');
        const start = performance.now();
        const response = await request('/api/v1/vragen/bevoegd-gezag', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: `{"geometrie":${content}}`,
        });
        expect([file, response.status < 500]).toEqual([file, true]);
        // None of these files lies in the Netherlands as one geometry in CRS84.
        expect([file, response.status]).toEqual([file, 400]);
        expect(probleem.parse(await response.json()).errors?.length).toBeGreaterThan(0);
        expect(performance.now() - start).toBeLessThan(SLOW_MS);
      }
    },
  );
});
