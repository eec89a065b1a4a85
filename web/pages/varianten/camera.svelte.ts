import type { Map as MapLibreMap } from 'maplibre-gl';
import type { LngLat } from '../../state/view.svelte.ts';

/** 'plek': every map at its own alternative, all at one scale and moved alike. 'kaart': all at the same place. */
export type Link = 'plek' | 'kaart';

/** Keeps maps side by side at one scale: moving one moves the others, each about its own middle or all about one. */
export class LinkedCameras {
  link = $state<Link>('plek');
  readonly #maps = new Map<MapLibreMap, LngLat>();
  #leading: MapLibreMap | null = null;

  /** Adds a map whose alternative lies around a place. Gives the way to take it out. */
  add(map: MapLibreMap, home: LngLat): () => void {
    this.#maps.set(map, home);
    const move = () => this.#follow(map);
    map.on('move', move);
    return () => {
      map.off('move', move);
      this.#maps.delete(map);
    };
  }

  /** Brings all maps to their alternative, or all to the first, at one scale. */
  home(zoom: number): void {
    const [first] = this.#maps;
    if (!first) return;
    this.#leading = null;
    first[0].jumpTo({ center: first[1], zoom });
  }

  #follow(leader: MapLibreMap): void {
    if (this.#leading && this.#leading !== leader) return;
    this.#leading = leader;
    const home = this.#maps.get(leader)!;
    const { lng, lat } = leader.getCenter();
    const zoom = leader.getZoom();
    for (const [map, own] of this.#maps) {
      if (map === leader) continue;
      const center: LngLat =
        this.link === 'kaart' ? [lng, lat] : [lng - home[0] + own[0], lat - home[1] + own[1]];
      map.jumpTo({ center, zoom });
    }
    this.#leading = null;
  }
}
