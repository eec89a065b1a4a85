// The facts the atlas ships with: the counts are those the sources state, every code exists, and what was
// read from the words of a source stands in those words.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { toHectares, toShare } from '../data/document.ts';
import { questions } from '../data/questions/index.ts';
import { reports } from '../data/reports/index.ts';
import { ruimtebeslagRij, ruimtebeslagRijen } from '../data/rules/ruimtebeslag.ts';
import { findTypeInfra, toKenmerken, typeInfraTabel } from '../data/rules/type-infra.ts';
import * as gebieden from '../data/seed/gebieden.ts';
import * as net from '../data/seed/netbeheerders.ts';
import * as register from '../data/seed/projecten.ts';
import * as vocabulary from '../data/vocabulary.ts';

const { gemeenten, provincies, resRegios, subregios, netgebieden, waterschappen } = gebieden;
const { projecten } = register;

const count = <T>(items: readonly T[], test: (item: T) => boolean) => items.filter(test).length;
const codes = (items: readonly { code: string }[]) => new Set(items.map(({ code }) => code));
const get = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('missing in the seed');
  return value;
};

describe('counts', () => {
  it('has as many rows as the sources state', () => {
    expect({
      gemeenten: gemeenten.length,
      provincies: provincies.length,
      resRegios: resRegios.length,
      subregios: subregios.length,
      netgebieden: netgebieden.length,
      waterschappen: waterschappen.length,
      netbeheerders: net.netbeheerders.length,
      gas: net.gasPerProvincie.length,
      ruimtebeslag: ruimtebeslagRijen.length,
      projecten: projecten.length,
    }).toEqual({
      gemeenten: 342,
      provincies: 12,
      resRegios: 30,
      subregios: 45,
      netgebieden: 6,
      waterschappen: 21,
      netbeheerders: 10,
      gas: 12,
      ruimtebeslag: 35,
      projecten: 112,
    });
    expect(count(ruimtebeslagRijen, (rij) => rij.geverifieerd)).toBe(26);
    expect(count(gemeenten, (g) => g.uitzonderingen.length > 0)).toBe(15);
  });

  it('calls only 14 projects proven and 14 probable pMIEK projects', () => {
    const proof = (bewijs: vocabulary.PmiekBewijs) => count(projecten, (p) => p.pmiekBewijs === bewijs);
    expect([proof('bevestigd'), proof('waarschijnlijk'), proof('niet_bevestigd')]).toEqual([14, 14, 84]);
    for (const p of projecten) expect(p.pmiekRonde === null, p.id).toBe(p.pmiekBewijs === 'niet_bevestigd');
    expect(vocabulary.pmiekBewijsLabels.niet_bevestigd).toBe(
      'publiek project, pMIEK-lidmaatschap niet bevestigd',
    );
  });

  it('places 53 projects at a place, 18 at a gemeente and 41 nowhere; none exactly', () => {
    const liggingen = projecten.map((p) => register.toLigging(p.locatieprecisie));
    expect(count(liggingen, (l) => l.straalM === 2500)).toBe(53);
    expect(count(liggingen, (l) => l.straalM === 10_000)).toBe(18);
    expect(count(liggingen, (l) => l.ligging === 'geen' && l.straalM === null)).toBe(41);
    for (const p of projecten) expect(p.lon === null, p.id).toBe(p.locatieprecisie === null);
  });

  it('states 11 phases and infers 33, never both', () => {
    const fases = projecten.map((p) => register.toFase(p).faseHerkomst);
    expect([count(fases, (f) => f === 'bron'), count(fases, (f) => f === 'afgeleid')]).toEqual([11, 33]);
    expect(count(projecten, (p) => p.faseBron !== null && p.faseAfgeleid !== null)).toBe(0);
  });
});

