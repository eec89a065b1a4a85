import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import { provincieLetters } from '../../../data/rules/project-id.ts';
import { toNameLayer, type NameLook } from './area.ts';
import type { LayerDocument } from './document.ts';

/** From this zoom on the name of a provincie fits inside it; of Flevoland, which is narrow, from the next. */
const wholeNameZoom = 6.6;
const narrowNameZoom = 7.4;
const isNarrow: ExpressionSpecification = ['==', ['get', 'code'], 'PV24'];
const isWide: ExpressionSpecification = ['!=', ['get', 'code'], 'PV24'];
/** What stands for it before that, as in the numbers of projects. */
const letters = [
  'match',
  ['get', 'code'],
  ...Object.entries(provincieLetters).flat(),
  ['get', 'naam'],
] as unknown as ExpressionSpecification;

/** A name steps a few lines aside for the projects in the middle of its provincie and no further: it must stay inside. */
const anchors = [
  ...['center', [0, 0]],
  ...['bottom', [0, -1], 'top', [0, 1]],
  ...['bottom', [0, -1.8], 'top', [0, 1.8]],
  ...['left', [-1.8, 0], 'right', [1.8, 0]],
  ...['left', [-1.8, -1.4], 'right', [1.8, -1.4], 'left', [-1.8, 1.4], 'right', [1.8, 1.4]],
];
/** In Noord-Brabant, the broadest and the one with most projects, there is room further aside too. */
const farAnchors = [
  ...anchors,
  ...['left', [-6, -1.4], 'right', [6, -1.4], 'left', [-6, 1.4], 'right', [6, 1.4]],
  ...['left', [-6, 0], 'right', [6, 0], 'left', [-3.5, -2.5], 'right', [3.5, -2.5]],
];
const aside = [
  'match',
  ['get', 'code'],
  'PV30',
  ['literal', farAnchors],
  ['literal', anchors],
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
  layers: (context) => {
    const toProvincieNames = (id: string, look: Pick<NameLook, 'minzoom' | 'maxzoom' | 'text' | 'only'>) =>
      toNameLayer(id, 'provincie', context, {
        sizes: look.text ? [9, 17] : [10, 17],
        ...look,
        capitals: true,
        aside,
      });
    return [
      toNameLayer('namen-gemeente', 'gemeente', context, { minzoom: 8, sizes: [11, 15] }),
      toProvincieNames('namen-provincie-letters', {
        minzoom: 5,
        maxzoom: wholeNameZoom,
        text: letters,
        only: isWide,
      }),
      toProvincieNames('namen-provincie', { minzoom: wholeNameZoom, maxzoom: 10.5, only: isWide }),
      toProvincieNames('namen-flevoland-letters', {
        minzoom: 5,
        maxzoom: narrowNameZoom,
        text: letters,
        only: isNarrow,
      }),
      toProvincieNames('namen-flevoland', { minzoom: narrowNameZoom, maxzoom: 10.5, only: isNarrow }),
    ];
  },
  legend: () => [],
};
