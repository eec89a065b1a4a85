// How actions stand against the calendar, the monitoringslijst, the lineage over rounds and the words of the overview.
import { describe, expect, it } from 'vitest';
import { groupByStand, toDaysLate, toPlanningWords, toStand } from '../web/pages/acties/planning.ts';
import { filterActies, readActiesFilter, writeActiesFilter } from '../web/pages/acties/filter.ts';
import { countByTrekker } from '../web/pages/acties/trekkers.ts';
import type { Actie, Monitoring, Rondestap } from '../web/pages/fiche/kinds.ts';
import { toRibbon } from '../web/pages/fiche/ribbon.ts';
import { listTemplateGroups, templateFields } from '../web/pages/fiche/template.ts';
import { toGemeentenWords } from '../web/pages/fiche/land-words.ts';
import { toOverlapMeasure } from '../web/pages/fiche/overlap-words.ts';
import { layoutIbnChart } from '../web/pages/fiche/ibn-chart.ts';
import { listPeriods, toMonitoringRows } from '../web/pages/monitoring/rows.ts';
import { listLost, listReviews, listRounds, toLineage } from '../web/pages/rondes/lineage.ts';
import { listSlipping, toStandSentence } from '../web/pages/overzicht/stand.ts';
import { countConcreet } from '../web/pages/overzicht/concreet.ts';
import { toCountWords } from '../web/pages/overzicht/round-counts.ts';
import { layoutTimeline } from '../web/pages/overzicht/timeline.ts';
import { projectRecord } from '../data/records/index.ts';
import type { Project } from '../data/schema/project.ts';
import { ficheVelden } from '../data/seed/proces.ts';

const today = '2026-11-21';

function actie(id: string, gegevens: Partial<Actie['gegevens']>): Actie {
  return {
    id,
    projectId: 'UT-01',
    gegevens: {
      activiteit: id,
      trekkers: ['PV26'],
      partijen: [],
      resultaat: null,
      planningVan: null,
      planningTot: null,
      planning: null,
      status: 'open',
      fase: null,
      vraagId: null,
      ...gegevens,
    },
  } as unknown as Actie;
}

describe('an action against the calendar', () => {
  it('is late the day after its end, not on it', () => {
    expect(toStand(actie('a', { planningTot: '2026-11-20' }).gegevens, today)).toBe('te laat');
    expect(toStand(actie('a', { planningTot: '2026-11-21' }).gegevens, today)).toBe('deze maand');
    expect(toDaysLate(actie('a', { planningTot: '2026-10-21' }).gegevens, today)).toBe(31);
  });

  it('is never late without an end, however long ago it began', () => {
    const open = actie('a', { planningVan: '2025-01-01' }).gegevens;
    expect(toStand(open, today)).toBe('deze maand');
    expect(toDaysLate(open, today)).toBe(0);
  });

  it('is done whatever its dates, and without a date is told apart', () => {
    expect(toStand(actie('a', { planningTot: '2020-01-01', status: 'gereed' }).gegevens, today)).toBe(
      'afgerond',
    );
    expect(toStand(actie('a', {}).gegevens, today)).toBe('zonder datum');
    expect(toPlanningWords(actie('a', {}).gegevens)).toBeNull();
    expect(toPlanningWords(actie('a', { planningTot: '2027-06-30', planning: 'na de raad' }).gegevens)).toBe(
      'uiterlijk 30-06-2027 · na de raad',
    );
  });

  it('stands in one group, the one due first on top', () => {
    const list = [
      actie('later', { planningTot: '2027-02-01' }),
      actie('laatst', { planningTot: '2026-11-01' }),
      actie('eerst', { planningTot: '2026-01-01' }),
      actie('klaar', { status: 'vervallen' }),
    ];
    const groups = groupByStand(list, today);
    expect(groups.map(({ stand, acties }) => [stand, acties.map(({ id }) => id)])).toEqual([
      ['te laat', ['eerst', 'laatst']],
      ['later', ['later']],
      ['afgerond', ['klaar']],
    ]);
  });

  it('counts for each of its trekkers', () => {
    const list = [
      actie('a', { trekkers: ['GM0344', 'stedin'], planningTot: '2026-11-01' }),
      actie('b', { trekkers: ['stedin'] }),
    ];
    expect(
      countByTrekker(list, today).map(({ trekker, total, counts }) => [trekker, total, counts['te laat']]),
    ).toEqual([
      ['stedin', 2, 1],
      ['GM0344', 1, 1],
    ]);
  });

  it('is filtered by an address that reads back the same, and nothing else gets in', () => {
    const filter = readActiesFilter('?trekker=GM0344&stand=te+laat&provincie=PV26');
    expect(readActiesFilter(writeActiesFilter(filter))).toEqual(filter);
    expect(readActiesFilter('?trekker=<b>&provincie=Utrecht&stand=ooit')).toEqual({
      provincie: null,
      project: null,
      trekker: null,
      stand: null,
    });
    const list = [actie('a', { trekkers: ['GM0344'], planningTot: '2026-11-01' }), actie('b', {})];
    expect(filterActies(list, filter, today).map(({ id }) => id)).toEqual(['a']);
  });
});

