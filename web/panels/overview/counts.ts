import type { Project } from '../../../data/schema/project.ts';
import {
  energiedragerLabels,
  energiedragers,
  faseLabels,
  fases,
  type Energiedrager,
} from '../../../data/vocabulary.ts';
import { formatCount } from '../../format.ts';
import type { FaseFilter } from '../../state/filters.svelte.ts';

/** Projects by fase (rows) and energiedrager (columns); only rows and columns that hold something. */
export interface CountTable {
  columns: { energiedrager: Energiedrager; label: string; total: number }[];
  rows: { fase: FaseFilter; label: string; counts: number[]; total: number }[];
  total: number;
}

/** Every project counts once; the rows and the columns each add up to the total. */
export function countByFaseAndDrager(projecten: readonly Project[]): CountTable {
  const faseOf = (project: Project): FaseFilter => project.fase ?? 'onbekend';
  const columns = energiedragers
    .map((energiedrager) => ({
      energiedrager,
      label: energiedragerLabels[energiedrager],
      total: projecten.filter((project) => project.energiedrager === energiedrager).length,
    }))
    .filter(({ total }) => total > 0);
  const rows = ([...fases, 'onbekend'] as const)
    .map((fase) => {
      const inFase = projecten.filter((project) => faseOf(project) === fase);
      return {
        fase,
        label: fase === 'onbekend' ? 'Fase onbekend' : faseLabels[fase],
        counts: columns.map(
          ({ energiedrager }) => inFase.filter((project) => project.energiedrager === energiedrager).length,
        ),
        total: inFase.length,
      };
    })
    .filter(({ total }) => total > 0);
  return { columns, rows, total: projecten.length };
}

/** One sentence that says how it stands: `Utrecht: 17 projecten, waarvan 6 zonder locatie en 12 met onbekende fase.` */
export function summarise(name: string, projecten: readonly Project[]): string {
  const remarks = [
    [projecten.filter(({ lngLat }) => lngLat === null).length, 'zonder locatie'],
    [projecten.filter(({ fase }) => fase === null).length, 'met onbekende fase'],
    [projecten.filter(({ ibnVan }) => ibnVan === null).length, 'zonder jaar van ingebruikname'],
  ] as const;
  const said = remarks.filter(([count]) => count > 0).map(([count, text]) => `${count} ${text}`);
  const last = said.pop();
  const rest = said.length > 0 ? `${said.join(', ')} en ${last}` : last;
  return `${name}: ${formatCount(projecten.length, 'project', 'projecten')}${rest ? `, waarvan ${rest}` : ''}.`;
}
