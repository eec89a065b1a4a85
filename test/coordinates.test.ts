import { describe, expect, it } from 'vitest';
import { toRd } from '../web/map/rd.ts';
import { parseCoordinate } from '../web/tools/parse-coordinate.ts';
import { SLOWEST } from './slowest.ts';

// Expected values are the RDNAPTRANS control point of Amersfoort: ETRS89 52.155172897 N, 5.387203657 E is RD New
// 155000, 463000. One metre is 0.000009° of latitude and 0.0000147° of longitude there.
const amersfoort = { lat: 52.155172897, lng: 5.387203657, x: 155000, y: 463000 };

function expectAmersfoort(text: string, herkend: 'RD' | 'WGS84', withinM = 1): void {
  const found = parseCoordinate(text);
  expect(found, text).toMatchObject({ kind: 'gevonden', herkend });
  if (found?.kind !== 'gevonden') return;
  const [x, y] = found.rdXy;
  expect(Math.hypot(x - amersfoort.x, y - amersfoort.y), `${text} in RD`).toBeLessThanOrEqual(withinM);
  const northM = (found.lngLat[1] - amersfoort.lat) * 111_270;
  const eastM = (found.lngLat[0] - amersfoort.lng) * 111_320 * Math.cos((52.155 * Math.PI) / 180);
  expect(Math.hypot(northM, eastM), `${text} in WGS 84`).toBeLessThanOrEqual(withinM);
}

describe('RD New in the browser', () => {
  // RDNAPTRANS control points: the middle of the country and its far corners.
  it.each([
    ['Amersfoort', 52.155172897, 5.387203657, 155000, 463000],
    ['Texel', 53.160753042, 4.824761912, 117380.12, 575040.34],
    ['Noord-Groningen', 53.41948205, 6.776726674, 247380.56, 604580.78],
    ['Zeeuws-Vlaanderen', 51.368607152, 3.397588595, 16460.91, 377380.23],
    ['Zuid-Limburg', 50.792584916, 5.773795548, 182260.45, 311480.67],
    ['Maasvlakte', 51.947393898, 4.072887101, 64640.89, 440700.01],
  ] as const)('%s lies within 1 m of its control point', (_name, lat, lng, x, y) => {
    const [foundX, foundY] = toRd([lng, lat]);
    expect(Math.hypot(foundX - x, foundY - y)).toBeLessThan(1);
  });
});

describe('RD, pasted in any usual writing', () => {
  it.each([
    '155000 463000',
    '155000,463000',
    '155000, 463000',
    '155000;463000',
    '155000/463000',
    '155000\t463000',
    '155000\n463000',
    '155.000, 463.000',
    '155.000 463.000',
    '155.000,463.000',
    '155.000,0 463.000,0',
    '155,000.0 463,000.0',
    '155 000 463 000',
    '155\u202f000 463\u202f000',
    "155'000 463'000",
    '155000,0 463000,0',
    '155000,0, 463000,0',
    '155000.0 463000.0',
    '155000.0,463000.0',
    'X: 155000 Y: 463000',
    'X 155.000 Y 463.000',
    'x=155000, y=463000',
    'x=155000&y=463000',
    'Y: 463000 X: 155000',
    'RD-x 155000 RD-y 463000',
    'E 155000 N 463000',
    'N 463000, E 155000',
    '(155000;463000)',
    '[155000, 463000]',
    'RD 155000,0 / 463000,0',
    'RD: 155000 463000',
    'RD-coördinaten: 155000 463000',
    'Rijksdriehoekscoördinaten 155000 463000',
    'EPSG:28992 155000 463000',
    '155000 463000 (RD)',
    '155000 463000 m',
    '  155000   463000  ',
    'POINT(155000 463000)',
    'Point (155000 463000)',
    'SRID=28992;POINT(155000 463000)',
    'POINT Z (155000 463000 12.5)',
    '{"type":"Point","coordinates":[155000,463000]}',
    '{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[155000,463000]}}',
  ])('%j', (text) => expectAmersfoort(text, 'RD'));

  it('keeps the decimals that are given', () => {
    expect(parseCoordinate('136410,5 455920,25')).toMatchObject({ rdXy: [136410.5, 455920.25] });
    expect(parseCoordinate('136.410,5 455.920,25')).toMatchObject({ rdXy: [136410.5, 455920.25] });
    expect(parseCoordinate('136410.5, 455920.25')).toMatchObject({ rdXy: [136410.5, 455920.25] });
  });

  it('knows the corners of the country', () => {
    for (const rdXy of [
      [16460, 377380],
      [182260, 311480],
      [247380, 604580],
    ])
      expect(parseCoordinate(rdXy.join(' '))).toMatchObject({ kind: 'gevonden', herkend: 'RD', rdXy });
  });
});

