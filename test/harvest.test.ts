import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SourceDocument } from '../data/document.ts';
import { readConfig } from '../server/config.ts';
import { getWithPatience } from '../server/load/http-get.ts';
import { loadAll, type LoadOptions } from '../server/load/load.ts';
import { harvest } from '../server/load/ogc-features.ts';
import { createReachability } from '../server/load/reachability.ts';
import { describeOnBothEngines } from './engines.ts';
import { makeMirror } from './mirror.ts';

const RD = 'http://www.opengis.net/def/crs/EPSG/0/28992';
const { dataMirror } = readConfig(process.env);

/** A small OGC API Features service of which the test decides how it misbehaves. */
interface Service {
  url: string;
  requests: { path: string; query: Record<string, string>; ifNoneMatch: string | undefined }[];
  /** Names of the squares it holds; one feature each. */
  names: string[];
  perPage: number;
  crs: string[];
  etags: boolean;
  version: number;
  /** Runs before a page is answered; may give another answer. */
  before: (page: number) => Response | void;
  numberMatched?: number;
  nextOf?: (page: number) => string | undefined;
}

let service: Service;
let server: Server;
let cacheDir: string;

beforeEach(async () => {
  cacheDir = mkdtempSync(join(tmpdir(), 'pmiek-harvest-'));
  service = {
    url: '',
    requests: [],
    names: ['a', 'b', 'c', 'd', 'e'],
    perPage: 2,
    crs: ['http://www.opengis.net/def/crs/OGC/1.3/CRS84', RD],
    etags: true,
    version: 1,
    before: () => undefined,
  };
  const app = new Hono();
  app.get('/', (c) => c.json({ title: 'dienst' }));
  app.get('/collections/vakken', (c) =>
    c.json({
      id: 'vakken',
      crs: service.crs,
      links: [
        { rel: 'items', type: 'text/html', href: '/collections/vakken/items?f=html' },
        { rel: 'items', type: 'application/geo+json', href: '/collections/vakken/items?f=json' },
        { rel: 'license', title: 'CC0 1.0', href: 'https://creativecommons.org/publicdomain/zero/1.0/' },
      ],
    }),
  );
  app.get('/collections/vakken/items', (c) => {
    const page = Number(c.req.query('cursor') ?? 0);
    service.requests.push({
      path: c.req.path,
      query: c.req.query(),
      ifNoneMatch: c.req.header('if-none-match'),
    });
    const other = service.before(page);
    if (other) return other;
    const etag = `"${service.version}-${page}"`;
    if (service.etags && c.req.header('if-none-match') === etag) return c.body(null, 304);
    const inRd = c.req.query('crs') === RD;
    const first = page * service.perPage;
    const names = service.names.slice(first, first + service.perPage);
    const next =
      service.nextOf?.(page) ??
      (first + service.perPage < service.names.length
        ? `${new URL(c.req.url).pathname}?${new URLSearchParams({ ...c.req.query(), cursor: String(page + 1) })}`
        : undefined);
    if (service.etags) c.header('etag', etag);
    if (inRd) c.header('content-crs', `<${RD}>`);
    return c.json({
      type: 'FeatureCollection',
      numberReturned: names.length,
      ...(service.numberMatched === undefined ? {} : { numberMatched: service.numberMatched }),
      links: next ? [{ rel: 'next', href: next }] : [],
      features: names.map((name, index) => ({
        type: 'Feature',
        id: `vak.${name}`,
        properties: { name },
        geometry: {
          type: 'LineString',
          coordinates: inRd
            ? [
                [155000 + index, 463000],
                [155000 + index, 463100],
              ]
            : [
                [5.387, 52.155],
                [5.387, 52.156],
              ],
        },
      })),
    });
  });
  server = await new Promise<Server>((resolve) => {
    const started = serve({ fetch: app.fetch, port: 0 }, (info) => {
      service.url = `http://localhost:${info.port}`;
      resolve(started as Server);
    });
  });
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(cacheDir, { recursive: true, force: true });
});

const run = (more: object = {}) =>
  harvest({ url: service.url, collectie: 'vakken', cacheDir, limit: 2, pauseMs: 1, ...more });
