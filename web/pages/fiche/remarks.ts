import type { Opmerking } from './kinds.ts';

/** How many open remarks are pinned to each field of the project. */
export function countRemarks(opmerkingen: readonly Opmerking[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { gegevens } of opmerkingen) {
    if (gegevens.onderwerp !== 'veld' || gegevens.veld === null || gegevens.status !== 'open') continue;
    counts.set(gegevens.veld, (counts.get(gegevens.veld) ?? 0) + 1);
  }
  return counts;
}
