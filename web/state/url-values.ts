import { widestCorridorM } from './draw.svelte.ts';
import type { LayerSetting } from './layers.svelte.ts';
import { nederlandBboxWgs84, type LngLat } from './view.svelte.ts';

// Readers and writers of single values in the URL. Every reader throws an Error when the text cannot be used.

/** Codes, identifications and names: letters and digits first, no markup. */
export const idPattern = /^[\p{L}\p{N}'’][\p{L}\p{N} ._()'/:-]{0,80}$/u;

/** A number without trailing zeros. */
export function fixed(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}

/** Exactly `count` decimal numbers with commas between them. */
export function readNumbers(text: string, count: number): number[] {
  const numbers = text.split(',').map((part) => (/^-?\d+(\.\d+)?$/.test(part) ? Number(part) : NaN));
  if (numbers.length !== count || numbers.some(Number.isNaN))
    throw new Error(`geen ${count} getallen: ${text}`);
  return numbers;
}

/** A corridor's full width in metres, within what can be asked for. */
export function readCorridor(text: string): number {
  const [widthM = 0] = readNumbers(text, 1);
  if (widthM <= 0 || widthM > widestCorridorM) throw new Error('corridor buiten bereik');
  return widthM;
}

/** The point itself when it lies in or near the Netherlands. */
export function inNederland(lngLat: LngLat): LngLat {
  const [west, south, east, north] = nederlandBboxWgs84;
  const margin = 1;
  if (
    lngLat[0] < west - margin ||
    lngLat[0] > east + margin ||
    lngLat[1] < south - margin ||
    lngLat[1] > north + margin
  )
    throw new Error('punt buiten Nederland');
  return lngLat;
}

/** The text, when it is one of a closed list. */
export function oneOf<Value extends string>(text: string, values: readonly Value[]): Value {
  const found = values.find((value) => value === text);
  if (found === undefined) throw new Error(`onbekende waarde: ${text}`);
  return found;
}

/** The text, when it fits the pattern. */
export function matching(text: string, pattern: RegExp): string {
  if (!pattern.test(text)) throw new Error(`onbruikbare waarde: ${text}`);
  return text;
}

/** Layers top to bottom: `-` before a hidden one, `:60` for 60 % opacity. */
export function writeLayers(settings: readonly LayerSetting[]): string {
  return settings
    .map(
      ({ id, visible, opacity }) =>
        `${visible ? '' : '-'}${id}${opacity === 1 ? '' : `:${Math.round(opacity * 100)}`}`,
    )
    .join(',');
}

/** Layer settings as writeLayers wrote them; every id must be known. */
export function readLayers(text: string, known: readonly LayerSetting[]): LayerSetting[] {
  return text.split(',').map((part) => {
    const match = /^(-?)([a-z0-9-]+)(?::(\d{1,3}))?$/.exec(part);
    const id = oneOf(
      match?.[2] ?? '',
      known.map((each) => each.id),
    );
    const percent = Number(match?.[3] ?? 100);
    if (percent > 100) throw new Error('doorzicht boven 100 %');
    return { id, visible: match?.[1] !== '-', opacity: percent / 100 };
  });
}
