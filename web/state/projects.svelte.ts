import { filterProjects, sortProjects, type ProjectFacet } from '../../data/project-filter.ts';
import type { Project } from '../../data/schema/project.ts';
import type { Api } from '../api.ts';
import type { FilterState } from './filters.svelte.ts';
import type { Resource } from './resource.svelte.ts';

/**
 * All projects, and those the filters leave. One request; filters and order are applied here, by the same rule as the
 * API (data/project-filter.ts), so that list, map and counts change together and at once.
 */
export class ProjectsState {
  readonly #api: Pick<Api, 'projecten'>;
  readonly #filters: FilterState;

  constructor(api: Pick<Api, 'projecten'>, filters: FilterState) {
    this.#api = api;
    this.#filters = filters;
  }

  get resource(): Resource<{ projecten: Project[] }> {
    return this.#api.projecten(new URLSearchParams());
  }

  /** Every project; null while none are known. */
  readonly all: readonly Project[] | null = $derived.by(() => this.resource.data?.projecten ?? null);

  /** What the filters leave, in the order asked for; null while nothing is known. */
  readonly shown: readonly Project[] | null = $derived.by(
    () => this.all && sortProjects(filterProjects(this.all, this.#filters.value), this.#filters.sorteer),
  );

  /** The project, or null when it is not (yet) known. */
  find(id: string | null): Project | null {
    return this.all?.find((project) => project.id === id) ?? null;
  }

  /** What the filters would leave if this facet were not asked for: the counts beside its values. */
  listWithout(facet: ProjectFacet | 'metLocatie'): Project[] {
    return filterProjects(this.all ?? [], { ...this.#filters.value, [facet]: undefined });
  }
}
