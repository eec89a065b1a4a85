import type { Treffers } from '../../../data/schema/zoeken.ts';
import type { Hit } from '../../state/selection.svelte.ts';

type Groep = Treffers['groepen'][number];
export type HitLine = Groep['treffers'][number] & { laag: string; key: string };

/** All hits in one row, in drawing order, as the arrow keys walk through them. */
export function listHitLines(groepen: readonly Groep[]): HitLine[] {
  return groepen.flatMap(({ laag, treffers }) =>
    treffers.map((treffer, index) => ({ ...treffer, laag, key: `${laag} ${treffer.id} ${index}` })),
  );
}

export function toHit({ laag, id, naam }: HitLine): Hit {
  return { laag, id, naam };
}

/** The place in the row a key leads to; undefined when the key is not for walking. Walking wraps round. */
export function nextIndex(key: string, index: number, count: number): number | undefined {
  if (count === 0) return undefined;
  const step = { ArrowDown: index + 1, ArrowUp: index < 0 ? count - 1 : index - 1, Home: 0, End: count - 1 }[
    key
  ];
  return step === undefined ? undefined : (step + count) % count;
}

/** Metres around a click that still count: six pixels at this zoom and latitude, at most 5 km. */
export function toClickRadiusM(zoom: number, lat: number): number {
  const metresPerPixel = (78_271.517 * Math.cos((lat * Math.PI) / 180)) / 2 ** zoom;
  return Math.min(5000, 6 * metresPerPixel);
}
