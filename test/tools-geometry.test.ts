import { describe, expect, it } from 'vitest';
import { toRd } from '../web/map/rd.ts';
import { parseGeometry } from '../web/tools/parse-geometry.ts';
import { listPositions } from '../web/tools/written-geometry.ts';

/** The positions of what was read, in whole metres of RD. */
async function readRd(text: string): Promise<{ type: string; rd: number[][]; opmerkingen: string[] }> {
  const found = await parseGeometry(text);
  if (found.kind === 'fout') throw new Error(found.melding);
  return {
    type: found.geometrie.type,
    rd: listPositions(found.geometrie).map((lngLat) => toRd(lngLat).map((metres) => Math.round(metres))),
    opmerkingen: found.opmerkingen,
  };
}

async function readFault(text: string) {
  const fault = await parseGeometry(text);
  if (fault.kind !== 'fout') throw new Error(`Read as ${JSON.stringify(fault.geometrie)}`);
  return fault;
}

const squareRd = [
  [155000, 463000],
  [156000, 463000],
  [156000, 464000],
  [155000, 464000],
  [155000, 463000],
];
const ring = squareRd.map((position) => position.join(' ')).join(', ');
const geoJson = (geometry: object) => JSON.stringify(geometry);

describe('geometry that is pasted or opened', () => {
  it.each([
    `POLYGON((${ring}))`,
    `POLYGON ((${ring}));`,
    `SRID=28992;POLYGON((${ring}))`,
    `polygon((${ring}))`,
    `POLYGON Z((${squareRd.map((position) => [...position, 3.2].join(' ')).join(',')}))`,
    geoJson({ type: 'Polygon', coordinates: [squareRd] }),
    geoJson({ type: 'Polygon', coordinates: [squareRd.map((position) => [...position, 0])] }),
    geoJson({
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::28992' } },
      features: [{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [squareRd] } }],
    }),
    `\ufeff${geoJson({ type: 'Feature', geometry: { type: 'Polygon', coordinates: [squareRd] } })}`,
  ])('is a square kilometre of RD: %s', async (text) => {
    expect(await readRd(text)).toMatchObject({ type: 'Polygon', rd: squareRd });
  });

  it('reads WGS 84 as it is', async () => {
    const coordinates = [
      [5.1, 52.1],
      [5.2, 52.1],
      [5.2, 52.2],
    ];
    const found = await parseGeometry(geoJson({ type: 'LineString', coordinates }));
    expect(found).toMatchObject({ kind: 'gevonden', herkend: 'WGS84', geometrie: { coordinates } });
  });

  it('reads lines, points, parts and a bare coordinate', async () => {
    expect(await readRd('LINESTRING(155000 463000, 156000 463000)')).toMatchObject({ type: 'LineString' });
    expect(await readRd('MULTIPOINT((155000 463000), (156000 463000))')).toMatchObject({
      type: 'MultiPoint',
      rd: [squareRd[0], squareRd[1]],
    });
    expect(await readRd('MULTIPOINT(155000 463000, 156000 463000)')).toMatchObject({ type: 'MultiPoint' });
    expect(
      await readRd(`MULTIPOLYGON(((${ring})),((160000 463000,161000 463000,161000 464000,160000 463000)))`),
    ).toMatchObject({ type: 'MultiPolygon' });
    expect(await readRd('155000 463000')).toEqual({ type: 'Point', rd: [[155000, 463000]], opmerkingen: [] });
  });

  it('says what it did: heights left out, rings closed, objects taken together', async () => {
    const open = squareRd.slice(0, 4);
    const closed = await readRd(geoJson({ type: 'Polygon', coordinates: [open] }));
    expect(closed.rd).toEqual(squareRd);
    expect(closed.opmerkingen.join(' ')).toContain('gesloten');
    const high = await readRd('LINESTRING Z(155000 463000 1, 156000 463000 2)');
    expect(high.opmerkingen.join(' ')).toContain('Hoogtes');
    const feature = (geometry: object) => ({ type: 'Feature', properties: null, geometry });
    const two = await readRd(
      geoJson({
        type: 'FeatureCollection',
        features: [
          feature({ type: 'Polygon', coordinates: [squareRd] }),
          feature({ type: 'MultiPolygon', coordinates: [[squareRd.map(([x = 0, y = 0]) => [x + 5000, y])]] }),
          { type: 'Feature', properties: null, geometry: null },
        ],
      }),
    );
    expect(two.type).toBe('MultiPolygon');
    expect(two.rd).toHaveLength(10);
    expect(two.opmerkingen.join(' ')).toMatch(/2 objecten.*samengenomen/);
  });

  it('keeps RD to the millimetre', async () => {
    const found = await parseGeometry('POINT(136410.123 455920.456)');
    if (found.kind !== 'gevonden' || found.geometrie.type !== 'Point') throw new Error('not a point');
    const [x, y] = toRd(found.geometrie.coordinates);
    expect(Math.hypot(x - 136410.123, y - 455920.456)).toBeLessThan(0.001);
  });
});

