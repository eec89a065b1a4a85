import type { GebiedDeel } from '../data/schema/antwoord.ts';
import { listAandelen } from '../data/share-words.ts';
import { formatShare, isWhole } from './format.ts';

type Shares = Pick<GebiedDeel, 'aandeel' | 'aandelen'>;

/** How much of the whole a part is, beside its name; null when it is all of it, or not known. */
export function toShareNote({ aandeel, aandelen }: Shares): string | null {
  if (aandelen) return describeShares(aandelen);
  return aandeel === null || isWhole(aandeel) ? null : formatShare(aandeel);
}

/** "100 % van de oppervlakte, 34 % van de lengte". */
export function describeShares(aandelen: NonNullable<Shares['aandelen']>): string {
  return listAandelen(aandelen)
    .map(([share, of]) => `${formatShare(share)} ${of}`)
    .join(', ');
}

/** A name with its share in brackets, where there is one to tell. */
export function toNameWithShare(part: Shares & { naam: string }): string {
  const note = toShareNote(part);
  return note ? `${part.naam} (${note})` : part.naam;
}
