import {
  addProtocol,
  type ErrorEvent,
  Map as MapLibreMap,
  setWorkerUrl,
  type StyleSpecification,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { Protocol } from 'pmtiles';
import { isDefaultCamera, nederlandBboxWgs84, type ViewState } from '../state/view.svelte.ts';
import type { MapHandle } from './handle.svelte.ts';
import { drawImage, imagePixelRatio } from './images-draw.ts';

setWorkerUrl(workerUrl);
addProtocol('pmtiles', new Protocol().tile);

/** Degrees of sea and neighbouring country around the Netherlands that the map may show: enough for a wide screen. */
const marginDegrees = { lng: 6, lat: 2 };
const startPaddingPx = 24;

/** The MapLibre map in a container, showing the whole country unless the view says where: north up, flat, bounded to the Netherlands, words in Dutch. */
export function createMap(
  container: HTMLElement,
  style: StyleSpecification,
  view: Pick<ViewState, 'center' | 'zoom'>,
): MapLibreMap {
  const [west, south, east, north] = nederlandBboxWgs84;
  const { lng, lat } = marginDegrees;
  const map = new MapLibreMap({
    container,
    style,
    ...(isDefaultCamera(view)
      ? { bounds: nederlandBboxWgs84, fitBoundsOptions: { padding: startPaddingPx } }
      : { center: view.center, zoom: view.zoom }),
    minZoom: 4.5,
    maxZoom: 19,
    maxBounds: [west - lng, south - lat, east + lng, north + lat],
    renderWorldCopies: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxPitch: 0,
    attributionControl: false, // sources are named in the bottom bar and the layers panel
    validateStyle: false,
    fadeDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150,
    locale: {
      'Map.Title': 'Kaart van Nederland. Pijltjes schuiven, plus en min zoomen, Enter vraagt wat hier ligt.',
    },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.setMissingStyleImageResolver((id) => {
    const image = drawImage(id);
    if (image && !map.hasImage(id)) map.addImage(id, image, { pixelRatio: imagePixelRatio });
  });
  return map;
}

/** Notes per source that it failed and when it last worked, so that its layers can say so. Gives the way to stop. */
export function followFailures(map: MapLibreMap, handle: MapHandle): () => void {
  const worked = new Map<string, Date>();
  const onError = (event: ErrorEvent) => {
    // MapLibre puts the source on the event of a failed tile, but not in its type.
    const source = (event as { sourceId?: string }).sourceId;
    if (!source) {
      console.error(event.error);
      return;
    }
    if (handle.failures[source]) return;
    const message = event.error.message;
    handle.failures = { ...handle.failures, [source]: { message, lastWorked: worked.get(source) ?? null } };
  };
  const onData = (event: { sourceId?: string; tile?: unknown; sourceDataType?: string }) => {
    const source = event.sourceId;
    if (!source || !event.tile) return;
    worked.set(source, new Date());
    if (!handle.failures[source]) return;
    const { [source]: _, ...rest } = handle.failures;
    handle.failures = rest;
  };
  map.on('error', onError);
  map.on('sourcedata', onData);
  return () => {
    map.off('error', onError);
    map.off('sourcedata', onData);
  };
}
