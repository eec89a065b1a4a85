import { borders, toBorderLayer } from './area.ts';
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
  layers: (context) => [{ ...toBorderLayer('gemeenten-grens', 'gemeente', context), minzoom: 6 }],
  legend: (palette) => [
    {
      label: 'Gemeentegrens',
      symbol: { kind: 'line', color: borders.gemeente.color(palette), width: borders.gemeente.widths[1] },
    },
  ],
};
