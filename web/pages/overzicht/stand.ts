import type { IbnVerschuivingAntwoord } from '../../../data/schema/programma.ts';
import type { Project } from '../../../data/schema/project.ts';
import { formatCount } from '../../format.ts';
import { countConcreet, toConcreetWords } from './concreet.ts';

/** What the first sentence of the overview counts; null where it is not known (yet, or to this reader). */
export interface StandFacts {
  naam: string;
  projecten: readonly Project[];
  /** Projects whose IBN is later than first said. */
  schuivend: number | null;
  openVragen: number | null;
  teLaat: number | null;
}

/**
 * One sentence that says how it stands: `Utrecht: 24 projecten, 9 concreet; 6 zonder locatie; 3 schuiven naar later; 2 vragen
 * aan de energyboard.` What is not known is said or left out, never told as none.
 */
export function toStandSentence({ naam, projecten, schuivend, openVragen, teLaat }: StandFacts): string {
  const zonder = projecten.filter(({ ligging }) => ligging === 'geen').length;
  const total = formatCount(projecten.length, 'project', 'projecten');
  const parts = [
    projecten.length === 0 ? total : `${total}, ${toConcreetWords(countConcreet(projecten))}`,
    zonder === 0 ? null : `${zonder} zonder locatie`,
    schuivend === null
      ? null
      : schuivend === 0
        ? 'voor zover bekend schuift er geen'
        : `${schuivend} ${schuivend === 1 ? 'schuift' : 'schuiven'} naar later`,
    teLaat === null || teLaat === 0 ? null : `${formatCount(teLaat, 'actie', 'acties')} te laat`,
    openVragen === null ? null : `${formatCount(openVragen, 'vraag', 'vragen')} aan de energyboard`,
  ];
  return `${naam}: ${parts.filter(Boolean).join('; ')}.`;
}

type Verschuiving = IbnVerschuivingAntwoord['antwoord']['projecten'][number];

/** Projects that moved to later, the furthest first. */
export function listSlipping(projecten: readonly Verschuiving[]): Verschuiving[] {
  return projecten
    .filter(({ verschuivingJaren }) => (verschuivingJaren ?? 0) > 0)
    .sort(
      (a, b) => (b.verschuivingJaren ?? 0) - (a.verschuivingJaren ?? 0) || a.naam.localeCompare(b.naam, 'nl'),
    );
}
