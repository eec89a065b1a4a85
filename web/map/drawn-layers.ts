import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { MapState } from './style.ts';

/** The reader's drawing while no tool holds it, and the strip around a line: dashed, since it is no answer. */
export function drawnLayers({ palette }: Pick<MapState, 'palette'>): LayerSpecification[] {
  const base = { source: 'tekening' } as const;
  const dash = { 'line-color': palette.accent, 'line-width': 2, 'line-dasharray': [3, 2] };
  return [
    {
      ...base,
      id: 'tekening-vlak',
      type: 'fill',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': palette.accent, 'fill-opacity': 0.06 },
    },
    {
      ...base,
      id: 'tekening-halo',
      type: 'line',
      filter: ['all', ['==', ['get', 'rol'], 'tekening'], ['!=', ['geometry-type'], 'Point']],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': palette.map.halo, 'line-width': 5, 'line-opacity': 0.8 },
    },
    {
      ...base,
      id: 'tekening-lijn',
      type: 'line',
      filter: ['all', ['==', ['get', 'rol'], 'tekening'], ['!=', ['geometry-type'], 'Point']],
      paint: dash,
    },
    {
      ...base,
      id: 'tekening-corridor',
      type: 'line',
      filter: ['==', ['get', 'rol'], 'corridor'],
      paint: { 'line-color': palette.accent, 'line-width': 1 },
    },
    {
      ...base,
      id: 'tekening-punt',
      type: 'circle',
      filter: ['all', ['==', ['get', 'rol'], 'tekening'], ['==', ['geometry-type'], 'Point']],
      paint: {
        'circle-radius': 5,
        'circle-color': palette.map.halo,
        'circle-stroke-color': palette.accent,
        'circle-stroke-width': 3,
      },
    },
  ];
}
