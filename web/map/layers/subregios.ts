import { borders, toBorderLayers, toNameLayer } from './area.ts';
import type { LayerDocument } from './document.ts';

export const subregios: LayerDocument = {
  id: 'subregios',
  titel: 'Subregio’s',
  group: 'gebieden',
  help: 'Indelingen die provincies voor pMIEK en energievisie gebruiken. Een provincie kan er meer dan één hebben.',
  source: 'gebieden',
  apiId: 'subregios',
  visible: false,
  minzoom: 4,
  layers: (context) => [
    ...toBorderLayers('subregios-grens', 'subregio', context),
    toNameLayer('subregios-naam', 'subregio', context, { minzoom: 7.5, italic: true, sizes: [12, 16] }),
  ],
  legend: (palette) => [
    {
      label: 'Grens van een subregio',
      symbol: {
        kind: 'line',
        color: borders['subregio'].color(palette),
        width: 1.5,
        band: borders['subregio'].band,
      },
    },
  ],
};
