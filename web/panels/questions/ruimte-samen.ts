import type { RuimtebeslagProjectenAntwoord } from '../../../data/schema/programma.ts';
import { formatYears, toText } from '../../format.ts';
import { toRangeQuantity } from './quantities.ts';

type Project = RuimtebeslagProjectenAntwoord['antwoord']['projecten'][number];
export type SizedProject = Project & { direct: NonNullable<Project['direct']> };

/** The projects of which a direct size is known, the largest first. */
export function listBySize(projecten: readonly Project[]): SizedProject[] {
  return projecten
    .filter((project): project is SizedProject => project.direct !== null)
    .sort((a, b) => b.direct.maxM2 - a.direct.maxM2 || a.naam.localeCompare(b.naam, 'nl'));
}

/** Where and when a project takes that room, what it takes besides, and whether a source was seen for it. */
export function toSizeNote({
  gemeenten,
  ibnVan,
  ibnTot,
  indirect,
  tijdelijk,
  geverifieerd,
}: Project): string {
  return [
    gemeenten.map(({ naam }) => naam).join(', ') || 'gemeente onbekend',
    `IBN ${formatYears(ibnVan, ibnTot)}`,
    indirect && `indirect ${toText(toRangeQuantity(indirect))}`,
    tijdelijk && `tijdelijk ${toText(toRangeQuantity(tijdelijk))}`,
    geverifieerd === false && 'niet in een bron gezien',
  ]
    .filter(Boolean)
    .join(' · ');
}
