import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Atlas } from '../state/contexts.ts';

// What a key of the atlas is, and how the one that was pressed is found.

export interface KeyContext {
  atlas: Atlas;
  map: MapLibreMap;
  /** The camera moves at most this long (ms). */
  moveMs: number;
  showKeys(): void;
}

export interface KeyAction {
  /** How a KeyboardEvent is written: modifiers in the order Ctrl, Alt, Shift, then the key. */
  keys: readonly string[];
  /** How people read them. */
  shown: string;
  label: string;
  group: 'Kaart' | 'Tekenen en meten' | 'Overal';
  /** Left out: always. False lets the key go to whoever else wants it. */
  when?(context: KeyContext): boolean;
  run(context: KeyContext): void;
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

/** The action of a key that wants to run now, or null. */
export function findAction(
  actions: readonly KeyAction[],
  name: string,
  context: KeyContext,
): KeyAction | null {
  return actions.find(({ keys, when }) => keys.includes(name) && (when?.(context) ?? true)) ?? null;
}
