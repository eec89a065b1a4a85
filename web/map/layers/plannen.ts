import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import { fonts } from '../fonts.ts';
import { toPatternId } from '../images.ts';
import type { LayerDocument, MapLayer } from './document.ts';

/** The area of a plan as a whole, against the parts in it. */
const isPlanArea: ExpressionSpecification = [
  'in',
  ['get', 'onderdeel'],
  ['literal', ['plangebied', 'structuurvisiegebied', 'besluitvlak']],
];
/**
 * Visies and verordeningen of Rijk and provincies cover a country or a provincie: their border is one that is there already,
 * a hair beside it. The first digits of an IMRO id after `NL.IMRO.` tell whose plan it is.
 */
const isOfGemeente: ExpressionSpecification = [
  '!',
  ['in', ['slice', ['get', 'plan_id'], 8, 10], ['literal', ['00', '99']]],
];
/** A value at two zooms, each for plans of a gemeente and for those of Rijk and provincies. */
const byOwner = (...stops: [zoom: number, gemeente: number, other: number][]): ExpressionSpecification =>
  [
    'interpolate',
    ['linear'],
    ['zoom'],
    ...stops.flatMap(([zoom, gemeente, other]) => [zoom, ['case', isOfGemeente, gemeente, other]]),
  ] as unknown as ExpressionSpecification;
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
      paint: { 'fill-pattern': toPatternId(palette, 'plan', kind), 'fill-opacity': 0.26 * opacity },
    });
    return [
      // A band along the inside of the border, as in a printed atlas: a fill of large plans would flood the map.
      {
        ...base,
        id: 'plannen-band',
        type: 'line',
        filter: ['all', isPlanArea, isOfGemeente],
        paint: {
          'line-color': color,
          'line-width': ['interpolate', ['linear'], ['zoom'], 7, 3, 14, 7],
          'line-offset': ['interpolate', ['linear'], ['zoom'], 7, 1.5, 14, 3.5],
          'line-opacity': ['interpolate', ['linear'], ['zoom'], 7, 0.1 * opacity, 11, 0.2 * opacity],
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
            0.2 * opacity,
            0.07 * opacity,
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
        filter: ['!', isPlanArea],
        paint: { 'line-color': color, 'line-width': 0.5, 'line-opacity': 0.55 * opacity },
      },
      {
        ...base,
        id: 'plannen-rand',
        type: 'line',
        filter: isPlanArea,
        paint: {
          'line-color': color,
          'line-width': byOwner([7, 0.8, 0.3], [14, 2, 1]),
          'line-opacity': byOwner([7, 0.4 * opacity, 0], [11, opacity, 0.3 * opacity]),
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
      symbol: { kind: 'fill', color: palette.overlap.plan, opacity: 0.06, outline: palette.overlap.plan },
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
