import type { LayerDocument } from './document.ts';
import { toPatternId, type PatternHue, type PatternKind } from '../images.ts';

interface ProtectedLayer {
  /** Id of the dataset and of the tile layer. */
  id: string;
  titel: string;
  help: string;
  kind: PatternKind;
  hue?: PatternHue;
  visible?: boolean;
}

/** A layer of protected or designated areas: one hue for the kind of claim, a pattern of its own. */
export function createProtectedLayer({
  id,
  titel,
  help,
  kind,
  hue = 'natuur',
  visible = false,
}: ProtectedLayer): LayerDocument {
  const base = { source: 'beschermd', 'source-layer': id, minzoom: 6 } as const;
  return {
    id,
    titel,
    group: 'beschermd',
    help,
    source: 'beschermd',
    apiId: id,
    visible,
    minzoom: 6,
    layers: ({ palette, opacity }) => [
      {
        ...base,
        id: `${id}-vlak`,
        type: 'fill',
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: {
          'fill-color': palette.overlap[hue],
          'fill-opacity': ['interpolate', ['linear'], ['zoom'], 6, 0.3 * opacity, 9, 0.1 * opacity],
        },
      },
      {
        ...base,
        id: `${id}-patroon`,
        type: 'fill',
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: {
          'fill-pattern': toPatternId(palette, hue, kind),
          'fill-opacity': ['interpolate', ['linear'], ['zoom'], 7, 0, 8.5, 0.6 * opacity],
        },
      },
      {
        ...base,
        id: `${id}-rand`,
        type: 'line',
        paint: {
          'line-color': palette.overlap[hue],
          'line-width': [
            'interpolate',
            ['linear'],
            ['zoom'],
            6,
            ['case', ['==', ['geometry-type'], 'Polygon'], 0.3, 1.2],
            14,
            ['case', ['==', ['geometry-type'], 'Polygon'], 1, 3],
          ],
          'line-opacity': ['interpolate', ['linear'], ['zoom'], 6, 0.5 * opacity, 10, 0.9 * opacity],
        },
      },
    ],
    legend: (palette) => [
      {
        label: titel,
        symbol: {
          kind: 'image',
          image: toPatternId(palette, hue, kind),
          pattern: true,
          outline: palette.overlap[hue],
        },
      },
    ],
  };
}
