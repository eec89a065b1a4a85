import type { Actie } from '../fiche/kinds.ts';
import { formatDate } from '../../format.ts';

/** How an action stands against the calendar. */
export const standen = ['te laat', 'deze maand', 'later', 'zonder datum', 'afgerond'] as const;
export type Stand = (typeof standen)[number];
export const standLabels: Record<Stand, string> = {
  'te laat': 'Te laat',
  'deze maand': 'Deze maand',
  later: 'Later',
  'zonder datum': 'Zonder datum',
  afgerond: 'Afgerond',
};

type Planned = Pick<Actie['gegevens'], 'planningVan' | 'planningTot' | 'planning' | 'status'>;

/** Where an action stands on a day (ISO date): the end of its planning decides; without an end, its begin. */
export function toStand({ planningVan, planningTot, status }: Planned, today: string): Stand {
  if (status === 'gereed' || status === 'vervallen') return 'afgerond';
  const due = planningTot ?? planningVan;
  if (due === null) return 'zonder datum';
  // Without an end a past begin says nothing about being late: the work may well be under way.
  if (due < today) return planningTot === null ? 'deze maand' : 'te laat';
  return due.slice(0, 7) === today.slice(0, 7) ? 'deze maand' : 'later';
}

/** How many whole days an action is past its end on a day; 0 when it is not late. */
export function toDaysLate(planned: Planned, today: string): number {
  if (planned.planningTot === null || toStand(planned, today) !== 'te laat') return 0;
  return Math.round((Date.parse(today) - Date.parse(planned.planningTot)) / 86_400_000);
}

/** `01-02-2027 – 30-06-2027`, `vóór 30-06-2027`, `vanaf 01-02-2027`, the words of the planning, or null when nothing is known. */
export function toPlanningWords({ planningVan, planningTot, planning }: Planned): string | null {
  const dates =
    planningVan !== null && planningTot !== null
      ? planningVan === planningTot
        ? formatDate(planningTot)
        : `${formatDate(planningVan)} – ${formatDate(planningTot)}`
      : planningTot !== null
        ? `uiterlijk ${formatDate(planningTot)}`
        : planningVan !== null
          ? `vanaf ${formatDate(planningVan)}`
          : null;
  return [dates, planning].filter(Boolean).join(' · ') || null;
}

/** Actions by how they stand, only groups that hold something; the one due first comes first. */
export function groupByStand(
  acties: readonly Actie[],
  today: string,
): { stand: Stand; titel: string; acties: Actie[] }[] {
  const due = ({ gegevens }: Actie) => gegevens.planningTot ?? gegevens.planningVan ?? '9999';
  return standen
    .map((stand) => ({
      stand,
      titel: standLabels[stand],
      acties: acties
        .filter(({ gegevens }) => toStand(gegevens, today) === stand)
        .sort((a, b) => due(a).localeCompare(due(b)) || a.id.localeCompare(b.id)),
    }))
    .filter((group) => group.acties.length > 0);
}

/** `5 acties: 2 te laat, 1 deze maand, 2 later.` */
export function toActiesSentence(acties: readonly Actie[], today: string): string {
  if (acties.length === 0) return 'Er zijn nog geen acties vastgelegd.';
  const parts = groupByStand(acties, today).map(
    (group) => `${group.acties.length} ${standLabels[group.stand].toLowerCase()}`,
  );
  return `${acties.length === 1 ? '1 actie' : `${acties.length} acties`}: ${parts.join(', ')}.`;
}
