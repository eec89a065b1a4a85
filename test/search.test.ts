import { expect, it } from 'vitest';
import type { Gebied } from '../data/schema/gebied.ts';
import type { SoortGebied } from '../data/vocabulary.ts';
import { findByName } from '../server/search/search.ts';

const area = (soort: SoortGebied, code: string, naam: string): Gebied => ({
  soort,
  code,
  naam,
  indeling: null,
  provincies: [],
  oppervlakteHa: null,
  bboxWgs84: null,
  geldigVan: null,
  geldigTot: null,
  herkomst: 'officieel',
});
const areas = [
  area('gemeente', 'GM0307', 'Amersfoort'),
  area('gemeente', 'GM0518', "'s-Gravenhage"),
  area('gemeente', 'GM0796', "'s-Hertogenbosch"),
  area('provincie', 'PV21', 'Fryslân'),
  area('res-regio', 'RES01', 'Amersfoort'),
  area('res-regio', 'RES02', 'Rotterdam/Den Haag'),
];

it.each([
  ['Den Haag', ['GM0518', 'RES02']],
  ['den bosch', ['GM0796']],
  ['friesland', ['PV21']],
  ['RES amersfoort', ['RES01']],
  ['gemeente amers', ['GM0307']],
  ['amersfoort', ['GM0307', 'RES01']],
  ['gemeente', []],
])('%s finds the area that is called so', (text, codes) => {
  expect(findByName(text, areas, [], 20).map(({ id }) => id)).toEqual(codes);
});