describe('shapes and references', () => {
  it('has the shape it says it has', () => {
    const parse = (shape: z.ZodType, rows: readonly unknown[]) => {
      for (const row of rows) shape.parse(row);
    };
    parse(gebieden.seedGemeente, gemeenten);
    parse(gebieden.seedProvincie, provincies);
    parse(gebieden.seedResRegio, resRegios);
    parse(gebieden.seedSubregio, subregios);
    parse(gebieden.seedNetgebied, netgebieden);
    parse(gebieden.seedWaterschap, waterschappen);
    parse(net.seedNetbeheerder, net.netbeheerders);
    parse(net.seedGas, net.gasPerProvincie);
    parse(register.seedProject, projecten);
    parse(ruimtebeslagRij, ruimtebeslagRijen);
  });

  it('uses every code once and refers to codes that exist', () => {
    const gm = codes(gemeenten);
    const pv = codes(provincies);
    const es = codes(resRegios);
    const nb = new Set(net.netbeheerders.map(({ id }) => id));
    expect([gm.size, pv.size, es.size, codes(subregios).size, codes(netgebieden).size]).toEqual([
      342, 12, 30, 45, 6,
    ]);
    expect([nb.size, new Set(projecten.map(({ id }) => id)).size]).toEqual([10, 112]);
    expect([...new Set(gemeenten.map((g) => g.provincie))].filter((c) => !pv.has(c))).toEqual([]);
    expect([...new Set(gemeenten.map((g) => g.resRegio))].filter((c) => !es.has(c))).toEqual([]);
    const operators = gemeenten.flatMap((g) => [
      g.netbeheerder,
      ...g.uitzonderingen.map((u) => u.netbeheerder),
    ]);
    expect(operators.filter((id) => !nb.has(id))).toEqual([]);
    expect(net.gasPerProvincie.flatMap((g) => g.netbeheerders).filter((id) => !nb.has(id))).toEqual([]);
    expect(subregios.flatMap((s) => s.gemeenten).filter((c) => !gm.has(c))).toEqual([]);
    expect(subregios.filter((s) => s.boven !== null && !es.has(s.boven))).toEqual([]);
    expect(projecten.flatMap((p) => p.gemeenten ?? []).filter((c) => !gm.has(c))).toEqual([]);
    expect(projecten.flatMap((p) => p.provincies).filter((c) => !pv.has(c))).toEqual([]);
    for (const p of projecten)
      for (const naam of p.netbeheerders ?? [])
        expect(net.netbeheerderIdByBronnaam[naam], `${p.id} ${naam}`).not.toBeUndefined();
  });

  it('knows what every type_infra stands for, and a text that is not in the table as onbekend', () => {
    const used = [...new Set(projecten.flatMap((p) => p.typeInfra ?? []))].sort();
    expect(used).toEqual(Object.keys(typeInfraTabel).sort());
    // The highest level a text names is the first number in it.
    for (const [text, { spanningenKv }] of Object.entries(typeInfraTabel))
      expect(spanningenKv, text).toEqual(/([\d/]+) kV/.exec(text)?.[1]?.split('/').map(Number) ?? []);
    expect(findTypeInfra('iets anders').groep).toBe('onbekend');
    expect(findTypeInfra(null).groep).toBe('onbekend');
    expect(toKenmerken({ energiedrager: 'elektriciteit', typeInfra: '380/150 kV-station' })).toEqual({
      energiedrager: 'elektriciteit',
      spanningKv: 380,
      soortObject: 'station',
    });
    expect(toKenmerken({ energiedrager: 'elektriciteit', typeInfra: null })).toEqual({
      energiedrager: 'elektriciteit',
    });
  });

  it('serves a provincie a project does not lie in only where the register names it', () => {
    const served = projecten.filter((p) => p.bedient !== null);
    expect(served.map((p) => [p.id, p.bedient, p.bedientHerkomst])).toEqual([
      ['GE-05', ['PV30'], 'bron'],
      ['NB-20', ['PV31'], 'bron'],
      ['NB-21', ['PV29'], 'afgeleid'],
    ]);
    for (const p of served) {
      const liesIn = new Set(p.gemeenten?.map((c) => get(gemeenten.find((g) => g.code === c)).provincie));
      expect(p.bedient?.filter((c) => liesIn.has(c) || !p.provincies.includes(c))).toEqual([]);
    }
  });
});