describe('the fiche', () => {
  it('has every field of the template once, in its order, each with a field of the project behind it', () => {
    const velden = listTemplateGroups().flatMap((group) => group.velden.map(({ veld }) => veld));
    expect(velden).toEqual(ficheVelden.map(({ veld }) => veld));
    const known = new Set(projectRecord.velden.map(({ naam }) => naam));
    for (const veld of velden) {
      expect([veld, templateFields[veld]?.every((naam) => known.has(naam))]).toEqual([veld, true]);
    }
  });

  it('puts the headings of the template over their fields', () => {
    expect(listTemplateGroups().map(({ titel, velden }) => [titel, velden.length])).toEqual([
      ['Projectgegevens', 1],
      ['Omschrijving', 5],
      [null, 6],
      ['Link met pMIEK project en IP', 3],
    ]);
  });

  it('shows the way up to the fase of now, and no step of an unknown fase', () => {
    const steps = toRibbon('project', [{ naar: 'project', op: '2026-03-01', zeker: true }]);
    expect(steps.map(({ stand }) => stand)).toEqual(['geweest', 'geweest', 'nu', 'komt', 'komt']);
    expect(steps[2]?.sinds).toBe('2026-03-01');
    expect(new Set(toRibbon(null, []).map(({ stand }) => stand))).toEqual(new Set(['onbekend']));
    expect(new Set(toRibbon('vervallen', []).map(({ stand }) => stand))).toEqual(new Set(['onbekend']));
  });

  it('draws a later year further to the right, also when only one was ever said', () => {
    const claim = (jaarVan: number, jaarTot: number) => ({
      jaarVan,
      jaarTot,
      gezegdOp: null,
      aard: null,
      oorzaak: null,
      bron: null,
      achterhaald: false,
    });
    const [first, second] = layoutIbnChart([claim(2028, 2029), claim(2030, 2033)]).rows;
    expect(first!.x2).toBeLessThan(second!.x1);
    expect(layoutIbnChart([claim(2029, 2029)]).rows[0]?.x1).toBeGreaterThan(0);
  });
});

const project = (id: string, more: Partial<Project> = {}) =>
  ({ id, titel: id, fase: null, pmiekRonde: null, concreetheid: null, ligging: 'geen', ...more }) as Project;

