import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import { toNameLayer } from './area.ts';
import type { LayerDocument } from './document.ts';

/** From this zoom on the name of every provincie fits inside it. */
const wholeNameZoom = 6.4;
/** What stands for it before that, as in the numbers of projects. */
const letters = [
  'match',
  ['get', 'code'],
  ...['PV20', 'GR', 'PV21', 'FR', 'PV22', 'DR', 'PV23', 'OV', 'PV24', 'FL', 'PV25', 'GE'],
  ...['PV26', 'UT', 'PV27', 'NH', 'PV28', 'ZH', 'PV29', 'ZE', 'PV30', 'NB', 'PV31', 'LI'],
  ['get', 'naam'],
] as unknown as ExpressionSpecification;

export const namen: LayerDocument = {
  id: 'namen',
  titel: 'Namen van provincies en gemeenten',
  group: 'voorgrond',
  help: 'Provincies in gespreide kapitalen (van veraf hun letters), gemeenten vanaf zoomniveau 8.',
  source: 'gebieden',
  apiId: null,
  visible: true,
  minzoom: 5,
  layers: (context) => [
    toNameLayer('namen-gemeente', 'gemeente', context, { minzoom: 8, sizes: [11, 15] }),
    toNameLayer('namen-provincie-letters', 'provincie', context, {
      minzoom: 5,
      maxzoom: wholeNameZoom,
      capitals: true,
      text: letters,
      sizes: [9, 17],
    }),
    toNameLayer('namen-provincie', 'provincie', context, {
      minzoom: wholeNameZoom,
      maxzoom: 10.5,
      capitals: true,
      sizes: [10, 17],
    }),
  ],
  legend: () => [],
};
