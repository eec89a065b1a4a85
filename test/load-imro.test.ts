import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { findPlanBezwaar } from '../data/rules/imro-status.ts';
import { readConfig } from '../server/config.ts';
import { readVector } from '../server/geo/gdal.ts';
import { toMultiPolygon } from '../server/load/gml.ts';
import { readImro } from '../server/load/imro.ts';
import { STROKE_TOLERANCE_M, strokeArc, strokeCircle } from '../server/load/stroke.ts';
import { parseXml } from '../server/load/xml.ts';

/** Area (m²) of a closed ring by the shoelace rule; positive counter-clockwise. */
function ringArea(ring: Position[]): number {
  let twice = 0;
  const [x0, y0] = ring[0] as [number, number];
  for (let at = 0; at + 1 < ring.length; at++)
    twice +=
      (ring[at]![0]! - x0) * (ring[at + 1]![1]! - y0) - (ring[at + 1]![0]! - x0) * (ring[at]![1]! - y0);
  return twice / 2;
}

/** Area (m²) of a multipolygon: outer rings less their holes. */
function areaOf(coordinates: Position[][][]): number {
  return coordinates
    .flatMap((rings) => rings.map((ring, index) => Math.abs(ringArea(ring)) * (index === 0 ? 1 : -1)))
    .reduce((sum, area) => sum + area, 0);
}

describe('stroking arcs', () => {
  const at = (degrees: number, radius: number): Position => [
    200_000 + radius * Math.cos((degrees * Math.PI) / 180),
    500_000 + radius * Math.sin((degrees * Math.PI) / 180),
  ];

  it.each([1, 100, 2500])('gives a circle of radius %d m its area, to the stated tolerance', (radius) => {
    const ring = strokeCircle(at(0, radius), at(120, radius), at(240, radius));
    const circle = Math.PI * radius ** 2;
    // Chords lie at most `tol` inside the arc, two thirds of it on average: 2πr · tol at most is lost. Rounding to
    // millimetres can add half a millimetre along the border.
    const border = 2 * Math.PI * radius;
    expect(ringArea(ring)).toBeLessThan(circle + border * 0.0005);
    expect(ringArea(ring)).toBeGreaterThan(circle - border * (STROKE_TOLERANCE_M + 0.0005));
    expect(ring.at(-1)).toEqual(ring[0]);
  });

  it('keeps every chord within the tolerance of the arc, and uses no more chords than that takes', () => {
    const arc = strokeArc(at(10, 100), at(40, 100), at(95, 100));
    for (let index = 0; index + 1 < arc.length; index++) {
      const middle = [
        (arc[index]![0]! + arc[index + 1]![0]!) / 2,
        (arc[index]![1]! + arc[index + 1]![1]!) / 2,
      ];
      const depth = 100 - Math.hypot(middle[0]! - 200_000, middle[1]! - 500_000);
      expect(depth).toBeLessThan(STROKE_TOLERANCE_M + 0.001);
    }
    // A chord over angle a is r(1 - cos(a/2)) deep: 0.01 m at r = 100 m is 1.62 degrees. 30 and 55 degrees take 19
    // and 34 chords, so 54 points.
    expect(arc).toHaveLength(54);
    expect([arc[0], arc[19], arc.at(-1)]).toEqual([at(10, 100), at(40, 100), at(95, 100)]);
  });

  it('gives neighbours with the same arc the same points, whichever way it runs', () => {
    const forward = strokeArc(at(200, 37.5), at(265, 37.5), at(310, 37.5));
    const backward = strokeArc(at(310, 37.5), at(265, 37.5), at(200, 37.5));
    expect(backward.reverse()).toEqual(forward);
  });

  it('goes round the long way when the middle point says so', () => {
    const arc = strokeArc(at(0, 10), at(180, 10), at(350, 10));
    expect(
      arc.every((point) => Math.abs(Math.hypot(point[0]! - 200_000, point[1]! - 500_000) - 10) < 0.001),
    ).toBe(true);
    // 350 of 360 degrees, closed by its chord: area r²/2 · (θ - sin θ), θ in radians.
    const theta = (350 * Math.PI) / 180;
    expect(ringArea([...arc, arc[0]!])).toBeCloseTo(50 * (theta - Math.sin(theta)), 0);
  });

  it('leaves three points on a line a line', () => {
    expect(strokeArc([0, 0], [5, 5], [10, 10])).toEqual([
      [0, 0],
      [5, 5],
      [10, 10],
    ]);
    expect(strokeArc([3, 3], [3, 3], [3, 3])).toHaveLength(3);
  });
});

