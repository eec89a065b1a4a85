import type { Project } from '../../../data/schema/project.ts';
import type { Monitoring } from '../fiche/kinds.ts';

/** One row of the monitoringslijst: a project with what was said of it in a period; null: nothing was said. */
export interface MonitoringRow {
  project: Project;
  entry: Monitoring | null;
}

/** Periods that hold an entry, the newest first, with the current half year among them. */
export function listPeriods(entries: readonly Monitoring[], today: string): string[] {
  const known = new Set(entries.map(({ gegevens }) => gegevens.periode));
  known.add(toHalfYear(today));
  return [...known].sort().reverse();
}

/** `2026-H2` for a day in the second half of 2026. */
export function toHalfYear(today: string): string {
  return `${today.slice(0, 4)}-H${today.slice(5, 7) < '07' ? 1 : 2}`;
}

/** Every project once, in the order of its number in the pMIEK list where it has one, with its entry of the period. */
export function toMonitoringRows(
  projecten: readonly Project[],
  entries: readonly Monitoring[],
  periode: string,
): MonitoringRow[] {
  const numberOf = ({ entry, project }: MonitoringRow) =>
    entry?.gegevens.pmiekNummer ?? project.pmiekNummer ?? null;
  return projecten
    .map((project) => ({
      project,
      entry:
        entries.find((each) => each.projectId === project.id && each.gegevens.periode === periode) ?? null,
    }))
    .sort((a, b) => {
      const [first, second] = [numberOf(a), numberOf(b)];
      if ((first === null) !== (second === null)) return first === null ? 1 : -1;
      return (first ?? a.project.id).localeCompare(second ?? b.project.id, 'nl', { numeric: true });
    });
}

/** How many rows say that the IBN is in trouble, and how many projects were not looked at. */
export function summariseMonitoring(rows: readonly MonitoringRow[]): string {
  const filled = rows.filter(({ entry }) => entry !== null);
  const count = (status: string) => filled.filter(({ entry }) => entry?.gegevens.ibnStatus === status).length;
  const parts = [
    `${filled.length} van ${rows.length} projecten ingevuld`,
    count('haalbaar') > 0 ? `${count('haalbaar')} haalbaar` : null,
    count('onder druk') > 0 ? `${count('onder druk')} onder druk` : null,
    count('niet haalbaar') > 0 ? `${count('niet haalbaar')} niet haalbaar` : null,
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}
