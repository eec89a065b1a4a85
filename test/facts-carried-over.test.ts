// Where the domain files lie beside the repository, each field of the seed is compared with them: nothing was lost or
// changed on the way.
import { describe, expect, it } from 'vitest';
import { ruimtebeslagRijen } from '../data/rules/ruimtebeslag.ts';
import * as gebieden from '../data/seed/gebieden.ts';
import * as net from '../data/seed/netbeheerders.ts';
import { escalatieladder, ficheVelden, pmiekAantallen, proces, utrecht2 } from '../data/seed/proces.ts';
import { projecten } from '../data/seed/projecten.ts';
import * as vocabulary from '../data/vocabulary.ts';
import { hasDomain, inOurWords, read, rows, type Row } from './domain-facts.ts';

const { gemeenten, provincies, resRegios, subregios, netgebieden, waterschappen } = gebieden;

const get = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('missing in the seed');
  return value;
};

describe.runIf(hasDomain)('carried over, field by field', () => {
  it.each(rows('projecten', 'projecten'))('project $id', (row) => {
    const p = get(projecten.find(({ id }) => id === row.id));
    const naamOf = (code: string) => get(gemeenten.find((g) => g.code === code)).naam;
    const toFaseText = (fase: string | null) => (fase === 'project' ? 'projectfase' : fase);
    expect({
      id: p.id,
      naam: p.naam,
      provincies: p.provincies,
      gemeenten: p.gemeenten?.map(naamOf) ?? null,
      gemeentecodes: p.gemeenten,
      energiedrager: p.energiedragerTekst ?? p.energiedrager,
      type_infra: p.typeInfra,
      nieuw_uitbreiding: p.soortAanleg,
      netbeheerder: p.netbeheerders,
      pmiek_ronde: p.pmiekRonde,
      pmiek_bewijs: p.pmiekBewijs,
      concreet_verkenning: p.concreetheid,
      projectfase: toFaseText(p.faseBron),
      projectfase_afgeleid: toFaseText(p.faseAfgeleid),
      status_bij_bron: p.statusBijBron,
      ibn: p.ibn,
      ibn_toelichting: p.ibnToelichting,
      bevoegd_gezag_bij_bron: p.bevoegdGezagBijBron,
      oppervlakte_ha: p.oppervlakteHa,
      lijn: p.lijn,
      lon: p.lon,
      lat: p.lat,
      locatie_precisie: p.locatieprecisie,
      locatie_plaats: p.locatiePlaats,
      locatie_bron: p.locatieBron,
      bron: p.bronnen.join(' ; '),
      bron_datum: p.bronDatum,
      opmerking: p.opmerking,
    }).toEqual({ ...row, bron: inOurWords(row.bron), opmerking: inOurWords(row.opmerking) });
  });

  it('areas: provincies, gemeenten and RES-regio’s', () => {
    for (const row of rows('provincies', 'provincies')) {
      const p = get(provincies.find(({ code }) => code === row.code));
      expect([p.naam, p.inwoners2023]).toEqual([row.naam, row.inwoners_2023]);
      const members = gemeenten.filter((g) => g.provincie === row.code);
      expect(members.map(({ code, naam, resRegio }) => ({ code, naam, res_code: resRegio }))).toEqual(
        row.gemeenten,
      );
      expect(members).toHaveLength(row.aantal_gemeenten as number);
    }
    for (const row of rows('res_regios', 'res_regios')) {
      const r = get(resRegios.find(({ code }) => code === row.code));
      expect([r.naam, r.provincies, r.inwoners2023, r.opmerking]).toEqual([
        row.naam,
        row.provincies,
        row.inwoners_2023,
        row.opmerking ?? null,
      ]);
      expect(gebieden.listGemeentenInResRegio(r.code)).toEqual(
        (row.gemeenten as Row[]).map((g) => g.code).sort(),
      );
    }
  });

  it('subregio’s, netgebieden and waterschappen', () => {
    const source = rows('subregios', 'subregios');
    expect(
      subregios.map((s) => ({
        indeling: s.indeling,
        provincie: s.provincie,
        gebruikt_voor: s.gebruiktVoor,
        naam: s.naam,
        niveau: s.niveau,
        gemeenten: s.gemeenten,
        ledenlijst: s.ledenlijst,
        bron: s.bronnen.join(' ; '),
        boven: s.boven,
        opmerking: s.opmerking,
      })),
    ).toEqual(
      source.map((row) => ({
        ...row,
        gemeenten: (row.gemeenten as Row[]).map((g) => g.code),
        bron: inOurWords(row.bron),
        boven: row.boven ?? null,
        opmerking: row.opmerking ?? null,
      })),
    );
    expect(
      netgebieden.map(({ code: _, resRegios: regios, aantal, ...rest }) => ({ ...rest, regios, aantal })),
    ).toEqual(
      rows('subregios', 'netgebieden').map((row) => ({
        ...row,
        regios: row.regios ?? null,
        aantal: row.aantal ?? null,
      })),
    );
    expect(waterschappen.map(({ naam, provincies: pv }) => [naam, pv])).toEqual(
      rows('netbeheerders', 'waterschappen').map((row) => [row.naam, row.provincies]),
    );
  });

  it('operators, per gemeente and per provincie', () => {
    expect(
      net.netbeheerders.map(({ id: _, ...n }) => [
        n.naam,
        n.groep,
        n.rol,
        n.energiedrager,
        n.spanningKv,
        n.regionaalHsKv,
        n.gebied,
        n.uitzondering,
        n.bronnen.join(' ; '),
        n.opmerking,
      ]),
    ).toEqual(
      rows('netbeheerders', 'netbeheerders').map((row) => [
        row.naam,
        row.groep ?? null,
        row.rol,
        row.energiedrager,
        row.spanning_kV ?? null,
        row.regionaal_hs_kV ?? null,
        row.gebied ?? row.gebied_elektriciteit ?? null,
        row.uitzondering ?? null,
        inOurWords(row.bron),
        row.opmerking ?? null,
      ]),
    );
    const naamOf = (id: string) => get(net.netbeheerders.find((n) => n.id === id)).naam;
    for (const row of rows('netbeheerders', 'gemeente_elektriciteit')) {
      const g = get(gemeenten.find(({ code }) => code === row.code));
      const uitzonderingen = g.uitzonderingen.map((u) => ({ ...u, netbeheerder: naamOf(u.netbeheerder) }));
      expect([naamOf(g.netbeheerder), uitzonderingen], g.naam).toEqual([
        row.elektriciteit_ms_ls,
        row.uitzonderingen ?? [],
      ]);
    }
    expect(
      net.gasPerProvincie.map((g) => ({
        provincie: g.provincie,
        netbeheerder: g.netbeheerders.map(naamOf),
        geverifieerd: g.geverifieerd,
        bron: g.bron,
      })),
    ).toEqual(rows('netbeheerders', 'provincie_gas'));
  });

  it('sizes', () => {
    expect(
      ruimtebeslagRijen.map((rij) => ({
        object: rij.object,
        categorie: rij.categorie,
        min: rij.min,
        max: rij.max,
        eenheid: rij.eenheid,
        soort: rij.soort,
        strook_breedte_m: rij.strookBreedteM,
        bron: rij.bronnen.join(' ; ') || 'geen',
        jaar: rij.jaar,
        geverifieerd: rij.geverifieerd,
        opmerking: rij.toelichting,
      })),
    ).toEqual(
      rows('ruimtebeslag', 'ruimtebeslag').map((row) => ({ ...row, opmerking: inOurWords(row.opmerking) })),
    );
  });

  it('the process, its lists and the ladder', () => {
    const source = read('proces') as unknown as Row & { _meta: Row; enums: Record<string, string[]> };
    const { enums, _meta: meta, ...rest } = source;
    const ladder = read('bevoegd_gezag');
    expect(proces).toEqual({
      ...(inOurWords(rest) as object),
      bronnen: inOurWords(meta.bronnen),
      escalatieladder: (ladder.escalatieladder ?? []).map((row) => ({
        ...(inOurWords(row) as object),
        opmerking: row.opmerking ?? null,
      })),
      escalatielijnenPerIssue: ladder.escalatielijnen_per_issue,
    });
    expect(escalatieladder).toHaveLength(9);
    expect(ficheVelden).toHaveLength(15);
    expect(enums.energiedrager).toEqual(vocabulary.energiedragers);
    expect(enums.projectfase).toEqual(vocabulary.fases.slice(0, 4));
    expect(enums.concreetheid).toEqual(vocabulary.concreetheden);
    expect(enums.actiehouder).toEqual(vocabulary.actiehouders);
    expect(enums.partij_rol).toEqual(vocabulary.partijRollen);
    expect(enums.escalatieniveau).toEqual(vocabulary.escalatieniveaus);
    expect(enums.locatieprecisie).toEqual(vocabulary.locatieprecisies);
    expect(enums.vervolg).toEqual(vocabulary.vervolgen);
    expect(enums.ibn_status).toEqual(vocabulary.ibnStatussen);
    expect([...vocabulary.bevoegdGezagen].sort()).toEqual(
      enums.bevoegd_gezag?.map((one) => (one === 'nog te bepalen' ? 'onbekend' : one)).sort(),
    );
    for (const instrument of enums.instrument ?? []) expect(vocabulary.instrumenten).toContain(instrument);
  });

  it('what is known of the pMIEK lists', () => {
    expect(pmiekAantallen.map((row) => ({ ...row, bronnen: row.bronnen.join(' ; ') }))).toEqual(
      rows('projecten', 'pmiek_aantallen').map(({ bron, ...row }) => ({
        ...row,
        totaal: row.totaal ?? null,
        opmerking: row.opmerking ?? null,
        bronnen: inOurWords(bron),
      })),
    );
    // Keys under kandidaten are gemeente names, not field names.
    expect(utrecht2).toEqual(inOurWords(read('projecten').utrecht_2_0));
  });
});
