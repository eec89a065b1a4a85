import type { Kenmerk, Kenmerken } from '../kenmerken.ts';
import type { Uitkomst } from '../voorwaarde.ts';
import type { BevoegdGezagRegel } from './regel.ts';

/** A rule that is in force on the peildatum, with whether its condition holds. */
export interface Getoetst {
  regel: BevoegdGezagRegel;
  toets: Uitkomst;
  /** Why the rule's validity is not certain; null when it is. */
  voorbehoud: string | null;
}

/** Facts a rule misses: those that leave its condition open, and those that choose between its routes. */
export function listMissing({ regel, toets }: Getoetst, kenmerken: Kenmerken): Kenmerk[] {
  const asked = toets.uitkomst === 'ja' ? (regel.vraagt ?? []) : [];
  return [...toets.ontbreekt, ...asked.filter((kenmerk) => kenmerken[kenmerk] === undefined)];
}
