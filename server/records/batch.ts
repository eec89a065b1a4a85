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
        .filter((one) => one.draft.id !== draft.id && !one.draft.weg)
        .map((one) => ({ id: one.draft.id, gegevens: one.merged })),
    ],
    projecten: new Set([
      ...(feiten.projecten ?? []),
      ...drafts.filter((one) => one.document.naam === 'project').map(({ id }) => id),
    ]),
    registraties: toKnown(
      feiten,
      drafts.filter((one) => one.document.naam !== 'project' && one.projectId === projectId),
    ),
  };
}

/** What can be referred to: what is there and what is being made, without what is being withdrawn. */
function toKnown({ registraties }: ProjectFeiten, drafts: readonly Draft[]): Set<string> {
  const known = new Set(registraties ?? []);
  for (const { document, id, weg } of drafts) {
    if (weg) known.delete(`${document.naam}/${id}`);
    else known.add(`${document.naam}/${id}`);
  }
  return known;
}

function toNiveau({ draft: { given, basis } }: Judged): ProjectFeiten['niveau'] {
  return {
    vertrouwelijkheid: given.vertrouwelijkheid ?? basis?.versie.vertrouwelijkheid ?? 'openbaar',
    embargoTot: given.embargoTot !== undefined ? given.embargoTot : (basis?.versie.embargoTot ?? null),
  };
}
