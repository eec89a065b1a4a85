import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { MapState } from './style.ts';

// What lies under the reader's layers.

/** Under this zoom there are too many gemeenten on screen to name. */
export const gemeentenInSightZoom = 8;

/** Water, land, the chosen provincie in white, and the background map when it can be reached. */
export function groundLayers({ palette, background, provincie }: MapState): LayerSpecification[] {
  const ground: LayerSpecification = {
    id: 'grond',
    type: 'background',
    paint: { 'background-color': palette.map.water },
  };
  const land: LayerSpecification = {
    id: 'land',
    type: 'fill',
    source: 'gebieden',
    'source-layer': 'provincie',
    paint: {
      'fill-color': provincie
        ? ['match', ['get', 'code'], provincie, palette.map.landChosen, palette.map.land]
        : palette.map.land,
      'fill-antialias': false,
    },
  };
  // Never seen: it lets the map tell which gemeenten are on screen.
  const gemeenten: LayerSpecification = {
    id: 'gemeente-vlak',
    type: 'fill',
    source: 'gebieden',
    'source-layer': 'gemeente',
    minzoom: gemeentenInSightZoom,
    paint: { 'fill-opacity': 0 },
  };
  if (background === 'geen') return [ground, land, gemeenten];
  const night = palette.scheme === 'donker' && background !== 'luchtfoto';
  return [
    ground,
    land,
    gemeenten,
    {
      id: 'achtergrond',
      type: 'raster',
      source: 'achtergrond',
      paint: {
        'raster-fade-duration': 100,
        // At night the paper map is turned into its negative, without its colours.
        ...(night
          ? { 'raster-brightness-min': 0.8, 'raster-brightness-max': 0.12, 'raster-saturation': -0.8 }
          : {}),
      },
    },
  ];
}

/** Everything outside the chosen provincie steps back, the border of the provincie comes forward. */
export function dimLayers({ palette, provincie, background }: MapState): LayerSpecification[] {
  if (!provincie) return [];
  const base = { source: 'gebieden', 'source-layer': 'provincie' } as const;
  return [
    {
      ...base,
      id: 'dimmen',
      type: 'fill',
      filter: ['!=', ['get', 'code'], provincie],
      paint: {
        'fill-color': palette.map.dim,
        'fill-opacity': background === 'geen' ? 0.5 : 0.6,
        'fill-antialias': false,
      },
    },
    {
      ...base,
      id: 'gekozen-provincie',
      type: 'line',
      filter: ['==', ['get', 'code'], provincie],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.map.borderLand,
        'line-width': ['interpolate', ['linear'], ['zoom'], 6, 1.4, 12, 3],
      },
    },
  ];
}
