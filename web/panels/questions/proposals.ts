import type { Voorstel } from '../../../data/schema/antwoord.ts';
import {
  besluitLabels,
  bevoegdGezagLabels,
  type Besluit,
  type BevoegdGezag,
} from '../../../data/vocabulary.ts';

export interface DecisionGroup {
  besluit: string;
  titel: string;
  voorstellen: Voorstel[];
}

/** Proposals per decision, in the order they came. */
export function groupByDecision(voorstellen: readonly Voorstel[]): DecisionGroup[] {
  const groups = new Map<string, DecisionGroup>();
  for (const voorstel of voorstellen) {
    const titel = besluitLabels[voorstel.besluit as Besluit] ?? voorstel.besluit;
    const group = groups.get(voorstel.besluit) ?? { besluit: voorstel.besluit, titel, voorstellen: [] };
    group.voorstellen.push(voorstel);
    groups.set(voorstel.besluit, group);
  }
  return [...groups.values()];
}

/** Who decides: the organisation with its kind where it is known, else the kind of authority. */
export function toWho({ organisatie, bevoegdGezag }: Voorstel): string {
  const kind = bevoegdGezagLabels[bevoegdGezag as BevoegdGezag] ?? bevoegdGezag;
  if (!organisatie) return kind;
  // A provincie and a gemeente can have one name.
  const named = organisatie.naam.toLowerCase().startsWith(kind.toLowerCase());
  return bevoegdGezag === 'Rijk' || named ? organisatie.naam : `${kind} ${organisatie.naam}`;
}

/** Where a proposal comes from: `BG-05 · artikel gelezen`. */
export function toRuleWords({ regelId, artikelGelezen }: Voorstel): string {
  const read = artikelGelezen === null ? null : artikelGelezen ? 'artikel gelezen' : 'artikel niet gelezen';
  return [regelId, read].filter(Boolean).join(' · ') || 'geen regel';
}
