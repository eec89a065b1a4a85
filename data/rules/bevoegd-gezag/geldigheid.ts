import { toDutchDate } from '../../dutch-date.ts';
import type { BevoegdGezagRegel } from './regel.ts';

export interface Geldigheid {
  geldt: boolean;
  /** Why it is not certain that the rule holds on that day; null when it is. */
  voorbehoud: string | null;
}

/** Whether a rule holds on an ISO date. A rule whose start was not established holds with a reservation from the
 *  first day it can, and without one from the day its text was read as in force. */
export function checkGeldigheid(regel: BevoegdGezagRegel, peildatum: string): Geldigheid {
  const start = regel.geldigVan ?? regel.nietVoor;
  if (start !== null && peildatum < start) return { geldt: false, voorbehoud: null };
  if (regel.geldigTot !== null && peildatum > regel.geldigTot) return { geldt: false, voorbehoud: null };
  if (regel.geldigVan !== null) return { geldt: true, voorbehoud: null };
  if (regel.geldendOp === null) return { geldt: true, voorbehoud: 'De ingangsdatum is niet vastgesteld.' };
  if (peildatum >= regel.geldendOp) return { geldt: true, voorbehoud: null };
  return {
    geldt: true,
    voorbehoud: `Gelezen in de tekst van ${toDutchDate(regel.geldendOp)}; het begin van de geldigheid is niet vastgesteld.`,
  };
}