const names = (result: Awaited<ReturnType<typeof harvest>>) =>
  result.features.map((feature) => feature.properties?.['name'] as string);

describe('harvesting a collection', () => {
  it('follows next to the end, asks for RD where it is offered, and reports as it goes', async () => {
    const seen: number[] = [];
    const result = await run({ onPage: (count: number) => seen.push(count) });
    expect(names(result)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(result.crs).toBe(28992);
    expect(result.features[0]!.geometry).toEqual({
      type: 'LineString',
      coordinates: [
        [155000, 463000],
        [155000, 463100],
      ],
    });
    expect(result.licentie).toBe('CC0 1.0');
    expect(seen).toEqual([2, 4, 5]);
    expect(service.requests[0]!.query).toEqual({ f: 'json', limit: '2', crs: RD });
  });

  it('takes longitude and latitude where RD is not offered', async () => {
    service.crs = ['http://www.opengis.net/def/crs/OGC/1.3/CRS84'];
    const result = await run();
    expect(result.crs).toBe(4326);
    expect(service.requests[0]!.query).not.toHaveProperty('crs');
  });

  it('tries again after 503 and 429, and waits as long as Retry-After says', async () => {
    let failures = 0;
    service.before = (page) => {
      if (page !== 1 || failures >= 2) return;
      failures += 1;
      return new Response('druk', {
        status: failures === 1 ? 503 : 429,
        headers: { 'retry-after': failures === 1 ? '0' : '1' },
      });
    };
    const startedAt = performance.now();
    expect(names(await run())).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(failures).toBe(2);
    expect(performance.now() - startedAt).toBeGreaterThan(950);
  });

  it('tries again when the connection breaks halfway a page', async () => {
    let broken = 0;
    service.before = (page) => {
      if (page !== 2 || broken > 0) return;
      broken += 1;
      const body = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{"type":"FeatureCollection","fea'));
          setTimeout(() => server.closeAllConnections(), 20);
        },
      });
      return new Response(body, { headers: { 'content-type': 'application/geo+json' } });
    };
    expect(names(await run())).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(broken).toBe(1);
  });

  it('goes on where an interrupted harvest stopped', async () => {
    service.before = (page) => (page === 2 ? new Response('weg', { status: 500 }) : undefined);
    await expect(run({ tries: 2 })).rejects.toThrow(/antwoordt met 500, ook na 2 keer/);
    service.before = () => undefined;
    service.requests.length = 0;
    const result = await run();
    expect(names(result)).toEqual(['a', 'b', 'c', 'd', 'e']);
    // The two pages on disk are only asked about; the third is fetched.
    expect(service.requests.slice(0, 3).map((request) => request.ifNoneMatch)).toEqual([
      '"1-0"',
      '"1-1"',
      undefined,
    ]);
    expect(result.unchangedPages).toBe(2);
  });

  it('goes on from disk without questions when the service gives no validators', async () => {
    service.etags = false;
    service.before = (page) => (page === 2 ? new Response('weg', { status: 500 }) : undefined);
    await expect(run({ tries: 1 })).rejects.toThrow();
    service.before = () => undefined;
    service.requests.length = 0;
    expect(names(await run())).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(service.requests).toHaveLength(1);
  });

  it('costs only questions when nothing changed, and gives the same checksum', async () => {
    const first = await run();
    const second = await run();
    expect(second.unchangedPages).toBe(3);
    expect(second.controlesom).toBe(first.controlesom);
    service.version = 2;
    service.names = ['a', 'b', 'c', 'd', 'f'];
    const third = await run();
    expect(third.unchangedPages).toBe(0);
    expect(names(third)).toEqual(['a', 'b', 'c', 'd', 'f']);
    expect(third.controlesom).not.toBe(first.controlesom);
  });

  it('begins again when the data changed during the harvest', async () => {
    service.before = (page) => {
      if (page !== 2 || service.version > 1) return;
      service.version = 2;
      service.names = ['A', 'B', 'C', 'D', 'E'];
    };
    // Pages 0 and 1 of the first moment and page 2 of the second must not be mixed.
    expect(names(await run())).toEqual(['A', 'B', 'C', 'D', 'E']);
  });

  it('refuses what cannot be the whole collection', async () => {
    service.numberMatched = 6;
    await expect(run()).rejects.toThrow('vakken belooft 6 objecten en geeft er 5.');
    service.numberMatched = undefined;
    service.names = ['a', 'b', 'a'];
    await expect(run({ cacheDir: join(cacheDir, '2') })).rejects.toThrow(/hetzelfde object twee keer/);
  });

  it('refuses a service without end, in a circle, or that leads elsewhere', async () => {
    service.nextOf = (page) => `/collections/vakken/items?cursor=${page + 1}`;
    await expect(run({ mostPages: 4 })).rejects.toThrow(/na 4 pagina's nog geen einde/);
    service.nextOf = () => '/collections/vakken/items?cursor=1';
    await expect(run({ cacheDir: join(cacheDir, '2') })).rejects.toThrow(/al gelezen is/);
    service.nextOf = () => 'http://example.org/items';
    await expect(run({ cacheDir: join(cacheDir, '3') })).rejects.toThrow(/andere server \(example.org\)/);
  });

  it('refuses answers that are not features, and gives up at once on 404', async () => {
    service.before = () =>
      new Response('{"title":"geen"}', { headers: { 'content-type': 'application/json' } });
    await expect(run()).rejects.toThrow(/geeft geen GeoJSON-objecten/);
    service.before = () => new Response('<html>', { headers: { 'content-type': 'text/html' } });
    await expect(run()).rejects.toThrow(/geen geldige JSON/);
    service.requests.length = 0;
    service.before = () => new Response('', { status: 404 });
    await expect(run()).rejects.toThrow(/antwoordt met 404/);
    expect(service.requests).toHaveLength(1);
  });

  it('does not take "unchanged" for an answer to what it never asked', async () => {
    service.before = () => new Response(null, { status: 304 });
    await expect(run()).rejects.toThrow(/antwoordt met 304 op \/collections\/vakken\/items/);
  });

  it('keeps no half pages on disk', async () => {
    await run();
    const files = readdirSync(cacheDir, { recursive: true }).map(String);
    expect(files.filter((name) => name.endsWith('.body'))).toHaveLength(3);
    expect(files.filter((name) => name.endsWith('.new'))).toEqual([]);
  });
});

