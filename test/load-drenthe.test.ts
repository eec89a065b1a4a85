// Layers of the province of Drenthe from its own ArcGIS Server, at an address that who runs the atlas gives.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadAll, type LoadOptions } from '../server/load/load.ts';
import { type ArcGisObject, type ArcGisService, playArcGis } from './arcgis.ts';
import { describeOnBothEngines } from './engines.ts';
import { makeMirror, type TestMirror } from './mirror.ts';

/** A greenhouse area of 0.01 × 0.01 degree, its south-west corner at this longitude and 52.795 N. */
const area = (lon: number): ArcGisObject => ({
  properties: { LEGENDA_UNION: `Glas ${lon}`, SHAPE_LENG: 1 },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [lon, 52.795],
        [lon + 0.01, 52.795],
        [lon + 0.01, 52.805],
        [lon, 52.805],
        [lon, 52.795],
      ],
    ],
  },
});
/** A line of 0.02 degree to the north, with its middle at 52.8 N. */
const line = (lon: number): ArcGisObject => ({
  properties: { URGENTIE: 'middel' },
  geometry: {
    type: 'LineString',
    coordinates: [
      [lon, 52.79],
      [lon, 52.81],
    ],
  },
});
// On the ellipsoid of ETRS89 (a = 6,378,137 m, e² = 0.00669438). RD is 0.9999079 of it at its centre and, some 125 km
// from there, 0.9999079 × (1 + 125² / (4 × 6,383²)) = 1.000003: one, for these tests.
const latitude = (52.8 * Math.PI) / 180;
const w2 = 1 - 0.00669438 * Math.sin(latitude) ** 2;
const M_NORTH = ((Math.PI / 180) * 6_378_137 * (1 - 0.00669438)) / w2 ** 1.5;
const M_EAST = ((Math.PI / 180) * 6_378_137 * Math.cos(latitude)) / Math.sqrt(w2);

