import { faseUnknown, type ProjectFacet } from '../../../data/project-filter.ts';
import type { Project } from '../../../data/schema/project.ts';
import {
  energiedragerLabels,
  faseLabels,
  liggingLabels,
  pmiekBewijsLabels,
  typeInfraGroepLabels,
  type SoortGebied,
} from '../../../data/vocabulary.ts';
import type { Api } from '../../api.ts';

/** The filters of the form, in its order. */
export const facetTitles: Record<ProjectFacet, string> = {
  fase: 'Fase',
  energiedrager: 'Energiedrager',
  provincie: 'Provincie',
  resRegio: 'RES-regio',
  subregio: 'Subregio',
  gemeente: 'Gemeente',
  netbeheerder: 'Netbeheerder',
  typeInfraGroep: 'Soort infrastructuur',
  ligging: 'Zekerheid van de ligging',
  pmiekBewijs: 'Bewijs van pMIEK-lidmaatschap',
};
export const facetOrder = Object.keys(facetTitles) as ProjectFacet[];

const closed: Partial<Record<ProjectFacet, Readonly<Record<string, string>>>> = {
  fase: { ...faseLabels, [faseUnknown]: 'Fase onbekend' },
  energiedrager: energiedragerLabels,
  typeInfraGroep: typeInfraGroepLabels,
  ligging: liggingLabels,
  pmiekBewijs: pmiekBewijsLabels,
};

const areas: Partial<Record<ProjectFacet, SoortGebied>> = {
  provincie: 'provincie',
  resRegio: 'res-regio',
  subregio: 'subregio',
};

/** What a value of a filter is called on screen; the value itself while its name is not known. */
export type FacetLabel = (facet: ProjectFacet, value: string) => string;

/** The names of filter values, as far as they are known now. */
export function createFacetLabel(api: Pick<Api, 'gebieden'>, projecten: readonly Project[]): FacetLabel {
  const gemeenten = new Map(
    projecten.flatMap((project) => project.gemeenten).map(({ code, naam }) => [code, naam]),
  );
  return (facet, value) => {
    const soort = areas[facet];
    if (soort) return api.gebieden(soort).data?.gebieden.find(({ code }) => code === value)?.naam ?? value;
    if (facet === 'gemeente') return gemeenten.get(value) ?? value;
    return capitalise(closed[facet]?.[value] ?? value);
  };
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
