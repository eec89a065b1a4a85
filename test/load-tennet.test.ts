// The high-voltage grid as TenneT publishes it: layers of an ArcGIS feature service, page by page, in degrees.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SourceDocument } from '../data/document.ts';
import { afstandTotNetAntwoord } from '../data/schema/antwoord.ts';
import { hoogspanningLijnen } from '../data/sources/hoogspanning-lijnen.ts';
import { hoogspanningStations } from '../data/sources/hoogspanning-stations.ts';
import { loadAll, type LoadOptions } from '../server/load/load.ts';
import { type ArcGisObject, type ArcGisService, playArcGis } from './arcgis.ts';
import { makeMirror, type TestMirror } from './mirror.ts';
import { describeWorld } from './world-app.ts';

const object = (
  naam: string,
  spanning: unknown,
  geometry: ArcGisObject['geometry'],
  more: Record<string, unknown> = {},
): ArcGisObject => ({
  properties: { OBJECTOMSCHRIJVING: naam, SPANNINGSNIVEAU: spanning, STATUS: 'In bedrijf', ...more },
  geometry,
});
const point = (x: number, y: number) => ({ type: 'Point' as const, coordinates: [x, y] });

/**
 * Around the place 4.80 E, 51.60 N, in the invented gemeente Beek. Stations: a terrain of which the west side lies 0.01
 * degree east; a point 0.01 degree north; a platform in the North Sea. A line runs 0.02 degree west, a cable in two
 * parts 0.03 degree west.
 */
const makeLayers = (): Record<number, ArcGisObject[]> => ({
  2: [
    object('Polder – Duin', '380 kV', {
      type: 'LineString',
      coordinates: [
        [4.78, 51.55],
        [4.78, 51.65],
      ],
    }),
  ],
  3: [
    object('Kabel Duin', '150 kV', {
      type: 'MultiLineString',
      coordinates: [
        [
          [4.77, 51.55],
          [4.77, 51.6],
        ],
        [
          [4.77, 51.6],
          [4.77, 51.65],
        ],
      ],
    }),
  ],
  5: [
    object(
      'Station Polder',
      '380 kV',
      {
        type: 'Polygon',
        coordinates: [
          [
            [4.81, 51.599],
            [4.812, 51.599],
            [4.812, 51.601],
            [4.81, 51.601],
            [4.81, 51.599],
          ],
        ],
      },
      { STATIONID: 'POL380' },
    ),
    object('Station Duin', '150 kV', point(4.8, 51.61), { STATIONID: 'DUN150', STATUS: 'In aanleg' }),
    object('Platform', 'gelijkstroom', point(3.5, 52.9), { STATIONID: 'PLF' }),
  ],
});
// At 51.6 N on the ellipsoid of ETRS89 (a = 6,378,137 m, e² = 0.00669438): 1 − e² sin² φ = 0.995888; the radius along
// the meridian is 6,374,714 m and across it 6,391,291 m. RD is 0.99994 of it, 73 km from its centre.
const M_PER_DEGREE = (Math.PI / 180) * 0.99994;
const north = (degrees: number) => degrees * M_PER_DEGREE * 6_374_714;
const east = (degrees: number) => degrees * M_PER_DEGREE * 6_391_291 * Math.cos((51.6 * Math.PI) / 180);

let service: ArcGisService;
let folder: string;
let mirror: TestMirror;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pmiek-tennet-'));
  mirror = makeMirror();
  service = await playArcGis(makeLayers());
});
afterEach(async () => {
  await service.close();
  mirror.remove();
  rmSync(folder, { recursive: true, force: true });
});

