// Which status a plan in IMRO may have, before and after the Omgevingswet came into force on 1 January 2024.
// Source: Geonovum, "Logische regels validatie Wro instrumenten overgangsrecht inclusief tijdelijke alternatieve
// maatregelen", version 4-1-2024 (github.com/Geonovum/imro-dev). Those rules judge the day of upload; the atlas does
// not know that day and judges the date that belongs to the status.

/** Statuses of IMRO2012; another word in the field is a mistake in the file. */
export const planstatussen = ['concept', 'voorontwerp', 'ontwerp', 'vastgesteld', 'geconsolideerd'] as const;

export const OMGEVINGSWET_IN_WERKING = '2024-01-01';

/** Code for example files; no authority has it. */
export const VOORBEELD_OVERHEIDSCODE = '9999';

export interface PlanstatusRegel {
  typePlan: string;
  /** Statuses that are possible from 1 January 2024 on; an empty list: none, the plan type has ended. */
  vanaf2024: readonly string[];
  /** Only for this beleidsmatigVerantwoordelijkeOverheid. */
  overheid?: string;
  /** A name that begins so makes it another instrument (a temporary measure, or a plan under the Chw). */
  uitzondering?: { naam: string; vanaf2024?: readonly string[]; voor2024?: readonly string[] };
}

const AFMAKEN = ['vastgesteld', 'geconsolideerd'];

export const planstatusRegels: readonly PlanstatusRegel[] = [
  {
    typePlan: 'bestemmingsplan',
    vanaf2024: AFMAKEN,
    // The omgevingsplan exists since 2024: before that day there can be drafts of it, but no decision.
    uitzondering: { naam: 'TAM-omgevingsplan ', voor2024: ['concept', 'voorontwerp', 'ontwerp'] },
  },
  { typePlan: 'exploitatieplan', vanaf2024: AFMAKEN },
  { typePlan: 'inpassingsplan', vanaf2024: ['vastgesteld'], uitzondering: { naam: 'TAM-projectbesluit ' } },
  { typePlan: 'uitwerkingsplan', vanaf2024: ['vastgesteld'] },
  { typePlan: 'wijzigingsplan', vanaf2024: ['vastgesteld'] },
  { typePlan: 'structuurvisie', vanaf2024: ['vastgesteld'], overheid: 'gemeentelijke overheid' },
  { typePlan: 'structuurvisie', vanaf2024: [] },
  {
    typePlan: 'beheersverordening',
    vanaf2024: [],
    uitzondering: { naam: 'Chw bestemmingsplan ', vanaf2024: AFMAKEN },
  },
  {
    typePlan: 'provinciale verordening',
    vanaf2024: [],
    uitzondering: { naam: 'TAM-omgevingsverordening ' },
  },
  {
    typePlan: 'reactieve aanwijzing',
    vanaf2024: [],
    uitzondering: { naam: 'TAM-reactieve interventie ' },
  },
  {
    typePlan: 'voorbereidingsbesluit',
    vanaf2024: [],
    uitzondering: { naam: 'TAM-voorbereidingsbesluit ' },
  },
  { typePlan: 'amvb', vanaf2024: [] },
  { typePlan: 'projectbesluit', vanaf2024: [] },
  { typePlan: 'regeling', vanaf2024: [] },
  { typePlan: 'tijdelijke ontheffing buitenplans', vanaf2024: [] },
];

export interface PlanFeiten {
  soort: string;
  naam: string;
  status: string | null;
  datum: string | null;
  eigenaarCode: string | null;
  eigenaarSoort: string | null;
}

/** Why a plan cannot be what its file says (Dutch); null when there is nothing against it. */
export function findPlanBezwaar(plan: PlanFeiten): string | null {
  if (plan.eigenaarCode === VOORBEELD_OVERHEIDSCODE)
    return `Overheidscode ${VOORBEELD_OVERHEIDSCODE} is van een voorbeeldbestand: dit plan bestaat niet echt.`;
  if (plan.status === null) return 'De planstatus ontbreekt.';
  if (!planstatussen.some((status) => status === plan.status))
    return `De planstatus "${plan.status}" bestaat niet in IMRO2012; wel: ${planstatussen.join(', ')}.`;
  const regel = planstatusRegels.find(
    ({ typePlan, overheid }) =>
      typePlan === plan.soort && (overheid === undefined || overheid === plan.eigenaarSoort),
  );
  // No rule for this type, or no date to judge by: nothing against it.
  if (!regel || plan.datum === null) return null;
  const since2024 = plan.datum >= OMGEVINGSWET_IN_WERKING;
  const exception =
    regel.uitzondering && plan.naam.startsWith(regel.uitzondering.naam) ? regel.uitzondering : null;
  const allowed = exception
    ? since2024
      ? exception.vanaf2024
      : exception.voor2024
    : since2024
      ? regel.vanaf2024
      : undefined;
  if (!allowed || allowed.includes(plan.status)) return null;
  const what = exception ? exception.naam.trim() : regel.typePlan;
  const when = since2024
    ? 'sinds de Omgevingswet geldt (1-1-2024)'
    : 'voordat de Omgevingswet gold (1-1-2024)';
  return (
    `Een ${what} met planstatus "${plan.status}" van ${plan.datum} kan niet ${when}; ` +
    (allowed.length > 0 ? `wel: ${allowed.join(', ')}.` : 'dit soort plan is er dan niet meer.')
  );
}
