import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Geometry } from 'geojson';
import type { LngLat } from '../state/view.svelte.ts';
import { roundLngLat } from './coordinate-place.ts';
import { findNearest } from './nearest.ts';

/** Pixels within which a boundary draws a vertex to it. */
const withinPx = 9;

/**
 * What finds the boundary near a spot on the map (in pixels): the lines of the areas that are on screen, as sharp as
 * the tiles have them (about 1.5 m). Null when there is none near.
 */
export function createSnap(map: MapLibreMap): { find(x: number, y: number): LngLat | null; stop(): void } {
  let layers: string[] | null = null;
  const forget = () => (layers = null);
  map.on('styledata', forget);

  function find(x: number, y: number): LngLat | null {
    layers ??= map
      .getStyle()
      .layers.filter((layer) => layer.type === 'line' && layer.source === 'gebieden')
      .map(({ id }) => id);
    if (layers.length === 0) return null;
    const features = map.queryRenderedFeatures(
      [
        [x - withinPx, y - withinPx],
        [x + withinPx, y + withinPx],
      ],
      { layers },
    );
    const lines = features.flatMap(({ geometry }) => toLines(geometry));
    const here = map.unproject([x, y]);
    const beside = map.unproject([x + 1, y - 1]);
    const scale = { perLng: 1 / (beside.lng - here.lng), perLat: 1 / (beside.lat - here.lat) };
    const found = findNearest(lines, [here.lng, here.lat], scale, withinPx);
    return found && roundLngLat(found);
  }

  return { find, stop: () => void map.off('styledata', forget) };
}

function toLines(geometry: Geometry): LngLat[][] {
  switch (geometry.type) {
    case 'LineString':
      return [geometry.coordinates as LngLat[]];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates as LngLat[][];
    case 'MultiPolygon':
      return geometry.coordinates.flat() as LngLat[][];
    default:
      return [];
  }
}
