import { borders, toBorderLayers, toNameLayer } from './area.ts';
import type { LayerDocument } from './document.ts';

export const resRegios: LayerDocument = {
  id: 'res-regios',
  titel: 'RES-regio’s',
  group: 'gebieden',
  help: 'De dertig regio’s van de Regionale Energiestrategie, gemaakt uit hele gemeenten.',
  source: 'gebieden',
  apiId: 'res-regios',
  visible: false,
  minzoom: 3,
  layers: (context) => [
    ...toBorderLayers('res-regios-grens', 'res-regio', context),
    toNameLayer('res-regios-naam', 'res-regio', context, { minzoom: 7, italic: true, sizes: [12, 16] }),
  ],
  legend: (palette) => [
    {
      label: 'Grens van een RES-regio',
      symbol: {
        kind: 'line',
        color: borders['res-regio'].color(palette),
        width: 1.5,
        band: borders['res-regio'].band,
      },
    },
  ],
};
