import type { Geometrie } from '../../data/schema/geometrie.ts';

/** 'kies' is no tool: the pointer pans and clicks ask what lies there. */
export const drawModes = [
  'kies',
  'punt',
  'lijn',
  'vlak',
  'bewerk',
  'meet-afstand',
  'meet-oppervlakte',
] as const;
export type DrawMode = (typeof drawModes)[number];

/**
 * The drawing in hand, in CRS84, and its history. The history is data: every committed geometry is a
 * moment, undo and redo walk over them, whatever tool made them.
 */
export class DrawState {
  mode = $state<DrawMode>('kies');
  #moments = $state.raw<(Geometrie | null)[]>([null]);
  #index = $state(0);

  /** The geometry now, or null when nothing is drawn. */
  get geometry(): Geometrie | null {
    return this.#moments[this.#index] ?? null;
  }
  get canUndo(): boolean {
    return this.#index > 0;
  }
  get canRedo(): boolean {
    return this.#index < this.#moments.length - 1;
  }

  /** Makes a geometry the drawing in hand; what was undone before is forgotten. */
  commit(geometry: Geometrie | null): void {
    this.#moments = [...this.#moments.slice(0, this.#index + 1), geometry];
    this.#index = this.#moments.length - 1;
  }

  undo(): void {
    if (this.canUndo) this.#index -= 1;
  }

  redo(): void {
    if (this.canRedo) this.#index += 1;
  }

  /** Starts afresh from a geometry (from the URL), without history. */
  reset(geometry: Geometrie | null): void {
    this.#moments = [geometry];
    this.#index = 0;
  }
}