describe('reading GML surfaces', () => {
  const surface = (inside: string, more = '') =>
    toMultiPolygon(
      parseXml(`<gml:Polygon xmlns:gml="http://www.opengis.net/gml/3.2" ${more}>${inside}</gml:Polygon>`),
    );
  const ring = (text: string) => `<gml:LinearRing><gml:posList>${text}</gml:posList></gml:LinearRing>`;

  it('reads a square with a hole', () => {
    const { coordinates } = surface(
      `<gml:exterior>${ring('0 0 10 0 10 10 0 10 0 0')}</gml:exterior><gml:interior>${ring('2 2 2 4 4 4 4 2 2 2')}</gml:interior>`,
    );
    // 10 · 10 less 2 · 2.
    expect(areaOf(coordinates)).toBe(96);
  });

  it('joins lines and arcs in their order: a square with a half circle on it', () => {
    const { coordinates } = surface(`<gml:exterior><gml:Ring><gml:curveMember><gml:Curve><gml:segments>
      <gml:LineStringSegment><gml:posList>0 10 0 0 10 0 10 10</gml:posList></gml:LineStringSegment>
      <gml:Arc><gml:posList>10 10 5 15 0 10</gml:posList></gml:Arc>
      </gml:segments></gml:Curve></gml:curveMember></gml:Ring></gml:exterior>`);
    const expected = 100 + (Math.PI * 25) / 2;
    expect(areaOf(coordinates)).toBeLessThan(expected);
    expect(areaOf(coordinates)).toBeGreaterThan(expected - Math.PI * 5 * 0.011);
  });

  it('drops a third dimension', () => {
    const { coordinates } = surface(
      `<gml:exterior><gml:LinearRing><gml:posList srsDimension="3">0 0 7 4 0 7 4 4 7 0 0 7</gml:posList></gml:LinearRing></gml:exterior>`,
    );
    expect(coordinates).toEqual([
      [
        [
          [0, 0],
          [4, 0],
          [4, 4],
          [0, 0],
        ],
      ],
    ]);
  });

  it.each([
    [
      'another CRS',
      `<gml:exterior>${ring('0 0 1 0 1 1 0 0')}</gml:exterior>`,
      'srsName="EPSG:4326"',
      /EPSG:4326; verwacht is EPSG:28992/,
    ],
    [
      'a ring that does not close',
      `<gml:exterior>${ring('0 0 10 0 10 10 5 5')}</gml:exterior>`,
      '',
      /sluit niet: hij begint bij x 0, y 0/,
    ],
    [
      'a ring with a gap',
      `<gml:exterior><gml:Ring><gml:curveMember><gml:LineString><gml:posList>0 0 10 0</gml:posList></gml:LineString></gml:curveMember><gml:curveMember><gml:LineString><gml:posList>10 5 0 0</gml:posList></gml:LineString></gml:curveMember></gml:Ring></gml:exterior>`,
      '',
      /onderbroken bij x 10, y 5/,
    ],
    [
      'a coordinate that is no number',
      `<gml:exterior>${ring('0 0 1 x 1 1 0 0')}</gml:exterior>`,
      '',
      /geen reeks van 2 getallen/,
    ],
    [
      'an odd number of coordinates',
      `<gml:exterior>${ring('0 0 1 0 1 1 0')}</gml:exterior>`,
      '',
      /geen reeks van 2 getallen/,
    ],
    [
      'a curve it does not know',
      `<gml:exterior><gml:Ring><gml:curveMember><gml:Clothoid/></gml:curveMember></gml:Ring></gml:exterior>`,
      '',
      /gml:Clothoid kan niet/,
    ],
    ['no outer ring', `<gml:interior>${ring('0 0 1 0 1 1 0 0')}</gml:interior>`, '', /geen buitenring/],
  ])('refuses %s', (_, inside, more, message) => {
    expect(() => surface(inside, more)).toThrow(message);
  });
});