describe('monitoring and rounds', () => {
  const entry = (projectId: string, periode: string, pmiekNummer: string | null) =>
    ({ projectId, gegevens: { periode, pmiekNummer, ibnStatus: 'haalbaar' } }) as unknown as Monitoring;

  it('names every project of a period, also those nobody filled in, by their number in the list', () => {
    const rows = toMonitoringRows(
      [project('UT-01'), project('UT-02'), project('UT-03')],
      [entry('UT-02', '2026-H2', '10'), entry('UT-03', '2026-H2', '2'), entry('UT-01', '2026-H1', '1')],
      '2026-H2',
    );
    expect(rows.map(({ project: one, entry: said }) => [one.id, said !== null])).toEqual([
      ['UT-03', true],
      ['UT-02', true],
      ['UT-01', false],
    ]);
    expect(listPeriods([entry('UT-01', '2026-H1', null)], today)).toEqual(['2026-H2', '2026-H1']);
  });

  it('names a project that the next round says nothing about', () => {
    const step = (projectId: string, ronde: string, stap: string) =>
      ({ projectId, gegevens: { ronde, stap }, versie: { bekendVan: ronde } }) as unknown as Rondestap;
    const all = [
      project('A', { pmiekRonde: '1.0' }),
      project('B', { pmiekRonde: '1.0' }),
      project('C'),
      project('D'),
    ];
    const steps = [step('B', '1.0', 'vervallen'), step('C', '2.0', 'opgenomen')];
    const rounds = listRounds(all, steps);
    expect(rounds).toEqual(['1.0', '2.0']);
    const rows = toLineage(all, steps);
    expect(rows.map(({ project: one }) => one.id)).toEqual(['A', 'B', 'C']);
    expect(listLost(rows, rounds)).toEqual([{ id: 'A', ronde: '2.0' }]);
  });
});

describe('looking back on a round', () => {
  it('gives what was said last of each project, by round, and nothing for who said nothing', () => {
    const step = (projectId: string, ronde: string, terugblik: string | null, bekendVan: string) =>
      ({ projectId, gegevens: { ronde, stap: 'opgenomen', terugblik }, versie: { bekendVan } }) as Rondestap;
    const all = [project('A'), project('B', { pmiekRonde: '1.0' })];
    const reviews = listReviews(all, [
      step('A', '2.0', 'Eerst gezegd', '2026-01-01'),
      step('A', '2.0', 'Later gezegd', '2026-02-01'),
      step('B', '2.0', null, '2026-01-01'),
      step('elders', '2.0', 'Van een andere provincie', '2026-01-01'),
    ]);
    expect(Object.keys(reviews)).toEqual(['1.0', '2.0']);
    expect(reviews['1.0']).toEqual([]);
    expect(reviews['2.0']?.map(({ project: { id }, terugblik }) => [id, terugblik])).toEqual([
      ['A', 'Later gezegd'],
    ]);
  });
});

