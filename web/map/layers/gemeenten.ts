import { borders, toBorderLayers } from './area.ts';
import type { LayerDocument } from './document.ts';

export const gemeenten: LayerDocument = {
  id: 'gemeenten',
  titel: 'Gemeenten',
  group: 'gebieden',
  help: 'Gemeentegrenzen: wie in de regel bevoegd gezag is.',
  source: 'gebieden',
  apiId: 'gemeenten',
  visible: true,
  minzoom: 6,
  layers: (context) => toBorderLayers('gemeenten-grens', 'gemeente', context),
  legend: (palette) => [
    {
      label: 'Gemeentegrens',
      symbol: { kind: 'line', color: borders.gemeente.color(palette), width: borders.gemeente.widths[1] },
    },
  ],
};
