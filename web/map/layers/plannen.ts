import { fonts } from '../fonts.ts';
import { toPatternId } from '../images.ts';
import type { LayerDocument, MapLayer } from './document.ts';

const base = { source: 'plannen', 'source-layer': 'planvlak', minzoom: 7 } as const;

export const plannen: LayerDocument = {
  id: 'plannen',
  titel: 'Ruimtelijke plannen',
  group: 'plannen',
  help: 'Bestemmings-, inpassings- en omgevingsplannen en structuurvisies: het plangebied, en van dichtbij de bestemmingen en aanduidingen erin.',
  source: 'plannen',
  apiId: 'plannen',
  visible: true,
  minzoom: 7,
  layers: ({ palette, opacity }) => {
    const color = palette.overlap.plan;
    const pattern = (onderdeel: string, kind: 'schuin' | 'stip' | 'kruis'): MapLayer => ({
      ...base,
      id: `plannen-${onderdeel}`,
      type: 'fill',
      minzoom: 12,
      filter: ['==', ['get', 'onderdeel'], onderdeel],
      paint: { 'fill-pattern': toPatternId(palette, 'plan', kind), 'fill-opacity': 0.55 * opacity },
    });
    return [
      {
        ...base,
        id: 'plannen-plangebied',
        type: 'fill',
        filter: [
          'in',
          ['get', 'onderdeel'],
          ['literal', ['plangebied', 'structuurvisiegebied', 'besluitvlak']],
        ],
        paint: {
          'fill-color': color,
          'fill-opacity': ['interpolate', ['linear'], ['zoom'], 7, 0.28 * opacity, 13, 0.08 * opacity],
        },
      },
      {
        ...base,
        id: 'plannen-enkelbestemming',
        type: 'fill',
        minzoom: 12,
        filter: ['==', ['get', 'onderdeel'], 'enkelbestemming'],
        paint: {
          'fill-color': color,
          // Ground that is built on stands out from ground that is kept open.
          'fill-opacity': [
            'match',
            ['downcase', ['to-string', ['get', 'hoofdgroep']]],
            ['bedrijf', 'bedrijventerrein', 'wonen', 'centrum', 'kantoor', 'gemengd', 'maatschappelijk'],
            0.26 * opacity,
            0.1 * opacity,
          ],
        },
      },
      pattern('dubbelbestemming', 'schuin'),
      pattern('gebiedsaanduiding', 'stip'),
      pattern('functieaanduiding', 'kruis'),
      {
        ...base,
        id: 'plannen-delen-rand',
        type: 'line',
        minzoom: 12,
        filter: ['!=', ['get', 'onderdeel'], 'plangebied'],
        paint: { 'line-color': color, 'line-width': 0.6, 'line-opacity': 0.8 * opacity },
      },
      {
        ...base,
        id: 'plannen-rand',
        type: 'line',
        filter: [
          'in',
          ['get', 'onderdeel'],
          ['literal', ['plangebied', 'structuurvisiegebied', 'besluitvlak']],
        ],
        paint: {
          'line-color': color,
          'line-width': ['interpolate', ['linear'], ['zoom'], 7, 0.8, 14, 2],
          'line-opacity': opacity,
        },
      },
      {
        ...base,
        id: 'plannen-naam',
        type: 'symbol',
        minzoom: 14,
        filter: ['==', ['get', 'onderdeel'], 'enkelbestemming'],
        layout: {
          'text-field': ['get', 'naam'],
          'text-font': fonts.regular,
          'text-size': 11.5,
          'text-max-width': 9,
        },
        paint: {
          'text-color': palette.inkSoft,
          'text-halo-color': palette.map.halo,
          'text-halo-width': 1.2,
          'text-opacity': opacity,
        },
      },
    ];
  },
  legend: (palette) => [
    {
      label: 'Plangebied of besluit',
      symbol: { kind: 'fill', color: palette.overlap.plan, opacity: 0.12, outline: palette.overlap.plan },
    },
    { label: 'Bestemming', symbol: { kind: 'fill', color: palette.overlap.plan, opacity: 0.26 } },
    ...(
      [
        ['Dubbelbestemming', 'schuin'],
        ['Gebiedsaanduiding', 'stip'],
        ['Functieaanduiding', 'kruis'],
      ] as const
    ).map(([label, kind]) => ({
      label,
      symbol: { kind: 'image' as const, image: toPatternId(palette, 'plan', kind), pattern: true },
    })),
  ],
};
