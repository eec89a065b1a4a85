import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../server/config.ts';
import { readVector } from '../server/geo/gdal.ts';
import { listZipEntries } from '../server/geo/zip-entries.ts';
import { toAge } from '../server/load/overview.ts';
import { readCsv } from '../server/load/csv.ts';

const { dataMirror } = readConfig(process.env);
const formats = join(dataMirror ?? '', '6-formaten');
const file = (path: string, name = path.split('/').pop()!) => ({
  name,
  bytes: readFileSync(join(dataMirror!, path)),
});

describe('reading with GDAL', () => {
  it('reads GeoJSON from memory and reprojects it to RD', async () => {
    // Amersfoort, the middle of RD: 155000, 463000.
    const text = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { naam: 'Amersfoort' },
          geometry: { type: 'Point', coordinates: [5.387203657, 52.155172897, 12] },
        },
      ],
    });
    const reading = await readVector([{ name: 'a.geojson', bytes: Buffer.from(text) }], {
      targetCrs: 'EPSG:28992',
    });
    expect(reading.crs).toBe('EPSG:4326');
    expect(reading.features).toHaveLength(1);
    const [x, y, z] = (reading.features[0]!.geometry as { coordinates: number[] }).coordinates;
    expect(Math.hypot(x! - 155_000, y! - 463_000)).toBeLessThan(0.5);
    expect(z).toBeUndefined();
  });

  it('reads KML, whose positions have a height, and reprojects it to RD', async () => {
    // The middle of RD and a point 1 km east of it; WGS 84 from the RDNAPTRANS control point and 1000 / (111 320 × cos 52,16°).
    const kml = `<?xml version="1.0" encoding="UTF-8"?>
      <kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Tracé</name><Placemark><name>Kabel</name>
      <LineString><coordinates>5.387203657,52.155172897,3 5.401835,52.155172897,3</coordinates></LineString>
      </Placemark></Document></kml>`;
    const reading = await readVector([{ name: 'a.kml', bytes: Buffer.from(kml) }], {
      targetCrs: 'EPSG:28992',
    });
    expect([reading.layer, reading.crs]).toEqual(['Tracé', 'EPSG:4326']);
    const line = reading.features[0]!.geometry as { type: string; coordinates: number[][] };
    expect([line.type, line.coordinates.map((one) => one.length)]).toEqual(['LineString', [2, 2]]);
    const [[x1, y1], [x2]] = line.coordinates as [[number, number], [number, number]];
    expect(Math.hypot(x1 - 155_000, y1 - 463_000)).toBeLessThan(0.5);
    expect(Math.abs(x2 - x1 - 1000)).toBeLessThan(5);
  });

  it('says that a KMZ without a KML in it is none', async () => {
    await expect(readVector([{ name: 'a.kmz', bytes: Buffer.from('geen zip') }])).rejects.toThrow(
      'In a.kmz zit geen KML-bestand.',
    );
  });

  it('does not confuse two files of the same name', async () => {
    const csv = (name: string) => ({
      name: 'punten.csv',
      bytes: Buffer.from(`naam,WKT\n${name},POINT(1 2)\n`),
    });
    const first = await readVector([csv('een')]);
    const second = await readVector([csv('twee')]);
    expect([first, second].map(({ features }) => features[0]!.properties!['naam'])).toEqual(['een', 'twee']);
  });

  it.each([
    ['geen.gpkg', 'dit is geen GeoPackage', /niet te lezen/],
    ['raar.xyz', 'x', /niet te lezen/],
    ['leeg.geojson', '', /niet te lezen/],
  ])('says what is wrong with %s, and still works after it', async (name, content, message) => {
    await expect(readVector([{ name, bytes: Buffer.from(content) }])).rejects.toThrow(message);
    const good = { name: 'a.csv', bytes: Buffer.from('WKT\nPOINT(1 2)\n') };
    expect((await readVector([good])).features).toHaveLength(1);
  });

  it('refuses a name that is a path, a layer that is not there, and nothing', async () => {
    const bytes = Buffer.from('WKT\nPOINT(1 2)\n');
    await expect(readVector([{ name: '../a.csv', bytes }])).rejects.toThrow(/geen bestandsnaam/);
    await expect(readVector([{ name: 'a.csv', bytes }], { layer: 'weg' })).rejects.toThrow(
      'De laag "weg" is er niet.',
    );
    await expect(readVector([])).rejects.toThrow(/geen bestand/);
  });

  it('stops what takes too long', async () => {
    const bytes = Buffer.from(`WKT\n${'POINT(1 2)\n'.repeat(300_000)}`);
    await expect(readVector([{ name: 'a.csv', bytes }], { timeoutMs: 50 })).rejects.toThrow(/duurde te lang/);
    expect(
      (await readVector([{ name: 'b.csv', bytes: Buffer.from('WKT\nPOINT(1 2)\n') }])).features,
    ).toHaveLength(1);
  });
});

