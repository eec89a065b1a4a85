// Nothing that is not for somebody's eyes is in anything they can get: every route of the OpenAPI document, files,
// tiles, search, counts, errors and what is kept in memory, asked by people with different rights.
import { gunzipSync, inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { records } from '../data/records/index.ts';
import { engines } from './engines.ts';
import { openRightsWorld, PROJECTS, type RightsWorld, type Secret, type Viewer } from './rights-world.ts';
import { decodeTile, tileAt } from './tiles-app.ts';

describe.each(engines)('rights (%s)', (engine) => {
  let world: RightsWorld;
  let byWord: Map<string, Secret>;
  let others: Secret[];
  /** Everything each viewer was told, by viewer. */
  const told = new Map<string, Set<string>>();
  beforeAll(async () => {
    world = await openRightsWorld(engine);
    const isOneWord = ({ words }: Secret) => words.length === 1 && /^kiem[0-9a-f]{10}$/.test(words[0]!);
    byWord = new Map(world.secrets.filter(isOneWord).map((secret) => [secret.words[0]!, secret]));
    others = world.secrets.filter((secret) => !isOneWord(secret));
  });
  afterAll(() => world?.remove());

  /** The answer as one text, with what is packed in it unpacked; what it echoes of the question is left out. */
  async function textOf(response: Response, path: string): Promise<string> {
    const bytes = Buffer.from(await response.arrayBuffer());
    const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
    const body = `${toText(bytes)}\n${headers}`;
    return body.replaceAll(path, '').replaceAll(decodeURIComponent(path.split('?')[0]!), '');
  }

  /** The secrets that a text tells. Most are one word of the same form, and these are looked for all at once. */
  function findSecrets(text: string): Secret[] {
    const found = new Set(text.match(/kiem[0-9a-f]{10}/g));
    return [
      ...[...found].flatMap((word) => byWord.get(word) ?? []),
      ...others.filter(({ words }) => words.some((word) => text.includes(word))),
    ];
  }

  /** Asks as everybody and looks for secrets in the answers. */
  async function ask(
    path: string,
    init: RequestInit = {},
    viewers: Viewer[] = world.viewers,
  ): Promise<string[]> {
    const leaks: string[] = [];
    for (const viewer of viewers) {
      const headers = { ...(init.headers as Record<string, string>), ...viewer.headers };
      const response = await world.request(path, { ...init, headers });
      const text = await textOf(response, path);
      if (response.status >= 500)
        leaks.push(`${viewer.naam} ${init.method ?? 'GET'} ${path}: ${response.status}`);
      const seen = told.get(viewer.naam) ?? new Set<string>();
      told.set(viewer.naam, seen);
      for (const { where, level } of findSecrets(text)) {
        seen.add(where);
        if (viewer.level < level) leaks.push(`${viewer.naam} ${init.method ?? 'GET'} ${path}: ${where}`);
      }
    }
    return leaks;
  }

  /** Where S-0-2 lies. */
  async function findPlace(): Promise<{ lng: number; lat: number }> {
    const [at] = await world.db.query<{ lng: number; lat: number }>(
      `select ST_X(p)::float8 as lng, ST_Y(p)::float8 as lat
       from (select ST_Transform(geom, 4326) as p from atlas.component where id = 'S-0-2') c`,
    );
    return at!;
  }

  async function listPaths(
    document = '/api/v1/openapi.json',
  ): Promise<Record<string, Record<string, { parameters?: { name: string }[] }>>> {
    const response = await world.request(document);
    return ((await response.json()) as { paths: never }).paths;
  }

  it('tells no secret in any answer to a GET, now or looking back', async () => {
    const templates = [
      ...Object.entries(await listPaths()).map((one) => ['/api/v1', ...one] as const),
      ...Object.entries(await listPaths('/ogc/v1/api')).map((one) => ['/ogc/v1', ...one] as const),
    ].filter(([, , methods]) => methods['get']);
    expect(templates.length).toBeGreaterThan(140);
    const leaks: string[] = [];
    for (const [base, template] of templates) {
      // Leads to a provider elsewhere.
      if (template.startsWith('/aanmelden/')) continue;
      for (const path of fillPath(template, world.ids)) {
        leaks.push(...(await ask(`${base}${path}`)));
      }
      const then = encodeURIComponent(world.before);
      for (const path of fillPath(template, world.ids).slice(0, 12)) {
        leaks.push(...(await ask(`${base}${path}?bekendOp=${then}`)));
        leaks.push(...(await ask(`${base}${path}?bekendOp=2025-03-01&geldigOp=2030-01-01`)));
      }
    }
    expect(leaks).toEqual([]);
  });

  it('tells none in files, filters, search, hits and questions', async () => {
    const leaks: string[] = [];
    const get = async (path: string, headers?: Record<string, string>) =>
      leaks.push(...(await ask(`/api/v1${path}`, headers ? { headers } : {})));
    const rd = { 'Accept-Crs': '<http://www.opengis.net/def/crs/EPSG/0/28992>' };
    for (const formaat of ['csv', 'geojson']) await get(`/projecten?formaat=${formaat}`);
    for (const id of PROJECTS) {
      await get(`/projecten/${id}`, rd);
      await get(`/projecten/${id}/fiche`, rd);
      await get(`/projecten/${id}/geschiedenis?veld=doel`);
      await get(`/projecten/${id}/geschiedenis?veld=vertrouwelijkheid`);
    }
    for (const { meervoud } of records.filter(({ naam }) => naam !== 'project')) {
      await get(`/${meervoud}?project=${PROJECTS.join()}`);
      await get(`/${meervoud}?provincie=PV91`, rd);
      await get(`/${meervoud}?gemeente=GM9001`);
    }
    for (const name of ['grensoverschrijdend', 'ruimtebeslag-projecten', 'ibn-verschuiving']) {
      for (const formaat of ['json', 'csv', 'geojson']) {
        await get(`/vragen/${name}?formaat=${formaat}`);
        await get(`/vragen/${name}?formaat=${formaat}&bekendOp=${encodeURIComponent(world.before)}`);
      }
    }
    await get('/treffers?lng=5.1&lat=51.6&straalM=5000');
    const uri = rd['Accept-Crs'].slice(1, -1);
    const box = `bbox=90000,390000,150000,430000&bbox-crs=${uri}`;
    for (const id of ['projecten', 'componenten']) {
      for (const more of [
        box,
        `${box}&crs=${uri}&limit=1`,
        'provincie=PV91',
        'gemeente=GM9001',
        'datetime=2030-01-01',
      ])
        leaks.push(...(await ask(`/ogc/v1/collections/${id}/items?${more}`)));
      leaks.push(
        ...(await ask(`/ogc/v1/collections/${id}/items?${box}&bekendOp=${encodeURIComponent(world.before)}`)),
      );
    }
    const { x, y } = { x: 101_437, y: 402_411 };
    const around = [x - 500, y - 500, x + 15_000, y + 5000] as const;
    const geometrie = {
      type: 'Polygon',
      coordinates: [
        [
          [around[0], around[1]],
          [around[2], around[1]],
          [around[2], around[3]],
          [around[0], around[3]],
          [around[0], around[1]],
        ],
      ],
    };
    const headers = { 'Content-Type': 'application/json', 'Content-Crs': rd['Accept-Crs'], ...rd };
    for (const name of ['bevoegd-gezag', 'overlap', 'ruimtebeslag', 'afstand-tot-net']) {
      for (const body of [{ geometrie }, ...PROJECTS.map((projectId) => ({ projectId }))]) {
        for (const query of ['', '?formaat=csv', `?bekendOp=${encodeURIComponent(world.before)}`]) {
          leaks.push(
            ...(await ask(`/api/v1/vragen/${name}${query}`, {
              method: 'POST',
              headers,
              body: JSON.stringify(body),
            })),
          );
        }
      }
    }
    expect(leaks).toEqual([]);
  });

  it('finds nothing by a word that is hidden', async () => {
    for (const {
      where,
      words: [word],
      level,
    } of world.secrets.filter(({ where }) => / (naam|pmiek_nummer)$/.test(where))) {
      for (const viewer of world.viewers) {
        const get = async (path: string): Promise<any> =>
          (await world.request(`/api/v1${path}`, { headers: viewer.headers })).json();
        const list = await get(`/projecten?q=${word}`);
        const found = await get(`/zoeken?q=${word}`);
        if (viewer.level < level)
          expect([where, viewer.naam, list.aantal, found.resultaten]).toEqual([where, viewer.naam, 0, []]);
      }
    }
  });

  it('tells none in the tiles, at every depth, packed or not', async () => {
    const places = await world.db.query<{ lng: number; lat: number }>(
      `select distinct ST_X(p)::float8 as lng, ST_Y(p)::float8 as lat
       from (select ST_Transform(geom, 4326) as p from atlas.component where id like 'S-%') c`,
    );
    expect(places).toHaveLength(11);
    const leaks: string[] = [];
    for (const { lng, lat } of places) {
      for (const z of [4, 8, 11, 14, 15]) {
        const { x, y } = tileAt(lng, lat, z);
        for (const query of ['', `?bekendOp=${encodeURIComponent(world.before)}`]) {
          leaks.push(...(await ask(`/tegels/projecten/${z}/${x}/${y}.mvt${query}`)));
        }
      }
    }
    leaks.push(...(await ask('/tegels/projecten.json')));
    expect(leaks).toEqual([]);
  });

  it('draws for outsiders the square kilometre, nothing, or the place: as was chosen', async () => {
    const at = await findPlace();
    const { x, y } = tileAt(at.lng, at.lat, 6);
    const draw = async ({ headers }: Viewer) => {
      const response = await world.request(`/tegels/projecten/6/${x}/${y}.mvt`, {
        headers: { ...headers, 'Accept-Encoding': 'identity' },
      });
      const { component } = decodeTile(new Uint8Array(await response.arrayBuffer()));
      return Object.fromEntries(
        component!
          .filter(({ properties }) => String(properties['component_id']).startsWith('S-0'))
          .map(({ properties, type }) => [properties['component_id'], [type, properties['ligging']]]),
      );
    };
    const [point, square] = [
      [1, 'exact'],
      [3, 'zoekgebied'],
    ];
    const outside = { 'S-0-2': square, 'S-0-4': point, 'S-0-5': square };
    const whole = { 'S-0-1': point, 'S-0-2': point, 'S-0-3': point, 'S-0-4': point, 'S-0-5': point };
    for (const viewer of world.viewers) {
      const expected =
        viewer.level === 2 ? whole : viewer.level === 1 ? { ...outside, 'S-0-1': point } : outside;
      expect([viewer.naam, await draw(viewer)]).toEqual([viewer.naam, expected]);
    }
    const [cell] = await world.db
      .as({ account: null, organisatie: null, bekendOp: null, geldigOp: null })
      .query<{ wkt: string }>(
        `select ST_AsText(ST_Normalize(geom)) as wkt from atlas.component_nu where id = 'S-0-2'`,
      );
    // The point lies at 102,440 / 402,463.
    expect(cell!.wkt).toBe(
      'POLYGON((102000 402000,102000 403000,103000 403000,103000 402000,102000 402000))',
    );
  });

  it('counts for outsiders what they may know of, and nothing else', async () => {
    const expected: Record<number, string[]> = {
      0: PROJECTS.filter((id) => id !== 'S-3'),
      1: PROJECTS.filter((id) => id !== 'S-3'),
      2: [...PROJECTS],
    };
    for (const { naam, level, headers } of world.viewers) {
      const response = await world.request('/api/v1/projecten?q=S-', { headers });
      const { aantal, projecten } = (await response.json()) as { aantal: number; projecten: any[] };
      const ours = projecten.filter(({ id }) => id.startsWith('S-'));
      expect([naam, ours.map(({ id }) => id), aantal]).toEqual([naam, expected[level], projecten.length]);
    }
  });

  it('shows of a project from outside its number, provincie, gemeente, carrier and kind', async () => {
    const outsider = world.viewers.find(({ naam }) => naam === 'buitenstaander')!;
    const response = await world.request('/api/v1/projecten/S-2', { headers: outsider.headers });
    const shown = Object.entries((await response.json()) as object).filter(
      ([, value]) =>
        value !== null && !(Array.isArray(value) && value.length === 0) && JSON.stringify(value) !== '{}',
    );
    expect(Object.fromEntries(shown)).toMatchObject({
      id: 'S-2',
      provincies: ['PV91'],
      gemeenten: [{ code: 'GM9001', naam: 'Aarde' }],
      energiedrager: 'elektriciteit',
      typeInfraGroep: 'station',
      ligging: 'geen',
      isBuitenbeeld: true,
    });
    // What follows from those: a title, and the areas the gemeente is part of.
    expect(shown.map(([name]) => name).sort()).toEqual(
      [
        'energiedrager',
        'gemeenten',
        'id',
        'isBuitenbeeld',
        'ligging',
        'provincies',
        'resRegios',
        'subregios',
        'titel',
        'typeInfraGroep',
      ].sort(),
    );
  });

  it('has no other words for what is hidden than for what is not there', async () => {
    const outsiders = world.viewers.filter(({ level }) => level === 0);
    const paths = await listPaths();
    const answer = async (method: string, path: string, viewer: Viewer) => {
      const response = await world.request(`/api/v1${path}`, {
        method,
        headers: { 'Content-Type': 'application/json', 'If-Match': '"1"', ...viewer.headers },
        ...(method !== 'GET' && { body: JSON.stringify({ gegevens: {}, reden: 'proef' }) }),
      });
      const text = (await response.text())
        .replaceAll(path, '')
        .replaceAll(/S-3|S-9|[a-z]+-s3|[a-z]+-s9/g, '…');
      return [method, path.replace(/-?s?[39]$/, ''), response.status, text];
    };
    let compared = 0;
    for (const viewer of outsiders) {
      for (const [template, methods] of Object.entries(paths)) {
        for (const method of Object.keys(methods).map((one) => one.toUpperCase())) {
          if (!/^\/(projecten\/\{id\}|[a-z-]+\/\{rid\})/.test(template)) continue;
          const table = records.find(({ meervoud }) => template.startsWith(`/${meervoud}/{rid}`))?.tabel;
          if (table === 'component') continue;
          const fillIn = (n: string) => template.replace('{id}', `S-${n}`).replace('{rid}', `${table}-s${n}`);
          const [hidden, absent] = [
            await answer(method, fillIn('3'), viewer),
            await answer(method, fillIn('9'), viewer),
          ];
          expect(hidden.slice(2)).toEqual(absent.slice(2));
          expect(hidden[2]).toBeGreaterThanOrEqual(400);
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(150);
  });

  it('never says "unchanged" to somebody else', async () => {
    const owner = world.viewers[0]!;
    const at = await findPlace();
    const tile = tileAt(at.lng, at.lat, 9);
    for (const path of [
      '/api/v1/projecten',
      '/api/v1/projecten/S-0',
      '/api/v1/projecten/S-2',
      '/api/v1/acties',
      '/ogc/v1/collections/projecten/items',
      '/ogc/v1/collections/componenten/items',
      `/tegels/projecten/9/${tile.x}/${tile.y}.mvt`,
    ]) {
      const first = await world.request(path, { headers: owner.headers });
      const tag = first.headers.get('ETag');
      expect([path, first.headers.get('Cache-Control')?.includes('public')]).toEqual([path, false]);
      expect([path, first.headers.get('Vary')]).toEqual([path, expect.stringContaining('Cookie')]);
      if (!tag) continue;
      const other = await world.request(path, { headers: { 'If-None-Match': tag } });
      expect([path, other.status]).toEqual([path, 200]);
    }
  });

  it('told everybody all they may see', () => {
    for (const { naam, level } of world.viewers) {
      const missing = world.secrets
        .filter((secret) => secret.level <= level && !told.get(naam)?.has(secret.where))
        .map(({ where }) => where);
      expect([naam, missing]).toEqual([naam, []]);
    }
  });

  it('holds against SQL of its own making', async () => {
    const reader = world.db.as({ account: null, organisatie: null, bekendOp: null, geldigOp: null });
    for (const table of [
      'project',
      'component',
      'project_beeld',
      'component_beeld',
      'account',
      'rol',
      'sessie',
      'uitnodiging',
      'aanmeldpoging',
      'auditregel',
      'project_beperking',
    ])
      await expect(reader.query(`select * from atlas.${table}`)).rejects.toThrow(/permission denied/);
    for (const statement of [
      'delete from atlas.actie',
      'update atlas.actie set activiteit = $$x$$',
      'truncate atlas.plan',
      'create table atlas.eigen ()',
      'select atlas.beeld_project(array[$$S-0$$])',
    ])
      await expect(reader.query(statement)).rejects.toThrow(/permission denied/);
    for (const table of [
      'project_open',
      'project_besloten',
      'component_open',
      'component_besloten',
      'tegel_component',
      'tegel_component_besloten',
      'project_versies',
      'component_versies',
    ]) {
      const rows = await reader.query(`select to_jsonb(t) as alles from atlas.${table} t`);
      const text = JSON.stringify(rows);
      const leaks = world.secrets.filter(
        ({ level, words }) => level > 0 && words.some((word) => text.includes(word)),
      );
      expect([table, leaks]).toEqual([table, []]);
    }
    // A function that tells what it is given sees no hidden row either.
    await world.db
      .script(`create function public.verklik(woord text) returns boolean language plpgsql cost 0.0001 as
      $$ begin raise notice '%', woord; if woord like 'kiem%' then raise exception '%', woord; end if; return true; end $$`);
    const error = await reader.query('select id from atlas.actie where verklik(activiteit)').then(
      () => '',
      (thrown: Error) => thrown.message,
    );
    const hidden = world.secrets.filter(
      ({ level, words }) => level > 0 && words.some((word) => error.includes(word)),
    );
    expect(error).toMatch(/^kiem/);
    expect(hidden).toEqual([]);
  });
});

/** Bytes as text: gzip and the files of a workbook unpacked, everything else as it is. */
function toText(bytes: Buffer): string {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return toText(gunzipSync(bytes));
  if (bytes.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004') return bytes.toString('utf8');
  const parts: string[] = [];
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, names, extra, note] = [
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
    ];
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(from, from + packed);
    parts.push((bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(data) : data).toString('utf8'));
    at += 46 + names + extra + note;
  }
  return parts.join('\n');
}

/** The path with every thing there is filled in. */
function fillPath(template: string, ids: Record<string, string[]>): string[] {
  const table = records.find(({ meervoud }) => template.startsWith(`/${meervoud}/{rid}`))?.tabel;
  const values: Record<string, string[]> = {
    id: template.startsWith('/projecten/') ? ids['project']! : ['x'],
    rid: table ? [...new Set(ids[table])] : ['x'],
    soort: ['gemeente'],
    code: ['GM9001'],
    laag: ['plannen'],
    token: ['x'.repeat(43)],
    featureId: ids[/^\/collections\/(project|component)en\//.exec(template)?.[1] ?? ''] ?? [
      'x',
      '1',
      'GM9001',
    ],
  };
  const found = /\{(\w+)\}/.exec(template);
  if (!found) return [template];
  const id = found[1]!;
  const filled = (values[id] ?? ['x']).map((value) =>
    template.replace(`{${id}}`, id === 'id' && template.includes('/treffers') ? '1' : value),
  );
  return filled.flatMap((path) => fillPath(path, ids));
}
