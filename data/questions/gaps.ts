import type { GebiedDeel } from '../schema/antwoord.ts';
import { floors } from '../rules/overlap.ts';
import type { Facts } from './question.ts';
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
export function listOutside(share: number): string[] {
  if (share === 0) return [];
  const percentage = (share * 100).toLocaleString('nl-NL', { maximumFractionDigits: 1 });
  return [
    `${percentage} % ligt buiten alle gemeenten: zee, buitenland, of groot water dat in de bron van de grenzen ontbreekt. Voor dat deel is geen bevoegd gezag bepaald.`,
  ];
}

/** Which waterschap is not known, and which it can be: most have no boundary in any source. */
export function listUnknownWaterschappen(
  found: readonly GebiedDeel[],
  provincies: readonly GebiedDeel[],
  facts: Facts,
): string[] {
  const covered = found.reduce((sum, one) => sum + (one.aandeel ?? 0), 0);
  if (covered > 0.999) return [];
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
