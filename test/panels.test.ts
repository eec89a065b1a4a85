import { describe, expect, it } from 'vitest';
import type { Project, ProjectDetail } from '../data/schema/project.ts';
import type { OverlapAntwoord, Voorstel } from '../data/schema/antwoord.ts';
import { filterProjects } from '../data/project-filter.ts';
import { projecten as seed } from '../data/seed/projecten.ts';
import { listProjectsIn } from '../web/panels/gebied/projects-in.ts';
import { listHitLines, nextIndex, toClickRadiusM } from '../web/panels/hits/walk.ts';
import {
  listOtherFacts,
  readSource,
  toFaseFact,
  toIbnFact,
  toLocationFact,
  toProofFact,
} from '../web/panels/project/facts.ts';
import { listFacetOptions } from '../web/panels/projects/facet-options.ts';
import { groupProjects, toTotals } from '../web/panels/projects/group.ts';
import { toIbn, toPlaces, toProofBadge } from '../web/panels/projects/words.ts';
import { toEnumeration } from '../web/panels/questions/lists.ts';
import { listMissingKeys, listTexts } from '../web/panels/questions/missing.ts';
import {
  groupOverlaps,
  toOverlapLead,
  toPartShare,
  toPartWords,
} from '../web/panels/questions/overlap-groups.ts';
import { groupByDecision, toRuleWords, toWho } from '../web/panels/questions/proposals.ts';
import { toRangeQuantity } from '../web/panels/questions/quantities.ts';
import { toSubject } from '../web/panels/questions/subject.ts';
import { toText } from '../web/format.ts';

const thin = '\u202f';

const project: Project = {
  id: 'UT-01',
  naam: 'Station A',
  titel: 'Station A',
  provincies: ['PV26'],
  gemeenten: [{ code: 'GM1', naam: 'Eerste' }],
  resRegios: ['ES1'],
  subregios: [],
  energiedrager: 'elektriciteit',
  typeInfra: '150 kV-station',
  typeInfraGroep: 'station',
  aard: 'nieuw',
  netbeheerders: ['TenneT', 'Stedin'],
  pmiekRonde: '2.0',
  pmiekBewijs: 'bevestigd',
  concreetheid: 'concreet',
  pmiekNummer: null,
  vervolg: null,
  fase: 'project',
  faseHerkomst: 'afgeleid',
  ibnVan: 2031,
  ibnTot: 2034,
  ligging: 'indicatief',
  straalM: 2500,
  lngLat: [5, 52],
  bboxWgs84: null,
};
const unplaced: Project = {
  ...project,
  id: 'UT-02',
  titel: 'Verbinding B',
  provincies: ['PV25', 'PV26'],
  gemeenten: [],
  pmiekRonde: null,
  pmiekBewijs: 'niet_bevestigd',
  fase: null,
  faseHerkomst: null,
  ibnVan: null,
  ibnTot: null,
  ligging: 'geen',
  straalM: null,
  lngLat: null,
};

