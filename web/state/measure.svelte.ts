import { History } from './history.svelte.ts';
import { isSamePlace, type LngLat } from './view.svelte.ts';

interface Moment {
  vertices: readonly LngLat[];
  done: boolean;
}

/** The path or ring that is being measured. It is not a drawing until the reader makes it one. */
export class MeasureState {
  readonly #history = new History<Moment>({ vertices: [], done: false });

  get vertices(): readonly LngLat[] {
    return this.#history.now.vertices;
  }
  /** True when the reader finished: the next vertex starts a new measurement. */
  get done(): boolean {
    return this.#history.now.done;
  }
  get canUndo(): boolean {
    return this.#history.canUndo;
  }
  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  /** One vertex more; the same place twice is one vertex. */
  addVertex(lngLat: LngLat): void {
    if (isSamePlace(this.vertices.at(-1), lngLat)) return;
    this.draw(this.done ? [lngLat] : [...this.vertices, lngLat]);
  }

  draw(vertices: readonly LngLat[]): void {
    this.#history.push({ vertices, done: false });
  }

  /** Ends the measurement, when it has vertices enough. */
  finish(minimum: number): void {
    if (this.vertices.length >= minimum && !this.done)
      this.#history.push({ vertices: this.vertices, done: true });
  }

  undo(): void {
    this.#history.undo();
  }

  redo(): void {
    this.#history.redo();
  }

  clear(): void {
    this.#history.reset({ vertices: [], done: false });
  }
}
