import type { LayerDocument } from '../map/layers/document.ts';

/** One layer as the reader set it. opacity is 0..1. */
export interface LayerSetting {
  id: string;
  visible: boolean;
  opacity: number;
}

/** On/off, opacity and order of the map layers; `settings` runs from top to bottom, as the panel shows it. */
export class LayerState {
  readonly #defaults: LayerSetting[];
  settings = $state.raw<LayerSetting[]>([]);

  constructor(documents: readonly LayerDocument[]) {
    this.#defaults = documents.map(({ id, visible }) => ({ id, visible, opacity: 1 }));
    this.settings = this.#defaults;
  }

  /** The settings before anything was changed, top to bottom. */
  get defaults(): readonly LayerSetting[] {
    return this.#defaults;
  }

  /** Throws when the id is not a layer. */
  get(id: string): LayerSetting {
    const setting = this.settings.find((each) => each.id === id);
    if (!setting) throw new Error(`Unknown layer: ${id}`);
    return setting;
  }

  setVisible(id: string, visible: boolean): void {
    this.#change(id, { visible });
  }

  /** Opacity is clamped to 0..1 and rounded to whole percents, as the URL writes it. */
  setOpacity(id: string, opacity: number): void {
    this.#change(id, { opacity: Math.round(Math.min(1, Math.max(0, opacity)) * 100) / 100 });
  }

  /** Moves a layer to a place in the list (0 = on top). */
  move(id: string, toIndex: number): void {
    const moved = this.get(id);
    const rest = this.settings.filter((each) => each.id !== id);
    const index = Math.min(rest.length, Math.max(0, toIndex));
    this.settings = [...rest.slice(0, index), moved, ...rest.slice(index)];
  }

  /** Takes over settings from the URL; layers not mentioned keep their default, below the ones that are. */
  reset(settings: readonly LayerSetting[] = this.#defaults): void {
    const known = settings.filter(({ id }) => this.#defaults.some((each) => each.id === id));
    const rest = this.#defaults.filter(({ id }) => !known.some((each) => each.id === id));
    this.settings = [...known, ...rest];
  }

  #change(id: string, change: Partial<LayerSetting>): void {
    this.get(id);
    this.settings = this.settings.map((each) => (each.id === id ? { ...each, ...change } : each));
  }
}
