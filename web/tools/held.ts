import type { GeoJSONStoreGeometries } from 'terra-draw';
import type { Geometrie } from '../../data/schema/geometrie.ts';
import type { DrawState } from '../state/draw.svelte.ts';
import type { LngLat } from '../state/view.svelte.ts';
import type { Held } from './pencil.ts';
import { mergeGeometries } from './written-geometry.ts';

/** What the pencil is to hold for the tool in hand; null when no tool is. */
export function toHeld(draw: DrawState): Held | null {
  const { mode, sketch, measure } = draw;
  switch (mode) {
    case 'kies':
    case 'plaats':
    case 'wijs':
      return null;
    case 'punt':
      return { mode: 'point', vertices: [], finished: [] };
    case 'lijn':
    case 'vlak':
      return {
        mode: mode === 'lijn' ? 'linestring' : 'polygon',
        vertices: sketch?.kind === mode ? sketch.vertices : [],
        finished: [],
      };
    case 'bewerk':
      return { mode: 'select', vertices: [], finished: draw.isHeld ? toParts(draw.geometry) : [] };
    case 'meet-afstand':
    case 'meet-oppervlakte': {
      const isRing = mode === 'meet-oppervlakte';
      return {
        mode: isRing ? 'polygon' : 'linestring',
        vertices: measure.done ? [] : measure.vertices,
        finished: measure.done ? [toMeasured(measure.vertices, isRing)] : [],
      };
    }
  }
}

function toMeasured(vertices: readonly LngLat[], isRing: boolean): GeoJSONStoreGeometries {
  const path = vertices.map(([lng, lat]): LngLat => [lng, lat]);
  return isRing
    ? { type: 'Polygon', coordinates: [[...path, path[0]!]] }
    : { type: 'LineString', coordinates: path };
}

/** The single parts of a geometry, which is what the pencil can hold. */
function toParts(geometry: Geometrie | null): GeoJSONStoreGeometries[] {
  if (!geometry) return [];
  switch (geometry.type) {
    case 'MultiPoint':
      return geometry.coordinates.map((coordinates) => ({ type: 'Point', coordinates }));
    case 'MultiLineString':
      return geometry.coordinates.map((coordinates) => ({ type: 'LineString', coordinates }));
    case 'MultiPolygon':
      return geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }));
    default:
      return [geometry];
  }
}

/** One geometry out of the parts the pencil gave back; null when there are none. */
export function fromParts(parts: readonly GeoJSONStoreGeometries[]): Geometrie | null {
  return mergeGeometries(parts as Geometrie[]);
}