describe('a project in words', () => {
  it('says what is proven and what is not', () => {
    expect(toProofBadge(project)).toBe('pMIEK 2.0');
    expect(toProofBadge({ ...project, pmiekBewijs: 'waarschijnlijk' })).toBe('pMIEK 2.0, waarschijnlijk');
    expect(toProofBadge(unplaced)).toBe('pMIEK-lidmaatschap niet bevestigd');
  });
  it('says unknown plainly', () => {
    expect([toPlaces(project), toPlaces(unplaced)]).toEqual(['Eerste', 'gemeente onbekend']);
    expect([toIbn(project), toIbn(unplaced)]).toEqual(['IBN 2031–2034', 'IBN onbekend']);
  });

  const detail: ProjectDetail = {
    ...project,
    bedientProvincies: [],
    bronnen: [],
    bronDatum: null,
    componenten: [],
    kenmerken: {
      locatieprecisie: 'plaats',
      locatiePlaats: 'Eerstedam',
      ibnEerder: [2029, 2030],
      ibnTegenslag: 2036,
      oppervlakteHa: 4,
      statusBijBron: 'preparation',
      aantalTrafos: 3,
    },
  };
  it('keeps how sure each fact is beside it', () => {
    expect(toFaseFact(detail)).toMatchObject({ value: 'Projectfase', note: 'afgeleid uit de procedurestap' });
    expect(toFaseFact({ ...detail, ...unplaced })).toMatchObject({ value: null });
    // Who makes a project here is no source.
    const made = { ...detail, faseHerkomst: 'bron' as const, bronnen: [] };
    expect(toFaseFact(made).note).toBe('vastgelegd in de atlas');
    expect(toFaseFact({ ...made, bronnen: ['Brief'] }).note).toBe('genoemd in de bron');
    expect(toIbnFact(detail)).toMatchObject({
      value: '2031–2034',
      note: 'eerder genoemd: 2029–2030; bij tegenslag: 2036',
    });
    expect(toProofFact(detail)).toMatchObject({
      value: 'ronde 2.0',
      note: 'pMIEK-project, bevestigd in de bron',
    });
    const place = toLocationFact(detail);
    expect(place.value).toBe(`indicatieve ligging, straal 2,50${thin}km`);
    expect(place.note).toContain('centrum van de genoemde plaats (Eerstedam)');
    expect(place.note).toContain('een aanname van de atlas');
    expect(toLocationFact({ ...detail, ...unplaced }).value).toBeNull();
  });
  it('shows facts it has no label for under their own name, and none twice', () => {
    const facts = listOtherFacts(detail);
    expect(facts).toContainEqual({ label: 'Aantal trafos', value: '3', note: null });
    expect(facts).toContainEqual({ label: 'Oppervlakte volgens bron', value: `4,00${thin}ha`, note: null });
    expect(facts.filter(({ label }) => /ibn|locatie/i.test(label))).toEqual([]);
  });
  it('every fact of the register is told somewhere', () => {
    // Fields of the seed that have a column of their own, or that a fact of the panel is made of.
    const known = [
      'id',
      'naam',
      'provincies',
      'bedient',
      'gemeenten',
      'energiedrager',
      'typeInfra',
      'soortAanleg',
      'netbeheerders',
      'pmiekRonde',
      'pmiekBewijs',
      'concreetheid',
      'lon',
      'lat',
      'bronnen',
      'bronDatum',
    ];
    const further = new Set(seed.flatMap((each) => Object.keys(each)).filter((key) => !known.includes(key)));
    const told = [...further].filter(
      (key) =>
        !/^(ibn|fase|locatie|bedient|bevoegdGezag|oppervlakteHa|statusBijBron|energiedragerTekst|lijn|opmerking)/.test(
          key,
        ),
    );
    expect(told).toEqual([]);
  });
  it('links addresses and leaves words be', () => {
    expect(readSource('https://www.tennet.eu/nl/projecten/x')).toEqual({
      text: 'tennet.eu',
      href: 'https://www.tennet.eu/nl/projecten/x',
    });
    expect(readSource('memo provincie Utrecht')).toEqual({ text: 'memo provincie Utrecht', href: null });
    expect(readSource('javascript:alert(1)').href).toBeNull();
  });
});

