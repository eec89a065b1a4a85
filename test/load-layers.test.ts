import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../server/config.ts';
import { loadAll } from '../server/load/load.ts';
import type { LoadReport } from '../server/load/report.ts';
import { checkRdTransformation, controlPoints, RD_LIMIT_M } from '../server/geo/rd.ts';
import { toVoltagesKv } from '../server/load/datasets/grid-osm.ts';
import { describeOnBothEngines } from './engines.ts';

const { dataMirror } = readConfig(process.env);

describe.runIf(dataMirror)('the layers of the mirror', () => {
  describeOnBothEngines('loaded', (open) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'pmiek-load-'));
    let report: LoadReport;
    const outcome = (id: string) => report.datasets.find((dataset) => dataset.id === id)!;

    beforeAll(async () => {
      report = await loadAll(open(), { config: { dataDir, port: 0, dataMirror }, bron: undefined });
    });
    afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

    it('loads every dataset of the mirror, in the order in which they need each other', () => {
      expect(report.datasets.map(({ id, uitkomst }) => `${id} ${uitkomst}`)).toEqual(
        [
          'gemeenten',
          'provincies',
          'res-regios',
          'subregios',
          'netbeheerdersgebieden',
          'waterschappen',
          'projecten',
          'hoogspanning-lijnen',
          'hoogspanning-stations',
          'natura2000',
          'nnn',
          'ecologische-verbindingen',
          'weidevogelkerngebied',
          'akkervogelkerngebied',
          'glastuinbouw',
          'plannen',
        ]
          .map((id) => `${id} geladen`)
          // In no mirror: it is not there, and that is no failure.
          .concat('nationale-parken geen bron'),
      );
      expect(report.geweigerd).toBe(false);
    });

    it('has the protected areas with the areas their source states', async () => {
      const rows = await open().query<{ laag: string; n: number; ha: number; verschil: number | null }>(
        `select laag, count(*)::int as n, (sum(ST_Area(geom)) / 1e4)::float8 as ha,
           max(abs(ST_Area(geom) - (eigenschappen ->> 'SHAPE_AREA')::float8))::float8 as verschil
         from atlas.beschermd_gebied group by laag`,
      );
      const of = (laag: string) => rows.find((row) => row.laag === laag)!;
      // Counts: README of the mirror. SHAPE_AREA is the publisher's own area of each surface, in m².
      expect(of('natura2000').n).toBe(15);
      expect(of('nnn').n).toBe(10_832);
      expect(of('ecologische-verbindingen').n).toBe(243);
      expect(of('weidevogelkerngebied').n).toBe(11);
      expect(of('akkervogelkerngebied').n).toBe(19);
      expect(of('glastuinbouw').n).toBe(46);
      // Coordinates are in millimetres, so a border of 10 km can shift by some m² on the publisher's own figure.
      expect(of('nnn').verschil).toBeLessThan(5);
      expect(of('glastuinbouw').verschil).toBeLessThan(5);
    });

    it('keeps what the source says of a protected area', async () => {
      const [bargerveen] = await open().query(
        `select naam, bron_id as nr, eigenschappen ->> 'sitecodeH' as code, eigenschappen ->> 'status' as status,
           (ST_Area(geom) / 1e4)::float8 as ha from atlas.beschermd_gebied where naam = 'Bargerveen'`,
      );
      expect(bargerveen).toMatchObject({
        nr: '33',
        code: 'NL2000002',
        status: 'Natura 2000-besluit 4 juni 2013',
      });
      // The designation of Bargerveen is some 2,080 ha.
      expect(Math.abs((bargerveen as { ha: number }).ha - 2083)).toBeLessThan(20);
      const [bron] = await open().query(
        `select dekking, licentie, peildatum::text as peildatum from atlas.databron where id = 'natura2000'`,
      );
      expect(bron).toEqual({ dekking: ['PV22'], licentie: 'CC0', peildatum: '2025-01-01' });
    });

    it('has the grid without the lines that were made up', async () => {
      const [lines] = await open().query(
        `select count(*)::int as n, count(*) filter (where spanning_kv = '{}')::int as zonder,
           count(*) filter (where spanning_kv[1] >= 380)::int as hoog, count(*) filter (where 150 = any(spanning_kv))::int as kv150
         from atlas.hoogspanning where soort = 'lijn'`,
      );
      // 1,163 links, of which 557 "Created_line".
      expect(lines).toMatchObject({ n: 606, zonder: 0 });
      const [stations] = await open().query(
        `select count(*)::int as n, count(*) filter (where naam like '''%')::int as quoted,
           count(*) filter (where beheerder = 'Tennet')::int as misspelt from atlas.hoogspanning where soort = 'station'`,
      );
      // 341 "substation" and 5 "sub_station".
      expect(stations).toEqual({ n: 346, quoted: 0, misspelt: 0 });
      // The source writes '150kV s''-Graveland', quoted as SQL does; its own misspelling is left as it is.
      const [graveland] = await open().query(
        `select naam, spanning_kv as kv from atlas.hoogspanning where naam like '%-Graveland'`,
      );
      expect(graveland).toEqual({ naam: "150kV s'-Graveland", kv: [150] });
    });

    it('has the plans, and says which files were left out and why', async () => {
      expect(outcome('plannen').aantal).toBe(11);
      const reasons = Object.fromEntries(
        outcome('plannen').geweigerdeOnderdelen.map(({ onderdeel, reden }) => [onderdeel, reden]),
      );
      expect(Object.keys(reasons)).toHaveLength(5);
      expect(reasons['NL.IMRO.1930.BPRaadhuislaanSP-1001.gml']).toMatch(
        /planstatus "voorontwerp" van 2024-01-01 kan niet sinds/,
      );
      expect(reasons['009fout_TAM-omgevingsplan_vastgesteld.gml']).toMatch(
        /TAM-omgevingsplan met planstatus "vastgesteld"/,
      );
      expect(reasons['NL.IMRO.0119.ZoDoenWeGroen-SVC1.gml']).toMatch(/planstatus "c" bestaat niet/);
      expect(reasons['008_goed_TAM-omgevingsplan_ontwerp.gml']).toMatch(
        /al gelezen uit NL\.IMRO\.0200\.bp1416-ont1\.gml/,
      );
      expect(reasons['lokaal_NL.IMRO.9999.BP2008000001V1.1-0003.gml']).toMatch(/voorbeeldbestand/);

      const [bron] = await open().query<{ n: number; reden: string }>(
        `select jsonb_array_length(geweigerde_onderdelen) as n,
           jsonb_path_query_first(geweigerde_onderdelen, '$[*] ? (@.onderdeel like_regex "ZoDoenWeGroen").reden') #>> '{}' as reden
         from atlas.databron where id = 'plannen'`,
      );
      expect(bron).toMatchObject({ n: 5, reden: expect.stringMatching(/planstatus "c" bestaat niet/) });

      const [ternaard] = await open().query(
        `select naam, soort, status, datum::text as datum, eigenaar_code as code, eigenaar_soort as eigenaar from atlas.plan
         where id = 'NL.IMRO.0000.EZKip18GaswTern-2001'`,
      );
      expect(ternaard).toEqual({
        naam: 'Gaswinning Ternaard',
        soort: 'inpassingsplan',
        status: 'ontwerp',
        datum: '2022-06-30',
        code: '0000',
        eigenaar: 'nationale overheid',
      });
      const parts = await open().query<{ onderdeel: string; n: number; groep: string | null }>(
        `select onderdeel, count(*)::int as n, min(hoofdgroep) as groep from atlas.planvlak
         where plan_id = 'NL.IMRO.0267.BP0174-0001' group by onderdeel order by onderdeel`,
      );
      expect(parts.map(({ onderdeel, n }) => [onderdeel, n])).toEqual([
        ['bouwvlak', 260],
        ['dubbelbestemming', 2],
        ['enkelbestemming', 235],
        ['functieaanduiding', 141],
        ['gebiedsaanduiding', 2],
        ['plangebied', 1],
      ]);
      expect(
        parts.every(({ onderdeel, groep }) => (groep !== null) === /bestemming$|^gebieds/.test(onderdeel)),
      ).toBe(true);
    });

    it('puts every plan in the gemeente that owns it', async () => {
      const rows = await open().query<{ id: string; gemeente: string; eigenaar: string }>(
        `select p.id, p.eigenaar_code as eigenaar, right(g.code, 4) as gemeente from atlas.plan p
         join atlas.planvlak v on v.plan_id = p.id and v.onderdeel = 'plangebied'
         join atlas.gebied g on g.soort = 'gemeente' and ST_Contains(g.geom, ST_PointOnSurface(v.geom))
         where p.eigenaar_soort = 'gemeentelijke overheid'`,
      );
      expect(rows.length).toBeGreaterThan(6);
      expect(rows.filter(({ gemeente, eigenaar }) => gemeente !== eigenaar)).toEqual([]);
    });

    it('stores nothing that is not sound', async () => {
      for (const table of ['gebied', 'planvlak', 'beschermd_gebied', 'hoogspanning']) {
        const [row] = await open().query<{ n: number }>(
          `select count(*)::int as n from atlas.${table} where not atlas.is_sound(geom)`,
        );
        expect(row!.n).toBe(0);
      }
    });

    it('transforms to RD within a quarter of a metre on the control points', async () => {
      const { afwijkingM, grensM } = await checkRdTransformation(open());
      expect(controlPoints).toHaveLength(6);
      expect(grensM).toBe(RD_LIMIT_M);
      expect(afwijkingM).toBeLessThan(RD_LIMIT_M);
      // Without the correction grid it cannot be exact: nought would mean that nothing was compared.
      expect(afwijkingM).toBeGreaterThan(0.001);
    });
  });
});

describe('voltages as a source writes them', () => {
  it.each([
    ['150000', [150]],
    ['150000;380000;150000', [380, 150]],
    ['0;150000', [150]],
    ['n/a;n/a', []],
    ['400000', [400]],
    ['', []],
    [null, []],
  ])('%s', (text, expected) => {
    expect(toVoltagesKv(text)).toEqual(expected);
  });
});
