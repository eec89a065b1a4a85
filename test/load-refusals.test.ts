import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Feature, Geometry, MultiPolygon, Position } from 'geojson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SourceDocument } from '../data/document.ts';
import { listSchematicGemeenten } from '../data/seed/schematisch/read.ts';
import type { Database, Queryable } from '../server/db/database.ts';
import { loadAll, type LoadOptions } from '../server/load/load.ts';
import { describeOnBothEngines } from './engines.ts';
import { makeMirror, type TestMirror } from './mirror.ts';
import { SLOWEST } from './slowest.ts';

type Cell = Feature<Geometry | null>;

/** The shipped cells as a source would publish them: 342 features in RD. */
const good: Cell[] = listSchematicGemeenten().map(({ code, naam, geometry }) => ({
  type: 'Feature',
  properties: { code, naam },
  geometry,
}));

const mapPositions = (cells: Cell[], change: (position: Position) => Position): Cell[] =>
  cells.map((cell) => ({
    ...cell,
    geometry: {
      type: 'MultiPolygon',
      coordinates: (cell.geometry as MultiPolygon).coordinates.map((rings) =>
        rings.map((ring) => ring.map(change)),
      ),
    },
  }));
const replace = (index: number, change: Partial<Cell>): Cell[] =>
  good.map((cell, at) => (at === index ? { ...cell, ...change } : cell));
const withShape = (index: number, coordinates: Position[][][]): Cell[] =>
  replace(index, { geometry: { type: 'MultiPolygon', coordinates } });