describe.runIf(existsSync(formats))('real files in many formats', () => {
  it('reads a GeoPackage with several layers', async () => {
    const reading = await readVector([file('6-formaten/gpkg/PDOK__gokoala/bag.gpkg')], {
      layer: 'verblijfsobjecten',
    });
    expect(reading.crs).toBe('EPSG:28992');
    expect(reading.layers.reduce((sum, { count }) => sum + count, 0)).toBe(1904);
    expect(reading.features).toHaveLength(1836);
  });

  it('reads a shapefile in a zip, and GML in a zip by its path', async () => {
    const shapes = await readVector([file('2-provincies-regios/ProvZH__ddd-energie/Oostland.zip')]);
    expect(shapes.layers).toEqual([
      { name: 'Oostland_buurten', count: 165 },
      { name: 'Oostland_contour', count: 1 },
      { name: 'Oostland_gemeenten', count: 4 },
    ]);
    const gml = file('4-natuur-gebieden/arthurdesmidt__geojson/Glastuinbouw.zip');
    expect(listZipEntries(gml.bytes)).toEqual(['Glastuinbouw.gml', 'Glastuinbouw.xsd']);
    const areas = await readVector([gml], { main: 'Glastuinbouw.zip/Glastuinbouw.gml' });
    expect(areas.features).toHaveLength(46);
    expect(areas.features[0]!.properties).toMatchObject({ LEGENDA_UNION: 'Glastuinbouw', OBJECTID: 1 });
  });

  it('reads the document in a KMZ, beside the pictures in it', async () => {
    const kmz = file('6-formaten/kml/mbloch__mapshaper/Albania.kmz');
    expect(listZipEntries(kmz.bytes)).toHaveLength(9);
    const reading = await readVector([kmz]);
    // 63 boreholes; the first stands in doc.kml as 20.25…06,42.05…07,0.
    expect([reading.layers, reading.crs]).toEqual([[{ name: 'Albania', count: 63 }], 'EPSG:4326']);
    expect(reading.features[0]!.properties).toMatchObject({ Name: 'KE-839' });
    expect(reading.features[0]!.geometry).toEqual({ type: 'Point', coordinates: [20.25, 42.05] });
  });

  it.each([
    [
      '6-formaten/gpkg/PDOK__geopackage-validator/test_broken_geopackage.gpkg',
      /gpkg_spatial_ref_sys or gpkg_contents, is missing/,
    ],
    ['6-formaten/shp/mbloch__mapshaper/points.shp', /niet te lezen/],
  ])('says why it cannot read %s', async (path, message) => {
    await expect(readVector([file(path)])).rejects.toThrow(message);
  });

  it('knows no CRS where the file names none', async () => {
    expect((await readVector([file('6-formaten/gpkg/mbloch__mapshaper/null_crs_gdal.gpkg')])).crs).toBeNull();
  });
});

describe('listing a zip', () => {
  it('gives nothing for what is no zip, or half of one', () => {
    expect(listZipEntries(Buffer.from('geen zip'))).toEqual([]);
    expect(listZipEntries(new Uint8Array())).toEqual([]);
  });
});

describe('reading CSV', () => {
  const kolommen = { naam: 'naam', wkt: 'wkt' };
  it('reads WKT with an SRID in front, and the separators in use', () => {
    for (const separator of ['#', ';', '\t']) {
      const text = `naam${separator}wkt\na${separator}SRID=4326;LINESTRING(5 52,6 53)\n`.replace(
        'SRID=4326;',
        separator === ';' ? '' : 'SRID=4326;',
      );
      const [feature] = readCsv(text, kolommen);
      expect(feature!.geometry).toEqual({
        type: 'LineString',
        coordinates: [
          [5, 52],
          [6, 53],
        ],
      });
      expect(feature!.kolommen['naam']).toBe('a');
    }
  });
  it('takes a field in quotes with a separator in it, and an empty field as unknown', () => {
    const features = readCsv('naam,lon,lat\n"a, ""b""",5,52\n,6,53\n', {
      naam: 'naam',
      lon: 'lon',
      lat: 'lat',
    });
    expect(features.map(({ kolommen: row }) => row['naam'])).toEqual(['a, "b"', null]);
    expect(features[1]!.geometry).toEqual({ type: 'Point', coordinates: [6, 53] });
  });
  it.each([
    ['naam#wkt\na\n', /Regel 2 heeft 1 kolommen; de kop heeft er 2/],
    ['naam#wkt\na#CIRCLE(1 2)\n', /Regel 2 heeft geen punt of lijn/],
    ['x#wkt\na#POINT(1 2)\n', /De kolom naam ontbreekt/],
  ])('refuses %j', (text, message) => {
    expect(() => readCsv(text, kolommen)).toThrow(message);
  });
});

describe('the age of data', () => {
  it.each([
    ['2026-11-20', '1 dag'],
    ['2026-11-21', '0 dagen'],
    ['2026-10-01', '51 dagen'],
    ['2026-01-01', '10 maanden'],
    ['2017-01-01', '9 jaar'],
  ])('%s', (date, expected) => {
    expect(toAge(date, new Date('2026-11-21T12:00:00Z'))).toBe(expected);
  });
});
