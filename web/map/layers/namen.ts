import { toNameLayer } from './area.ts';
import type { LayerDocument } from './document.ts';

export const namen: LayerDocument = {
  id: 'namen',
  titel: 'Namen van provincies en gemeenten',
  group: 'voorgrond',
  help: 'Provincies in gespreide kapitalen, gemeenten vanaf zoomniveau 8.',
  source: 'gebieden',
  apiId: null,
  visible: true,
  minzoom: 5,
  layers: (context) => [
    toNameLayer('namen-gemeente', 'gemeente', context, { minzoom: 8, sizes: [11, 15] }),
    toNameLayer('namen-provincie', 'provincie', context, {
      minzoom: 5,
      maxzoom: 10.5,
      capitals: true,
      sizes: [9, 17],
    }),
  ],
  legend: () => [],
};
