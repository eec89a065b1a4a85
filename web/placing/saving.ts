import type { Registratie } from '../../data/schema/registratie.ts';
import { ApiError } from '../api-error.ts';
import type { RecordsApi } from '../api-records.ts';
import { betwistingRecord, componentRecord, variantRecord } from '../../data/records/index.ts';
import type { Basis, PlacingDraft } from './draft.svelte.ts';
import type { Placement } from './placement.ts';
import { inRd } from './records-of.ts';
import { toComponentPlace, toProjectBody, toVariantBody, type Proposed } from './save.ts';

export interface SavedProject {
  projectId: string;
  variants: number;
  /** What did not go along, in words. */
  notes: string[];
}

/** What POST /projecten answers. */
interface Fiche {
  project: Registratie;
  componenten: Registratie[];
  varianten: Registratie[];
}

/**
 * Saves a new project with its component and alternatives, all or nothing; then what was contested, which names them.
 * Throws an ApiError when the project is refused.
 */
export async function saveNew(
  records: RecordsApi,
  draft: PlacingDraft,
  placement: Placement,
  proposed: Proposed,
): Promise<SavedProject> {
  const body = await toProjectBody(draft, placement, proposed);
  const { project, componenten, varianten } = await records.send<Fiche>('/api/v1/projecten', {
    method: 'POST',
    body,
    headers: inRd,
  });
  const notes: string[] = [];
  const ids = new Map(varianten.map(({ id, gegevens }) => [String(gegevens['letter']), id]));
  await saveContests(records, draft, project.id, componenten[0]?.id ?? null, ids, notes);
  return { projectId: project.id, variants: ids.size, notes };
}

/** Saves the changed place of a component, and alternatives that are new. Throws an ApiError. */
export async function savePlace(
  records: RecordsApi,
  basis: Basis,
  placement: Placement,
  draft: PlacingDraft,
): Promise<SavedProject> {
  const notes: string[] = [];
  const { projectId, componentId, etag } = basis;
  await records.patch(
    componentRecord,
    componentId,
    etag ?? '',
    { gegevens: await toComponentPlace(placement), reden: 'Plek gewijzigd op de kaart' },
    { inRd: true },
  );
  const ids =
    placement.varianten.length > 1
      ? await saveVariants(records, draft, placement, projectId, componentId, notes)
      : new Map<string, string>();
  return { projectId, variants: ids.size, notes };
}

/** Saves alternatives one by one, when there is more than one; gives their ids by letter. */
async function saveVariants(
  records: RecordsApi,
  draft: PlacingDraft,
  { varianten }: Placement,
  projectId: string,
  componentId: string,
  notes: string[],
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  if (varianten.length < 2) return ids;
  for (const variant of varianten) {
    const body = toVariantBody(variant, draft.fields);
    try {
      if (variant.id) {
        const { etag } = await records.get(variantRecord, variant.id);
        const { letter: _letter, ...gegevens } = body.gegevens;
        await records.patch(variantRecord, variant.id, etag, { gegevens }, { inRd: true });
        ids.set(variant.letter, variant.id);
      } else {
        const own = { ...body, gegevens: { componentId, ...body.gegevens } };
        const { record } = await records.create(projectId, variantRecord, own, { inRd: true });
        ids.set(variant.letter, record.id);
      }
    } catch (thrown) {
      notes.push(`Variant ${variant.letter} is niet opgeslagen: ${ApiError.from(thrown).message}`);
    }
  }
  return ids;
}

async function saveContests(
  records: RecordsApi,
  { fields }: PlacingDraft,
  projectId: string,
  componentId: string | null,
  ids: ReadonlyMap<string, string>,
  notes: string[],
): Promise<void> {
  for (const { letter, laag, object, uitkomst, bezwaar } of fields.betwistingen) {
    const variantId = ids.get(letter);
    try {
      await records.create(projectId, betwistingRecord, {
        gegevens: {
          componentId,
          ...(variantId && { variantId }),
          laag,
          object,
          uitkomst,
          bezwaar,
          status: 'open',
        },
      });
    } catch (thrown) {
      notes.push(`Betwisting van ${object} is niet opgeslagen: ${ApiError.from(thrown).message}`);
    }
  }
}
