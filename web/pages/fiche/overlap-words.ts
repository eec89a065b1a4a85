import type { OverlapAntwoord } from '../../../data/schema/antwoord.ts';
import { liggingLabels, type Ligging } from '../../../data/vocabulary.ts';
import { formatShare, isWhole, toText } from '../../format.ts';
import { toPartShare, type OverlapThing } from '../../panels/questions/overlap-groups.ts';
import { toQuantities } from '../../panels/questions/quantities.ts';

type Gevraagd = OverlapAntwoord['antwoord']['gevraagd'];

const wholes: Record<Exclude<Ligging, 'exact' | 'geen'>, string> = {
  zoekgebied: 'waar in het zoekgebied het ook komt',
  indicatief: 'waar in de cirkel het ook ligt',
};

/**
 * How much of a project something overlaps: `9,52 ha · 100 %`. Of a place that is not certain, or under a project whose
 * place is not, only that it may: the amounts are those of the search area or the circle.
 */
export function toOverlapMeasure(
  { laag, delen: [part] }: Pick<OverlapThing, 'laag' | 'delen'>,
  { ligging }: Pick<Gevraagd, 'ligging'>,
): string {
  if (!part) return '';
  // Of another project the status says how sure its place is.
  if (laag === 'projecten' && part.status !== liggingLabels.exact) return 'mogelijk';
  const share = toPartShare(part);
  if (ligging === 'zoekgebied' || ligging === 'indicatief')
    return share !== null && isWhole(share) ? wholes[ligging] : 'mogelijk';
  const size = toQuantities({ oppervlakteM2: part.overlapM2, lengteM: part.overlapM }).map(toText);
  return [...size, ...(share === null ? [] : [formatShare(share)])].join(' · ');
}