describe('membership', () => {
  it('puts every gemeente in one RES-regio, and only Foodvalley over a province border', () => {
    const provinciesOf = (es: string) =>
      [...new Set(gemeenten.filter((g) => g.resRegio === es).map((g) => g.provincie))].sort();
    for (const regio of resRegios) expect(provinciesOf(regio.code), regio.naam).toEqual(regio.provincies);
    expect(resRegios.filter((r) => r.provincies.length > 1).map((r) => r.naam)).toEqual(['Foodvalley']);
  });

  it('divides a provincie or a RES-regio fully and without doubles in every indeling', () => {
    for (const naam of new Set(subregios.map((s) => s.indeling))) {
      const rows = subregios.filter((s) => s.indeling === naam);
      const members = rows.flatMap((s) => s.gemeenten);
      expect(new Set(members).size, naam).toBe(members.length);
      const whole = rows.flatMap((s) =>
        s.boven ? gebieden.listGemeentenInResRegio(s.boven) : gebieden.listGemeentenInProvincie(s.provincie),
      );
      expect([...members].sort(), naam).toEqual([...new Set(whole)].sort());
    }
  });

  it('says which gemeenten an operator serves, and of which only a part', () => {
    const bediend = (id: string) => net.listBediendeGemeenten(id);
    const whole = (id: string) => count(gemeenten, (g) => g.netbeheerder === id);
    // Counts of the Gebiedsindelingscode as main operator.
    expect(['liander', 'enexis', 'stedin', 'coteq', 'westland-infra', 'rendo'].map(whole)).toEqual([
      132, 131, 74, 2, 2, 1,
    ]);
    expect(bediend('rendo').map((b) => [b.gemeente, b.deel])).toEqual([
      ['GM0118', true],
      ['GM1708', true],
    ]);
    expect(bediend('liander').find((b) => b.gemeente === 'GM0345')).toEqual({
      gemeente: 'GM0345',
      deel: true,
      deelgebied: 'wijken Veenendaal-Oost en De Batterijen',
    });
    expect(bediend('stedin').find((b) => b.gemeente === 'GM0345')).toEqual({
      gemeente: 'GM0345',
      deel: true,
      deelgebied: null,
    });
    expect(bediend('tennet')).toEqual([]);
  });
});

describe('what the texts say', () => {
  const project = (id: string) => get(projecten.find((p) => p.id === id));

  it('reads a range of years only where the words give one', () => {
    expect(register.toIbnRange(project('LI-01'))).toEqual({ ibnVan: 2031, ibnTot: 2034 });
    expect(project('LI-01').ibnEerder).toEqual([2030, 2032]);
    expect(register.toIbnRange(project('ZH-09'))).toEqual({ ibnVan: null, ibnTot: 2033 });
    expect(register.toIbnRange(project('UT-02'))).toEqual({ ibnVan: 2033, ibnTot: 2033 });
    expect([project('UT-02').ibnEerder, project('UT-02').ibnTegenslag]).toEqual([[2029, 2029], 2035]);
    // 2033 is said of a package, "niet specifiek voor dit station".
    expect(register.toIbnRange(project('UT-01'))).toEqual({ ibnVan: 2029, ibnTot: 2029 });
    for (const p of projecten)
      for (const jaar of [p.ibnVan, p.ibnTot, p.ibnTegenslag, ...(p.ibnEerder ?? [])])
        if (jaar !== null) expect(p.ibnToelichting, p.id).toContain(String(jaar));
  });

  it('names a project whose name is not known by its gemeente', () => {
    expect(count(projecten, (p) => p.naam === null)).toBe(4);
    expect(register.toTitel(project('UT-06'))).toBe('Project in Baarn (naam onbekend)');
    expect(register.toTitel(project('UT-02'))).toBe('Utrecht-Noord');
  });
});

describe('reports', () => {
  it('name only questions the atlas can answer, and the columns of the templates', () => {
    const known = questions.map(({ naam }) => naam);
    const asked = reports.flatMap((report) => report.secties.flatMap(({ vraag }) => vraag ?? []));
    expect(asked.filter((naam) => !known.includes(naam))).toEqual([]);
    const columns = (naam: string) =>
      reports.find((report) => report.naam === naam)?.secties[0]?.velden?.map(({ label }) => label);
    expect(columns('actielijst')).toEqual([
      'Activiteit',
      'Trekker / verantwoordelijke',
      'Betrokken partijen',
      'Resultaat',
      'Planning',
    ]);
    expect(columns('monitoringslijst')).toHaveLength(7);
    expect(columns('fiche')).toHaveLength(15);
  });
});

describe('units', () => {
  it('converts and shares', () => {
    expect([toHectares(25_000), toHectares(null)]).toEqual([2.5, null]);
    expect([toShare(1, 4), toShare(0, 0), toShare(1.0000001, 1)]).toEqual([0.25, null, 1]);
  });
});
