import type { SoortGebied } from '../../data/vocabulary.ts';
import type { LngLat } from './view.svelte.ts';

export interface GebiedKey {
  soort: SoortGebied;
  code: string;
}

/** One thing under a clicked point, as GET /api/v1/treffers gives it. */
export interface Hit {
  laag: string;
  id: string;
  naam: string;
}

/** What is picked out: at most one project, one area and one clicked point with its hits. */
export class SelectionState {
  projectId = $state<string | null>(null);
  gebied = $state.raw<GebiedKey | null>(null);
  /** The clicked point; the hits panel asks the server what lies here. */
  point = $state.raw<LngLat | null>(null);
  /** The hit lit on the map while walking through the list with the arrow keys. */
  hit = $state.raw<Hit | null>(null);
  /** The project under the pointer or focus, in the list or on the map. Not in the URL. */
  hoverProjectId = $state<string | null>(null);

  clear(): void {
    this.projectId = null;
    this.gebied = null;
    this.point = null;
    this.hit = null;
  }
}
