import type { Map as MapLibreMap } from 'maplibre-gl';
import { formatCount } from '../format.ts';
import type { KeyContext } from './key-action.ts';

/** Does what a click in the middle of the map does. */
export function clickInMiddle(map: MapLibreMap): void {
  const lngLat = map.getCenter();
  map.fire('click', { lngLat, point: map.project(lngLat) });
}

/** Brings the next or previous project of the list under the cross and says its name. */
export function walk({ atlas, map, moveMs }: KeyContext, step: 1 | -1): void {
  const { projects, selection, notices } = atlas;
  const placed = (projects.shown ?? []).filter(({ lngLat }) => lngLat !== null);
  if (placed.length === 0) return notices.speak('Er staan geen projecten op de kaart.');
  const at = placed.findIndex(({ id }) => id === (selection.hoverProjectId ?? selection.projectId));
  const next =
    placed[at === -1 ? (step === 1 ? 0 : placed.length - 1) : (at + step + placed.length) % placed.length]!;
  selection.hoverProjectId = next.id;
  map.easeTo({ center: next.lngLat!, duration: moveMs });
  notices.speak(
    `${next.titel}. ${placed.indexOf(next) + 1} van ${formatCount(placed.length, 'project', 'projecten')}. Enter vraagt wat hier ligt.`,
  );
}
