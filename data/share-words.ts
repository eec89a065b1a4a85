import type { Aandelen } from './schema/aandelen.ts';

const measures = [
  ['oppervlakte', 'van de oppervlakte'],
  ['lengte', 'van de lengte'],
  ['punten', 'van de punten'],
] as const;

/** The shares of each measure with what they are of: [0.34, "van de lengte"]. */
export function listAandelen(aandelen: Aandelen): [share: number, of: string][] {
  return measures.flatMap(([measure, words]): [number, string][] => {
    const share = aandelen[measure];
    return share === undefined ? [] : [[share, words]];
  });
}

/** A share in words: "12,5 %", or "100 % van de oppervlakte en 33,6 % van de lengte" where they differ. */
export function describeAandelen({
  aandeel,
  aandelen,
}: {
  aandeel: number | null;
  aandelen?: Aandelen | undefined;
}): string {
  if (!aandelen) return aandeel === null ? 'onbekend' : toPercentage(aandeel);
  return listAandelen(aandelen)
    .map(([share, of]) => `${toPercentage(share)} ${of}`)
    .join(' en ');
}

function toPercentage(share: number): string {
  return `${(share * 100).toLocaleString('nl-NL', { maximumFractionDigits: 1 })} %`;
}