describe('WGS 84, pasted in any usual writing', () => {
  // 52°09'18.62" is 52 + 9/60 + 18.62/3600 = 52.155172; 5°23'13.93" is 5.387203.
  it.each([
    '52.155173, 5.387204',
    '52.155173 5.387204',
    '52.155173,5.387204',
    '52,155173 5,387204',
    '52,155173, 5,387204',
    '52,155173,5,387204',
    '52,155173; 5,387204',
    '5.387204 52.155173',
    '5.387204,52.155173',
    '[5.387204, 52.155173]',
    '52.155173° 5.387204°',
    '52.155173°N 5.387204°E',
    '52.155173N, 5.387204E',
    'N 52.155173 E 5.387204',
    'N52.155173 O5.387204',
    '5.387204 OL 52.155173 NB',
    '52,155173° NB, 5,387204° OL',
    `52°09'18.62"N 5°23'13.93"E`,
    `52° 9′ 18,62″ N, 5° 23′ 13,93″ O`,
    `52°09'18.62''N 5°23'13.93''E`,
    `N 52°09'18.62" E 005°23'13.93"`,
    `52°09'18.62" 5°23'13.93"`,
    `52° 09,3104' NB 5° 23,2322' OL`,
    '52 09.3104 5 23.2322',
    '52 09,3104, 5 23,2322',
    'N 52 09.3104 E 5 23.2322',
    'lat 52.155173 lon 5.387204',
    'lat: 52.155173, lng: 5.387204',
    'latitude=52.155173&longitude=5.387204',
    'lengte 5,387204 breedte 52,155173',
    'x: 5.387204 y: 52.155173',
    'WGS84 52.155173 5.387204',
    'WGS 84: 52,155173 5,387204',
    'geo:52.155173,5.387204',
    'geo:52.155173,5.387204;u=10?z=12',
    'https://www.openstreetmap.org/#map=15/52.155173/5.387204',
    'https://maps.example.nl/kaart/@52.155173,5.387204,15z',
    'POINT(5.387204 52.155173)',
    'SRID=4326;POINT(5.387204 52.155173)',
    '{"type":"Point","coordinates":[5.387204,52.155173]}',
  ])('%j', (text) => expectAmersfoort(text, 'WGS84'));

  it('takes few decimals for what they are', () => {
    expect(parseCoordinate('52.1552, 5.3872')).toMatchObject({ lngLat: [5.3872, 52.1552] });
    expect(parseCoordinate('52,1552 5,3872')).toMatchObject({ lngLat: [5.3872, 52.1552] });
    expect(parseCoordinate('geo:52.15,5.38')).toMatchObject({ lngLat: [5.38, 52.15] });
    expect(parseCoordinate('52 5')).toMatchObject({ lngLat: [5, 52] });
  });
});

describe('what cannot be right', () => {
  it('offers RD with x and y swapped, and does not take it', () => {
    for (const text of [
      '463000 155000',
      '463.000, 155.000',
      'X: 463000 Y: 155000',
      'POINT(463000 155000)',
      'SRID=28992;POINT(463000 155000)',
    ]) {
      const fault = parseCoordinate(text);
      expect(fault, text).toMatchObject({
        kind: 'fout',
        voorstel: { kind: 'gevonden', herkend: 'RD', rdXy: [155000, 463000] },
      });
      expect(fault?.kind === 'fout' && fault.melding).toContain('omgewisseld');
    }
  });

  it('offers latitude and longitude swapped where the writing fixes their order', () => {
    for (const text of [
      'POINT(52.1552 5.3872)',
      '{"type":"Point","coordinates":[52.1552,5.3872]}',
      'lat 5.3872 lon 52.1552',
      'geo:5.3872,52.1552',
    ])
      expect(parseCoordinate(text), text).toMatchObject({
        kind: 'fout',
        voorstel: { herkend: 'WGS84', lngLat: [5.3872, 52.1552] },
      });
  });

  it('offers metres for kilometres', () => {
    expect(parseCoordinate('155 463')).toMatchObject({ kind: 'fout', voorstel: { rdXy: [155000, 463000] } });
  });

  it.each([
    '48.8566, 2.3522',
    '999999 999999',
    '0 0',
    'POINT(0 0)',
    'lat 48.85 lon 2.35',
    `48°51'24"N 2°21'8"E`,
  ])('says that %s lies outside the country and what would be right', (text) => {
    const fault = parseCoordinate(text);
    expect(fault).toMatchObject({ kind: 'fout', voorstel: null });
    expect(fault?.kind === 'fout' && fault.melding).toMatch(/buiten Nederland.*RD.*WGS 84/);
  });

  it.each(['POINT(155000)', 'POINT EMPTY', 'POINT(155000 463000', 'POINT(a b)', '{"type":"Point"'])(
    'says what is wrong with %s',
    (text) => expect(parseCoordinate(text)).toMatchObject({ kind: 'fout' }),
  );

  it('refuses a line where a point is asked for', () => {
    const fault = parseCoordinate('LINESTRING(155000 463000, 155100 463000)');
    expect(fault?.kind === 'fout' && fault.melding).toContain('geen punt');
  });

  it.each([
    '',
    'Amersfoort',
    'Utrecht',
    '155000',
    'UT-04',
    '3811 AB',
    'Stationsplein 1 Amersfoort',
    '380 kV Diemen',
    'x',
    'Noord 52',
    'N 52 5',
    'lat 52',
  ])('leaves %j to the search box', (text) => expect(parseCoordinate(text)).toBeNull());

  it('is not led astray by long or strange text', () => {
    expect(parseCoordinate('1 '.repeat(5000))).toBeNull();
    expect(parseCoordinate(`52${'°'.repeat(400)}`)).toBeNull();
    const started = performance.now();
    expect(parseCoordinate(`${'1,'.repeat(240)}x`)).toBeNull();
    expect(parseCoordinate(`lat ${'1 '.repeat(240)}lon`)).toBeNull();
    expect(performance.now() - started).toBeLessThan(200 * SLOWEST);
  });
});