let service: ArcGisService;
let dataDir: string;
let mirror: TestMirror;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'pmiek-drenthe-'));
  mirror = makeMirror();
  service = await playArcGis({ 0: [6.85, 6.87, 6.89].map(area), 1: [6.6, 6.62].map(line) }, 'MapServer');
});
afterEach(async () => {
  await service.close();
  mirror.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

describeOnBothEngines('layers of Drenthe', (open) => {
  const load = async (more: Partial<LoadOptions> = {}, given: Record<string, string> = {}) => {
    const config = { dataDir, port: 0, dataMirror: mirror.folder, readerSettings: given };
    const only = ['ecologische-verbindingen', 'glastuinbouw'];
    return (await loadAll(open(), { config, only, ...more })).datasets;
  };
  const loadGiven = (more: Partial<LoadOptions> = {}) =>
    load(more, {
      DRENTHE_ECOLOGISCHE_VERBINDINGEN_URL: `${service.url}/1`,
      DRENTHE_GLASTUINBOUW_URL: `${service.url}/0`,
    });
  const stored = () =>
    open().query<{ laag: string; id: string; naam: string | null; maat: number }>(
      `select laag, bron_id as id, naam, (ST_Area(geom) + ST_Length(geom))::float8 as maat
       from atlas.beschermd_gebied order by laag, bron_id`,
    );

  it('come from the mirror while no address is set, and a person is told what to set', async () => {
    const geometry = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [260_000, 530_000],
          [260_100, 530_000],
          [260_100, 530_100],
          [260_000, 530_000],
        ],
      ],
    };
    const properties = { OBJECTID: 1, LEGENDA_UNION: 'Glastuinbouw' };
    mirror.put('glastuinbouw', [{ type: 'Feature', properties, geometry }], { aantal: 1 });
    expect(await load({ ververs: true })).toMatchObject([
      { id: 'ecologische-verbindingen', uitkomst: 'geen bron', reden: 'Er is hier geen bron die antwoordt.' },
      { id: 'glastuinbouw', uitkomst: 'geladen', herkomst: 'spiegel', aantal: 1, waarschuwingen: [] },
    ]);
    expect(await load({ only: ['glastuinbouw'], bron: 'officieel' })).toMatchObject([
      {
        uitkomst: 'geen bron',
        reden:
          'De bron "officieel" is niet ingesteld. Zet in DRENTHE_GLASTUINBOUW_URL het https-adres van deze laag in de ArcGIS-dienst van de provincie, met het nummer van de laag en zonder vraagteken, zoals https://kaartportaal.drenthe.nl/server/rest/services/GDB_actueel/<naam>/MapServer/0 (docs/operations.md).',
      },
    ]);
  });

  it('come whole from the address that is set: areas and lines, of Drenthe only', async () => {
    service.edited.set(0, Date.UTC(2026, 5, 30));
    expect(await loadGiven({ ververs: true })).toMatchObject([
      { id: 'ecologische-verbindingen', uitkomst: 'geladen', herkomst: 'officieel', aantal: 2 },
      { id: 'glastuinbouw', uitkomst: 'geladen', herkomst: 'officieel', aantal: 3, waarschuwingen: [] },
    ]);
    const rows = await stored();
    expect(rows.map(({ laag, id, naam }) => [laag, id, naam])).toEqual([
      ['ecologische-verbindingen', '1', null],
      ['ecologische-verbindingen', '2', null],
      ['glastuinbouw', '1', 'Glas 6.85'],
      ['glastuinbouw', '2', 'Glas 6.87'],
      ['glastuinbouw', '3', 'Glas 6.89'],
    ]);
    for (const { laag, maat } of rows) {
      const expected = laag === 'glastuinbouw' ? 0.01 * M_NORTH * 0.01 * M_EAST : 0.02 * M_NORTH;
      expect(Math.abs(maat / expected - 1)).toBeLessThan(1e-4);
    }
    const about = await open().query(
      `select adres, uitgever, licentie, dekking, peildatum::text as peildatum, toelichting
       from atlas.databron order by id`,
    );
    const own = { uitgever: 'provincie Drenthe', licentie: 'onbekend', dekking: ['PV22'] };
    expect(about).toMatchObject([
      { ...own, adres: `${service.url} (laag 1 (Lijnen))`, peildatum: null },
      {
        ...own,
        adres: `${service.url} (laag 0 (Vlakken))`,
        peildatum: '2026-06-30',
        toelichting: expect.stringMatching(/^Alleen Drenthe\. .* Opgehaald op \d{4}-\d\d-\d\d\.$/),
      },
    ]);
    // Unchanged, and left alone once the address is gone.
    expect(await loadGiven({ ververs: true })).toMatchObject([
      { uitkomst: 'ongewijzigd', herkomst: 'officieel' },
      { uitkomst: 'ongewijzigd', herkomst: 'officieel' },
    ]);
    service.queries.length = 0;
    expect(await load({ ververs: true, only: ['glastuinbouw'] })).toMatchObject([
      { uitkomst: 'ongewijzigd', herkomst: 'officieel', aantal: 3 },
    ]);
    expect(service.queries).toEqual([]);
  });

  it.each<[string, () => void, string | RegExp]>([
    [
      'lacks the column of its names',
      () => service.layers.get(0)!.forEach(({ properties }) => delete properties['LEGENDA_UNION']),
      'De kolom LEGENDA_UNION ontbreekt. Wel aanwezig: OBJECTID, SHAPE_LENG.',
    ],
    [
      'holds points',
      () => (service.layers.get(0)![1]!.geometry = { type: 'Point', coordinates: [6.85, 52.8] }),
      'De geometrie is geen vlak of lijn: laag 0 (Vlakken) object 2 (Glas 6.87).',
    ],
    [
      'is a group of layers',
      () => (service.about = { id: 0, name: 'Groep', type: 'Group Layer', fields: null }),
      /\/MapServer\/0\?f=json is geen laag van een ArcGIS-dienst met genummerde objecten\.$/,
    ],
  ])('are refused when the layer %s, and what was there stays', async (_, spoil, reason) => {
    await loadGiven({ ververs: true });
    const before = await stored();
    spoil();
    // Pages of before the spoiling are not taken for those of now.
    service.edited.set(0, Date.UTC(2026, 6, 1));
    const [report] = await loadGiven({ only: ['glastuinbouw'], bron: 'officieel' });
    expect(report).toMatchObject({ uitkomst: 'geweigerd', herkomst: 'officieel', aantal: 3 });
    if (typeof reason === 'string') expect(report!.reden).toBe(reason);
    else expect(report!.reden).toMatch(reason);
    expect(await stored()).toEqual(before);
  });
});
