import type { Sketch } from '../state/draw.svelte.ts';
import { drawModes } from '../state/draw.svelte.ts';
import { placeLngLat } from './coordinate-place.ts';

// A drawing that is not finished is not in the address: it is kept for this tab, so that a reload does not lose it.

const key = 'atlas:onafgemaakt';

/** Keeps an unfinished drawing; null forgets it. Says so on the console when the browser keeps nothing. */
export function keepDraft(sketch: Sketch | null): void {
  try {
    if (sketch) sessionStorage.setItem(key, JSON.stringify(sketch));
    else sessionStorage.removeItem(key);
  } catch (error) {
    console.warn('The browser keeps no drafts.', error);
  }
}

/** The unfinished drawing of before a reload, or null when there is none that can be used. */
export function findDraft(): Sketch | null {
  try {
    return readDraft(sessionStorage.getItem(key));
  } catch (error) {
    console.warn('The kept draft could not be read.', error);
    return null;
  }
}

/** A sketch out of its text, or null when it is not one in the Netherlands. Throws when it is no JSON. */
export function readDraft(text: string | null): Sketch | null {
  const draft = JSON.parse(text ?? 'null') as Partial<Sketch> | null;
  const known = drawModes.slice(1, 4).find((kind) => kind === draft?.kind) as Sketch['kind'] | undefined;
  const vertices = draft?.vertices;
  if (!known || !Array.isArray(vertices) || vertices.length === 0) return null;
  const sound = vertices.every(
    (each: unknown) =>
      Array.isArray(each) && each.length === 2 && placeLngLat([Number(each[0]), Number(each[1])]) !== null,
  );
  return sound ? { kind: known, vertices } : null;
}
