import type { Registratie } from '../../data/schema/registratie.ts';
import type { Geometrie } from '../../data/schema/geometrie.ts';
import type { TypeInfraGroep } from '../../data/vocabulary.ts';
import type { Api } from '../api.ts';
import { PlacingDraft, type KeptDraft } from './draft.svelte.ts';
import { createVariant, letters, toPolygon, type Variant } from './placement.ts';
import { toLngLat } from '../map/rd.ts';
import { requestTagged } from '../request.ts';
import { roundLngLat } from '../tools/coordinate-place.ts';
import { mapPositions } from '../tools/written-geometry.ts';
import { fromRing } from './rectangle.ts';
import { listRecordsOf, rdPlease } from './records-of.ts';

/** An existing component with its alternatives, as a draft to change its place with. Throws an ApiError. */
export async function openComponent(
  api: Api,
  { projectId, componentId }: { projectId: string; componentId: string },
): Promise<KeptDraft> {
  const [project, component, variants] = await Promise.all([
    api.projectOnce(projectId),
    requestTagged(`/api/v1/componenten/${encodeURIComponent(componentId)}`, { headers: rdPlease }),
    listRecordsOf(projectId, 'varianten', { headers: rdPlease }),
  ]);
  const record = component.body as Registratie;
  const own = variants.filter(({ gegevens }) => gegevens['componentId'] === componentId);
  const varianten = own.length > 0 ? own.map(toVariant) : [toVariant(record)];
  const draft = new PlacingDraft({
    sleutel: `onderdeel-${componentId}`,
    basis: {
      projectId,
      projectTitel: project.titel,
      componentId,
      etag: component.etag,
      rijen: Object.fromEntries(own.map(({ id, versie }) => [id, versie.rij])),
    },
  });
  draft.fields.naam = project.titel;
  draft.fields.energiedrager = project.energiedrager;
  draft.fields.typeInfra = project.typeInfra ?? '';
  draft.fields.groep = (record.gegevens['soort'] as TypeInfraGroep | undefined) ?? project.typeInfraGroep;
  draft.fields.spanning = ((record.gegevens['spanningKv'] as number[] | null) ?? []).join(', ');
  draft.fields.vertrouwelijkheid = record.versie.vertrouwelijkheid;
  draft.fields.embargoTot = record.versie.embargoTot ?? '';
  const inHand = varianten.find(({ gekozen }) => gekozen) ?? varianten[0]!;
  return draft.toKept({ varianten, actief: inHand.letter });
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
    ...toShape(geometrie ?? null),
    id: known ? id : null,
    gekozen: gegevens['isVoorkeur'] === true,
    naam: known ? (naam ?? '') : '',
    ligging,
    corridorM: corridorM ?? null,
    straalM: straalM ?? null,
    sjabloon: sjabloon ?? null,
    toelichting: known ? (toelichting ?? '') : '',
  });
}

/** Geometry in RD as the panel has it: a rectangle by its own numbers, anything else as degrees. */
function toShape(geometrie: Geometrie | null): Pick<Variant, 'geometrie' | 'rechthoek'> {
  const ring =
    geometrie?.type === 'Polygon' && geometrie.coordinates.length === 1 ? geometrie.coordinates[0] : null;
  const rechthoek = ring ? fromRing(ring) : null;
  if (rechthoek) return { rechthoek, geometrie: toPolygon(rechthoek) };
  return {
    rechthoek: null,
    geometrie: geometrie && mapPositions(geometrie, (rdXy) => roundLngLat(toLngLat(rdXy))),
  };
}