describe('the list', () => {
  const name = (code: string) => ({ PV25: 'Gelderland', PV26: 'Utrecht' })[code] ?? code;
  it('groups by what it is sorted on, each project once, unknown last', () => {
    const titles = (sorting: 'fase' | 'provincie' | '-ibn' | 'naam') =>
      groupProjects([unplaced, project], sorting, name).map(
        ({ titel, projecten }) => `${titel} ${projecten.length}`,
      );
    expect(titles('fase')).toEqual(['Projectfase 1', 'Fase onbekend 1']);
    expect(titles('provincie')).toEqual(['Utrecht 1', 'In meer dan één provincie 1']);
    expect(titles('-ibn')).toEqual(['IBN 2031 1', 'IBN onbekend 1']);
    expect(titles('naam')).toEqual(['null 2']);
  });
  it('always says how many have no location', () => {
    expect(toTotals([project, unplaced, unplaced])).toBe('3 projecten, 2 zonder locatie');
    expect(toTotals([project])).toBe('1 project, alle met een locatie');
    expect(toTotals([unplaced])).toBe('1 project, alle zonder locatie');
    expect(toTotals([])).toBe('geen projecten');
  });
  it('counts what choosing a value would leave, also when that is nothing', () => {
    const all = [project, unplaced];
    const label = (_facet: string, value: string) => value;
    const fases = listFacetOptions('fase', { all, within: [project], chosen: [], label });
    expect(fases.find(({ value }) => value === 'project')?.count).toBe(1);
    expect(fases.find(({ value }) => value === 'onbekend')?.count).toBe(0);
    expect(fases).toHaveLength(7); // six fases and unknown: a closed list is offered whole
    const operators = listFacetOptions('netbeheerder', { all, within: all, chosen: ['Weg'], label });
    expect(operators.map(({ value, count }) => `${value} ${count}`)).toEqual([
      'Stedin 2',
      'TenneT 2',
      'Weg 0',
    ]);
    // The count of a value is what the filter leaves.
    expect(filterProjects(all, { netbeheerder: ['Stedin'] })).toHaveLength(2);
  });
});

describe('an area', () => {
  const gebied = { code: 'GM1', soort: 'gemeente', gemeenten: [] } as const;
  it('has the projects the register puts in it; a waterschap has no answer', () => {
    const list = (key: object) =>
      listProjectsIn({ ...gebied, ...key } as never, [project, unplaced])?.map(({ id }) => id);
    expect(list({})).toEqual(['UT-01']);
    expect(list({ soort: 'provincie', code: 'PV26' })).toEqual(['UT-01', 'UT-02']);
    expect(list({ soort: 'waterschap', code: 'WS1' })).toBeUndefined();
    const whole = { code: 'GM1', naam: 'Eerste', deel: false, toelichting: null };
    expect(list({ soort: 'netbeheerdersgebied', gemeenten: [whole] })).toEqual(['UT-01']);
    expect(list({ soort: 'netbeheerdersgebied', gemeenten: [{ ...whole, deel: true }] })).toEqual([]);
  });
});

describe('hits at a clicked place', () => {
  const treffer = (id: string) => ({ id, naam: id, soort: null, toelichting: null, afstandM: 0 });
  const groepen = [
    { laag: 'projecten', titel: 'Projecten', treffers: [treffer('UT-01'), treffer('UT-02')], meer: false },
    { laag: 'gemeente', titel: 'Gemeente', treffers: [treffer('GM1')], meer: false },
  ];
  it('are one row in drawing order', () => {
    expect(listHitLines(groepen).map(({ laag, id }) => `${laag} ${id}`)).toEqual([
      'projecten UT-01',
      'projecten UT-02',
      'gemeente GM1',
    ]);
  });
  it.each([
    ['ArrowDown', -1, 0],
    ['ArrowDown', 2, 0], // wraps round
    ['ArrowUp', -1, 2],
    ['ArrowUp', 0, 2],
    ['Home', 2, 0],
    ['End', 0, 2],
    ['a', 1, undefined],
  ])('%s from %i leads to %s', (key, from, to) => {
    expect(nextIndex(key, from, 3)).toBe(to);
    expect(nextIndex(key, from, 0)).toBeUndefined();
  });
  it('count within six pixels', () => {
    // At zoom 10 one pixel of a 512-tile is 40,075,016.7 m · cos 52° / (512 · 2^10) = 47.06 m; six are 282 m.
    expect(toClickRadiusM(10, 52)).toBeCloseTo(
      (6 * 40_075_016.7 * Math.cos((52 * Math.PI) / 180)) / (512 * 1024),
      0,
    );
    expect(toClickRadiusM(5, 52)).toBe(5000);
  });
});

