import type { RuleRow } from '../../document.ts';
import type { Besluit, BevoegdGezag, Instrument, Orgaan } from '../../vocabulary.ts';
import type { Kenmerk } from '../kenmerken.ts';
import type { Voorwaarde } from '../voorwaarde.ts';

/** One proposal a rule gives when its condition holds. */
export interface Levering {
  besluit: Besluit;
  bevoegdGezag: BevoegdGezag;
  orgaan: Orgaan;
  instrument: Instrument;
  /** For whom: a proposal for each touched gemeente or provincie, one for the provincie where the project mainly
   *  lies (art. 5.44a when there are more), or one for the Rijk. */
  wie: 'elke gemeente' | 'elke provincie' | 'hoofdprovincie' | 'Rijk';
  /** 'regel' = the rule fits; 'voorstel' = an allowed route, or a rule that must be confirmed. */
  zekerheid: 'regel' | 'voorstel';
  als?: Voorwaarde;
  toelichting: string;
}

export interface BevoegdGezagRegel extends RuleRow {
  /** The carrier the rule speaks of, in the words of the source; null = any. */
  energiedrager: string | null;
  /** Who and with what, in the words of the source. */
  gezagTekst: string;
  instrumentTekst: string;
  /** The rule cannot hold before this date, where geldigVan is not established. */
  nietVoor: string | null;
  /** Who the rule makes the starting point. A 'keuze' counts only when
   *  established: nobody assumes it. */
  uitgangspunt?: { wie: 'Rijk' | 'provincie'; keuze?: true };
  wanneer: Voorwaarde;
  levert: Levering[];
  /** What the rule gives when its condition does not hold ("in all other cases"). */
  anders?: Levering[];
  /** A sentence for the reader when the condition holds, for rules that do not say who decides. */
  aandacht?: string;
  /** A sentence to add to every proposal of this besluit. */
  bij?: { besluit: Besluit; tekst: string };
  /** Facts to ask for when the rule fits: they decide between its routes. */
  vraagt?: Kenmerk[];
  /** What hangs on a missing fact. */
  gevolg?: Partial<Record<Kenmerk, string>>;
  /** Said when the rule fits but is no longer (or not yet) in force on the peildatum. */
  buitenGeldigheid?: string;
}
