import type { ProjectFeiten } from './facts.ts';
import type { Draft, Judged } from './save.ts';

/** Drafts that are saved together: all of them, and those already looked at. */
export interface Batch {
  drafts: readonly Draft[];
  judged: readonly Judged[];
}

/** The facts around a draft as they will be when the others of its batch are saved. */
export function withBatch(feiten: ProjectFeiten, draft: Draft, { drafts, judged }: Batch): ProjectFeiten {
  if (drafts.length === 1) return feiten;
  const { document, projectId } = draft;
  const project = judged.find((one) => one.draft.document.naam === 'project' && one.draft.id === projectId);
  const sisters = judged.filter(
    (one) => one.draft.document.naam === document.naam && one.draft.projectId === projectId,
  );
  const changed = new Set(sisters.map((one) => one.draft.id));
  const idsOf = (isProject: boolean) =>
    drafts.filter((one) => (one.document.naam === 'project') === isProject);
  return {
    ...feiten,
    project:
      project && document.naam !== 'project'
        ? { id: project.draft.id, gegevens: project.merged }
        : feiten.project,
    niveau: project && document.naam !== 'project' ? toNiveau(project) : feiten.niveau,
    buren: [
      ...feiten.buren.filter(({ id }) => !changed.has(id)),
      ...sisters
        .filter((one) => one.draft.id !== draft.id)
        .map((one) => ({ id: one.draft.id, gegevens: one.merged })),
    ],
    projecten: new Set([...(feiten.projecten ?? []), ...idsOf(true).map(({ id }) => id)]),
    registraties: new Set([
      ...(feiten.registraties ?? []),
      ...idsOf(false)
        .filter((one) => one.projectId === projectId)
        .map(({ document: { naam }, id }) => `${naam}/${id}`),
    ]),
  };
}

function toNiveau({ draft: { given, basis } }: Judged): ProjectFeiten['niveau'] {
  return {
    vertrouwelijkheid: given.vertrouwelijkheid ?? basis?.versie.vertrouwelijkheid ?? 'openbaar',
    embargoTot: given.embargoTot !== undefined ? given.embargoTot : (basis?.versie.embargoTot ?? null),
  };
}
