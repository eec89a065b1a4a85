// Concreet is a project from the planuitwerkingsfase on (pMIEK-uitvoeringsaanpak, the two categories of its scope). The
// fase decides where it is known; where it is not, the category that a source gives counts, and is named apart.
import type { Project } from '../../../data/schema/project.ts';
import type { Fase } from '../../../data/vocabulary.ts';

/** Projects by category; the numbers add up to all of them. */
export interface Concreetheden {
  /** In planuitwerking or further, by their fase. */
  concreet: number;
  /** Called concreet by a source, without a known fase. */
  concreetVolgensBron: number;
  /** In verkenning, by their fase. */
  verkenning: number;
  /** Said to be in verkenning by a source, without a known fase. */
  verkenningVolgensBron: number;
  vervallen: number;
  onbekend: number;
}

type Counted = keyof Concreetheden;

const byFase: Record<Fase, Counted> = {
  verkenning: 'verkenning',
  planuitwerking: 'concreet',
  project: 'concreet',
  realisatie: 'concreet',
  gerealiseerd: 'concreet',
  vervallen: 'vervallen',
};

function toCategory({ fase, concreetheid }: Pick<Project, 'fase' | 'concreetheid'>): Counted {
  if (fase !== null) return byFase[fase];
  if (concreetheid === 'concreet') return 'concreetVolgensBron';
  return concreetheid === 'verkenning' ? 'verkenningVolgensBron' : 'onbekend';
}

/** How many projects are concreet, in verkenning, or neither as far as is known. */
export function countConcreet(projecten: readonly Project[]): Concreetheden {
  const counts: Concreetheden = {
    concreet: 0,
    concreetVolgensBron: 0,
    verkenning: 0,
    verkenningVolgensBron: 0,
    vervallen: 0,
    onbekend: 0,
  };
  for (const project of projecten) counts[toCategory(project)] += 1;
  return counts;
}

/** `8 concreet (4 daarvan zonder bekende fase), van 7 niet bekend of het concreet is`. */
export function toConcreetWords({ concreet, concreetVolgensBron, onbekend }: Concreetheden): string {
  const all = concreet + concreetVolgensBron;
  const without = concreet === 0 ? '' : `${concreetVolgensBron} daarvan `;
  const basis = concreetVolgensBron === 0 ? '' : ` (${without}zonder bekende fase)`;
  return [
    all > 0 ? `${all} concreet${basis}` : onbekend === 0 ? 'geen concreet' : null,
    onbekend > 0 ? `van ${onbekend} niet bekend of het concreet is` : null,
  ]
    .filter(Boolean)
    .join(', ');
}
