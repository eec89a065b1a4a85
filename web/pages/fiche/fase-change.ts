import type { GetoondeBevinding } from '../../../data/schema/registratie.ts';
import type { Gevraagd, Voorbeeldactie } from '../../../data/rules/fasewissel.ts';
import type { FaseToets } from '../../../data/rules/fases.ts';
import type { Fase } from '../../../data/vocabulary.ts';
import type { Actie, Fiche } from './kinds.ts';

/** What a change of fase asks and offers, as GET /projecten/{id}/fasewissel answers. */
export interface FaseWissel {
  van: Fase | null;
  naar: Fase;
  kan: Fase[];
  mag: boolean;
  bezwaren: GetoondeBevinding[];
  toets: FaseToets[];
  gevraagd: Gevraagd[];
  openActies: Actie[];
  voorbeeldacties: Voorbeeldactie[];
}

/** What somebody chose of one example action. */
export interface ChosenAction {
  gekozen: boolean;
  trekkers: string[];
  planningTot: string;
}

/** What was filled in; kept as a draft. */
export interface FaseChangeDraft {
  naar: Fase;
  reden: string;
  geldigVan: string;
  /** By field of the project: 'ja', 'nee' or '' where it stays as it is. */
  feiten: Record<string, string>;
  /** By the words of the example action. */
  acties: Record<string, ChosenAction>;
}

/** An empty draft of a change to this fase, with nothing ticked. */
export function startDraft({ naar, voorbeeldacties }: FaseWissel, today: string): FaseChangeDraft {
  return {
    naar,
    reden: '',
    geldigVan: today,
    feiten: {},
    acties: Object.fromEntries(
      voorbeeldacties.map(({ actie, gegevens }) => [
        actie,
        {
          gekozen: false,
          trekkers: [...((gegevens['trekkers'] as string[] | undefined) ?? [])],
          planningTot: '',
        },
      ]),
    ),
  };
}

/** What is sent to change the fase. */
export function toFaseChangeBody(draft: FaseChangeDraft): Record<string, unknown> {
  const feiten = Object.entries(draft.feiten).filter(([, answer]) => answer !== '');
  return {
    naar: draft.naar,
    reden: draft.reden.trim(),
    ...(draft.geldigVan && { geldigVan: draft.geldigVan }),
    ...(feiten.length > 0 && {
      gegevens: Object.fromEntries(feiten.map(([veld, answer]) => [veld, answer === 'ja'])),
    }),
    acties: Object.entries(draft.acties)
      .filter(([, { gekozen }]) => gekozen)
      .map(([activiteit, { trekkers, planningTot }]) => ({
        gegevens: {
          activiteit,
          trekkers,
          fase: draft.naar,
          status: 'open',
          ...(planningTot && { planningTot }),
        },
      })),
  };
}

/** Ticked actions that nobody leads yet: they cannot be saved. */
export function listLeaderless({ acties }: FaseChangeDraft): string[] {
  return Object.entries(acties)
    .filter(([, { gekozen, trekkers }]) => gekozen && trekkers.length === 0)
    .map(([actie]) => actie);
}

/** Organisations that are near this project and may lead an action: its provincies, gemeenten, parties and the Rijk. */
export function listNearOrganisations(fiche: Fiche, offered: readonly Voorbeeldactie[]): string[] {
  const codes = (veld: string) => {
    const value = fiche.project.gegevens[veld];
    return Array.isArray(value) ? value.map(String) : [];
  };
  return [
    ...new Set([
      ...codes('provincies'),
      ...codes('gemeenten'),
      ...offered.flatMap(({ gegevens }) => (gegevens['trekkers'] as string[] | undefined) ?? []),
      ...fiche.partijen.map(({ gegevens }) => gegevens.organisatie),
      'rijk',
    ]),
  ];
}

/** Whether something kept is such a draft. */
export function isFaseChangeDraft(content: unknown): content is FaseChangeDraft {
  const draft = content as Partial<FaseChangeDraft> | null;
  return (
    typeof draft?.naar === 'string' && typeof draft.reden === 'string' && typeof draft.acties === 'object'
  );
}