describe('getting with patience', () => {
  it('does not read past the limit', async () => {
    service.before = () => new Response('x'.repeat(5000));
    const url = `${service.url}/collections/vakken/items`;
    await expect(getWithPatience(url, { mostBytes: 1000 })).rejects.toThrow(/meer dan 0 MB/);
    expect(service.requests).toHaveLength(1);
  });

  it('gives up on a server that asks for more than two minutes', async () => {
    service.before = () => new Response('', { status: 503, headers: { 'retry-after': '3600' } });
    await expect(getWithPatience(`${service.url}/collections/vakken/items`)).rejects.toThrow(/later terug/);
  });

  it('asks a host once whether it answers, and takes no for an answer', async () => {
    let asked = 0;
    const isReachable = createReachability((...call) => {
      asked += 1;
      return fetch(...call);
    });
    expect(await Promise.all([isReachable(`${service.url}/a`), isReachable(`${service.url}/b`)])).toEqual([
      true,
      true,
    ]);
    expect(asked).toBe(1);
    // Port 1 has no listener.
    expect(await isReachable('http://localhost:1/')).toBe(false);
  });
});

describe.runIf(dataMirror)('real answers of PDOK', () => {
  const recorded = (name: string) =>
    readFileSync(join(dataMirror!, '5-ruimtelijke-plannen/pdok-ogcapi/PDOK__gokoala', name), 'utf8');

  it('reads a recorded page; its next leads to another host and is not followed', async () => {
    service.before = () => new Response(recorded('pdokwegdelen.json'));
    await expect(run()).rejects.toThrow(/andere server \(api.pdok.nl\)/);
  });

  it('reads a recorded page in RD of which only the request says so', async () => {
    service.before = () => new Response(recorded('expected_multiple_gpkgs_bbox_rd_output_also_rd.json'));
    const result = await run();
    expect(result.crs).toBe(28992);
    expect(result.features).toHaveLength(6);
    expect(result.features[0]!.geometry).toMatchObject({ coordinates: [120386.98919, 566726.06217] });
  });
});

