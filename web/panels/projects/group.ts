import type { Project } from '../../../data/schema/project.ts';
import { faseLabels } from '../../../data/vocabulary.ts';
import type { Sorting } from '../../state/filters.svelte.ts';

export interface ProjectGroup {
  key: string;
  /** Null: the list is not in groups. */
  titel: string | null;
  projecten: Project[];
}

/**
 * The list in groups by what it is sorted on; the projects keep their order, and groups come in the order of their
 * first project, unknown last. Every project is in one group: one in two provincies has a group of its own kind.
 */
export function groupProjects(
  projecten: readonly Project[],
  sorting: Sorting,
  provincieName: (code: string) => string,
): ProjectGroup[] {
  const groupOf = groupings(provincieName)[sorting.replace('-', '')];
  if (!groupOf) return [{ key: 'alle', titel: null, projecten: [...projecten] }];
  const groups = new Map<string, ProjectGroup & { last: boolean }>();
  for (const project of projecten) {
    const { key, titel, last = false } = groupOf(project);
    const group = groups.get(key) ?? { key, titel, last, projecten: [] };
    group.projecten.push(project);
    groups.set(key, group);
  }
  const list = [...groups.values()];
  return [...list.filter(({ last }) => !last), ...list.filter(({ last }) => last)];
}

type Grouping = (project: Project) => { key: string; titel: string; last?: boolean };

function groupings(provincieName: (code: string) => string): Record<string, Grouping> {
  return {
    fase: ({ fase }) =>
      fase ? { key: fase, titel: faseLabels[fase] } : { key: 'onbekend', titel: 'Fase onbekend', last: true },
    ibn: ({ ibnVan, ibnTot }) =>
      ibnVan !== null
        ? { key: String(ibnVan), titel: `IBN ${ibnVan}` } // the first year of a range
        : ibnTot !== null
          ? { key: `tot ${ibnTot}`, titel: `IBN tot ${ibnTot}`, last: true }
          : { key: 'onbekend', titel: 'IBN onbekend', last: true },
    provincie: ({ provincies: [code, ...more] }) =>
      code === undefined
        ? { key: 'onbekend', titel: 'Provincie onbekend', last: true }
        : more.length > 0
          ? { key: 'meer', titel: 'In meer dan één provincie', last: true }
          : { key: code, titel: provincieName(code) },
  };
}

/** `112 projecten, 41 zonder locatie`: what a list holds, with and without a place on the map. */
export function toTotals(projecten: readonly Project[]): string {
  const without = projecten.filter(({ lngLat }) => lngLat === null).length;
  const total = `${projecten.length} ${projecten.length === 1 ? 'project' : 'projecten'}`;
  if (projecten.length === 0) return 'geen projecten';
  if (without === 0) return `${total}, alle met een locatie`;
  return without === projecten.length
    ? `${total}, alle zonder locatie`
    : `${total}, ${without} zonder locatie`;
}