describe('what a plan status can be', () => {
  const plan = (
    soort: string,
    naam: string,
    status: string | null,
    datum: string | null,
    eigenaarCode = '0202',
  ) => ({
    soort,
    naam,
    status,
    datum,
    eigenaarCode,
    eigenaarSoort: 'gemeentelijke overheid',
  });
  it.each([
    // Geonovum's own test files for the validator, by their folder or file name.
    [plan('bestemmingsplan', 'Whemedreef', 'vastgesteld', '2024-01-01'), null],
    [plan('bestemmingsplan', 'Binnenstad', 'geconsolideerd', '2024-01-01'), null],
    [
      plan('bestemmingsplan', 'Raadhuisstaete', 'voorontwerp', '2024-01-01'),
      /voorontwerp.*sinds de Omgevingswet/,
    ],
    [plan('bestemmingsplan', 'Kerschoten', 'ontwerp', '2022-06-30'), null],
    [plan('bestemmingsplan', 'TAM-omgevingsplan Kerschoten', 'ontwerp', '2022-06-30'), null],
    [
      plan('bestemmingsplan', 'TAM-omgevingsplan Kerschoten', 'vastgesteld', '2022-06-30'),
      /TAM-omgevingsplan.*voordat de Omgevingswet/,
    ],
    [plan('bestemmingsplan', 'TAM-omgevingsplan Kerschoten', 'geconsolideerd', '2023-12-31'), /voordat/],
    // The first day of the new law.
    [plan('bestemmingsplan', 'TAM-omgevingsplan Kerschoten', 'vastgesteld', '2024-01-01'), null],
    [plan('bestemmingsplan', 'Kerschoten', 'ontwerp', '2023-12-31'), null],
    [plan('bestemmingsplan', 'Kerschoten', 'ontwerp', '2024-01-01'), /sinds/],
    [
      plan('voorbereidingsbesluit', 'Bronbeeklaan', 'vastgesteld', '2024-02-01'),
      /dit soort plan is er dan niet meer/,
    ],
    [
      plan('voorbereidingsbesluit', 'TAM-voorbereidingsbesluit Bronbeeklaan', 'vastgesteld', '2024-02-01'),
      null,
    ],
    [plan('omgevingsvergunning', 'Koningsweg', 'vastgesteld', '2025-01-01'), null],
    [
      {
        ...plan('structuurvisie', 'Visie', 'vastgesteld', '2024-05-01'),
        eigenaarSoort: 'provinciale overheid',
      },
      /niet meer/,
    ],
    [plan('structuurvisie', 'Visie', 'vastgesteld', '2024-05-01'), null],
    [plan('structuurvisie', 'Visie', 'c', '2023-01-12'), /"c" bestaat niet in IMRO2012/],
    [plan('bestemmingsplan', 'Leeg', null, null), /planstatus ontbreekt/],
    [plan('bestemmingsplan', 'Durperveld', 'vastgesteld', '2008-08-13', '9999'), /voorbeeldbestand/],
  ])('%o', (given, expected) => {
    const bezwaar = findPlanBezwaar(given);
    if (expected === null) expect(bezwaar).toBeNull();
    else expect(bezwaar).toMatch(expected);
  });
});

const { dataMirror } = readConfig(process.env);
const folder = join(dataMirror ?? '', '5-ruimtelijke-plannen/imro/Geonovum__imro-dev');
const open = (name: string) => readImro(readFileSync(join(folder, name), 'utf8'));

/** How many surfaces a plan has of each onderdeel. */
function count({ vlakken }: ReturnType<typeof readImro>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { onderdeel } of vlakken) counts[onderdeel] = (counts[onderdeel] ?? 0) + 1;
  return counts;
}

