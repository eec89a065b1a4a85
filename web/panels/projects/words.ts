import type { Project } from '../../../data/schema/project.ts';
import { energiedragerLabels, liggingLabels, typeInfraGroepLabels } from '../../../data/vocabulary.ts';
import { formatLength, formatYears } from '../../format.ts';

// What the register says of a project, in the words of a row or a panel.

/** Whether it is a pMIEK-project, in a few words. */
export function toProofBadge({
  pmiekBewijs,
  pmiekRonde,
}: Pick<Project, 'pmiekBewijs' | 'pmiekRonde'>): string {
  const round = pmiekRonde ? `pMIEK ${pmiekRonde}` : 'pMIEK';
  if (pmiekBewijs === 'bevestigd') return round;
  if (pmiekBewijs === null) return 'pMIEK-lidmaatschap niet openbaar';
  return pmiekBewijs === 'waarschijnlijk' ? `${round}, waarschijnlijk` : 'pMIEK-lidmaatschap niet bevestigd';
}

/** Where it lies, in words: its gemeenten, or that no gemeente is known. */
export function toPlaces({ gemeenten }: Pick<Project, 'gemeenten'>): string {
  return gemeenten.map(({ naam }) => naam).join(', ') || 'gemeente onbekend';
}

/** `IBN 2029–2033`, or that it is not known. */
export function toIbn({ ibnVan, ibnTot }: Pick<Project, 'ibnVan' | 'ibnTot'>): string {
  return `IBN ${formatYears(ibnVan, ibnTot)}`;
}

/** How sure the location is: `indicatieve ligging, straal 2,50 km`. */
export function toCertainty({ ligging, straalM }: Pick<Project, 'ligging' | 'straalM'>): string {
  if (ligging === 'indicatief' && straalM !== null)
    return `indicatieve ligging, straal ${formatLength(straalM)}`;
  return liggingLabels[ligging];
}

/** What the sign of a project says, for who cannot see it. */
export function toSignWords(project: Project): string {
  return [
    energiedragerLabels[project.energiedrager],
    typeInfraGroepLabels[project.typeInfraGroep],
    toCertainty(project),
  ].join(', ');
}