describe('geometry that cannot be used', () => {
  it('offers swapped axes in RD and in WGS 84', async () => {
    const rd = await readFault(geoJson({ type: 'Polygon', coordinates: [squareRd.map(([x, y]) => [y, x])] }));
    expect(rd.melding).toContain('omgewisseld');
    expect(rd.voorstel).toMatchObject({ herkend: 'RD', geometrie: { type: 'Polygon' } });
    expect(toRd(listPositions(rd.voorstel!.geometrie)[1]!).map(Math.round)).toEqual([156000, 463000]);
    const degrees = await readFault('LINESTRING(52.1 5.1, 52.2 5.2)');
    expect(degrees.voorstel?.geometrie.coordinates).toEqual([
      [5.1, 52.1],
      [5.2, 52.2],
    ]);
  });

  it.each([
    ['', 'niets'],
    ['een stukje tekst', 'GeoJSON, WKT'],
    ['{"type":"Polygon","coordinates":[[[155000,463000]', 'geldige JSON'],
    ['{\n"type": "Point",\n"coordinates": [5,,52]}', 'geldige JSON'],
    ['{"type":"Polygon","coordinates":[[[155000,"463000"]]]}', 'coordinates[0][0]'],
    ['{"type":"FeatureCollection","features":[]}', 'geen geometrie'],
    [
      '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Curve"}}]}',
      'features[0].geometry',
    ],
    ['{"type":"Topology","objects":{}}', 'TopoJSON'],
    ['{"type":"Point","coordinates":[2.35,48.85]}', 'buiten Nederland'],
    ['{"type":"LineString","coordinates":[[5.1,52.1]]}', 'ten minste twee'],
    ['{"type":"Polygon","coordinates":[[[5.1,52.1],[5.2,52.1],[5.1,52.1]]]}', 'drie verschillende'],
    ['{"type":"Point","coordinates":[0,0],"crs":{"properties":{"name":"EPSG:31370"}}}', 'EPSG:31370'],
    ['SRID=31370;POINT(155000 463000)', '31370'],
    ['CURVEPOLYGON(CIRCULARSTRING(0 0, 1 1, 2 0))', 'bogen'],
    ['POLYGON((155000 463000, 156000 463000, 156000 464000', 'haakjes'],
    ['POLYGON(155000 463000, 156000 463000)', 'haakjes'],
    ['POLYGON((155000,0 463000,0, 156000,0 463000,0))', 'positie'],
    ['<gml:Point/>', 'atlas'],
    ['<?xml version="1.0"?><gpx/>', 'geen KML'],
  ])('%s → says %s', async (text, words) => {
    const { melding, voorstel } = await readFault(text);
    expect(melding).toContain(words);
    expect(voorstel).toBeNull();
  });

  it('refuses kinds that are mixed and more points than a question may have', async () => {
    const mixed = await readFault(
      geoJson({
        type: 'GeometryCollection',
        geometries: [
          { type: 'Point', coordinates: [155000, 463000] },
          { type: 'Polygon', coordinates: [squareRd] },
        ],
      }),
    );
    expect(mixed.melding).toContain('punten en vlakken');
    const many = Array.from({ length: 20_001 }, (_, index) => [155000 + index, 463000]);
    expect((await readFault(geoJson({ type: 'LineString', coordinates: many }))).melding).toContain('20.001');
  });
});
