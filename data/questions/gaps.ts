import { toDutchDate } from '../dutch-date.ts';
import type { Aandelen } from '../schema/aandelen.ts';
import type { GebiedDeel } from '../schema/antwoord.ts';
import { floors } from '../rules/overlap.ts';
import { indeling, volgendeWijziging } from '../seed/gebieden.ts';
import type { Facts } from './question.ts';
import { describeAandelen } from '../share-words.ts';
import type { Deel } from './shares.ts';

// What an answer about areas does not say, in sentences for the reader; each gives `[]` when there is no gap.

/** Names in one sentence; who wants all of them asks with a smaller place. */
const mostNames = 5;

/** Gemeenten that are touched for less than the floor, so that nobody misses them. */
export function listBelowFloor(all: readonly Deel[], counted: readonly Deel[], facts: Facts): string[] {
  const names = all
    .filter((part) => part.soort === 'gemeente' && !counted.includes(part))
    .map((part) => facts.find('gemeente', part.code)?.naam ?? part.code);
  if (names.length === 0) return [];
  const shown = names.slice(0, mostNames).join(', ');
  const more = names.length > mostNames ? ` en nog ${names.length - mostNames} gemeenten` : '';
  return [
    `Raakt aan ${shown}${more}, elk voor minder dan ${floors.m2} m² en ${floors.m} m; dat telt niet mee.`,
  ];
}

/** That a part lies outside every gemeente, and what that can be. */
export function listOutside(outside: { aandeel: number; aandelen?: Aandelen }): string[] {
  if (outside.aandeel === 0) return [];
  return [
    `${describeAandelen(outside)} ligt buiten alle gemeenten: zee, buitenland, of groot water dat in de bron van de grenzen ontbreekt. Voor dat deel is geen bevoegd gezag bepaald.`,
  ];
}

/** Which waterschap is not known, and which it can be: most have no boundary in any source. */
export function listUnknownWaterschappen(
  found: readonly GebiedDeel[],
  provincies: readonly GebiedDeel[],
  facts: Facts,
): string[] {
  if (isCovered(found)) return [];
  const codes = provincies.map((one) => one.code);
  const candidates = facts.gebieden.filter(
    (one) =>
      one.soort === 'waterschap' &&
      one.oppervlakteM2 === null &&
      one.provincies.some((code) => codes.includes(code)),
  );
  if (candidates.length === 0) return ['Waterschap: van dit gebied is geen waterschapsgrens geladen.'];
  const names = candidates.map((one) => one.naam).join(', ');
  return [
    `Waterschap: van ${names} is de grens niet geladen; welk waterschap het ${found.length > 0 ? 'voor de rest ' : ''}is, staat niet vast (toedeling per provincie is globaal).`,
  ];
}

/** That the areas are not those of the day asked about, as far as that is known (data/seed/gemeenten.json). */
export function listOtherDivision(peildatum: string, gemeenten: readonly { code: string }[]): string[] {
  const { datum, feit } = volgendeWijziging;
  return [
    ...(isBeforeDivision(peildatum)
      ? [
          `De grenzen en namen zijn die van de indeling sinds ${toDutchDate(indeling.geldigVan)}; op ${toDutchDate(peildatum)} kunnen gemeente en provincie andere zijn geweest.`,
        ]
      : []),
    ...(peildatum >= datum && gemeenten.some(({ code }) => feit.includes(code))
      ? [`Op ${toDutchDate(datum)} verandert de indeling mogelijk. ${feit}`]
      : []),
  ];
}

/** Whether the division of today did not hold yet on this day (ISO). */
export function isBeforeDivision(peildatum: string): boolean {
  return peildatum < indeling.geldigVan;
}

/** Whether parts are the whole together, in every measure. */
function isCovered(found: readonly GebiedDeel[]): boolean {
  const measures = ['oppervlakte', 'lengte', 'punten'] as const;
  const used = measures.filter((measure) => found.some(({ aandelen }) => aandelen?.[measure] !== undefined));
  const sums = (used.length > 0 ? used : [null]).map((measure) =>
    found.reduce((sum, { aandeel, aandelen }) => sum + ((measure && aandelen?.[measure]) ?? aandeel ?? 0), 0),
  );
  return sums.every((sum) => sum > 0.999);
}
