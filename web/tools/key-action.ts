import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Atlas } from '../state/contexts.ts';

// What a key of the atlas is, and how the one that was pressed is found.

/** What a key that works anywhere on the page has to work with; the map may be missing (see MapHandle.isUndrawable). */
export interface PageContext {
  atlas: Atlas;
  showKeys(): void;
}

/** What a key that works on the map has beside that. */
export interface KeyContext extends PageContext {
  map: MapLibreMap;
  /** The camera moves at most this long (ms). */
  moveMs: number;
}

export interface KeyAction<Context = KeyContext> {
  /** How a KeyboardEvent is written: modifiers in the order Ctrl, Alt, Shift, then the key. */
  keys: readonly string[];
  /** How people read them. */
  shown: string;
  label: string;
  group: 'Kaart' | 'Tekenen en meten' | 'Overal';
  /** Left out: always. False lets the key go to whoever else wants it. */
  when?(context: Context): boolean;
  run(context: Context): void;
}

/** A keyboard event as the table writes it. */
export function toKeyName(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return [(event.ctrlKey || event.metaKey) && 'Ctrl', event.altKey && 'Alt', event.shiftKey && 'Shift', key]
    .filter(Boolean)
    .join('+');
}

/** What the action of a key does, when there is one that wants to run now; null otherwise. */
export function findAction<Context>(
  actions: readonly KeyAction<Context>[],
  name: string,
  context: Context,
): (() => void) | null {
  const found = actions.find(({ keys, when }) => keys.includes(name) && (when?.(context) ?? true));
  return found ? () => found.run(context) : null;
}
