// The boundaries of the waterschappen as their publisher offers them: one GML file in degrees, north first, with heights.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { waterschappen as document } from '../data/sources/waterschappen.ts';
import { waterschappen as register } from '../data/seed/gebieden.ts';
import { etrs89, toMultiPolygon } from '../server/load/gml.ts';
import { loadAll, type LoadOptions } from '../server/load/load.ts';
import { parseXml } from '../server/load/xml.ts';
import { describeOnBothEngines } from './engines.ts';

interface Unit {
  code: string;
  naam: string;
  /** Degrees: west, south, east, north; more than one is a boundary in parts. */
  boxes: [number, number, number, number][];
  hole?: [number, number, number, number];
}

const ring = ([west, south, east, north]: number[], [a, b]: readonly [string, string]) =>
  `<gml:${a}><gml:${b}><gml:posList srsDimension="3">${[
    [south, west],
    [south, east],
    [north, east],
    [north, west],
    [south, west],
  ]
    .map((point) => [...point, 0].join(' '))
    .join(' ')}</gml:posList></gml:${b}></gml:${a}>`;

/** A file as Het Waterschapshuis publishes it: a FeatureCollection of WFS 2.0 with au:AdministrativeUnit in EPSG:4258. */
const toGml = (units: Unit[]) => `<?xml version="1.0" encoding="UTF-8"?>
<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2"
  xmlns:au="http://inspire.ec.europa.eu/schemas/au/4.0" xmlns:gn="http://inspire.ec.europa.eu/schemas/gn/4.0">
${units
  .map(
    ({ code, naam, boxes, hole }) => `<wfs:member><au:AdministrativeUnit gml:id="au.${code}">
  <gml:name>${naam}</gml:name>
  <au:geometry><gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::4258">${boxes
    .map(
      (box) =>
        `<gml:surfaceMember><gml:Polygon>${ring(box, ['exterior', 'LinearRing'])}${
          hole ? ring(hole, ['interior', 'LinearRing']) : ''
        }</gml:Polygon></gml:surfaceMember>`,
    )
    .join('')}</gml:MultiSurface></au:geometry>
  <au:nationalCode>${code}</au:nationalCode>
  <au:name><gn:GeographicalName><gn:spelling><gn:SpellingOfName><gn:text>${naam}</gn:text></gn:SpellingOfName></gn:spelling></gn:GeographicalName></au:name>
</au:AdministrativeUnit></wfs:member>`,
  )
  .join('\n')}
</wfs:FeatureCollection>`;

/** Names as the publisher writes them, where they differ from "Waterschap" and ours. */
const officialNames: Record<string, string> = {
  '02': 'Wetterskip Fryslân',
  '13': 'Hoogheemraadschap van Rijnland',
  '14': 'Hoogheemraadschap De Stichtse Rijnlanden',
};
/**
 * Squares of 0.01 degree in seven columns and three rows. Vallei en Veluwe (43) lies around the centre of RD
 * (155000, 463000 = 52.15517 N, 5.38721 E); Limburg (60) has two parts, Delfland (15) a hole of a quarter.
 */
const units: Unit[] = register.map(({ beheerdercode: code, naam }, index) => {
  const [west, south] = [4.5 + (index % 7) * 0.2, 51.5 + Math.floor(index / 7) * 0.3];
  const box: Unit['boxes'][number] =
    code === '43' ? [5.38, 52.15, 5.39, 52.16] : [west, south, west + 0.01, south + 0.01];
  return {
    code,
    naam: officialNames[code] ?? `Waterschap ${naam}`,
    boxes: code === '60' ? [box, [west + 0.05, south, west + 0.06, south + 0.01]] : [box],
    ...(code === '15' && { hole: [west + 0.0025, south + 0.0025, west + 0.0075, south + 0.0075] as const }),
  } as Unit;
});
const change = (code: string, more: Partial<Unit>) =>
  units.map((unit) => (unit.code === code ? { ...unit, ...more } : unit));

let server: Server;
let url: string;
let body: string;
let asked: (string | undefined)[];
const etag = () => `"${createHash('sha256').update(body).digest('hex')}"`;

