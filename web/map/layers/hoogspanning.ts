import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import { fonts } from '../fonts.ts';
import type { LayerDocument } from './document.ts';

/** Weight of a line by its highest voltage: 380, 220, 150, 110 kV and lower or unknown. */
const width: ExpressionSpecification = [
  'interpolate',
  ['linear'],
  ['zoom'],
  6,
  ['step', ['to-number', ['get', 'spanning_kv'], 0], 0.4, 110, 0.6, 220, 1, 380, 1.4],
  12,
  ['step', ['to-number', ['get', 'spanning_kv'], 0], 0.8, 110, 1.4, 220, 2.2, 380, 3],
];

/** Some sources give the terrain of a station, others a point. */
const isArea: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon'];

export const hoogspanning: LayerDocument = {
  id: 'hoogspanning',
  titel: 'Hoogspanningsnet',
  group: 'energienet',
  help: 'Lijnen, kabels en stations; hoe zwaarder de lijn, hoe hoger de spanning. Hoe oud en hoe precies de ligging is, verschilt per bron.',
  source: 'hoogspanning',
  apiId: 'hoogspanning-lijnen',
  visible: true,
  minzoom: 6,
  layers: ({ palette, opacity }) => [
    {
      id: 'hoogspanning-lijn',
      type: 'line',
      source: 'hoogspanning',
      'source-layer': 'lijn',
      minzoom: 6,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.map.grid,
        'line-width': width,
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 6, 0.3 * opacity, 10, 0.6 * opacity],
      },
    },
    {
      id: 'hoogspanning-terrein',
      type: 'fill',
      source: 'hoogspanning',
      'source-layer': 'station',
      minzoom: 8,
      filter: isArea,
      paint: { 'fill-color': palette.map.gridHalo, 'fill-opacity': opacity },
    },
    {
      // Far off a terrain is smaller than its edge is wide: a dot, as stations of which only a point is known.
      id: 'hoogspanning-terrein-rand',
      type: 'line',
      source: 'hoogspanning',
      'source-layer': 'station',
      minzoom: 8,
      filter: isArea,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.map.grid,
        'line-width': ['interpolate', ['linear'], ['zoom'], 8, 3, 13, 1.2],
        'line-opacity': opacity,
      },
    },
    {
      id: 'hoogspanning-station',
      type: 'circle',
      source: 'hoogspanning',
      'source-layer': 'station',
      minzoom: 8,
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 8, 1.5, 13, 4],
        'circle-color': palette.map.gridHalo,
        'circle-stroke-color': palette.map.grid,
        'circle-stroke-width': 1.2,
        'circle-opacity': opacity,
        'circle-stroke-opacity': opacity,
      },
    },
    {
      id: 'hoogspanning-naam',
      type: 'symbol',
      source: 'hoogspanning',
      'source-layer': 'station',
      minzoom: 10.5,
      filter: ['has', 'naam'],
      layout: {
        'text-field': ['get', 'naam'],
        'text-font': fonts.semibold,
        'text-size': 9.5,
        'text-transform': 'uppercase', // small capitals
        'text-letter-spacing': 0.08,
        'text-offset': [0, 0.9],
        'text-anchor': 'top',
        'text-optional': true,
      },
      paint: {
        'text-color': palette.map.labelFaint,
        'text-halo-color': palette.map.halo,
        'text-halo-width': 1.2,
        'text-opacity': opacity,
      },
    },
  ],
  legend: (palette) => [
    { label: '380 kV', symbol: { kind: 'line', color: palette.map.grid, width: 3 } },
    { label: '220 kV', symbol: { kind: 'line', color: palette.map.grid, width: 2.2 } },
    { label: '110 en 150 kV', symbol: { kind: 'line', color: palette.map.grid, width: 1.4 } },
    { label: 'Lager of onbekend', symbol: { kind: 'line', color: palette.map.grid, width: 0.8 } },
  ],
};
