import { borders, toBorderLayers } from './area.ts';
import type { LayerDocument } from './document.ts';

export const provincies: LayerDocument = {
  id: 'provincies',
  titel: 'Provincies',
  group: 'gebieden',
  help: 'Provinciegrenzen. Kies bovenin een provincie om haar naar voren te halen.',
  source: 'gebieden',
  apiId: 'provincies',
  visible: true,
  minzoom: 0,
  layers: (context) => toBorderLayers('provincies-grens', 'provincie', context),
  legend: (palette) => [
    {
      label: 'Provinciegrens',
      symbol: { kind: 'line', color: borders.provincie.color(palette), width: borders.provincie.widths[1] },
    },
  ],
};