describe('the overview of a provincie', () => {
  it('says in one sentence how it stands, and never tells the unknown as none', () => {
    const projecten = [
      project('A', { concreetheid: 'concreet', ligging: 'exact' }),
      project('B', { concreetheid: 'verkenning' }),
    ];
    const facts = { naam: 'Utrecht', projecten, schuivend: 1, openVragen: 2, teLaat: 1 };
    expect(toStandSentence(facts)).toBe(
      'Utrecht: 2 projecten, 1 concreet (zonder bekende fase); 1 zonder locatie; 1 schuift naar later; 1 actie te laat; 2 vragen aan de energyboard.',
    );
    expect(toStandSentence({ ...facts, schuivend: null, openVragen: null, teLaat: null })).toBe(
      'Utrecht: 2 projecten, 1 concreet (zonder bekende fase); 1 zonder locatie.',
    );
  });

  it('counts concreet by fase, then by the category of a source, and says of how many nothing is known', () => {
    const projecten = [
      project('A', { fase: 'planuitwerking' }),
      project('B', { fase: 'gerealiseerd', concreetheid: 'concreet' }),
      project('C', { fase: null, concreetheid: 'concreet' }),
      project('D', { fase: 'verkenning', concreetheid: 'concreet' }),
      project('E', { fase: 'vervallen', concreetheid: 'concreet' }),
      project('F', { fase: null }),
      project('G', { fase: null, concreetheid: 'verkenning' }),
      project('H', { fase: null }),
    ];
    const counts = countConcreet(projecten);
    expect(counts).toEqual({
      concreet: 2,
      concreetVolgensBron: 1,
      verkenning: 1,
      verkenningVolgensBron: 1,
      vervallen: 1,
      onbekend: 2,
    });
    const unknown = { naam: 'Drenthe', projecten, schuivend: null, openVragen: null, teLaat: null };
    expect(toStandSentence(unknown)).toContain('3 concreet (1 daarvan zonder bekende fase)');
    const none = projecten.filter(({ fase, concreetheid }) => fase === null && concreetheid === null);
    expect(toStandSentence({ ...unknown, projecten: none })).toContain(
      'Drenthe: 2 projecten, van 2 niet bekend of het concreet is',
    );
  });

  it('says which numbers of a round no source gives', () => {
    expect(toCountWords({ totaal: null, concreet: 9, verkenning: null })).toBe(
      '9 concreet; niet bekend: het totaal en het aantal in verkenning',
    );
    expect(toCountWords({ totaal: 26, concreet: 19, verkenning: 7 })).toBe(
      '26 projecten, 19 concreet, 7 in verkenning',
    );
  });

  it('lists who slips, the furthest first, and draws them on one axis', () => {
    const said = (jaarTot: number, achterhaald = false, jaarVan = jaarTot) => ({
      gezegdOp: null,
      jaarVan,
      jaarTot,
      aard: null,
      oorzaak: null,
      bron: null,
      achterhaald,
    });
    const list = [
      { id: 'A', naam: 'A', fase: null, uitspraken: [said(2029), said(2030)], verschuivingJaren: 1 },
      {
        id: 'B',
        naam: 'B',
        fase: null,
        uitspraken: [said(2029, false, 2028), said(2033)],
        verschuivingJaren: 5,
      },
      { id: 'C', naam: 'C', fase: null, uitspraken: [said(2027, true)], verschuivingJaren: null },
    ];
    expect(listSlipping(list).map(({ id }) => id)).toEqual(['B', 'A']);
    const timeline = layoutTimeline(list);
    expect(timeline.rows.map(({ id, eerst, tot }) => [id, eerst, tot])).toEqual([
      ['A', { van: 2029, tot: 2029 }, 2030],
      ['B', { van: 2028, tot: 2029 }, 2033],
    ]);
    // From 2029 to 2033: four years; 2030 lies at a quarter, and what was said last of the first range at nothing.
    expect(timeline.rows[0]?.to).toBeCloseTo(0.25, 10);
    expect(timeline.rows[1]?.first).toBe(0);
  });
});

describe('what a fiche says of a place that is not certain', () => {
  const thin = '\u202f';

  it('overlap of a search area or a circle is possible, not an amount', () => {
    const over = (laag: string, aandeel: number, status: string | null = null) => ({
      laag,
      delen: [{ laag, aandeel, overlapM2: 47_600, status }] as never,
    });
    expect(toOverlapMeasure(over('natura2000', 0.5), { ligging: 'exact' })).toBe(
      `4,76${thin}ha · 50${thin}%`,
    );
    expect(toOverlapMeasure(over('natura2000', 0.5), { ligging: 'zoekgebied' })).toBe('mogelijk');
    expect(toOverlapMeasure(over('plannen', 1), { ligging: 'zoekgebied' })).toBe(
      'waar in het zoekgebied het ook komt',
    );
    // Another project of which only a circle is known.
    const circle = over('projecten', 0.54, 'indicatieve ligging (punt met straal)');
    expect(toOverlapMeasure(circle, { ligging: 'exact' })).toBe('mogelijk');
    expect(toOverlapMeasure(over('projecten', 0.5, 'exacte ligging'), { ligging: 'exact' })).toContain(
      '4,76',
    );
  });

  it('land take in one of several gemeenten is divided over none of them', () => {
    const part = {
      herkomst: 'standaardmaat',
      zonderBandbreedte: false,
      gemeenten: ['Amersfoort', 'Leusden'].map((naam) => ({
        code: naam,
        naam,
        aandeel: 0.5,
        bereik: { minM2: 17_500, maxM2: 30_000 },
      })),
    } as never;
    expect(toGemeentenWords(part, { ligging: 'zoekgebied' })).toBe(
      `Mogelijk in Amersfoort (50${thin}% van het zoekgebied) of Leusden (50${thin}% van het zoekgebied); in welke staat nog niet vast.`,
    );
    expect(toGemeentenWords(part, { ligging: 'exact' })).toContain(`Leusden 1,75–3,00${thin}ha (50${thin}%)`);
  });
});
