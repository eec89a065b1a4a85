import { filterProjects, type ProjectFilter } from '../../../data/project-filter.ts';
import type { GebiedDetail } from '../../../data/schema/gebied.ts';
import type { Project } from '../../../data/schema/project.ts';

/** The projects of an area by the register; null when the register does not say (a waterschap). */
export function listProjectsIn(
  { soort, code, gemeenten }: Pick<GebiedDetail, 'soort' | 'code' | 'gemeenten'>,
  projecten: readonly Project[],
): Project[] | null {
  const filters: Partial<Record<GebiedDetail['soort'], ProjectFilter>> = {
    gemeente: { gemeente: [code] },
    provincie: { provincie: [code] },
    'res-regio': { resRegio: [code] },
    subregio: { subregio: [code] },
    // A gemeente of which only a part belongs here says nothing about where in it the project lies.
    netbeheerdersgebied: { gemeente: gemeenten.filter(({ deel }) => !deel).map((lid) => lid.code) },
  };
  const filter = filters[soort];
  if (!filter) return null;
  if (filter.gemeente?.length === 0) return [];
  return filterProjects(projecten, filter);
}
