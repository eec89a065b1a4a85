import type { RecordDocument } from '../../data/document.ts';
import type { Registratie } from '../../data/schema/registratie.ts';
import { ApiError } from '../api-error.ts';
import type { Change, RecordsApi } from '../api-records.ts';
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

/** Saves the changed place of a component with its alternatives, all or none. Throws an ApiError. */
export async function savePlace(
  records: RecordsApi,
  basis: Basis,
  placement: Placement,
  { fields }: Pick<PlacingDraft, 'fields'>,
): Promise<SavedProject> {
  const { projectId, componentId, etag, rijen = {} } = basis;
  const reden = 'Plek gewijzigd op de kaart';
  const rijOf = async (kind: RecordDocument, id: string, rij: number | undefined) => ({
    soort: kind.meervoud,
    id,
    rij: rij ?? (await records.get(kind, id)).record.versie.rij,
  });
  const known = /\d+/.exec(etag ?? '')?.[0];
  const changes: Change[] = [
    {
      ...(await rijOf(componentRecord, componentId, known === undefined ? undefined : Number(known))),
      gegevens: await toComponentPlace(placement),
      reden,
    },
  ];
  // One place alone is the place of the component, unless it was an alternative before.
  const varianten = placement.varianten.filter(({ id }) => id || placement.varianten.length > 1);
  for (const variant of varianten) {
    const body = toVariantBody(variant, fields);
    if (variant.id) {
      const { letter: _letter, ...gegevens } = body.gegevens;
      changes.push({ ...(await rijOf(variantRecord, variant.id, rijen[variant.id])), gegevens, reden });
    } else {
      const gegevens = { componentId, ...body.gegevens };
      changes.push({ soort: variantRecord.meervoud, ...body, gegevens });
    }
  }
  for (const [id, rij] of listRemoved(basis, placement))
    changes.push({
      soort: variantRecord.meervoud,
      id,
      rij,
      weg: true,
      reden: 'Variant weggehaald op de kaart',
    });
  await records.together(projectId, changes, { inRd: true });
  return { projectId, variants: varianten.length, notes: [] };
}

/** The alternatives that were opened and are not in hand any more: id and version. */
export function listRemoved({ rijen = {} }: Basis, { varianten }: Placement): [id: string, rij: number][] {
  return Object.entries(rijen).filter(([id]) => !varianten.some((variant) => variant.id === id));
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
