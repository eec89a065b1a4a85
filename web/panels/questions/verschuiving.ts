import { findCurrentClaim, toShiftWords } from '../../../data/ibn-claims.ts';
import type { IbnVerschuivingAntwoord } from '../../../data/schema/programma.ts';
import { formatNumber, formatYears } from '../../format.ts';

type Project = IbnVerschuivingAntwoord['antwoord']['projecten'][number];

export interface ShiftGroup {
  titel: string;
  projecten: Project[];
  /** Not what was asked for: closed until somebody opens it. */
  folded: boolean;
}

const years = ({ verschuivingJaren }: Project): number => verschuivingJaren ?? 0;

/** Projects by how they shifted, those to later first and the furthest of them first; only groups that hold any. */
export function groupByShift(projecten: readonly Project[]): ShiftGroup[] {
  const sorted = [...projecten].sort(
    (a, b) => Math.abs(years(b)) - Math.abs(years(a)) || a.naam.localeCompare(b.naam, 'nl'),
  );
  const where = (is: (project: Project) => boolean) => sorted.filter(is);
  const groups: ShiftGroup[] = [
    { titel: 'Schuift naar later', projecten: where((one) => years(one) > 0), folded: false },
    { titel: 'Komt eerder', projecten: where((one) => years(one) < 0), folded: false },
    {
      titel: 'Nog hetzelfde jaar',
      projecten: where(({ verschuivingJaren }) => verschuivingJaren === 0),
      folded: true,
    },
    {
      titel: 'Eén keer genoemd: niet te vergelijken',
      projecten: where(({ verschuivingJaren }) => verschuivingJaren === null),
      folded: true,
    },
  ];
  return groups.filter((group) => group.projecten.length > 0);
}

/** `4 van de 28 projecten met een IBN schuiven naar later`. */
export function toShiftLead(projecten: readonly Project[]): string {
  if (projecten.length === 0) return 'Van geen project is een IBN bekend';
  const later = projecten.filter((one) => years(one) > 0).length;
  const of = `van de ${formatNumber(projecten.length)} projecten met een IBN`;
  if (later === 0) return `Voor zover bekend schuift geen ${of} naar later`;
  return `${formatNumber(later)} ${of} ${later === 1 ? 'schuift' : 'schuiven'} naar later`;
}

/** The years of now, how they shifted with what was said first, and why; null where there is nothing to say. */
export function toYearsWords(project: Project): { now: string; shift: string | null; cause: string | null } {
  const { uitspraken, verschuivingJaren } = project;
  const now = findCurrentClaim(uitspraken);
  const first = uitspraken[0];
  const shift = toShiftWords(verschuivingJaren);
  return {
    now: formatYears(now?.jaarVan ?? null, now?.jaarTot ?? null),
    shift: shift && first ? `${shift} (${formatYears(first.jaarVan, first.jaarTot)})` : null,
    cause: now?.oorzaak ?? null,
  };
}
