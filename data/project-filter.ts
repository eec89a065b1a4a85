// Which projects a filter leaves, and in what order: one rule for the API, the list and the map.
import type { Project } from './schema/project.ts';
import { toSearchable } from './searchable.ts';
import { fases } from './vocabulary.ts';

export const projectOrders = ['fase', 'naam', 'ibn', 'provincie', 'id'] as const;
export type ProjectOrder = (typeof projectOrders)[number];

/** `onbekend` stands for projects whose fase no source gives. */
export const faseUnknown = 'onbekend';

/** The values of a project under each filter; a filter passes when the project has one of the values asked for. */
export const projectFacets = {
  provincie: (project: Project): readonly string[] => project.provincies,
  gemeente: (project: Project): readonly string[] => project.gemeenten.map(({ code }) => code),
  resRegio: (project: Project): readonly string[] => project.resRegios,
  subregio: (project: Project): readonly string[] => project.subregios,
  fase: (project: Project): readonly string[] => [project.fase ?? faseUnknown],
  energiedrager: (project: Project): readonly string[] => [project.energiedrager],
  typeInfraGroep: (project: Project): readonly string[] => [project.typeInfraGroep],
  netbeheerder: (project: Project): readonly string[] => project.netbeheerders,
  ligging: (project: Project): readonly string[] => [project.ligging],
  pmiekBewijs: (project: Project): readonly string[] =>
    project.pmiekBewijs === null ? [] : [project.pmiekBewijs],
};
export type ProjectFacet = keyof typeof projectFacets;

/** Per facet the values asked for (none or an empty list: all); `q` is part of the name or number. */
export type ProjectFilter = { [Facet in ProjectFacet]?: readonly string[] | undefined } & {
  metLocatie?: boolean | undefined;
  q?: string | undefined;
};

/** The projects that pass every filter, in the order they came. */
export function filterProjects(projecten: readonly Project[], filter: ProjectFilter): Project[] {
  const text = toSearchable(filter.q ?? '');
  const asked = (Object.keys(projectFacets) as ProjectFacet[]).flatMap((facet) => {
    const values = filter[facet];
    if (!values || values.length === 0) return [];
    return [{ valuesOf: projectFacets[facet], values: new Set(values.map(toSearchable)) }];
  });
  return projecten.filter(
    (project) =>
      asked.every(({ valuesOf, values }) => valuesOf(project).some((one) => values.has(toSearchable(one)))) &&
      (filter.metLocatie === undefined || (project.lngLat !== null) === filter.metLocatie) &&
      (text === '' || toSearchable(`${project.id} ${project.titel}`).includes(text)),
  );
}

/** The projects in the order asked for; what is unknown comes last either way, ties go by id. */
export function sortProjects(
  projecten: readonly Project[],
  order: ProjectOrder | `-${ProjectOrder}`,
): Project[] {
  const direction = order.startsWith('-') ? -1 : 1;
  const keyOf = orderKeys[order.replace('-', '') as ProjectOrder];
  return projecten
    .map((project) => ({ project, key: keyOf(project) }))
    .sort((a, b) => {
      if (a.key === b.key) return a.project.id < b.project.id ? -1 : 1;
      if (a.key === null) return 1;
      if (b.key === null) return -1;
      return a.key < b.key ? -direction : direction;
    })
    .map(({ project }) => project);
}

const orderKeys: Record<ProjectOrder, (project: Project) => string | number | null> = {
  id: ({ id }) => id,
  naam: ({ titel }) => toSearchable(titel),
  fase: ({ fase }) => (fase === null ? null : fases.indexOf(fase)),
  ibn: ({ ibnVan }) => ibnVan,
  provincie: ({ provincies }) => provincies[0] ?? null,
};