describe.runIf(existsSync(folder))('real IMRO plans', () => {
  it('reads the rijksinpassingsplan with its arcs, dubbelbestemming and status', () => {
    const plan = open('NL.IMRO.0000.EZKip18GaswTern-2001.gml');
    expect(plan).toMatchObject({
      id: 'NL.IMRO.0000.EZKip18GaswTern-2001',
      naam: 'Gaswinning Ternaard',
      soort: 'inpassingsplan',
      status: 'ontwerp',
      datum: '2022-06-30',
      eigenaarCode: '0000',
      eigenaarNaam: 'Rijksoverheid',
      eigenaarSoort: 'nationale overheid',
    });
    // As the manifest of the mirror counts them: 9 objects, of which a Figuur and the metadata are not kept.
    expect(count(plan)).toEqual({
      plangebied: 1,
      enkelbestemming: 3,
      dubbelbestemming: 1,
      gebiedsaanduiding: 2,
    });
    expect(plan.eigenschappen.nietGelezen).toEqual({ Figuur: 1 });
    expect(plan.vlakken.find(({ onderdeel }) => onderdeel === 'dubbelbestemming')).toMatchObject({
      naam: 'Leiding - Gas',
      hoofdgroep: 'leiding',
    });
  });

  it('reads the large plan whole, with hoofdgroep and aanduidingsgroep', () => {
    const plan = open('NL.IMRO.0267.BP0174-0001.gml');
    expect(count(plan)).toEqual({
      plangebied: 1,
      bouwvlak: 260,
      enkelbestemming: 235,
      functieaanduiding: 141,
      gebiedsaanduiding: 2,
      dubbelbestemming: 2,
    });
    expect(plan.eigenschappen.nietGelezen).toEqual({ Maatvoering: 200, Bouwaanduiding: 172 });
    expect(plan.vlakken.find(({ naam }) => naam === 'overige zone - categorie 1')?.hoofdgroep).toBe(
      'overige zone',
    );
    // Every square metre of the plan has one enkelbestemming.
    const own = areaOf(
      plan.vlakken
        .filter(({ onderdeel }) => onderdeel === 'plangebied')
        .flatMap(({ geometry }) => geometry.coordinates),
    );
    const parts = areaOf(
      plan.vlakken
        .filter(({ onderdeel }) => onderdeel === 'enkelbestemming')
        .flatMap(({ geometry }) => geometry.coordinates),
    );
    expect(Math.abs(parts - own)).toBeLessThan(own * 1e-5);
  });

  it('finds the geometry of a structuurvisie and a verordening through their references', () => {
    const novi = open('NL.IMRO.0000.BZKovi20Novi-3000.gml');
    expect(count(novi)).toEqual({ plangebied: 1, structuurvisiegebied: 1 });
    const areas = novi.vlakken.map(({ geometry }) => areaOf(geometry.coordinates) / 1e6);
    // Land and the Dutch part of the North Sea: both surfaces are the same 99,574 km².
    expect(Math.abs(areas[0]! - areas[1]!)).toBeLessThan(0.001);
    const overijssel = open('NL.IMRO.9923.phVerordening006B-va01.gml');
    expect(count(overijssel)).toEqual({ plangebied: 1, besluitvlak: 1 });
    // The province is 3,420.9 km² (CBS, land and water: 3,421).
    expect(areaOf(overijssel.vlakken[0]!.geometry.coordinates) / 1e6).toBeCloseTo(3421, 0);
  });

  it('reads the IMRO2008 example too, with its 276 arcs', () => {
    const plan = open('lokaal_NL.IMRO.9999.BP2008000001V1.1-0003.gml');
    expect(plan).toMatchObject({
      id: 'NL.IMRO.9999.BP2008000001-0003',
      naam: 'Bestemmingsplan Durperveld',
      datum: '2008-08-13',
    });
    expect(count(plan)).toEqual({
      plangebied: 1,
      enkelbestemming: 84,
      dubbelbestemming: 2,
      gebiedsaanduiding: 2,
      functieaanduiding: 7,
      bouwvlak: 34,
    });
  });

  it.each(['NL.IMRO.0106.99BHV2020180B-C001.gml', 'NL.IMRO.0202.957-0301.gml'])(
    'agrees with GDAL on the areas of %s, as far as its coarser arcs allow',
    async (name) => {
      const own = open(name);
      const layer = name.includes('957') ? 'Bestemmingsplangebied' : 'Besluitgebied_X';
      const { features } = await readVector([{ name: 'plan.gml', bytes: readFileSync(join(folder, name)) }], {
        layer,
      });
      const theirs = features.map(({ geometry }) =>
        geometry?.type === 'Polygon'
          ? areaOf([geometry.coordinates])
          : geometry?.type === 'MultiPolygon'
            ? areaOf(geometry.coordinates)
            : NaN,
      );
      const plangebied = own.vlakken.find(({ onderdeel }) => onderdeel === 'plangebied')!;
      // GDAL steps arcs by 4 degrees: of an arc with radius r it loses r · 0.0006 in depth.
      expect(Math.abs(areaOf(plangebied.geometry.coordinates) / theirs[0]! - 1)).toBeLessThan(1e-4);
    },
  );

  it.each([
    ['<a>', /geen geldige XML/],
    ['<imro:FeatureCollectionIMRO xmlns:imro="x"/>', /geen IMRO-plan/],
    ['{"type":"FeatureCollection"}', /geen geldige XML|geen IMRO-plan/],
  ])('refuses what is no plan: %s', (text, message) => {
    expect(() => readImro(text)).toThrow(message);
  });

  it('refuses a plan with a broken reference, date or identification', () => {
    const text = readFileSync(join(folder, 'NL.IMRO.0000.BZKovi20Novi-3000.gml'), 'utf8');
    expect(() =>
      readImro(text.replace('gml:id="NL.IMRO.59e1f14d86a44784b66185fe86892f8b"', 'gml:id="weg"')),
    ).toThrow(/die niet in het bestand staat/);
    expect(() => readImro(text.replace('<imro:datum>2020-09-11', '<imro:datum>2020-13-11'))).toThrow(
      /"2020-13-11" van de planstatus is geen datum/,
    );
    expect(() => readImro(text.replace('<imro:versie>3000</imro:versie>', ''))).toThrow(/planidentificatie/);
  });
});
