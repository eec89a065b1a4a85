import type { Vastgelegd } from '../schema/antwoord.ts';
import type { AskedProject } from './place.ts';
import type { Facts } from './question.ts';

const nothing = {
  besluit: null,
  bevoegdGezag: null,
  organisatie: null,
  orgaan: null,
  instrument: null,
  grondslag: null,
  status: null,
  datum: null,
  tekst: null,
} satisfies Omit<Vastgelegd, 'herkomst'>;

/** Who decides about a project as far as that is settled: its decisions, what it says itself, and what a source says. */
export function listSettled(project: AskedProject | null, facts: Facts): Vastgelegd[] {
  if (!project) return [];
  const { bevoegdGezag, bevoegdGezagOrgaan: orgaan, besluiten, kenmerken } = project;
  const tekst = kenmerken['bevoegdGezagBijBron'];
  return [
    ...(besluiten ?? []).map(({ organisatie, ...besluit }) => ({
      ...nothing,
      ...besluit,
      herkomst: 'besluit' as const,
      organisatie: organisatie === null ? null : { code: organisatie, naam: nameOf(organisatie, facts) },
    })),
    ...(bevoegdGezag ? [{ ...nothing, herkomst: 'register' as const, bevoegdGezag, orgaan }] : []),
    ...(typeof tekst === 'string' ? [{ ...nothing, herkomst: 'bron' as const, tekst }] : []),
  ];
}

function nameOf(code: string, facts: Facts): string {
  const soorten = ['gemeente', 'provincie', 'waterschap'] as const;
  return soorten.flatMap((soort) => facts.find(soort, code)?.naam ?? [])[0] ?? code;
}
