import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { overlapPatterns, toPatternId } from './images.ts';
import type { MapState } from './style.ts';

// The answer, over the reader's layers.

/** What was asked about, and what it overlaps: hatched in the hue of the kind of claim, as in the answer's rows. */
export function answerLayers({ palette }: MapState): LayerSpecification[] {
  const asked = { source: 'vraag' } as const;
  return [
    ...Object.entries(overlapPatterns).flatMap(([soort, kind]): LayerSpecification[] => {
      const hue = soort as keyof typeof overlapPatterns;
      return [
        {
          id: `overlap-${soort}`,
          type: 'fill',
          source: 'overlap',
          filter: ['all', ['==', ['get', 'soort'], soort], ['==', ['geometry-type'], 'Polygon']],
          paint: { 'fill-pattern': toPatternId(palette, hue, kind), 'fill-opacity': 0.9 },
        },
        {
          id: `overlap-${soort}-rand`,
          type: 'line',
          source: 'overlap',
          filter: ['==', ['get', 'soort'], soort],
          paint: { 'line-color': palette.overlap[hue], 'line-width': 1.6 },
        },
      ];
    }),
    {
      ...asked,
      id: 'vraag-vlak',
      type: 'fill',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': palette.accent, 'fill-opacity': 0.08 },
    },
    {
      ...asked,
      id: 'vraag-lijn-rand',
      type: 'line',
      filter: ['!=', ['geometry-type'], 'Point'],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': palette.map.halo, 'line-width': 5, 'line-opacity': 0.8 },
    },
    {
      ...asked,
      id: 'vraag-lijn',
      type: 'line',
      filter: ['!=', ['geometry-type'], 'Point'],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': palette.accent, 'line-width': 2.2 },
    },
    {
      ...asked,
      id: 'vraag-punt',
      type: 'circle',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 5,
        'circle-color': palette.accent,
        'circle-stroke-color': palette.map.halo,
        'circle-stroke-width': 2,
      },
    },
  ];
}