beforeAll(async () => {
  server = createServer((request, answer) => {
    const given = request.headers['if-none-match'];
    // What only looks whether the host is there does not count.
    if (request.url === '/units.gml') asked.push(given);
    if (given === etag()) return void answer.writeHead(304).end();
    answer.writeHead(200, { etag: etag(), 'content-type': 'application/gml+xml' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/units.gml`;
});
afterAll(() => server.close());
beforeEach(() => {
  body = toGml(units);
  asked = [];
});

describeOnBothEngines('the boundaries of the waterschappen, from their publisher', (open) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'pmiek-water-'));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  const load = async (more: Partial<LoadOptions> = {}) => {
    const { spiegel, ...lezers } = document.lezers;
    const source = { ...document, lezers: { ...lezers, officieel: { ...document.lezers.officieel!, url } } };
    const config = { dataDir, port: 0, dataMirror: undefined };
    const report = await loadAll(open(), { config, sources: [source], ...more });
    return report.datasets[0]!;
  };
  const stored = () =>
    open().query<{ code: string; naam: string; m2: number | null; delen: number; gaten: number }>(
      `select code, naam, oppervlakte_m2::float8 as m2, ST_NumGeometries(geom) as delen, ST_NRings(geom) as gaten
       from atlas.gebied where soort = 'waterschap' order by code`,
    );

  it('gives all 21 a boundary, in RD, under the code they had', async () => {
    expect(await load()).toMatchObject({ uitkomst: 'geladen', herkomst: 'officieel', aantal: 21 });
    const rows = await stored();
    expect(rows).toHaveLength(21);
    // On the ellipsoid at 52.155 degrees 0.01 degree is 1,112.70 m north and 684.35 m east; RD is 0.9999079 of it there:
    // 1,112.70 × 684.35 × 0.9999079² = 761,335 m².
    const valleiEnVeluwe = rows.find(({ naam }) => naam === 'Vallei en Veluwe')!;
    expect(valleiEnVeluwe.code).toBe('WS-vallei-en-veluwe');
    expect(Math.abs(valleiEnVeluwe.m2! - 761_335)).toBeLessThan(200);
    expect(rows.find(({ naam }) => naam === 'Limburg')).toMatchObject({ code: 'WS0665', delen: 2 });
    // A hole of half the width and half the height leaves three quarters; its neighbours in the row are whole.
    const [delfland, whole] = ['Delfland', 'Schieland en de Krimpenerwaard'].map((naam) =>
      rows.find((row) => row.naam === naam)!,
    );
    expect(delfland!.gaten).toBe(2);
    expect(delfland!.m2! / whole!.m2!).toBeCloseTo(0.75, 3);
    const [here] = await open().query(
      `select string_agg(distinct code, ',') as codes from atlas.gebied_deel
       where soort = 'waterschap' and ST_Covers(geom, ST_SetSRID(ST_MakePoint(155000, 463000), 28992))`,
    );
    expect(here).toEqual({ codes: 'WS-vallei-en-veluwe' });
    const [bron] = await open().query(
      `select herkomst, uitgever, licentie, adres from atlas.databron where id = 'waterschappen'`,
    );
    expect(bron).toMatchObject({
      herkomst: 'officieel',
      uitgever: 'Het Waterschapshuis (PDOK)',
      licentie: expect.stringMatching(/^CC0 1\.0/),
      adres: url,
    });
  });

  it('costs one question while it has not changed', async () => {
    await load({ ververs: true });
    asked = [];
    expect(await load({ ververs: true })).toMatchObject({ uitkomst: 'ongewijzigd', herkomst: 'officieel' });
    expect(asked.at(-1)).toBe(etag());
  });

  it.each([
    [
      'another file',
      () => '<html><body>Onderhoud</body></html>',
      'Het bestand bevat geen AdministrativeUnit (INSPIRE).',
    ],
    ['half a file', () => toGml(units).slice(0, 4000), /^Het bestand is geen geldige GML: /],
    ['one too few', () => toGml(units.slice(1)), 'De bron bevat 20 objecten; verwacht zijn er 21.'],
    [
      'one twice and one not',
      () => toGml([...units.slice(1), units[1]!]),
      'De codes kloppen niet; ontbreekt: WS-noorderzijlvest; dubbel: WS-fryslan-wetterskip.',
    ],
    [
      'a boundary under the name of another',
      () => toGml(change('43', { naam: 'Waterschap Vechtstromen' })),
      'Het bestand noemt 43 "Waterschap Vechtstromen"; volgens het register is dat Vallei en Veluwe.',
    ],
    [
      'one that nobody knows',
      () => toGml(change('43', { code: '99' })),
      'Het bestand noemt een waterschap dat de atlas niet kent: nationalCode 99 (Waterschap Vallei en Veluwe).',
    ],
    [
      'east before north',
      () => toGml(change('43', { boxes: [[52.15, 5.38, 52.16, 5.39]] })),
      /^De assen zijn verwisseld: .* Het gaat om waterschap Vallei en Veluwe\.$/,
    ],
    [
      'another CRS',
      () => toGml(units).replaceAll('EPSG::4258', 'EPSG::3035'),
      'Het coördinatenstelsel is urn:ogc:def:crs:EPSG::3035; verwacht is EPSG:4258.',
    ],
    [
      'no boundary',
      () => toGml(units).replace(/<au:geometry>.*?<\/au:geometry>/s, ''),
      'AdministrativeUnit 1 (nationalCode 34) heeft geen grens (au:geometry).',
    ],
  ])('is refused as %s, and what was there stays', async (_, make, reason) => {
    await load({ ververs: true });
    const before = await stored();
    body = make();
    const report = await load({ bron: 'officieel' });
    expect(report).toMatchObject({ uitkomst: 'geweigerd', herkomst: 'officieel' });
    if (typeof reason === 'string') expect(report.reden).toBe(reason);
    else expect(report.reden).toMatch(reason);
    expect(await stored()).toEqual(before);
  });
});

it('reads degrees north first, with a dimension stated on the whole; an arc in degrees is refused', () => {
  const surface = (inside: string) =>
    parseXml(
      `<g:Polygon xmlns:g="g" srsName="http://www.opengis.net/def/crs/EPSG/0/4258" srsDimension="3"><g:exterior>${inside}</g:exterior></g:Polygon>`,
    );
  const positions = '52 5 9 52 5.1 9 52.1 5 9 52 5 9';
  expect(
    toMultiPolygon(surface(`<g:LinearRing><g:posList>${positions}</g:posList></g:LinearRing>`), etrs89)
      .coordinates,
  ).toEqual([
    [
      [
        [5, 52],
        [5.1, 52],
        [5, 52.1],
        [5, 52],
      ],
    ],
  ]);
  expect(() =>
    toMultiPolygon(
      surface(
        `<g:Ring><g:curveMember><g:Curve><g:segments><g:Arc><g:posList>${positions}</g:posList></g:Arc></g:segments></g:Curve></g:curveMember></g:Ring>`,
      ),
      etrs89,
    ),
  ).toThrow('Een boog in EPSG:4258 kan niet gelezen worden; wel in meters.');
});
