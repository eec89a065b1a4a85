import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { gemeenten as register, provincies, resRegios, subregios } from '../data/seed/gebieden.ts';
import { type Config, readConfig } from '../server/config.ts';
import type { Database } from '../server/db/database.ts';
import { loadAll } from '../server/load/load.ts';
import type { LoadEvent } from '../server/load/progress.ts';
import type { LoadReport } from '../server/load/report.ts';
import { describeOnBothEngines } from './engines.ts';

const { dataMirror } = readConfig(process.env);
const sources = [
  ['schematisch', undefined],
  ...(dataMirror ? [['spiegel', dataMirror] as const] : []),
] as const;
const only = ['gemeenten', 'waterschappen', 'projecten'];

describeOnBothEngines('boundaries and projects', (open) => {
  let db: Database;
  const dataDir = mkdtempSync(join(tmpdir(), 'pmiek-load-'));
  const config = (mirror?: string): Config => ({ dataDir, port: 0, dataMirror: mirror });
  const count = async (sql: string, parameters: unknown[] = []): Promise<number> =>
    (await db.query<{ n: number }>(sql, parameters))[0]!.n;

  beforeAll(() => {
    db = open();
  });
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  // The same questions of the cells we ship and of the real boundaries.
  it.each(sources)('adds up on every level: %s', async (bron, mirror) => {
    const events: LoadEvent[] = [];
    const report = await loadAll(db, {
      config: config(mirror),
      only: ['gemeenten'],
      bron,
      onProgress: (event) => events.push(event),
    });
    expect(
      report.datasets.map(({ id, uitkomst, herkomst, aantal }) => [id, uitkomst, herkomst, aantal]),
    ).toEqual([
      ['gemeenten', 'geladen', bron, 342],
      ['provincies', 'geladen', bron, 12],
      ['res-regios', 'geladen', bron, 30],
      ['subregios', 'geladen', bron, 45],
      ['netbeheerdersgebieden', 'geladen', bron, 6],
    ]);
    expect(events.filter(({ fase }) => fase === 'klaar').map(({ dataset }) => dataset)).toHaveLength(5);

    const [country] = await db.query<{ m2: number }>(
      `select sum(oppervlakte_m2)::float8 as m2 from atlas.gebied where soort = 'gemeente'`,
    );
    for (const soort of ['provincie', 'res-regio', 'netbeheerdersgebied']) {
      const [level] = await db.query<{ m2: number }>(
        'select sum(oppervlakte_m2)::float8 as m2 from atlas.gebied where soort = $1',
        [soort],
      );
      // A square metre on the whole country.
      expect(Math.abs(level!.m2 - country!.m2)).toBeLessThan(1);
    }
    // Each area is the sum of its whole members; a subregio-indeling does not cover the country.
    expect(
      await count(`select count(*)::int as n from atlas.gebied g where soort not in ('gemeente', 'waterschap')
          and abs(oppervlakte_m2 - (select sum(m.oppervlakte_m2) from atlas.gebied_lid l
            join atlas.gebied m on m.soort = 'gemeente' and m.code = l.gemeente_code
            where l.soort = g.soort and l.code = g.code and not l.deel)) > 1`),
    ).toBe(0);
    // Areas of one level do not overlap.
    expect(
      await count(`select count(*)::int as n from atlas.gebied a join atlas.gebied b
          on a.soort = b.soort and a.code < b.code and a.geom && b.geom
          where a.soort = 'provincie' and atlas.area_m2(atlas.overlay_intersection(a.geom, b.geom)) > 0.1`),
    ).toBe(0);
  });

  it('has the members of the register, and the 15 divided gemeenten in words', async () => {
    const members = await db.query<{ soort: string; code: string; n: number }>(
      'select soort, code, count(*)::int as n from atlas.gebied_lid where not deel group by soort, code',
    );
    const sizeOf = (soort: string, code: string) =>
      members.find((row) => row.soort === soort && row.code === code)?.n;
    for (const { code } of provincies)
      expect(sizeOf('provincie', code)).toBe(
        register.filter((gemeente) => gemeente.provincie === code).length,
      );
    for (const { code } of resRegios)
      expect(sizeOf('res-regio', code)).toBe(
        register.filter((gemeente) => gemeente.resRegio === code).length,
      );
    for (const { code, gemeenten } of subregios) expect(sizeOf('subregio', code)).toBe(gemeenten.length);

    const divided = register.filter(({ uitzonderingen }) => uitzonderingen.length > 0);
    expect(divided).toHaveLength(15);
    const operators = await db.query<{
      code: string;
      gemeente: string;
      deel: boolean;
      toelichting: string | null;
    }>(
      `select code, gemeente_code as gemeente, deel, toelichting from atlas.gebied_lid
       where soort = 'netbeheerdersgebied' and (deel or toelichting is not null)`,
    );
    for (const { code, netbeheerder, uitzonderingen } of divided) {
      const rows = operators.filter((row) => row.gemeente === code);
      expect(rows).toHaveLength(1 + uitzonderingen.length);
      expect(rows.find((row) => !row.deel)).toMatchObject({ code: `NB-${netbeheerder}` });
      for (const part of uitzonderingen)
        expect(rows.find((row) => row.code === `NB-${part.netbeheerder}`)).toEqual({
          code: `NB-${part.netbeheerder}`,
          gemeente: code,
          deel: true,
          toelichting: `deels: ${part.deelgebied}`,
        });
    }
    // The whole of Amersfoort counts for Stedin, and the part of Liander is named.
    expect(operators.find((row) => row.gemeente === 'GM0307' && !row.deel)?.toelichting).toBe(
      'behalve wijken Vinkenhoef en Palestina (Liander)',
    );
  });

  it('cuts gemeenten into pieces that make up the whole', async () => {
    const [pieces] = await db.query<{ m2: number; vertices: number; verschil: number }>(
      `select sum(ST_Area(d.geom))::float8 as m2, max(ST_NPoints(d.geom))::int as vertices,
         abs(sum(ST_Area(d.geom)) - (select sum(oppervlakte_m2) from atlas.gebied where soort = 'gemeente'))::float8 as verschil
       from atlas.gebied_deel d where soort = 'gemeente'`,
    );
    expect(pieces!.verschil).toBeLessThan(0.1);
    expect(pieces!.vertices).toBeLessThanOrEqual(128);
  });

  it('knows the borders between provincies, and the outer border', async () => {
    const borders = await db.query<{ a: string; b: string | null; km: number }>(
      `select provincie_a as a, provincie_b as b, (ST_Length(geom) / 1000)::float8 as km from atlas.provinciegrens`,
    );
    // Utrecht and Flevoland have neither sea nor frontier; in the mirror, which ends at the shore, they have lakes.
    const outer = borders.filter(({ b }) => b === null).map(({ a }) => a);
    expect(provincies.map(({ code }) => code).filter((code) => !outer.includes(code))).toEqual(
      dataMirror ? [] : ['PV24', 'PV26'],
    );
    const shared = borders.filter(({ b }) => b !== null).map(({ a, b }) => `${a}-${b}`);
    // 22 pairs of neighbours on land (docs/schematische-grenzen.md: the same with the cells, and Flevoland-Utrecht).
    expect(shared).toHaveLength(dataMirror ? 22 : 23);
    expect(shared).toContain('PV22-PV23');
    expect(shared).not.toContain('PV20-PV31');
    // Every metre of a province's border is shared with one neighbour, or outer.
    expect(
      await count(`select count(*)::int as n from atlas.gebied p where soort = 'provincie' and abs(ST_Perimeter(geom) -
        (select sum(ST_Length(geom)) from atlas.provinciegrens g where p.code in (g.provincie_a, g.provincie_b))) > 0.1`),
    ).toBe(0);
  });

  it('keeps waterschappen without a boundary by name, with the provincies they may lie in', async () => {
    const report = await loadAll(db, { config: config(dataMirror), only: ['waterschappen'] });
    expect(report.datasets[0]).toMatchObject({ uitkomst: 'geladen', aantal: 21, herkomst: 'spiegel' });
    const rows = await db.query<{ code: string; naam: string; ha: number | null; provincies: string[] }>(
      `select code, naam, (oppervlakte_m2 / 1e4)::float8 as ha, eigenschappen -> 'provincies' as provincies
       from atlas.gebied where soort = 'waterschap' order by code`,
    );
    expect(rows).toHaveLength(21);
    expect(rows.every(({ provincies: list }) => list.length > 0)).toBe(true);
    const known = rows.filter(({ ha }) => ha !== null);
    expect(known.map(({ code, naam }) => [code, naam])).toEqual(
      dataMirror ? [['WS0621', 'Rivierenland']] : [],
    );
    // The mirror's README measured 2,000.7 km².
    if (dataMirror) expect(known[0]!.ha! / 100).toBeCloseTo(2000.7, 1);
  });

  it('loads all 112 projects, placed or not, and leaves an equal one alone', async () => {
    const first = await loadAll(db, { config: config(dataMirror), only: ['projecten'] });
    expect(first.datasets[0]).toMatchObject({ uitkomst: 'geladen', aantal: 112 });
    const places = await db.query<{ ligging: string; n: number }>(
      'select ligging, count(*)::int as n from atlas.component_nu group by ligging order by ligging',
    );
    // 53 placed by town, 18 by gemeente, 41 without a place.
    expect(places).toEqual([
      { ligging: 'geen', n: 41 },
      { ligging: 'indicatief', n: 71 },
    ]);
    const [breukelen] = await db.query(
      `select p.naam, p.pmiek_bewijs as bewijs, p.fase, p.fase_herkomst as herkomst, p.ibn_van::int as ibn, c.spanning_kv as kv,
         c.straal_m::float8 as straal, round(ST_X(c.geom))::int as x, round(ST_Y(c.geom))::int as y
       from atlas.project_nu p join atlas.component_nu c on c.project_id = p.id where p.id = 'UT-01'`,
    );
    expect(breukelen).toMatchObject({
      naam: 'Uitbreiding hoogspanningsstation Breukelen-Kortrijk',
      bewijs: 'waarschijnlijk',
      fase: 'project',
      herkomst: 'afgeleid',
      ibn: 2029,
      kv: [380, 150],
      straal: 2500,
    });
    // 5.00139, 52.17417 lies 0.38581 degrees west (68.4 km each) and 0.01900 north (111.3 km each) of Amersfoort at
    // 155000, 463000, and the parallel curves up some 50 m over that distance.
    const { x, y } = breukelen as { x: number; y: number };
    expect(Math.hypot(x - (155_000 - 26_390), y - (463_000 + 2_115 + 50))).toBeLessThan(100);

    // One fact changes: that row is closed and a new one opened, the other 111 stay.
    await db.query(`update atlas.project set ibn_van = 1999 where id = 'UT-01'`);
    await db.query(`update atlas.databron set controlesom = 'anders' where id = 'projecten'`);
    await loadAll(db, { config: config(dataMirror), only: ['projecten'] });
    const history = await db.query<{ id: string; ibn: number; nu: boolean }>(
      `select id, ibn_van::int as ibn, bekend_tot is null as nu from atlas.project where id = 'UT-01' order by rij`,
    );
    expect(history).toEqual([
      { id: 'UT-01', ibn: 1999, nu: false },
      { id: 'UT-01', ibn: 2029, nu: true },
    ]);
    expect(await count('select count(*)::int as n from atlas.project')).toBe(113);
    expect(await count('select count(*)::int as n from atlas.component')).toBe(112);

    // What someone made of a project stays: the register does not take it back.
    await db.query(
      `update atlas.project set eigenaar = 'provincie-utrecht', naam = 'Eigen naam' where id = 'UT-01' and bekend_tot is null`,
    );
    await db.query(`update atlas.databron set controlesom = 'anders' where id = 'projecten'`);
    await loadAll(db, { config: config(dataMirror), only: ['projecten'] });
    const [own] = await db.query<{ naam: string }>(`select naam from atlas.project_nu where id = 'UT-01'`);
    expect(own).toEqual({ naam: 'Eigen naam' });
  });

  it('does nothing when nothing changed', async () => {
    const before = await db.query('select id, geladen_op::text as op from atlas.databron order by id');
    const report: LoadReport = await loadAll(db, { config: config(dataMirror), only, bron: undefined });
    expect(report.datasets.every(({ uitkomst }) => uitkomst === 'ongewijzigd')).toBe(true);
    expect(await db.query('select id, geladen_op::text as op from atlas.databron order by id')).toEqual(
      before,
    );
  });
});
