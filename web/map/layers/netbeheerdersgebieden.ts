import { borders, toBorderLayers, toNameLayer } from './area.ts';
import type { LayerDocument } from './document.ts';

export const netbeheerdersgebieden: LayerDocument = {
  id: 'netbeheerdersgebieden',
  titel: 'Gebieden van de regionale netbeheerders',
  group: 'gebieden',
  help: 'Regionale netbeheerder elektriciteit, per gemeente. Waar een gemeente gedeeld is, zegt het antwoord dat.',
  source: 'gebieden',
  apiId: 'netbeheerdersgebieden',
  visible: false,
  minzoom: 4,
  layers: (context) => [
    ...toBorderLayers('netbeheerdersgebieden-grens', 'netbeheerdersgebied', context),
    toNameLayer('netbeheerdersgebieden-naam', 'netbeheerdersgebied', context, {
      minzoom: 6.5,
      italic: true,
      sizes: [12, 16],
    }),
  ],
  legend: (palette) => [
    {
      label: 'Grens tussen netbeheerders',
      symbol: {
        kind: 'line',
        color: borders['netbeheerdersgebied'].color(palette),
        width: 1.5,
        band: borders['netbeheerdersgebied'].band,
      },
    },
  ],
};
