import type { Verantwoording } from '../../../data/schema/bron.ts';
import { formatDate, formatLength } from '../../format.ts';

/** What an answer rests on, in a few words: its one source, or how many there are, how old and how far off. */
export function toGroundsText(bronnen: Verantwoording['bronnen']): string {
  const [only, ...more] = bronnen;
  if (!only) return 'geen bron genoemd';
  const furthestM = Math.max(0, ...bronnen.map(({ afwijkingP95M }) => afwijkingP95M ?? 0));
  const dates = bronnen.flatMap(({ peildatum }) => peildatum ?? []).sort();
  const undated = bronnen.length - dates.length;
  const parts =
    more.length === 0
      ? [only.titel]
      : [
          `${bronnen.length} bronnen`,
          dates[0] && `de oudste van ${formatDate(dates[0])}`,
          undated > 0 && `${undated} zonder peildatum`,
        ];
  return [...parts, furthestM > 0 && `± ${formatLength(furthestM)}`].filter(Boolean).join(', ');
}
