import { describe, expect, it } from 'vitest';
import { filterProjects, projectFacets, projectOrders, sortProjects } from '../data/project-filter.ts';
import type { Project } from '../data/schema/project.ts';
import { FilterState, listFilters } from '../web/state/filters.svelte.ts';
import { ViewState } from '../web/state/view.svelte.ts';

// Four projects one can hold in the head: two in Utrecht (one without a place), one over a border, one unknown.
const base: Project = {
  id: '',
  naam: null,
  titel: '',
  provincies: ['PV26'],
  gemeenten: [],
  resRegios: [],
  subregios: [],
  energiedrager: 'elektriciteit',
  typeInfra: null,
  typeInfraGroep: 'station',
  aard: null,
  netbeheerders: ['TenneT'],
  pmiekRonde: null,
  pmiekBewijs: 'niet_bevestigd',
  concreetheid: null,
  pmiekNummer: null,
  vervolg: null,
  fase: 'verkenning',
  faseHerkomst: 'bron',
  ibnVan: null,
  ibnTot: null,
  ligging: 'geen',
  straalM: null,
  lngLat: null,
  bboxWgs84: null,
};
const at = { ligging: 'indicatief', straalM: 2500, lngLat: [5, 52] } as const;
const projecten: Project[] = [
  { ...base, ...at, lngLat: [5, 52], id: 'A', titel: 'Station Één', ibnVan: 2031, ibnTot: 2033 },
  { ...base, id: 'B', titel: 'Station Twee', fase: null, netbeheerders: ['Stedin', 'TenneT'] },
  {
    ...base,
    ...at,
    lngLat: [5, 52],
    id: 'C',
    titel: 'Warmteleiding',
    provincies: ['PV25', 'PV26'],
    energiedrager: 'warmte',
    fase: 'realisatie',
    ibnVan: 2029,
    ibnTot: 2029,
  },
  {
    ...base,
    ...at,
    lngLat: [6, 53],
    id: 'D',
    titel: 'Verbinding',
    provincies: ['PV20'],
    typeInfraGroep: 'verbinding',
  },
];
const ids = (found: readonly Project[]) => found.map(({ id }) => id).join('');

describe('one filter for list, map and API', () => {
  it.each([
    [{}, 'ABCD'],
    [{ provincie: ['PV26'] }, 'ABC'],
    [{ provincie: ['PV25', 'PV20'] }, 'CD'], // any of the values
    [{ provincie: ['PV26'], energiedrager: ['warmte'] }, 'C'], // all of the filters
    [{ fase: ['onbekend'] }, 'B'],
    [{ netbeheerder: ['stedin'] }, 'B'], // capitals do not count
    [{ metLocatie: false }, 'B'],
    [{ metLocatie: true, typeInfraGroep: ['station'] }, 'AC'],
    [{ q: 'een' }, 'A'], // neither do accents
    [{ q: ' station ' }, 'AB'],
    [{ q: 'c' }, 'C'], // the number itself
    [{ pmiekBewijs: ['bevestigd'] }, ''],
  ])('%j leaves %s', (filter, expected) => {
    expect(ids(filterProjects(projecten, filter))).toBe(expected);
  });

  it.each([
    ['id', 'ABCD'],
    ['-id', 'DCBA'],
    ['naam', 'ABDC'],
    ['ibn', 'CABD'], // unknown last, ties by id
    ['-ibn', 'ACBD'], // unknown last either way
    ['fase', 'ADCB'],
    ['-fase', 'CADB'],
    ['provincie', 'DCAB'],
  ] as const)('by %s the order is %s', (order, expected) => {
    expect(ids(sortProjects(projecten, order))).toBe(expected);
  });

  it('what the screen asks is what the address asks', () => {
    const view = new ViewState();
    const filters = new FilterState(view);
    view.provincie = 'PV26';
    filters.fase = ['verkenning', 'realisatie'];
    filters.metLocatie = true;
    filters.sorteer = '-ibn';
    expect(ids(sortProjects(filterProjects(projecten, filters.value), filters.sorteer))).toBe('AC');
    expect(filters.query.toString()).toBe(
      'provincie=PV26&fase=realisatie%2Cverkenning&metLocatie=true&sorteer=-ibn',
    );
  });

  it('every filter of the screen is a facet, and every order has a key', () => {
    expect(Object.keys(projectFacets).sort()).toEqual(['provincie', ...listFilters].sort());
    for (const order of projectOrders) expect(ids(sortProjects(projecten, order))).toHaveLength(4);
  });
});
