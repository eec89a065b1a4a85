import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { fonts } from './fonts.ts';
import { overlapPatterns, symbolExpression, toPatternId } from './images.ts';
import type { MapState } from './style.ts';

// What lies under and over the reader's layers, in a fixed order.

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
  if (background === 'geen') return [ground, land];
  const night = palette.scheme === 'donker' && background !== 'luchtfoto';
  return [
    ground,
    land,
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

/** The picked area, hit, project and clicked point, in the accent. `picked` features say what they are in `rol`. */
export function pickedLayers({ palette, gebied, hit }: MapState): LayerSpecification[] {
  const role = (rol: string): ['==', ['get', string], string] => ['==', ['get', 'rol'], rol];
  const line = { 'line-color': palette.accent, 'line-width': 2.4 };
  const area: LayerSpecification[] = gebied
    ? [
        {
          id: 'gekozen-gebied',
          type: 'fill',
          source: 'gebieden',
          'source-layer': gebied.soort,
          filter: ['==', ['get', 'code'], gebied.code],
          paint: { 'fill-color': palette.accent, 'fill-opacity': 0.06 },
        },
        {
          id: 'gekozen-gebied-rand',
          type: 'line',
          source: 'gebieden',
          'source-layer': gebied.soort,
          filter: ['==', ['get', 'code'], gebied.code],
          layout: { 'line-join': 'round' },
          paint: line,
        },
      ]
    : [];
  const found = hit && findHitSource(hit.laag);
  const lit: LayerSpecification[] = found
    ? [
        {
          id: 'treffer',
          type: 'line',
          source: found.source,
          'source-layer': found.layer,
          filter: ['==', ['to-string', ['get', found.key]], hit.id],
          paint: { ...line, 'line-width': 3 },
        },
      ]
    : [];
  return [
    ...area,
    ...lit,
    {
      id: 'uitgelicht-ring',
      type: 'circle',
      source: 'uitgelicht',
      filter: ['any', role('gekozen'), role('aangewezen')],
      paint: {
        'circle-radius': 16,
        'circle-color': palette.accent,
        'circle-opacity': ['case', role('gekozen'), 0.16, 0],
        'circle-stroke-color': palette.accent,
        'circle-stroke-width': ['case', role('gekozen'), 2.4, 1.4],
      },
    },
    {
      id: 'uitgelicht-project',
      type: 'symbol',
      source: 'uitgelicht',
      filter: ['any', role('gekozen'), role('aangewezen')],
      layout: {
        'icon-image': symbolExpression(palette),
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'text-field': ['get', 'titel'],
        'text-font': fonts.semibold,
        'text-size': 13,
        'text-max-width': 14,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 1.5,
        'text-justify': 'auto',
        'text-allow-overlap': true,
      },
      paint: {
        'text-color': palette.ink,
        'text-halo-color': palette.map.halo,
        'text-halo-width': 2,
      },
    },
    {
      id: 'uitgelicht-punt',
      type: 'circle',
      source: 'uitgelicht',
      filter: role('punt'),
      paint: {
        'circle-radius': 4,
        'circle-color': palette.map.halo,
        'circle-stroke-color': palette.accent,
        'circle-stroke-width': 2.4,
      },
    },
  ];
}

/** Where a hit's feature can be found again, by the layer names of GET /api/v1/treffers; null for projects and points. */
export function findHitSource(laag: string): { source: string; layer: string; key: string } | null {
  if (laag === 'plannen') return { source: 'plannen', layer: 'planvlak', key: 'id' };
  if (protectedLayers.includes(laag)) return { source: 'beschermd', layer: laag, key: 'id' };
  if (areaLayers.includes(laag)) return { source: 'gebieden', layer: laag, key: 'code' };
  return null;
}

const protectedLayers = [
  'natura2000',
  'nnn',
  'weidevogelkerngebied',
  'akkervogelkerngebied',
  'ecologische-verbindingen',
  'glastuinbouw',
];
const areaLayers = ['gemeente', 'provincie', 'res-regio', 'subregio', 'waterschap', 'netbeheerdersgebied'];
