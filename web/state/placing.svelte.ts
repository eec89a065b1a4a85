import type { Feature } from 'geojson';
import type { LngLat } from './view.svelte.ts';

/** What the placing panel is to begin with; the panel takes it and goes on from there. */
export type PlacingStart =
  | { kind: 'nieuw'; sjabloon?: string; zonderPlek?: boolean }
  | { kind: 'concept'; sleutel: string }
  | { kind: 'onderdeel'; projectId: string; componentId: string };

/** One remark that is pinned to a place, as its pin needs it. */
export interface Pin {
  id: string;
  lngLat: LngLat;
  status: 'open' | 'opgelost';
}

/**
 * What placing (web/placing, fetched when it is needed) and the map have in common: what is drawn besides the footprint
 * itself. Never in the address: what is being placed may be confidential.
 */
export class PlacingState {
  /** What was asked to begin with and is not taken up yet. */
  start = $state.raw<PlacingStart | null>(null);
  /** What the place overlaps, hatched (property `soort`); and the shortest lines to the grid. */
  overlaps = $state.raw<readonly Feature[]>([]);
  reach = $state.raw<readonly Feature[]>([]);
  /** The edges that hold on to the footprint or the vertex under the pointer. */
  glow = $state.raw<readonly Feature[]>([]);
  /** Outlines of the smallest and the largest size of the template. */
  range = $state.raw<readonly Feature[]>([]);
  /** Remarks of the project that is picked out. */
  pins = $state.raw<readonly Pin[]>([]);
  /** The remark that is read, or the place a new one is being pinned to. */
  pinId = $state<string | null>(null);
  pinAt = $state.raw<LngLat | null>(null);

  /** Lights edges up; the same ones again change nothing, since each change is drawn. */
  light(edges: readonly Feature[]): void {
    if (JSON.stringify(edges) !== JSON.stringify(this.glow)) this.glow = edges;
  }

  /** Takes away all that belongs to a footprint; pins stay. */
  clear(): void {
    this.overlaps = this.reach = this.glow = this.range = [];
  }
}