describe('an answer in words', () => {
  const overlap = (change: Partial<OverlapAntwoord['antwoord']['overlappen'][number]>) => ({
    laag: 'plannen',
    planId: 'P1',
    naam: 'Plan Eén',
    soort: 'bestemmingsplan',
    status: 'vastgesteld',
    bevoegdGezag: 'gemeente Eerste',
    onderdeel: null,
    hoofdgroep: null,
    overlapM2: 100,
    aandeel: 0.5,
    dubbeleClaim: false,
    geometrie: null,
    ...change,
  });
  const titles = new Map([['natura2000', 'Natura 2000-gebieden']]);
  it('puts nature before plans before other projects, the largest first', () => {
    const groups = groupOverlaps([
      overlap({ laag: 'projecten', planId: 'UT-02', naam: 'Station B' }),
      overlap({ onderdeel: 'enkelbestemming', hoofdgroep: 'bedrijf', overlapM2: 40 }),
      overlap({ onderdeel: 'plangebied', overlapM2: 100 }),
      overlap({ laag: 'nnn', planId: '12', naam: '12', overlapM2: 5 }),
      overlap({ laag: 'natura2000', planId: 'N1', naam: 'Heide', overlapM2: 10 }),
      overlap({ laag: 'natura2000', planId: 'N2', naam: 'Veen', overlapM2: 20 }),
    ]);
    expect(groups.map(({ laag, hue }) => `${laag} ${hue}`)).toEqual([
      'natura2000 natuur',
      'nnn natuur',
      'plannen plan',
      'projecten claim',
    ]);
    expect(groups[0]?.things.map(({ naam }) => naam)).toEqual(['Veen', 'Heide']);
    expect(groups[1]?.things[0]?.naam).toBe('nummer 12');
    expect(groups[2]?.things[0]?.delen.map(toPartWords)).toEqual([
      'plangebied · vastgesteld',
      'enkelbestemming bedrijf · vastgesteld',
    ]);
    expect(toOverlapLead(groups.slice(0, 1), titles)).toBe('Raakt Natura 2000-gebieden (2)');
    // Of a circle around a village it is not certain.
    expect(toOverlapLead(groups.slice(0, 1), titles, false)).toBe('Raakt mogelijk Natura 2000-gebieden (2)');
    expect(toOverlapLead(groups.slice(2), titles)).toBe(
      'Raakt ruimtelijke plannen (1) en andere projecten (1)',
    );
    expect(toOverlapLead([], titles)).toBe('Geen overlap gevonden met wat geladen is');
  });
  it('gives a line through an area a length and no share', () => {
    const { overlapM2: _area, ...line } = overlap({ overlapM: 800, aandeel: 0 });
    expect(toPartShare(line)).toBeNull();
    expect(toPartShare(overlap({ aandeel: 0.5 }))).toBe(0.5);
  });
  it('enumerates', () => {
    expect(toEnumeration([])).toBe('');
    expect(toEnumeration(['a'])).toBe('a');
    expect(toEnumeration(['a', 'b', 'c'])).toBe('a, b en c');
    expect(toEnumeration(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c en 2 andere');
  });
  it('writes a range in one unit where it can, and one number where both ends are the same', () => {
    expect(toText(toRangeQuantity({ minM2: 80_000, maxM2: 150_000 }))).toBe(`8,00–15,00${thin}ha`);
    expect(toText(toRangeQuantity({ minM2: 40_000, maxM2: 40_000 }))).toBe(`4,00${thin}ha`);
    expect(toText(toRangeQuantity({ minM2: 500, maxM2: 20_000 }))).toBe(`500${thin}m² – 2,00${thin}ha`);
  });

  const voorstel: Voorstel = {
    besluit: 'projectbesluit',
    bevoegdGezag: 'provincie',
    organisatie: { code: 'PV26', naam: 'Utrecht' },
    orgaan: 'gedeputeerde staten',
    instrument: 'projectbesluit provincie',
    grondslag: 'Omgevingswet art. 5.44b',
    toelichting: '',
    regelId: 'BG-06',
    artikelGelezen: false,
    zekerheid: 'voorstel',
  };
  it('names who decides without confusing provincie and gemeente', () => {
    expect(toWho(voorstel)).toBe('Provincie Utrecht');
    expect(toWho({ ...voorstel, bevoegdGezag: 'gemeente' })).toBe('Gemeente Utrecht');
    expect(toWho({ ...voorstel, bevoegdGezag: 'Rijk', organisatie: { code: 'NL', naam: 'Rijk' } })).toBe(
      'Rijk',
    );
    expect(toWho({ ...voorstel, bevoegdGezag: 'onbekend', organisatie: null })).toBe('Nog te bepalen');
    expect(toRuleWords(voorstel)).toBe('BG-06 · artikel niet gelezen');
    expect(toRuleWords({ ...voorstel, regelId: null, artikelGelezen: null })).toBe('geen regel');
  });
  it('keeps proposals for one decision together', () => {
    const groups = groupByDecision([voorstel, { ...voorstel, besluit: 'BOPA' }, voorstel]);
    expect(groups.map(({ titel, voorstellen }) => `${titel} ${voorstellen.length}`)).toEqual([
      'Projectbesluit 2',
      'Buitenplanse omgevingsplanactiviteit (BOPA) 1',
    ]);
  });
  it('offers to fill in what the answer names as missing', () => {
    const field = (key: string, name: string) => ({
      key,
      name,
      path: [key],
      kind: 'getal' as const,
      label: name,
      options: [],
      min: null,
      max: null,
      default: null,
    });
    const texts = listTexts({
      onbekend: ['Spanningsniveau is niet opgegeven.'],
      voorstellen: [
        { zekerheid: 'onbekend', toelichting: 'Hangt af van: druk van de leiding.' },
        { zekerheid: 'regel', toelichting: 'diepte' },
      ],
    });
    const fields = [
      field('drukBar', 'druk van de leiding'),
      field('diepteM', 'diepte'),
      field('spanningKv', 'spanningsniveau'),
    ];
    expect(listMissingKeys(fields, texts)).toEqual(['drukBar', 'spanningKv']);
    expect(listTexts({})).toEqual([]);
  });
  it('says what was asked about, and never the size of an uncertain circle as its size', () => {
    const names = { project: () => 'Station A', gebied: () => 'Utrecht' };
    const size = { ligging: 'exact', straalM: null, oppervlakteM2: 34_200, lengteM: 0 } as const;
    const subject = (input: object, given: object | null, params = {}) =>
      toSubject({ input: input as never, params }, names, given as never);
    const polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [5, 52],
          [5.1, 52],
          [5, 52.1],
          [5, 52],
        ],
      ],
    };
    expect(subject({ kind: 'geometrie', geometrie: polygon }, size)).toBe(`Getekend vlak · 3,42${thin}ha`);
    expect(
      subject({ kind: 'project', projectId: 'UT-01' }, { ...size, ligging: 'indicatief', straalM: 2500 }),
    ).toBe(`Station A · ergens binnen 2,50${thin}km`);
    expect(subject({ kind: 'gebied', soort: 'gemeente', code: 'GM0344' }, null)).toBe('Gemeente Utrecht');
    expect(subject({ kind: 'geen' }, null)).toBe('Alle projecten');
    expect(subject({ kind: 'geen' }, null, { provincie: 'PV26' })).toBe('Projecten van provincie Utrecht');
  });
});
