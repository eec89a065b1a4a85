import type { Registratie } from '../../data/schema/registratie.ts';
import type { Geometrie } from '../../data/schema/geometrie.ts';
import type { TypeInfraGroep } from '../../data/vocabulary.ts';
import type { Api } from '../api.ts';
import { PlacingDraft, type KeptDraft } from './draft.svelte.ts';
import { createVariant, letters, type Variant } from './placement.ts';
import type { RecordsApi } from '../api-records.ts';
import { componentRecord } from '../../data/records/index.ts';
import { listRecordsOf } from './records-of.ts';

/** An existing component with its alternatives, as a draft to change its place with. Throws an ApiError. */
export async function openComponent(
  api: Api,
  records: RecordsApi,
  { projectId, componentId }: { projectId: string; componentId: string },
): Promise<KeptDraft> {
  const [project, component, variants] = await Promise.all([
    api.projectOnce(projectId),
    records.get(componentRecord, componentId),
    listRecordsOf(projectId, 'varianten'),
  ]);
  const own = variants.filter(({ gegevens }) => gegevens['componentId'] === componentId);
  const varianten = own.length > 0 ? own.map(toVariant) : [toVariant(component.record)];
  const draft = new PlacingDraft({
    sleutel: `onderdeel-${componentId}`,
    basis: { projectId, projectTitel: project.titel, componentId, etag: component.etag },
  });
  draft.fields.naam = project.titel;
  draft.fields.energiedrager = project.energiedrager;
  draft.fields.typeInfra = project.typeInfra ?? '';
  draft.fields.groep =
    (component.record.gegevens['soort'] as TypeInfraGroep | undefined) ?? project.typeInfraGroep;
  draft.fields.spanning = ((component.record.gegevens['spanningKv'] as number[] | null) ?? []).join(', ');
  draft.fields.vertrouwelijkheid = component.record.versie.vertrouwelijkheid;
  draft.fields.embargoTot = component.record.versie.embargoTot ?? '';
  return draft.toKept({ varianten, actief: varianten[0]!.letter });
}

function toVariant({ id, gegevens }: Registratie): Variant {
  const { letter, naam, ligging, geometrie, corridorM, straalM, sjabloon, toelichting } = gegevens as {
    letter?: string;
    naam?: string | null;
    ligging: Variant['ligging'];
    geometrie?: Geometrie | null;
    corridorM?: number | null;
    straalM?: number | null;
    sjabloon?: string | null;
    toelichting?: string | null;
  };
  const known = letters.find((each) => each === letter);
  return createVariant(known ?? 'A', {
    id: known ? id : null,
    naam: known ? (naam ?? '') : '',
    ligging,
    geometrie: geometrie ?? null,
    corridorM: corridorM ?? null,
    straalM: straalM ?? null,
    sjabloon: sjabloon ?? null,
    toelichting: known ? (toelichting ?? '') : '',
  });
}
