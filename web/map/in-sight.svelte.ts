import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Gebied } from '../../data/schema/gebied.ts';
import type { Atlas } from '../state/contexts.ts';
import { gemeentenInSightZoom } from './ground-layers.ts';
import type { MapHandle } from './handle.svelte.ts';
import { describeMap, type AreasInSight, type MapWords } from './words.ts';

/** Codes of the areas that a layer of the map has drawn. */
const listDrawn = (map: MapLibreMap, layer: string): string[] => [
  ...new Set(map.queryRenderedFeatures({ layers: [layer] }).map(({ properties }) => String(properties.code))),
];

/** Codes of the provincies on a map that is at rest. */
export const listProvinciesInSight = (map: MapLibreMap): string[] => listDrawn(map, 'land');

/** Keeps `handle.inSight` up to date with what the map has drawn. Gives the way to stop. */
export function followSight(map: MapLibreMap, handle: MapHandle): () => void {
  const look = () => {
    const before = JSON.stringify(handle.inSight);
    const now = {
      provincies: listProvinciesInSight(map),
      gemeenten: map.getZoom() >= gemeentenInSightZoom ? listDrawn(map, 'gemeente-vlak') : null,
    };
    if (JSON.stringify(now) !== before) handle.inSight = now;
  };
  map.on('idle', look);
  return () => map.off('idle', look);
}

/** The areas on screen by name. Reads reactive state. */
export function findAreasInSight({ api, map }: Pick<Atlas, 'api' | 'map'>): AreasInSight {
  const { provincies, gemeenten } = map.inSight;
  const named = (codes: readonly string[], all: readonly Gebied[]) =>
    all.filter(({ code }) => codes.includes(code));
  return {
    provincies: named(provincies, api.gebieden('provincie').data?.gebieden ?? []),
    gemeenten: gemeenten && named(gemeenten, api.gebieden('gemeente').data?.gebieden ?? []),
  };
}

/** The map in words as it is now; null before it is drawn. Reads reactive state. */
export function describeScreen(atlas: Pick<Atlas, 'api' | 'map' | 'view' | 'projects'>): MapWords | null {
  const { view, projects } = atlas;
  return view.bboxWgs84 && describeMap(view.bboxWgs84, projects.shown ?? [], findAreasInSight(atlas));
}
