// NNN as the provincies offer it: one GML file of INSPIRE protected sites, downloaded to disk and read member by member.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SourceDocument } from '../data/document.ts';
import type { InspireSitesReader } from '../data/readers.ts';
import { nnn } from '../data/sources/nnn.ts';
import type { Database } from '../server/db/database.ts';
import { downloadFile } from '../server/load/download-file.ts';
import { openMembers } from '../server/load/gml-members.ts';
import { loadAll, type LoadOptions } from '../server/load/load.ts';
import { parseXml } from '../server/load/xml.ts';
import { describeOnBothEngines } from './engines.ts';
import { makeMirror } from './mirror.ts';

type Point = [number, number];
type Ring = Point[];
interface Site {
  id: string;
  naam?: string;
  /** In RD: per part an outer ring and its holes. */
  parts: Ring[][];
}

/** `every`: a point on each side every so many metres; a long ring is read in another way than a short one. */
const square = (x: number, y: number, size: number, every = size): Ring => {
  const steps = Array.from({ length: size / every }, (_, index) => index * every);
  return [
    ...steps.map((m): Point => [x + m, y]),
    ...steps.map((m): Point => [x + size, y + m]),
    ...steps.map((m): Point => [x + size - m, y + size]),
    ...steps.map((m): Point => [x, y + size - m]),
    [x, y],
  ];
};
/** Four sites around the centre of RD (155000, 463000): a square, one with a hole, one in two parts, a triangle. */
const sites: Site[] = [
  { id: 'NNN-1', naam: 'Leusderheide', parts: [[square(155_000, 463_000, 1000)]] },
  { id: 'NNN-2', parts: [[square(157_000, 463_000, 1000, 20), square(157_250, 463_250, 500)]] },
  {
    id: 'NNN-3',
    naam: 'Twee <delen> & één',
    parts: [[square(159_000, 463_000, 100)], [square(159_500, 463_000, 100)]],
  },
  {
    id: 'NNN-4',
    parts: [
      [
        [
          [161_000, 463_000],
          [161_300, 463_000],
          [161_000, 463_400],
          [161_000, 463_000],
        ],
      ],
    ],
  },
];
/** m²: 1000², 1000² − 500², 2 × 100², 300 × 400 / 2. */
const areas = [1_000_000, 750_000, 20_000, 60_000];