describeWorld('the grid, from TenneT', ({ db, get, post, request }) => {
  const load = async (more: Partial<LoadOptions> = {}, url = service.url) => {
    const sources = [hoogspanningLijnen, hoogspanningStations].map((source): SourceDocument => ({
      ...source,
      lezers: { ...source.lezers, officieel: { ...source.lezers.officieel!, url } },
    }));
    const config = { dataDir: folder, port: 0, dataMirror: mirror.folder };
    return (await loadAll(db(), { config, sources, ...more })).datasets;
  };
  const ask = async (more: object = {}) => {
    const response = await post('/vragen/afstand-tot-net', { geometrie: point(4.8, 51.6), ...more });
    return afstandTotNetAntwoord.parse(await response.json()).antwoord;
  };

  // First, while nothing is loaded yet.
  it('comes from the mirror where the service cannot be reached', async () => {
    const line = { l_id: 1, name: 'Oude lijn', voltage: '150000', operator: 'Tennet', type: 'line' };
    mirror.put('hoogspanning-lijnen', [
      {
        type: 'Feature',
        properties: { ...line, wkt_srid_4326: '' },
        geometry: {
          type: 'LineString',
          coordinates: [
            [112_000, 401_000],
            [112_000, 402_000],
          ],
        },
      },
    ]);
    // Port 1 has no listener.
    expect(await load({}, 'http://localhost:1/FeatureServer')).toMatchObject([
      { id: 'hoogspanning-lijnen', uitkomst: 'geladen', herkomst: 'spiegel', aantal: 1 },
      { id: 'hoogspanning-stations', uitkomst: 'geen bron', herkomst: null },
    ]);
    const { lijnen, onbekend } = await ask();
    expect(lijnen).toMatchObject([{ naam: 'Oude lijn', spanningKv: [150], beheerder: 'TenneT' }]);
    expect(onbekend.join(' ')).toMatch(/niet het echte tracé/);
  });

  it('takes the place of the mirror when it answers, and says where it comes from', async () => {
    service.edited
      .set(2, Date.UTC(2026, 9, 2))
      .set(3, Date.UTC(2026, 8, 30))
      .set(5, null);
    const [lijnen, stations] = await load({ ververs: true });
    expect(lijnen).toMatchObject({
      uitkomst: 'geladen',
      herkomst: 'officieel',
      aantal: 2,
      waarschuwingen: [],
    });
    expect(stations).toMatchObject({ uitkomst: 'geladen', herkomst: 'officieel', aantal: 3 });
    expect(stations!.waarschuwingen).toEqual([
      'SPANNINGSNIVEAU is geen spanning zoals "380 kV": "gelijkstroom" (1). Van deze objecten is de spanning onbekend.',
      'STATUS is niet "In bedrijf": "In aanleg" (1). Deze objecten zijn wel getoond.',
    ]);
    const { lagen } = (await get('/lagen')).body;
    const about = (id: string) => lagen.find((laag: { id: string }) => laag.id === id);
    // Of the two layers of lines, the cables were changed longest ago; of the stations nothing is known.
    expect(about('hoogspanning-lijnen')).toMatchObject({
      uitgever: 'TenneT TSO B.V.',
      licentie: 'onbekend',
      peildatum: '2026-09-30',
      toelichting: expect.stringMatching(/^Leidingen en kabels\. .* Opgehaald op \d{4}-\d\d-\d\d\.$/),
    });
    expect(about('hoogspanning-stations')).toMatchObject({ peildatum: null, dekking: null, aantal: 3 });
  });

  it('is measured from the edge of a station, and along every part of a cable', async () => {
    const { stations, lijnen, onbekend } = await ask();
    const found = [...stations, ...lijnen];
    expect(found.map(({ naam, spanningKv }) => [naam, spanningKv])).toEqual([
      ['Station Polder', [380]],
      ['Station Duin', [150]],
      ['Platform', []],
      ['Polder – Duin', [380]],
      ['Kabel Duin', [150]],
    ]);
    const expected = [east(0.01), north(0.01), null, east(0.02), east(0.03)];
    for (const [index, metres] of expected.entries())
      if (metres !== null) expect(Math.abs(found[index]!.afstandM - metres)).toBeLessThan(1);
    expect(found.every(({ beheerder }) => beheerder === 'TenneT')).toBe(true);
    expect(onbekend.join(' ')).toMatch(/Objecten van elke status staan erbij/);
    expect(onbekend.join(' ')).not.toMatch(/niet het echte tracé/);
    expect((await ask({ spanningKv: 380 })).stations.map(({ naam }) => naam)).toEqual(['Station Polder']);

    const answer = await request('/ogc/v1/collections/hoogspanning/items?f=json&soort=station');
    const { features } = (await answer.json()) as { features: any[] };
    expect(features.map(({ geometry, properties }) => [properties.bronId, geometry.type])).toEqual([
      ['POL380', 'Polygon'],
      ['DUN150', 'Point'],
      ['PLF', 'Point'],
    ]);
  });

  it('costs questions only while nothing changed', async () => {
    await load({ ververs: true });
    service.queries.length = 0;
    expect(await load({ ververs: true })).toMatchObject([
      { uitkomst: 'ongewijzigd', herkomst: 'officieel' },
      { uitkomst: 'ongewijzigd', herkomst: 'officieel' },
    ]);
    expect(service.queries.every(({ ifNoneMatch }) => ifNoneMatch !== undefined)).toBe(true);
  });

  it.each<[string, (station: ArcGisObject) => void, RegExp]>([
    [
      'has its axes swapped',
      (station) => (station.geometry = point(51.6, 4.81)),
      /^De assen zijn verwisseld: .* Het gaat om laag 5 \(Hoogspanning station\) object 1 \(Station Polder\)\.$/,
    ],
    [
      'is in RD where degrees were asked for',
      (station) => (station.geometry = point(114_000, 401_000)),
      /^Het coördinatenstelsel klopt niet: .* RD/,
    ],
    [
      'has no place',
      (station) => (station.geometry = null),
      /^De geometrie ontbreekt: laag 5 .* \(Station Polder\)\.$/,
    ],
    [
      'is a line',
      (station) => (station.geometry = makeLayers()[2]![0]!.geometry),
      /^De geometrie is geen punt of vlak: laag 5/,
    ],
    [
      'lacks the column of its voltage',
      () => service.layers.get(5)!.forEach(({ properties }) => delete properties['SPANNINGSNIVEAU']),
      /^De kolom SPANNINGSNIVEAU ontbreekt\. Wel aanwezig: OBJECTID, OBJECTOMSCHRIJVING/,
    ],
    [
      'is not there, nor any other',
      () => service.layers.set(5, []),
      /^laag 5 \(Hoogspanning station\) bevat geen enkel object\.$/,
    ],
  ])('is refused when a station %s, and what was there stays', async (_, spoil, reason) => {
    await load({ ververs: true });
    spoil(service.layers.get(5)![0]!);
    service.edited.set(5, Date.UTC(2026, 9, 3));
    const [, stations] = await load({ bron: 'officieel' });
    expect(stations).toMatchObject({ uitkomst: 'geweigerd', herkomst: 'officieel', aantal: 3 });
    expect(stations!.reden).toMatch(reason);
    expect((await ask()).stations).toHaveLength(3);
  });
});
