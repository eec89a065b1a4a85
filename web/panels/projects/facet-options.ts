import { projectFacets, type ProjectFacet } from '../../../data/project-filter.ts';
import type { Project } from '../../../data/schema/project.ts';
import { closedValues, type ListFilter } from '../../state/filters.svelte.ts';
import type { FacetLabel } from './facet-labels.ts';

export interface FacetOption {
  value: string;
  label: string;
  /** How many projects choosing it would leave, given the other filters. */
  count: number;
}

/**
 * The values a filter offers: those of a closed list in their own order, else those any project has, by name.
 * `within` are the projects the other filters leave; `chosen` values stay offered when nothing has them any more.
 */
export function listFacetOptions(
  facet: ProjectFacet,
  {
    all,
    within,
    chosen,
    label,
  }: { all: readonly Project[]; within: readonly Project[]; chosen: readonly string[]; label: FacetLabel },
): FacetOption[] {
  const valuesOf = projectFacets[facet];
  const counts = new Map<string, number>();
  for (const project of within)
    for (const value of new Set(valuesOf(project))) counts.set(value, (counts.get(value) ?? 0) + 1);
  const closed = facet === 'provincie' ? null : closedValues[facet as ListFilter];
  const values = closed ?? [...new Set([...all.flatMap((project) => valuesOf(project)), ...chosen])];
  const options = values.map((value) => ({
    value,
    label: label(facet, value),
    count: counts.get(value) ?? 0,
  }));
  return closed ? options : options.sort((a, b) => a.label.localeCompare(b.label, 'nl'));
}
