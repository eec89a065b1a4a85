import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Feature } from 'geojson';
import type { DrawState } from '../state/draw.svelte.ts';
import type { PlacingState } from '../state/placing.svelte.ts';
import { fonts } from './fonts.ts';
import type { MapState } from './style.ts';

// What is being placed, over the answer: the alternative in hand in the accent, the others as hairlines with their letter.

const role = (...rollen: string[]): ExpressionSpecification => ['in', ['get', 'rol'], ['literal', rollen]];
const isLine: ExpressionSpecification = ['!=', ['geometry-type'], 'Point'];

/** Every alternative, its strip, the sizes it may have, the edges that hold it, the way to the grid, and the remarks. */
export function toPlacingFeatures(draw: DrawState, placing: PlacingState): Feature[] {
  const { kept: placement, corridor } = draw;
  // The pencil draws what it holds itself, and so does the pointer what it drags.
  const inHand = draw.isDragging || (draw.mode === 'bewerk' && draw.isHeld);
  const feature = (geometry: Feature['geometry'], properties: Record<string, unknown>): Feature => ({
    type: 'Feature',
    geometry,
    properties,
  });
  const variants = (placement?.varianten ?? []).flatMap(({ letter, geometrie, ligging }) => {
    const active = letter === placement?.actief;
    if (!geometrie || (active && inHand)) return [];
    return [feature(geometrie, { rol: active ? 'actief' : 'ander', letter, zoekt: ligging !== 'exact' })];
  });
  return [
    ...(placement && corridor ? [feature(corridor, { rol: 'strook' })] : []),
    ...(placement ? [...placing.range, ...placing.reach] : []),
    ...placing.glow,
    ...variants,
    ...placing.pins.map(({ id, lngLat, status }) =>
      feature(
        { type: 'Point', coordinates: lngLat },
        { rol: id === placing.pinId ? 'speld-gekozen' : 'speld', id, status },
      ),
    ),
    ...(placing.pinAt
      ? [feature({ type: 'Point', coordinates: placing.pinAt }, { rol: 'speld-gekozen', status: 'open' })]
      : []),
  ];
}

/** The layers of those features, bottom to top. */
export function placingLayers({ palette }: Pick<MapState, 'palette'>): LayerSpecification[] {
  const base = { source: 'plaatsing' } as const;
  const round = { 'line-join': 'round', 'line-cap': 'round' } as const;
  const { accent, map, ink, inkSoft } = palette;
  return [
    {
      ...base,
      id: 'plaatsing-vlak',
      type: 'fill',
      filter: ['all', role('actief', 'strook'), ['==', ['geometry-type'], 'Polygon']],
      paint: { 'fill-color': accent, 'fill-opacity': 0.1 },
    },
    {
      ...base,
      id: 'plaatsing-bereik',
      type: 'line',
      filter: role('bereik'),
      paint: { 'line-color': accent, 'line-width': 1, 'line-dasharray': [2, 3], 'line-opacity': 0.7 },
    },
    {
      ...base,
      id: 'plaatsing-net',
      type: 'line',
      filter: role('net'),
      paint: { 'line-color': inkSoft, 'line-width': 1.2, 'line-dasharray': [1, 3] },
    },
    {
      ...base,
      id: 'plaatsing-gloed',
      type: 'line',
      filter: role('gloed'),
      layout: round,
      paint: { 'line-color': accent, 'line-width': 9, 'line-blur': 7, 'line-opacity': 0.55 },
    },
    {
      ...base,
      id: 'plaatsing-halo',
      type: 'line',
      filter: ['all', role('actief', 'ander'), isLine],
      layout: round,
      paint: { 'line-color': map.halo, 'line-width': 5, 'line-opacity': 0.8 },
    },
    {
      ...base,
      id: 'plaatsing-ander',
      type: 'line',
      filter: ['all', role('ander'), isLine],
      paint: { 'line-color': inkSoft, 'line-width': 1.6, 'line-dasharray': [3, 2] },
    },
    {
      ...base,
      id: 'plaatsing-strook',
      type: 'line',
      filter: role('strook'),
      paint: { 'line-color': accent, 'line-width': 1 },
    },
    {
      ...base,
      id: 'plaatsing-actief',
      type: 'line',
      filter: ['all', role('actief'), isLine],
      layout: round,
      paint: { 'line-color': accent, 'line-width': 2.4 },
    },
    {
      ...base,
      id: 'plaatsing-punt',
      type: 'circle',
      filter: ['all', role('actief', 'ander'), ['==', ['geometry-type'], 'Point']],
      paint: {
        'circle-radius': 6,
        'circle-color': map.halo,
        'circle-stroke-color': ['case', role('actief'), accent, inkSoft],
        'circle-stroke-width': 3,
      },
    },
    {
      ...base,
      id: 'plaatsing-letter',
      type: 'symbol',
      filter: role('ander', 'actief'),
      layout: {
        'text-field': ['get', 'letter'],
        'text-font': fonts.semibold,
        'text-size': 15,
        'text-allow-overlap': true,
      },
      paint: {
        'text-color': ['case', role('actief'), accent, ink],
        'text-halo-color': map.halo,
        'text-halo-width': 2,
      },
    },
    {
      ...base,
      id: 'plaatsing-speld',
      type: 'circle',
      filter: role('speld', 'speld-gekozen'),
      paint: {
        'circle-radius': ['case', role('speld-gekozen'), 10, 8],
        'circle-color': ['case', ['==', ['get', 'status'], 'open'], palette.warningSoft, palette.paper],
        'circle-stroke-color': ['case', role('speld-gekozen'), accent, palette.warning],
        'circle-stroke-width': ['case', role('speld-gekozen'), 3, 1.6],
        'circle-stroke-opacity': ['case', ['==', ['get', 'status'], 'open'], 1, 0.6],
      },
    },
    {
      ...base,
      id: 'plaatsing-speld-teken',
      type: 'symbol',
      filter: role('speld', 'speld-gekozen'),
      layout: {
        'text-field': ['case', ['==', ['get', 'status'], 'open'], '!', '✓'],
        'text-font': fonts.semibold,
        'text-size': 12,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': palette.warning },
    },
  ];
}
