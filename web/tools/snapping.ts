import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Feature, Geometry } from 'geojson';
import type { LngLat } from '../state/view.svelte.ts';
import { roundLngLat } from './coordinate-place.ts';
import { findNearestEdge } from './nearest.ts';

/** Pixels within which a boundary draws a vertex to it. */
const withinPx = 9;

/** Areas, the place of other projects, plans and protected areas: what a footprint is laid along. */
const sources = ['gebieden', 'componenten', 'plannen', 'beschermd'];

/** The spot on a boundary, and the edge it lies on, to light it up. */
export interface SnapEdge {
  lngLat: LngLat;
  edge: Feature;
}

export interface Snap {
  findEdge(x: number, y: number): SnapEdge | null;
  stop(): void;
}

/**
 * What finds the boundary near a spot on the map (in pixels): the lines of areas, other projects, plans and protected
 * areas that are on screen, as sharp as the tiles have them (about 1.5 m). Null when there is none near.
 */
export function createSnap(map: MapLibreMap): Snap {
  let layers: string[] | null = null;
  const forget = () => (layers = null);
  map.on('styledata', forget);

  function findEdge(x: number, y: number): SnapEdge | null {
    layers ??= map
      .getStyle()
      .layers.filter((layer) => layer.type === 'line' && sources.includes(layer.source))
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
    const found = findNearestEdge(lines, [here.lng, here.lat], scale, withinPx);
    if (!found) return null;
    const geometry: Geometry = { type: 'LineString', coordinates: found.ends };
    return {
      lngLat: roundLngLat(found.lngLat),
      edge: { type: 'Feature', properties: { rol: 'gloed' }, geometry },
    };
  }

  return {
    findEdge,
    stop: () => void map.off('styledata', forget),
  };
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