describeOnBothEngines('a dataset of a publisher', (open) => {
  const load = async (more: Partial<LoadOptions> = {}) => {
    const mirror = makeMirror();
    const line = {
      type: 'LineString' as const,
      coordinates: [
        [150_000, 450_000],
        [150_000, 450_007],
      ],
    };
    mirror.put('vakken', [{ type: 'Feature', properties: { name: 'uit de spiegel' }, geometry: line }]);
    const source: SourceDocument = {
      id: 'ecologische-verbindingen',
      titel: 'Vakken',
      dienst: service.url,
      dienstGeverifieerd: false,
      licentie: 'onbekend',
      uitgever: 'de dienst',
      peildatum: null,
      crs: 'EPSG:28992',
      kolommen: { naam: 'name' },
      verwachtAantal: null,
      lezers: {
        officieel: { soort: 'ogc-api', url: service.url, collectie: 'vakken' },
        spiegel: { dataset: 'vakken' },
      },
      tabel: 'beschermd_gebied',
      dekking: ['PV26'],
      toelichting: 'Vakken.',
    };
    const config = { dataDir: cacheDir, port: 0, dataMirror: mirror.folder };
    const report = await loadAll(open(), { config, sources: [source], ...more });
    mirror.remove();
    return report.datasets[0]!;
  };
  const stored = () =>
    open().query<{ naam: string; m: number }>(
      'select naam, round(ST_Length(geom)::numeric, 3)::float8 as m from atlas.beschermd_gebied order by naam',
    );

  it('comes from the first that answers well, and keeps what it has', async () => {
    // From the mirror when what the publisher gives is refused, and that is said.
    service.numberMatched = 9;
    const report = await load();
    expect(report).toMatchObject({ uitkomst: 'geladen', herkomst: 'spiegel', aantal: 1 });
    expect(report.waarschuwingen).toEqual([
      'officieel is geweigerd: vakken belooft 9 objecten en geeft er 5.',
    ]);
    expect(await stored()).toEqual([{ naam: 'uit de spiegel', m: 7 }]);

    // Comes from the publisher when a person asks for newer data, with its own licence.
    service.numberMatched = undefined;
    expect(await load()).toMatchObject({ uitkomst: 'ongewijzigd', herkomst: 'spiegel' });
    expect(await load({ ververs: true })).toMatchObject({
      uitkomst: 'geladen',
      herkomst: 'officieel',
      aantal: 5,
    });
    expect(await stored()).toEqual(['a', 'b', 'c', 'd', 'e'].map((naam) => ({ naam, m: 100 })));
    const [bron] = await open().query('select herkomst, licentie, adres, dekking from atlas.databron');
    expect(bron).toEqual({
      herkomst: 'officieel',
      licentie: 'CC0 1.0',
      adres: `${service.url}/collections/vakken`,
      dekking: null,
    });

    // Keeps what is there when the publisher fails or gives something bad.
    service.before = () => new Response('', { status: 404 });
    const failed = await load({ ververs: true });
    expect(failed).toMatchObject({ uitkomst: 'ongewijzigd', herkomst: 'officieel' });
    expect(failed.waarschuwingen[0]).toMatch(/^officieel: localhost:\d+ antwoordt met 404/);
    service.before = () => undefined;
    service.version = 2;
    service.names = ['a', 'a'];
    expect(await load({ ververs: true })).toMatchObject({
      uitkomst: 'geweigerd',
      herkomst: 'officieel',
      aantal: 5,
    });
    expect(await stored()).toHaveLength(5);

    // Measures the same in degrees as in RD.
    service.crs = [];
    service.names = ['a'];
    expect(await load({ ververs: true })).toMatchObject({ uitkomst: 'geladen', aantal: 1 });
    // A thousandth of a degree of latitude is 111.26 m at 52 degrees north, and RD is 0.99991 of that here.
    expect((await stored())[0]!.m).toBeCloseTo(111.25, 1);
  });
});