const square = (x: number, y: number, size: number): Position[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
/** The shape with its first convex corner 1 m further in: a gap with the neighbours, who keep the old corner. */
function pinch({ coordinates }: MultiPolygon): MultiPolygon {
  const ring = coordinates[0]![0]!;
  const turn = (at: number) => {
    const [a, b, c] = [ring[at - 1]!, ring[at]!, ring[at + 1]!];
    return (b[0]! - a[0]!) * (c[1]! - b[1]!) - (b[1]! - a[1]!) * (c[0]! - b[0]!);
  };
  // Outer rings run counter-clockwise: a turn to the left is a convex corner.
  const corner = ring.findIndex((_, at) => at > 0 && at < ring.length - 1 && turn(at) > 0);
  const [before, own, after] = [ring[corner - 1]!, ring[corner]!, ring[corner + 1]!];
  const inward = [(before[0]! + after[0]!) / 2 - own[0]!, (before[1]! + after[1]!) / 2 - own[1]!];
  const length = Math.hypot(inward[0]!, inward[1]!);
  const moved = [own[0]! + inward[0]! / length, own[1]! + inward[1]! / length];
  return { type: 'MultiPolygon', coordinates: [[ring.map((point, at) => (at === corner ? moved : point))]] };
}
const nameOf = (index: number) => `object ${index + 1} (${String(good[index]!.properties!['code'])})`;

describeOnBothEngines('a source that cannot be right', (open) => {
  let db: Database;
  let mirror: TestMirror;
  const dataDir = mkdtempSync(join(tmpdir(), 'pmiek-load-'));
  const load = (more: Partial<LoadOptions> = {}, target: Database = db) =>
    loadAll(target, {
      config: { dataDir, port: 0, dataMirror: mirror.folder },
      only: ['gemeenten'],
      bron: 'spiegel',
      ...more,
    });

  const putGemeenten = (cells: Cell[], more: Record<string, unknown> = {}) =>
    mirror.put('gemeenten', cells, { kolommen: { code: 'code', naam: 'naam' }, ...more });

  /** Everything of the gemeenten that a refused source could have changed. */
  const fingerprint = async () =>
    db.query(
      `select (select md5(string_agg(code || naam || md5(ST_AsBinary(geom)), ',' order by code)) from atlas.gebied where soort = 'gemeente') as gebied,
        (select md5(string_agg(code || md5(ST_AsBinary(geom)), ',' order by code, md5(ST_AsBinary(geom)))) from atlas.gebied_deel) as deel,
        (select count(*)::int from atlas.gebied_lid) as leden,
        (select md5(string_agg(to_jsonb(b)::text, ',' order by id)) from atlas.databron b) as bronnen`,
    );

  beforeAll(async () => {
    db = open();
    mirror = makeMirror();
    putGemeenten(good);
    const report = await load();
    expect(report.datasets.map(({ reden }) => reden)).toEqual([null, null, null, null, null]);
  });
  afterAll(() => {
    mirror.remove();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const bowTie: Position[][] = [
    [
      [100_000, 400_000],
      [102_000, 402_000],
      [102_000, 400_000],
      [100_000, 402_000],
      [100_000, 400_000],
    ],
  ];
  it.each<[string, Cell[], Record<string, unknown>, string | RegExp]>([
    ['a gemeente too few', good.slice(1), {}, 'De bron bevat 341 objecten; verwacht zijn er 342.'],
    ['nothing at all', [], {}, 'De bron bevat geen enkel object.'],
    [
      'fewer than the mirror itself says',
      good,
      { aantal: 343 },
      'De bron bevat 342 objecten; verwacht zijn er 343.',
    ],
    [
      'a code twice and so one missing',
      replace(1, { properties: good[0]!.properties }),
      {},
      `De codes kloppen niet; ontbreekt: ${String(good[1]!.properties!['code'])}; dubbel: ${String(good[0]!.properties!['code'])}.`,
    ],
    [
      'two gemeenten with each other’s code and name',
      good.map((cell, at) => ({
        ...cell,
        properties: good[at === 0 ? 200 : at === 200 ? 0 : at]!.properties,
      })),
      {},
      `De gemeente ligt niet waar haar code hoort: object 1 (${String(good[200]!.properties!['code'])}), object 201 (${String(good[0]!.properties!['code'])}).`,
    ],
    [
      'an unknown code',
      replace(5, { properties: { code: 'GM9999', naam: 'Nergens' } }),
      {},
      /onbekend: GM9999/,
    ],
    [
      'without the column for the code',
      good.map((cell) => ({ ...cell, properties: { gm: 'x', naam: 'y' } })),
      {},
      'De kolom code ontbreekt. Wel aanwezig: gm, naam.',
    ],
    [
      'swapped axes',
      mapPositions(good, ([x, y]) => [y!, x!]),
      {},
      /^De assen zijn verwisseld: de bron zegt RD \(EPSG:28992, x y in meters\), maar de eerste waarde is de y\. Het gaat om object 1 \(GM0014\), .* en nog 337\.$/,
    ],
    [
      'RD in a file that says WGS 84',
      good,
      { crs: 'EPSG:4326' },
      /maar de waarden zijn meters in RD \(EPSG:28992\)/,
    ],
    [
      'WGS 84 in a file that says RD',
      mapPositions(good, () => [5.4, 52.1]),
      {},
      /maar de waarden zijn graden \(WGS 84\)/,
    ],
    [
      'Web Mercator',
      mapPositions(good, ([x, y]) => [x! + 300_000, y! + 6_350_000]),
      {},
      /de waarden zijn Web Mercator \(EPSG:3857\)/,
    ],
    [
      'latitude before longitude',
      mapPositions(good, () => [52.1, 5.4]),
      { crs: 'EPSG:4326' },
      /De assen zijn verwisseld.*de eerste waarde is de breedtegraad/,
    ],
    [
      'one gemeente outside the country',
      withShape(7, [[square(100_000, 900_000, 1000)]]),
      {},
      `De ligging is buiten Nederland (gelezen als RD (EPSG:28992, x y in meters)). Het gaat om ${nameOf(7)}.`,
    ],
    [
      'a bow tie that no repair can save',
      withShape(3, [bowTie]),
      {},
      // Two triangles of 1 km² turn in opposite directions: the area is 0 before the repair and 2 km² after it.
      `De geometrie is ongeldig en niet te herstellen zonder de oppervlakte te veranderen: ${nameOf(3)} (0 m² zou 2000000 m² worden).`,
    ],
    ['no geometry', replace(9, { geometry: null }), {}, `De geometrie ontbreekt: ${nameOf(9)}.`],
    [
      'a line for a gemeente',
      replace(9, {
        geometry: {
          type: 'LineString',
          coordinates: [
            [100_000, 400_000],
            [100_100, 400_000],
          ],
        },
      }),
      {},
      `De geometrie is geen vlak: ${nameOf(9)}.`,
    ],
    ['an empty shape', withShape(2, []), {}, `${nameOf(2)} heeft een lege geometrie.`],
    [
      'a ring that does not close',
      withShape(2, [[square(100_000, 400_000, 100).slice(0, 4)]]),
      {},
      `${nameOf(2)} heeft een ring die niet sluit: het eerste en het laatste punt verschillen.`,
    ],
    [
      'a coordinate that is no number',
      withShape(2, [
        [
          [
            [100_000, null as unknown as number],
            [1, 1],
            [2, 2],
            [100_000, null as unknown as number],
          ],
        ],
      ]),
      {},
      /heeft een coördinaat die geen getal is/,
    ],
    [
      'a collection of shapes',
      replace(2, { geometry: { type: 'GeometryCollection', geometries: [] } }),
      {},
      /verzameling van verschillende vormen/,
    ],
    [
      'a country of another size',
      mapPositions(good, ([x, y]) => [100_000 + (x! - 100_000) / 10, 500_000 + (y! - 500_000) / 10]),
      {},
      /^De gemeenten zijn samen \d+ km²; verwacht is 33000 tot 43000 km²\.$/,
    ],
  ])('is refused with the reason, and what was there stays: %s', async (_, cells, more, reason) => {
    const before = await fingerprint();
    putGemeenten(cells, more);
    const report = await load();
    const { uitkomst, reden } = report.datasets[0]!;
    expect(uitkomst).toBe('geweigerd');
    if (typeof reason === 'string') expect(reden).toBe(reason);
    else expect(reden).toMatch(reason);
    expect(report.geweigerd).toBe(true);
    expect(await fingerprint()).toEqual(before);
  });

  it.each([
    ['overlap', /^De gebieden overlappen elkaar, samen \d+ m²: object \d+ \(GM\d{4}\) en object \d+/],
    ['leave a gap', /^De gebieden sluiten niet aan: aantal kieren: 1\.$/],
  ])('is refused when its areas %s, so that a level would not add up', async (what, reason) => {
    const before = await fingerprint();
    // Inland: Amersfoort has neighbours all round. A kilometre wider it lies over them.
    const [wider] = await db.query<{ g: string }>(
      `select ST_AsGeoJSON(ST_Buffer(geom, 1000, 2)) as g from atlas.gebied where soort = 'gemeente' and code = 'GM0307'`,
    );
    putGemeenten(
      good.map((cell) => {
        if (cell.properties!['code'] !== 'GM0307') return cell;
        const geometry =
          what === 'overlap' ? (JSON.parse(wider!.g) as Geometry) : pinch(cell.geometry as MultiPolygon);
        return { ...cell, geometry };
      }),
    );
    const [report] = (await load()).datasets;
    expect(report!.uitkomst).toBe('geweigerd');
    expect(report!.reden).toMatch(reason);
    expect(await fingerprint()).toEqual(before);
  });

  it.each([
    ['{', /bronnen\.json is geen geldige JSON/],
    ['{"bestanden": []}', /heeft geen lijst "datasets"/],
    [
      '{"datasets": [{"id": "gemeenten", "bestand": "gemeenten.geojson", "formaat": "GeoJSON", "crs": "RD"}]}',
      /klopt crs van "gemeenten" niet/,
    ],
    [
      '{"datasets": [{"id": "gemeenten", "bestand": "weg.geojson", "formaat": "GeoJSON", "crs": "EPSG:28992"}]}',
      /Het bestand "weg\.geojson" uit bronnen\.json is er niet/,
    ],
    [
      '{"datasets": [{"id": "gemeenten", "bestand": "../../etc/passwd", "formaat": "GeoJSON", "crs": "EPSG:28992"}]}',
      /ligt buiten de spiegel/,
    ],
    [
      '{"datasets": [{"id": "gemeenten", "bestand": "kapot.gpkg", "formaat": "GeoPackage", "crs": "EPSG:28992"}]}',
      /kapot\.gpkg: Het bestand is niet te lezen/,
    ],
  ])('is refused when the mirror itself is broken: %s', async (text, reason) => {
    const before = await fingerprint();
    mirror.putText('kapot.gpkg', 'SQLite format 3\0 geen database');
    mirror.putText('bronnen.json', text);
    expect((await load()).datasets[0]!.reden).toMatch(reason);
    expect(await fingerprint()).toEqual(before);
  });

  it('is not an error when there is no mirror, or it does not have the dataset', async () => {
    mirror.putText('bronnen.json', '{"datasets": []}');
    const [report] = (await load()).datasets;
    expect(report).toMatchObject({
      uitkomst: 'geen bron',
      reden: 'De bron "spiegel" antwoordt niet.',
      aantal: 342,
    });
    putGemeenten(good);
  });

  it('repairs what can be repaired, and says so', async () => {
    // A spike without area on one cell: the ring goes out 3 km and back over the same line.
    const ring = (good[20]!.geometry as MultiPolygon).coordinates[0]![0]!;
    const spike: Position[] = [...ring.slice(0, -1), ring[0]!, [ring[0]![0]! + 3000, ring[0]![1]!], ring[0]!];
    putGemeenten(withShape(20, [[spike], ...(good[20]!.geometry as MultiPolygon).coordinates.slice(1)]));
    const [report] = (await load()).datasets;
    expect(report!.uitkomst).toBe('geladen');
    expect(report!.waarschuwingen).toEqual([
      `Ongeldige geometrie hersteld, met hoogstens 0,1% verschil in oppervlakte: ${nameOf(20)}.`,
    ]);
    putGemeenten(good);
    await load();
  });

  describe('interrupted', () => {
    /** The same database, of which a statement that begins so fails: halfway the swap, or halfway staging. */
    const failingAt = (start: string): Database => {
      const breaks =
        (queryable: Queryable): Queryable['query'] =>
        (text, parameters) =>
          text.trimStart().startsWith(start)
            ? Promise.reject(new Error('de stroom viel uit'))
            : queryable.query(text, parameters);
      return {
        ...db,
        query: breaks(db),
        transaction: (work, options) => db.transaction((tx) => work({ query: breaks(tx) }), options),
      };
    };

    it.each([
      'insert into atlas.gebied_deel',
      'delete from atlas.gebied where',
      'insert into atlas.staging',
      'insert into atlas.databron',
    ])('at "%s": the old data stays, and the next load is clean', async (start) => {
      const before = await fingerprint();
      putGemeenten(replace(0, { properties: { code: 'GM0014', naam: 'Nieuwe naam' } }));
      const report = await load({}, failingAt(start));
      expect(report.datasets[0]!.uitkomst).toBe('geweigerd');
      expect(report.datasets[0]!.reden).toContain('de stroom viel uit');
      expect(await fingerprint()).toEqual(before);

      expect((await load()).datasets[0]!.uitkomst).toBe('geladen');
      const [row] = await db.query(`select naam from atlas.gebied where code = 'GM0014'`);
      expect(row).toEqual({ naam: 'Nieuwe naam' });
      putGemeenten(good);
      await load();
    });

    it('leaves no staging tables, also not those of a process that was killed', async () => {
      const tables = () =>
        db.query<{ name: string }>(
          `select tablename as name from pg_tables where schemaname = 'atlas' and tablename like 'staging%'`,
        );
      expect(await tables()).toEqual([]);
      // 29,000,000 minutes after 1970 is 2025.
      await db.query('create table atlas.staging_gemeenten_29000000_abcdef (nr int)');
      await load();
      expect(await tables()).toEqual([]);
    });
  });
});

describeOnBothEngines('the order of trust', (open) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'pmiek-load-'));
  let mirror: TestMirror;
  /** A layer of one square, at a service that nobody runs, in the mirror. */
  const layer: SourceDocument = {
    id: 'natura2000',
    titel: 'Vakken',
    dienst: null,
    dienstGeverifieerd: false,
    licentie: 'onbekend',
    uitgever: 'test',
    peildatum: null,
    crs: 'EPSG:28992',
    kolommen: { bron_id: 'nr' },
    verwachtAantal: null,
    lezers: {
      officieel: { soort: 'ogc-api', url: 'http://localhost:1/ogc', collectie: 'vakken' },
      spiegel: { dataset: 'vakken' },
    },
    tabel: 'beschermd_gebied',
    toelichting: 'Vakken.',
  };
  const feature = (nr: number): Cell => ({
    type: 'Feature',
    properties: { nr },
    geometry: { type: 'Polygon', coordinates: [square(150_000, 450_000, nr)] },
  });
  const load = (more: Partial<LoadOptions> = {}) =>
    loadAll(open(), { config: { dataDir, port: 0, dataMirror: mirror.folder }, sources: [layer], ...more });

  beforeAll(() => {
    mirror = makeMirror();
    mirror.put('vakken', [feature(100)], { licentie: 'CC0', peildatum: '2025-01-01', dekking: 'PV26' });
  });
  afterAll(() => {
    mirror.remove();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('takes the mirror when the service does not answer, and remembers that', async () => {
    const startedAt = performance.now();
    const report = await load();
    expect(performance.now() - startedAt).toBeLessThan(5_000 * SLOWEST);
    expect(report.datasets[0]).toMatchObject({ uitkomst: 'geladen', herkomst: 'spiegel', aantal: 1 });
    const [bron] = await open().query(
      `select herkomst, licentie, peildatum::text as peildatum, dekking, adres from atlas.databron where id = 'natura2000'`,
    );
    expect(bron).toEqual({
      herkomst: 'spiegel',
      licentie: 'CC0',
      peildatum: '2025-01-01',
      dekking: ['PV26'],
      adres: 'vakken.geojson',
    });
    const [stored] = await open().query<{ m2: number }>(
      'select ST_Area(geom)::float8 as m2 from atlas.beschermd_gebied',
    );
    expect(stored!.m2).toBe(10_000);
  });

  it('skips what is the same, and loads what changed', async () => {
    expect((await load()).datasets[0]!.uitkomst).toBe('ongewijzigd');
    mirror.put('vakken', [feature(200), feature(300)]);
    expect((await load()).datasets[0]).toMatchObject({ uitkomst: 'geladen', aantal: 2 });
    const rows = await open().query<{ nr: string }>(
      'select bron_id as nr from atlas.beschermd_gebied order by bron_id',
    );
    expect(rows).toEqual([{ nr: '200' }, { nr: '300' }]);
  });

  it('does not put a mirror in place of the publisher, unless told to', async () => {
    await open().query(
      `update atlas.databron set herkomst = 'officieel', controlesom = 'x' where id = 'natura2000'`,
    );
    mirror.put('vakken', [feature(400)]);
    expect((await load()).datasets[0]).toMatchObject({ uitkomst: 'ongewijzigd', herkomst: 'officieel' });
    expect((await load({ ververs: true })).datasets[0]).toMatchObject({
      uitkomst: 'ongewijzigd',
      herkomst: 'officieel',
    });
    expect((await load({ bron: 'spiegel' })).datasets[0]).toMatchObject({
      uitkomst: 'geladen',
      herkomst: 'spiegel',
    });
  });

  it('says that a source is not offered, or does not answer', async () => {
    expect((await load({ bron: 'schematisch' })).datasets).toEqual([]);
    expect((await load({ bron: 'schematisch', only: ['natura2000'] })).datasets[0]).toMatchObject({
      uitkomst: 'geweigerd',
      reden: 'Deze gegevens zijn er niet van bron "schematisch"; wel van: officieel, spiegel.',
    });
    expect((await load({ bron: 'officieel' })).datasets[0]).toMatchObject({
      uitkomst: 'geen bron',
      reden: 'De bron "officieel" antwoordt niet.',
      herkomst: 'spiegel',
    });
  });
});
