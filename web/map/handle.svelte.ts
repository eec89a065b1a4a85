import type { LngLat as MapLngLat, Map as MapLibreMap } from 'maplibre-gl';
import { tick } from 'svelte';
import type { Background, BboxWgs84, LngLat } from '../state/view.svelte.ts';

/** Camera moves of at most 200 ms, and none when the system asks for none. */
const moveMs = 200;

/**
 * The one MapLibre map, for everything that draws on it or moves it (search, list, drawing, measuring, print).
 * `map` is null until it is drawn, and raw: it must never become a proxy. What must show on the map as data goes
 * through the style (map/style.ts), not through here; only Terra Draw adds layers of its own, with ids that start
 * with `td-`, and those survive a change of style.
 */
export class MapHandle {
  get map(): MapLibreMap | null {
    return this.#map;
  }
  set map(map: MapLibreMap | null) {
    this.#map = map;
    if (!map) return;
    this.#waiting?.();
    this.#waiting = null;
  }
  #map = $state.raw<MapLibreMap | null>(null);
  /** The last move that was asked for while no map was on screen (on a page with words). */
  #waiting: (() => void) | null = null;
  /** Whether this browser can draw no map at all, so that `map` stays null. */
  isUndrawable = $state(false);
  /** Ids of style sources that failed, with what was said and when they last worked. */
  failures = $state.raw<Record<string, { message: string; lastWorked: Date | null }>>({});
  /** The background on screen: 'geen' until the one asked for is known to be reachable. */
  background = $state<Background>('geen');
  /** Why the background map is not there, or null when it is (or none was asked for). */
  backgroundFailure = $state<string | null>(null);
  /** See MapState.edition. */
  edition = $state('');
  /** Changes when somebody else signed in, so that what they may see is fetched anew; empty at first. */
  person = $state('');
  /** Codes of the areas that are really on screen; gemeenten only from gemeentenInSightZoom. */
  inSight = $state.raw<{ provincies: string[]; gemeenten: string[] | null }>({
    provincies: [],
    gemeenten: null,
  });
  /** Pixels of the map covered by panels, so that what is framed is seen. */
  padding = $state.raw({ top: 24, right: 24, bottom: 24, left: 24 });

  /** The area that was framed last, and the camera that came of it. */
  #framed: { bbox: BboxWgs84; center: LngLat; zoom: number } | null = null;

  /** Shows an area whole. */
  frame(bbox: BboxWgs84, maxZoom = 14): void {
    this.#go((map) => {
      const options = { padding: this.padding, maxZoom };
      const camera = map.cameraForBounds(bbox, options);
      if (camera) this.noteFramed(bbox, camera as { center: MapLngLat; zoom: number }, maxZoom);
      map.fitBounds(bbox, { ...this.#move(), ...options });
    });
  }

  /** Remembers that this camera shows an area whole; not when the area is small and the zoom was held back. */
  noteFramed(bbox: BboxWgs84, camera: { center: MapLngLat; zoom: number }, maxZoom: number): void {
    const { center, zoom } = camera;
    this.#framed = zoom < maxZoom ? { bbox, center: [center.lng, center.lat], zoom } : null;
  }

  /** The area that was framed, as long as nobody looked elsewhere since. */
  findFramed({ center, zoom }: { center: LngLat; zoom: number }): BboxWgs84 | null {
    const framed = this.#framed;
    if (!framed || Math.abs(framed.zoom - zoom) > 0.01) return null;
    const [dx, dy] = [framed.center[0] - center[0], framed.center[1] - center[1]];
    return Math.hypot(dx, dy) < 1e-3 ? framed.bbox : null;
  }

  /** Brings a point to the middle; zooms in to at least minZoom. */
  flyTo(center: LngLat, minZoom = 12): void {
    this.#go((map) => map.easeTo({ ...this.#move(), center, zoom: Math.max(map.getZoom(), minZoom) }));
  }

  /** Moves the map once the panels that open along with the move have taken their room from it. */
  #go(move: (map: MapLibreMap) => void): void {
    const go = () =>
      void tick().then(() => {
        const map = this.#map;
        if (!map) return;
        map.resize();
        move(map);
      });
    if (this.#map) go();
    else this.#waiting = go;
  }

  #move(): { duration: number } {
    return { duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : moveMs };
  }
}
