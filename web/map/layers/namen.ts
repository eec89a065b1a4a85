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
