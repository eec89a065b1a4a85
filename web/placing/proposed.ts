import type { BevoegdGezagAntwoord } from '../../data/schema/antwoord.ts';
import type { AskQuestion } from '../state/questions.svelte.ts';
import { getActive, type Placement } from './placement.ts';
import type { Proposed } from './save.ts';

type Gezag = BevoegdGezagAntwoord['antwoord'];

/** The codes of the provincies and gemeenten in an answer; empty without one. */
export function toProposed(antwoord: Gezag | null): Proposed {
  return {
    provincies: (antwoord?.provincies ?? []).map(({ code }) => code),
    gemeenten: (antwoord?.gemeenten ?? []).map(({ code }) => code),
  };
}

/**
 * Where the project may come to lie: what `active` says of the alternative in hand, and what the atlas says of the others.
 * Every gemeente of an alternative takes part from the start. Throws an ApiError.
 */
export async function proposeForAll(
  placement: Placement,
  active: Proposed,
  ask: AskQuestion,
): Promise<Proposed> {
  const inHand = getActive(placement).letter;
  const others = placement.varianten.flatMap(({ letter, geometrie }) =>
    letter !== inHand && geometrie ? [geometrie] : [],
  );
  const { signal } = new AbortController();
  const answers = await Promise.all(
    others.map((geometrie) => ask('bevoegd-gezag', { kind: 'geometrie', geometrie }, {}, signal)),
  );
  const all = [active, ...answers.map((answer) => toProposed((answer as BevoegdGezagAntwoord).antwoord))];
  return {
    provincies: [...new Set(all.flatMap(({ provincies }) => provincies))],
    gemeenten: [...new Set(all.flatMap(({ gemeenten }) => gemeenten))],
  };
}
