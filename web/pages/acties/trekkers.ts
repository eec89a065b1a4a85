import type { Actie } from '../fiche/kinds.ts';
import { standen, toStand, type Stand } from './planning.ts';

/** How the actions of one trekker stand. An action with two trekkers counts for both. */
export interface TrekkerCount {
  trekker: string;
  counts: Record<Stand, number>;
  total: number;
}

/** Trekkers with their actions, who has most still to do first. */
export function countByTrekker(acties: readonly Actie[], today: string): TrekkerCount[] {
  const found = new Map<string, TrekkerCount>();
  for (const { gegevens } of acties) {
    const stand = toStand(gegevens, today);
    for (const trekker of new Set(gegevens.trekkers)) {
      const count = found.get(trekker) ?? {
        trekker,
        counts: Object.fromEntries(standen.map((each) => [each, 0])) as Record<Stand, number>,
        total: 0,
      };
      count.counts[stand] += 1;
      count.total += 1;
      found.set(trekker, count);
    }
  }
  const left = ({ counts, total }: TrekkerCount) => total - counts.afgerond;
  return [...found.values()].sort(
    (a, b) =>
      b.counts['te laat'] - a.counts['te laat'] || left(b) - left(a) || a.trekker.localeCompare(b.trekker),
  );
}