interface Form {
  srsName?: string;
  /** Where the srsName stands. */
  at?: 'shape' | 'polygon' | 'site' | 'collection';
  /** A point in RD as the file writes it. */
  write: (point: Point) => string;
  prefix?: string;
}

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function toGml(list: Site[], { srsName, at = 'shape', write, prefix = 'ps' }: Form, more = ''): string {
  const srs = (place: Form['at']) => (srsName && place === at ? ` srsName="${srsName}"` : '');
  const envelope = (place: Form['at']) =>
    `<gml:boundedBy><gml:Envelope${srs(place)}><gml:lowerCorner>0 0</gml:lowerCorner></gml:Envelope></gml:boundedBy>`;
  const ring = (name: string, points: Ring) =>
    `<gml:${name}><gml:LinearRing><gml:posList>${points.map(write).join(' ')}</gml:posList></gml:LinearRing></gml:${name}>`;
  const polygon = ([outer, ...holes]: Ring[]) =>
    `<gml:Polygon${srs('polygon')}>${ring('exterior', outer!)}${holes.map((hole) => ring('interior', hole)).join('')}</gml:Polygon>`;
  const members = list.map(
    ({ id, naam, parts }) => `<wfs:member><${prefix}:ProtectedSite gml:id="gml.${id}">
  <!-- A comment may name </${prefix}:ProtectedSite> --> ${at === 'site' ? envelope('site') : ''}
  <${prefix}:geometry><gml:MultiSurface${srs('shape')}>${parts.map((part) => `<gml:surfaceMember>${polygon(part)}</gml:surfaceMember>`).join('')}</gml:MultiSurface></${prefix}:geometry>
  <${prefix}:inspireID><base:Identifier><base:localId>${id}</base:localId><base:namespace>nlps-nnn</base:namespace></base:Identifier></${prefix}:inspireID>
  <${prefix}:legalFoundationDate xsi:nil="true" nilReason="unknown"/>
  <${prefix}:siteName>${naam === undefined ? '' : `<gn:GeographicalName><gn:spelling><gn:SpellingOfName><gn:text>${escape(naam)}</gn:text></gn:SpellingOfName></gn:spelling></gn:GeographicalName>`}</${prefix}:siteName>
  <${prefix}:siteDesignation><${prefix}:DesignationType><${prefix}:designation xlink:href="urn:nnn"/><${prefix}:percentageUnderDesignation>100</${prefix}:percentageUnderDesignation></${prefix}:DesignationType></${prefix}:siteDesignation>
  <${prefix}:siteProtectionClassification>natureConservation</${prefix}:siteProtectionClassification>
</${prefix}:ProtectedSite></wfs:member>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- ${prefix}:ProtectedSite > --><wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" ${more}>
${at === 'collection' ? envelope('collection') : ''}${members.join('\n')}
</wfs:FeatureCollection>\n`;
}

const inRd: Form = { srsName: 'urn:ogc:def:crs:EPSG::28992', write: ([x, y]) => `${x} ${y}` };

let server: Server;
let url: string;
let dataDir: string;
let service: {
  body: Buffer;
  etag: string | null;
  requests: { range?: string; ifNoneMatch?: string }[];
  /** Answers one request in its own way; true when it did. */
  before: (answer: ServerResponse, nr: number) => boolean;
};
const serveText = (text: string) => {
  service.body = Buffer.from(text);
  service.etag = `"${createHash('sha256').update(text).digest('hex')}"`;
};

beforeAll(async () => {
  server = createServer((request, answer) => {
    // What only looks whether the host is there does not ask for a plain copy.
    if (!String(request.headers['accept-encoding']).includes('identity')) return void answer.end('hier');
    const { range, 'if-none-match': ifNoneMatch, 'if-range': ifRange } = request.headers;
    service.requests.push({ range, ifNoneMatch });
    if (service.before(answer, service.requests.length)) return;
    const { body, etag } = service;
    const headers = { 'accept-ranges': 'bytes', ...(etag && { etag }) };
    if (etag && ifNoneMatch === etag) return void answer.writeHead(304, headers).end();
    const start = Number(range?.match(/\d+/)?.[0] ?? 0);
    if (start > 0 && ifRange === etag) {
      const contentRange = `bytes ${start}-${body.length - 1}/${body.length}`;
      return void answer
        .writeHead(206, { ...headers, 'content-range': contentRange })
        .end(body.subarray(start));
    }
    answer.writeHead(200, { ...headers, 'content-length': body.length }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/nnn.gml`;
});
afterAll(() => server.close());
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'pmiek-nnn-'));
  service = { body: Buffer.alloc(0), etag: null, requests: [], before: () => false };
  serveText(toGml(sites, inRd));
  return () => rmSync(dataDir, { recursive: true, force: true });
});

/** Sends the first `bytes` of the body as if all were to come, and breaks the connection when they lie on disk. */
const breakAfter = (bytes: number) => (answer: ServerResponse) => {
  const { body, etag } = service;
  answer.writeHead(200, { 'content-length': body.length, ...(etag && { etag }) });
  answer.write(body.subarray(0, bytes));
  const timer = setInterval(() => {
    if (measureOnDisk() !== bytes) return;
    clearInterval(timer);
    answer.destroy();
  }, 5);
  return true;
};
const measureOnDisk = () => {
  const name = readdirSync(dataDir, { recursive: true }).find((file) => basename(String(file)) === 'bestand');
  return name === undefined ? 0 : statSync(join(dataDir, String(name))).size;
};

describe('downloading to disk', () => {
  const download = (more: object = {}) =>
    downloadFile(url, { cacheDir: dataDir, pauseMs: 1, ...more }).then(({ bytes }) => bytes);
  const once = (answerIn: (answer: ServerResponse) => boolean) => (answer: ServerResponse, nr: number) =>
    nr === 1 && answerIn(answer);

  it('goes on where the connection broke, and tells how far it is', async () => {
    service.before = once(breakAfter(1000));
    const seen: [number, number][] = [];
    const onBytes = (done: number, total: number) => seen.push([done, total]);
    const whole = service.body.length;
    expect(await download({ onBytes })).toBe(whole);
    expect(service.requests.map(({ range }) => range)).toEqual([undefined, 'bytes=1000-']);
    expect(seen[0]).toEqual([1000, whole]);
    expect(seen.at(-1)).toEqual([whole, whole]);
    // What is whole costs a question.
    expect(await download()).toBe(whole);
    expect(service.requests.at(-1)).toEqual({ ifNoneMatch: service.etag });
  });

  it('goes on in a next run, unless the file has changed meanwhile', async () => {
    service.before = breakAfter(1000);
    await expect(download({ tries: 1 })).rejects.toThrow(/verbreekt de verbinding/);
    service.before = () => false;
    serveText(`${service.body.toString()}<!-- nieuw -->`);
    expect(await download()).toBe(service.body.length);
    expect(service.requests.map(({ range }) => range)).toEqual([undefined, 'bytes=1000-']);
  });

  it('begins again without an ETag to hold on to, and when the rest does not fit', async () => {
    const { etag } = service;
    service.etag = null;
    service.before = once(breakAfter(1000));
    expect(await download()).toBe(service.body.length);
    expect(service.requests.map(({ range }) => range)).toEqual([undefined, undefined]);

    Object.assign(service, { etag, requests: [] });
    service.before = (answer, nr) => {
      if (nr === 1) return breakAfter(1000)(answer);
      if (nr === 2) answer.writeHead(206, { 'content-range': 'bytes 900-999/1000' }).end('x');
      return nr === 2;
    };
    expect(await download()).toBe(service.body.length);
    expect(service.requests.map(({ range }) => range)).toEqual([undefined, 'bytes=1000-', undefined]);
  });

  it('gives up on a service that falls silent, and on what there is no room for', async () => {
    service.before = (answer) => {
      answer.writeHead(200, { 'content-length': 10 }).write('x');
      return true;
    };
    await expect(download({ tries: 2, silenceMs: 50 })).rejects.toThrow(
      /antwoordt niet op tijd, ook na 2 keer/,
    );
    service.before = () => false;
    await expect(download({ mostBytes: 1000 })).rejects.toThrow(/stuurt meer dan 0 MB/);
    await expect(download({ diskFloorMb: 1e12 })).rejects.toThrow(
      /te weinig ruimte op de schijf: \d+ MB vrij/,
    );
    // None of these is tried again.
    expect(service.requests).toHaveLength(4);
  });
});

describe('cutting a file into its members', () => {
  const cut = async (text: string, size: number) => {
    async function* chunks() {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    }
    const { head, members } = await openMembers(chunks(), 'ProtectedSite');
    const ids: string[] = [];
    for await (const member of members) ids.push(member.attributes['id']!);
    return { head, ids };
  };

  it('is the same in pieces of any size', async () => {
    const text = toGml(sites, { ...inRd, prefix: 'x', at: 'collection' }, 'numberReturned="4" note="a > b"');
    for (const size of [1, 2, 3, 7, 64, 1000, 1e6]) {
      const { head, ids } = await cut(text, size);
      expect(ids).toEqual(['gml.NNN-1', 'gml.NNN-2', 'gml.NNN-3', 'gml.NNN-4']);
      expect(head.attributes['numberReturned']).toBe('4');
    }
  });

  it('takes no tag in a comment or in CDATA for one, and knows an empty and a nested member', async () => {
    const around = (inside: string) => `<c><!-- <p:ProtectedSite id="no"> -->${inside}</c>`;
    const text = around(
      `<p:ProtectedSite id="1"><![CDATA[</p:ProtectedSite>]]><q:ProtectedSite id="2"/></p:ProtectedSite><ProtectedSite id="3"/>`,
    );
    for (const size of [1, 1e6]) expect((await cut(text, size)).ids).toEqual(['1', '3']);
  });

  it('reads long lists of numbers as they stand', () => {
    const numbers = '155000.125 463000.5 '.repeat(100).trim();
    const { children, text } = parseXml(
      `<a x="> ${numbers}"><!-- > ${numbers} --><b> ${numbers}\n</b><c><![CDATA[>${numbers}<]]>en</c>${numbers}</a>`,
    );
    expect(children.map((child) => child.text)).toEqual([numbers, `>${numbers}<en`]);
    expect(text).toBe(numbers);
    expect(parseXml(`<a><b>\uE0000\uE001</b><c>${numbers}</c></a>`).children[0]!.text).toBe('\uE0000\uE001');
  });

  it.each([
    ['a member that is not closed', '<c><ProtectedSite>', /breekt af voor het einde/],
    ['half a tag', '<c><ProtectedSite/></c', /breekt af voor het einde/],
    ['tags that cross', '<c><a></c></a>', /<\/c> waar <\/a> moet sluiten/],
    ['two roots', '<a/><b/>', /<b> staat na het einde/],
    ['a DOCTYPE', '<!DOCTYPE c [<!ENTITY a "b">]><c/>', /bevat een DOCTYPE/],
    ['a loose bracket', '<c>1 < 2</c>', /er staat een losse "<" bij "< 2<\/c>"/],
    ['no XML', 'Onderhoud', /bevat geen ProtectedSite/],
  ])('refuses %s', async (_, text, reason) => {
    await expect(cut(text, 1e6)).rejects.toThrow(reason);
  });
});

describeOnBothEngines('NNN, from the provincies', (open) => {
  const load = async (more: Partial<LoadOptions> & { reader?: Partial<InspireSitesReader> } = {}) => {
    const officieel = {
      ...(nnn.lezers.officieel as InspireSitesReader),
      url,
      minstAantal: 4,
      ...more.reader,
    };
    const source: SourceDocument = { ...nnn, verwachtAantal: null, lezers: { ...nnn.lezers, officieel } };
    const config = { dataDir, port: 0, dataMirror: undefined, ...more.config };
    const report = await loadAll(open(), { sources: [source], ...more, config });
    return report.datasets[0]!;
  };
  const stored = () =>
    open().query<{ id: string; naam: string | null; m2: number; delen: number; x: number; y: number }>(
      `select bron_id as id, naam, ST_Area(geom)::float8 as m2, ST_NumGeometries(geom) as delen,
         ST_XMin(geom)::float8 as x, ST_YMin(geom)::float8 as y from atlas.beschermd_gebied where laag = 'nnn' order by bron_id`,
    );

  it.each(['shape', 'polygon', 'site', 'collection'] as const)(
    'is the same in each CRS, with the srsName at the %s',
    async (at) => {
      const writers = await listForms(open());
      for (const form of at === 'shape' ? writers : writers.slice(0, 1)) {
        serveText(toGml(sites, { ...form, at }));
        const report = await load({ ververs: true });
        expect(report).toMatchObject({
          uitkomst: 'geladen',
          herkomst: 'officieel',
          aantal: 4,
          waarschuwingen: [],
        });
        const rows = await stored();
        expect(rows.map(({ id, naam, delen }) => [id, naam, delen])).toEqual([
          ['NNN-1', 'Leusderheide', 1],
          ['NNN-2', null, 1],
          ['NNN-3', 'Twee <delen> & één', 2],
          ['NNN-4', null, 1],
        ]);
        for (const [index, { m2, x, y }] of rows.entries()) {
          // Whole millimetres on a border of 6 km are some m² at most.
          expect(Math.abs(m2 - areas[index]!)).toBeLessThan(5);
          const [west, south] = sites[index]!.parts[0]![0]![0]!;
          expect(Math.hypot(x - west, y - south)).toBeLessThan(0.002);
        }
      }
    },
  );

  it('may lie in the sea: north of Terschelling', async () => {
    const atSea = { id: 'NNN-5', parts: [[square(143_000, 640_000, 1000)]] };
    serveText(toGml([...sites, atSea], inRd));
    expect(await load({ ververs: true })).toMatchObject({ uitkomst: 'geladen', aantal: 5 });
    expect((await stored()).at(-1)).toMatchObject({ id: 'NNN-5', m2: 1_000_000, x: 143_000, y: 640_000 });
    serveText(toGml(sites, inRd));
  });

  it('says where it is from, and what the source says of a site', async () => {
    await load({ ververs: true });
    const [bron] = await open().query(
      `select herkomst, uitgever, licentie, adres, dekking, peildatum from atlas.databron where id = 'nnn'`,
    );
    expect(bron).toEqual({
      herkomst: 'officieel',
      uitgever: 'de twaalf provincies (PDOK)',
      licentie: 'onbekend',
      adres: url,
      dekking: null,
      peildatum: null,
    });
    const [site] = await open().query(
      `select eigenschappen from atlas.beschermd_gebied where bron_id = 'NNN-1'`,
    );
    expect(site).toEqual({
      eigenschappen: {
        gmlId: 'gml.NNN-1',
        namespace: 'nlps-nnn',
        designation: 'urn:nnn',
        percentageUnderDesignation: '100',
        siteProtectionClassification: 'natureConservation',
      },
    });
    expect(await load({ ververs: true })).toMatchObject({ uitkomst: 'ongewijzigd' });
  });

  it('comes in although the connection breaks halfway', async () => {
    serveText(toGml(sites, { ...inRd, prefix: 'nieuw' }));
    service.before = (answer, nr) => nr === 1 && breakAfter(2000)(answer);
    expect(await load({ ververs: true })).toMatchObject({ uitkomst: 'geladen', aantal: 4 });
    expect(service.requests.map(({ range }) => range)).toEqual([undefined, 'bytes=2000-']);
  });

  const rd = (text: (gml: string) => string) => () => text(toGml(sites, inRd));
  it.each<[string, () => string, string | RegExp]>([
    ['no XML', () => 'Onderhoud', 'Het bestand bevat geen ProtectedSite (INSPIRE).'],
    ['half a file', rd((gml) => gml.slice(0, 4000)), 'Het bestand breekt af voor het einde.'],
    [
      'one too few',
      () => toGml(sites.slice(1), inRd),
      'Het bestand bevat 3 gebieden; voor het hele land zijn het er ten minste 4.',
    ],
    [
      'fewer than it promises',
      () => toGml(sites, inRd, 'numberReturned="5"'),
      'Het bestand belooft 5 gebieden en bevat er 4.',
    ],
    [
      'a site twice',
      () => toGml([...sites, sites[1]!], inRd),
      'ProtectedSite 5 (NNN-2) staat twee keer in het bestand (gml:id gml.NNN-2).',
    ],
    [
      'a site without a surface',
      rd((gml) => gml.replace(/<ps:geometry>[^§]*?<\/ps:geometry>/, '')),
      'ProtectedSite 1 (NNN-1) noemt geen coördinatenstelsel (srsName); verwacht is EPSG:28992, EPSG:4258 of EPSG:3035.',
    ],
    [
      'a surface that is not there',
      () =>
        toGml(sites, { ...inRd, at: 'collection' }).replace(
          /<gml:MultiSurface>[^§]*?<\/gml:MultiSurface>/,
          '',
        ),
      'ProtectedSite 1 (NNN-1) heeft geen vlak (ps:geometry).',
    ],
    [
      'a site without an id',
      rd((gml) => gml.replace('<base:localId>NNN-3</base:localId>', '')),
      'ProtectedSite 3 (gml.NNN-3) heeft geen localId (ps:inspireID).',
    ],
    [
      'another CRS',
      rd((gml) => gml.replaceAll('EPSG::28992', 'EPSG::25831')),
      'Het coördinatenstelsel van ProtectedSite 1 (NNN-1) is urn:ogc:def:crs:EPSG::25831; verwacht is EPSG:28992, EPSG:4258 of EPSG:3035.',
    ],
    [
      'two CRSs',
      rd((gml) => gml.replace(/28992(?![^§]*28992)/, '3035')),
      'ProtectedSite 4 (NNN-4) is in EPSG:3035; het eerste gebied van het bestand is in EPSG:28992.',
    ],
    [
      'another CRS than it says',
      rd((gml) => gml.replaceAll('EPSG::28992', 'EPSG::3035')),
      /^Het coördinatenstelsel klopt niet: de bron zegt ETRS89-LAEA .*, maar de waarden zijn meters in RD/,
    ],
    [
      'a ring that does not close',
      rd((gml) => gml.replace('155000 464000 155000 463000', '155000 464000 155001 463000')),
      'ProtectedSite 1 (NNN-1): Een ring sluit niet: hij begint bij x 155000, y 463000 en eindigt elders.',
    ],
  ])('is refused as %s, and what was there stays', async (_, make, reason) => {
    await load({ ververs: true });
    const before = await stored();
    serveText(make());
    const report = await load({ bron: 'officieel' });
    expect(report).toMatchObject({ uitkomst: 'geweigerd', herkomst: 'officieel' });
    if (typeof reason === 'string') expect(report.reden).toBe(reason);
    else expect(report.reden).toMatch(reason);
    expect(await stored()).toEqual(before);
    const [left] = await open().query(
      `select count(*)::int as n from pg_tables where schemaname = 'atlas' and tablename like 'staging%'`,
    );
    expect(left).toEqual({ n: 0 });
  });

  it('names swapped axes', async () => {
    const laea = (await listForms(open())).find(({ srsName }) => srsName?.endsWith('3035'))!;
    serveText(toGml(sites, { ...laea, write: (point) => laea.write(point).split(' ').reverse().join(' ') }));
    expect((await load({ bron: 'officieel' })).reden).toMatch(
      /^De assen zijn verwisseld: de bron zegt ETRS89-LAEA .* Het gaat om ProtectedSite 1 \(NNN-1\), /,
    );
  });

  it('comes from the mirror where the publisher cannot be reached, and then is Drenthe only', async () => {
    await open().query(`delete from atlas.beschermd_gebied where laag = 'nnn'`);
    await open().query(`delete from atlas.databron where id = 'nnn'`);
    const mirror = makeMirror();
    mirror.put('nnn', [
      {
        type: 'Feature',
        properties: { OBJECTID: 7 },
        geometry: { type: 'Polygon', coordinates: [square(235_000, 550_000, 100)] },
      },
    ]);
    // Port 1 has no listener.
    const config = { dataDir, port: 0, dataMirror: mirror.folder };
    const report = await load({ config, reader: { url: 'http://127.0.0.1:1/nnn.gml' } });
    mirror.remove();
    expect(report).toMatchObject({ uitkomst: 'geladen', herkomst: 'spiegel', aantal: 1 });
    expect(await stored()).toMatchObject([{ id: '7', naam: null, m2: 10_000 }]);
    const [bron] = await open().query(`select dekking, uitgever from atlas.databron where id = 'nnn'`);
    expect(bron).toEqual({ dekking: ['PV22'], uitgever: 'provincie Drenthe' });
  });
});

/** The three CRSs, each with the axes its EPSG definition has; the points from PostGIS, through degrees. */
async function listForms(db: Database): Promise<Form[]> {
  const points = sites.flatMap(({ parts }) => parts.flat(2));
  const rows = await db.query<{ key: string; graden: string; laea: string }>(
    `select x || ' ' || y as key, ST_Y(g) || ' ' || ST_X(g) as graden, ST_Y(l) || ' ' || ST_X(l) as laea
     from unnest($1::float8[], $2::float8[]) as given (x, y),
       lateral (select ST_Transform(ST_SetSRID(ST_MakePoint(x, y), 28992), 4326) as g) degrees,
       lateral (select ST_Transform(g, 3035) as l) metres`,
    [points.map(([x]) => x), points.map(([, y]) => y)],
  );
  const find = (point: Point) => rows.find(({ key }) => key === point.join(' '))!;
  return [
    inRd,
    { srsName: 'http://www.opengis.net/def/crs/EPSG/0/28992', write: inRd.write },
    { srsName: 'urn:ogc:def:crs:EPSG::4258', write: (point) => find(point).graden },
    { srsName: 'http://www.opengis.net/def/crs/EPSG/0/3035', write: (point) => find(point).laea },
    { srsName: 'urn:ogc:def:crs:EPSG::3035', write: (point) => find(point).laea },
  ];
}
