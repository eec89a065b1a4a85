import {
  addProtocol,
  GPUInitializationError,
  Map as MapLibreMap,
  setWorkerUrl,
  type MapOptions,
  type StyleSpecification,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { Protocol } from 'pmtiles';
import { isDefaultCamera, nederlandBboxWgs84, type ViewState } from '../state/view.svelte.ts';
import { drawImage, imagePixelRatio } from './images-draw.ts';

setWorkerUrl(workerUrl);
const archives = new Protocol();
addProtocol('pmtiles', archives.tile);

/** Opens the archives of tiles anew: an archive keeps that its table of contents did not come. */
export const forgetArchives = (): void => archives.tiles.clear();

/** Degrees of sea and neighbouring country around the Netherlands that the map may show: enough for a wide screen. */
const marginDegrees = { lng: 6, lat: 2 };
const startPaddingPx = 24;

/** What stands in place of a map where `makeMap` gives none. */
export const undrawable = 'De kaart kan in deze browser niet worden getekend: WebGL2 ontbreekt of staat uit.';

/**
 * A map that draws its symbols when a style asks for them. Null when the browser cannot draw any map, because WebGL2 is
 * switched off or not there (a remote desktop); the container is empty then.
 */
export function makeMap(options: MapOptions & { container: HTMLElement }): MapLibreMap | null {
  let map: MapLibreMap;
  try {
    map = new MapLibreMap(options);
  } catch (error) {
    if (!(error instanceof GPUInitializationError)) throw error;
    options.container.replaceChildren();
    return null;
  }
  map.setMissingStyleImageResolver((id) => {
    const image = drawImage(id);
    if (image && !map.hasImage(id)) map.addImage(id, image, { pixelRatio: imagePixelRatio });
  });
  return map;
}

/**
 * The MapLibre map in a container, showing the whole country unless the view says where: north up, flat, bounded to the
 * Netherlands, words in Dutch. Null where no map can be drawn.
 */
export function createMap(
  container: HTMLElement,
  style: StyleSpecification,
  view: Pick<ViewState, 'center' | 'zoom'>,
): MapLibreMap | null {
  const [west, south, east, north] = nederlandBboxWgs84;
  const { lng, lat } = marginDegrees;
  const map = makeMap({
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
  map?.touchZoomRotate.disableRotation();
  map?.keyboard.disableRotation();
  return map;
}
