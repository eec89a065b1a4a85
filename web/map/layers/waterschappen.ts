import { borders, toBorderLayers, toNameLayer } from './area.ts';
import type { LayerDocument } from './document.ts';

export const waterschappen: LayerDocument = {
  id: 'waterschappen',
  titel: 'Waterschappen',
  group: 'gebieden',
  help: 'Alleen waterschappen waarvan de grens bekend is; van de andere is de naam bekend, niet de grens.',
  source: 'gebieden',
  apiId: 'waterschappen',
  visible: false,
  minzoom: 4,
  layers: (context) => [
    ...toBorderLayers('waterschappen-grens', 'waterschap', context),
    toNameLayer('waterschappen-naam', 'waterschap', context, { minzoom: 7.5, italic: true, sizes: [12, 15] }),
  ],
  legend: (palette) => [
    {
      label: 'Grens van een waterschap',
      symbol: {
        kind: 'line',
        color: borders['waterschap'].color(palette),
        width: 1.5,
        band: borders['waterschap'].band,
      },
    },
  ],
};
