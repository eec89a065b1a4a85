import type { Project } from '../../../data/schema/project.ts';
import type { Rondestap } from '../fiche/kinds.ts';

/** One project over the rounds: what each round did with it. */
export interface LineageRow {
  project: Project;
  /** By round: the step, or null where nothing was recorded. */
  stappen: Record<string, Rondestap | null>;
}

/** The rounds anything is known of, the oldest first: those of the register and those that were recorded. */
export function listRounds(projecten: readonly Project[], stappen: readonly Rondestap[]): string[] {
  const found = new Set([
    ...projecten.flatMap(({ pmiekRonde }) => (pmiekRonde ? [pmiekRonde] : [])),
    ...stappen.map(({ gegevens }) => gegevens.ronde),
  ]);
  return [...found].sort((a, b) => a.localeCompare(b, 'nl', { numeric: true }));
}

/** Every project that a round knows, with its steps; the newest step of a round counts. */
export function toLineage(projecten: readonly Project[], stappen: readonly Rondestap[]): LineageRow[] {
  const rounds = listRounds(projecten, stappen);
  return projecten
    .filter(({ id, pmiekRonde }) => pmiekRonde !== null || stappen.some((stap) => stap.projectId === id))
    .map((project) => ({
      project,
      stappen: Object.fromEntries(
        rounds.map((ronde) => [
          ronde,
          stappen
            .filter((stap) => stap.projectId === project.id && stap.gegevens.ronde === ronde)
            .sort((a, b) => b.versie.bekendVan.localeCompare(a.versie.bekendVan))[0] ?? null,
        ]),
      ),
    }));
}

/**
 * Projects that were in a round and of which the next round says nothing: no successor, no reason. Nobody may be lost
 * that way, so they are named.
 */
export function listLost(
  rows: readonly LineageRow[],
  rounds: readonly string[],
): { id: string; ronde: string }[] {
  return rows.flatMap(({ project, stappen }) => {
    const last = rounds.findLast((ronde) => project.pmiekRonde === ronde || stappen[ronde]);
    const next = last === undefined ? undefined : rounds[rounds.indexOf(last) + 1];
    if (last === undefined || next === undefined) return [];
    const said = stappen[last]?.gegevens.stap;
    const isEnded = said === 'vervallen' || said === 'gesplitst' || said === 'samengevoegd';
    return isEnded ? [] : [{ id: project.id, ronde: next }];
  });
}

/** What was written in looking back, of each project in the newest step of its rounds; by round. */
export function listReviews(
  projecten: readonly Project[],
  stappen: readonly Rondestap[],
): Record<string, { project: Project; terugblik: string }[]> {
  const rows = toLineage(projecten, stappen);
  return Object.fromEntries(
    listRounds(projecten, stappen).map((ronde) => [
      ronde,
      rows.flatMap(({ project, stappen: steps }) => {
        const terugblik = steps[ronde]?.gegevens.terugblik;
        return terugblik ? [{ project, terugblik }] : [];
      }),
    ]),
  );
}
