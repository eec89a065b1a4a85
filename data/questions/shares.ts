import { toShare } from '../document.ts';
import type { Aandelen } from '../schema/aandelen.ts';
import type { GebiedDeel } from '../schema/antwoord.ts';
import type { SoortGebied } from '../vocabulary.ts';
import type { Facts } from './question.ts';

/** What lies in one gemeente or waterschap, from divided.sql: m², m and number of points. */
export interface Deel {
  soort: SoortGebied;
  code: string;
  m2: number;
  m: number;
  punten: number;
  /** Metres along a shared border, of which half is counted here. */
  grensM: number;
}

export interface Maat {
  m2: number;
  m: number;
  punten: number;
}

/** Shares of one part that differ by less than this are one share: a strip ends a little beside its line. */
const SAME_SHARE = 0.01;

/** The share (0..1) of every measure that the whole has. */
function sharesOf(part: Maat, whole: Maat): Aandelen {
  const oppervlakte = toShare(part.m2, whole.m2);
  const lengte = toShare(part.m, whole.m);
  const punten = toShare(part.punten, whole.punten);
  return {
    ...(oppervlakte !== null && { oppervlakte }),
    ...(lengte !== null && { lengte }),
    ...(punten !== null && { punten }),
  };
}

/**
 * The share of the whole: of its area, its length or its points. A station with a line has areas and lengths, and no
 * sum of the two: then it is null where they differ, and `aandelen` has one for each measure.
 */
export function toAandeel(part: Maat, whole: Maat): { aandeel: number | null; aandelen?: Aandelen } {
  const measures = Number(whole.m2 > 0) + Number(whole.m > 0) + Number(whole.punten > 0);
  if (measures < 2)
    return {
      aandeel: toShare(part.m2, whole.m2) ?? toShare(part.m, whole.m) ?? toShare(part.punten, whole.punten),
    };
  const aandelen = sharesOf(part, whole);
  const [first = 0, ...others] = Object.values(aandelen);
  const isOne = others.every((share) => Math.abs(share - first) < SAME_SHARE && share > 0 === first > 0);
  return isOne ? { aandeel: first } : { aandeel: null, aandelen };
}

/** How much of the whole a part is, to put the larger first: the mean of its shares. */
export function weighShare({ aandeel, aandelen }: Pick<GebiedDeel, 'aandeel' | 'aandelen'>): number {
  const shares = aandelen ? Object.values(aandelen) : [aandeel ?? 0];
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** Parts with their share, the largest first. Measures that the whole does not have are left out. */
export function toGebiedDelen(parts: readonly Deel[], whole: Maat, facts: Facts): GebiedDeel[] {
  return parts
    .map((part) => toGebiedDeel(part, whole, facts))
    .sort((a, b) => weighShare(b) - weighShare(a) || (a.code < b.code ? -1 : 1));
}

function toGebiedDeel(part: Deel, whole: Maat, facts: Facts): GebiedDeel {
  const toelichting = describeBorder(part, whole);
  return {
    code: part.code,
    naam: facts.find(part.soort, part.code)?.naam ?? part.code,
    ...toAandeel(part, whole),
    ...(whole.m2 > 0 && { oppervlakteM2: part.m2 }),
    ...(whole.m > 0 && { lengteM: part.m }),
    ...(toelichting && { toelichting }),
  };
}

function describeBorder(part: Deel, whole: Maat): string | null {
  if (part.grensM > 0) {
    return `Loopt over ${Math.round(part.grensM)} m op de grens; die lengte telt aan elke kant voor de helft.`;
  }
  const isPoint = whole.m2 === 0 && whole.m === 0;
  if (isPoint && part.punten % 1 !== 0) return 'Ligt op de grens; telt aan elke kant voor een gelijk deel.';
  return null;
}

/**
 * The areas of one soort that the gemeenten belong to. Their measures are sums over the gemeenten, so that every level
 * adds up to the metre. A gemeente of which only a part belongs to another area counts whole for its main one, and
 * the answer names the exception.
 */
export function sumOverGemeenten(
  soort: SoortGebied,
  parts: readonly Deel[],
  whole: Maat,
  facts: Facts,
): GebiedDeel[] {
  const sums = new Map<string, Deel>();
  const notes = new Map<string, Set<string>>();
  for (const part of parts.filter((one) => one.soort === 'gemeente')) {
    const memberships = facts.listMemberships(part.code).filter((lid) => lid.soort === soort);
    const exceptions = memberships.filter((lid) => lid.deel);
    for (const lid of memberships.filter((one) => !one.deel)) {
      const sum = sums.get(lid.code) ?? { soort, code: lid.code, m2: 0, m: 0, punten: 0, grensM: 0 };
      sum.m2 += part.m2;
      sum.m += part.m;
      sum.punten += part.punten;
      sums.set(lid.code, sum);
      const found = notes.get(lid.code) ?? new Set();
      for (const one of exceptions)
        found.add(describeException(one.code, one.toelichting, part.code, soort, facts));
      if (lid.toelichting && exceptions.length === 0) found.add(lid.toelichting);
      notes.set(lid.code, found);
    }
  }
  return toGebiedDelen([...sums.values()], whole, facts).map((deel) => {
    const remarks = [...(notes.get(deel.code) ?? [])];
    return remarks.length > 0 ? { ...deel, deel: true, toelichting: remarks.join(' ') } : deel;
  });
}

function describeException(
  code: string,
  where: string | null,
  gemeenteCode: string,
  soort: SoortGebied,
  facts: Facts,
): string {
  const gemeente = facts.find('gemeente', gemeenteCode)?.naam ?? gemeenteCode;
  const other = facts.find(soort, code)?.naam ?? code;
  return `Een deel van ${gemeente} (${where ?? 'niet nader omschreven'}) hoort bij ${other}; dat deel is niet apart gemeten.`;
}

/** Share of a whole below which a remainder is rounding: every overlay snaps to a grid of 1 mm. */
const ROUNDING = 1e-7;

/**
 * What lies outside every gemeente: the whole less its parts, and nothing where that is below the floor or rounding.
 * Where the shares of its measures differ, `aandeel` is the largest.
 */
export function toOutside(parts: readonly Deel[], whole: Maat, floor: { m2: number; m: number }) {
  const left = (key: keyof Maat, least: number): number => {
    const inside = parts
      .filter((one) => one.soort === 'gemeente')
      .reduce((total, one) => total + one[key], 0);
    const rest = whole[key] - inside;
    return rest > Math.max(least, whole[key] * ROUNDING) ? rest : 0;
  };
  const rest = { m2: left('m2', floor.m2), m: left('m', floor.m), punten: left('punten', 0) };
  const { aandeel, aandelen } = toAandeel(rest, whole);
  return {
    aandeel: aandelen ? Math.max(...Object.values(aandelen)) : (aandeel ?? 0),
    ...(aandelen && { aandelen }),
    oppervlakteM2: rest.m2,
    lengteM: rest.m,
  };
}
