import type { Geometrie } from '../../data/schema/geometrie.ts';
import { soortenGebied, type SoortGebied } from '../../data/vocabulary.ts';
import type { Api } from '../api.ts';
import type { LngLat } from '../state/view.svelte.ts';
import { mergeGeometries } from '../tools/written-geometry.ts';

/** Something whose shape can be taken over. */
export interface Copyable {
  /** Layer as GET /api/v1/treffers names it. */
  laag: string;
  id: string;
  naam: string;
}

const isArea = (laag: string): laag is SoortGebied => (soortenGebied as readonly string[]).includes(laag);
/** The grid has places but no shape worth taking. */
const shapeless = ['hoogspanning-stations', 'hoogspanning-lijnen'];

/** Everything with a shape at a place, the topmost first. Throws an ApiError. */
export async function listCopyable(api: Api, at: LngLat): Promise<Copyable[]> {
  const { groepen } = await api.treffersOnce(at);
  return groepen
    .filter(({ laag }) => !shapeless.includes(laag))
    .flatMap(({ laag, titel, treffers }) =>
      treffers.map(({ id, naam, soort }) => ({
        laag,
        id,
        naam: [titel, naam, laag === 'plannen' ? soort : null].filter(Boolean).join(' · '),
      })),
    );
}

/** The shape of a thing in CRS84; null when it has none. Throws an ApiError. */
export async function copyThing(api: Api, { laag, id }: Copyable): Promise<Geometrie | null> {
  if (isArea(laag)) return (await api.gebiedOnce(laag, id)).geometrie;
  if (laag === 'projecten') {
    const { componenten } = await api.projectOnce(id);
    const shapes = componenten.flatMap(({ geometrie }) => geometrie ?? []);
    const kind = shapes[0]?.type.replace('Multi', '');
    // Lines and areas together are no one shape: what comes first counts.
    return mergeGeometries(shapes.filter(({ type }) => type.replace('Multi', '') === kind));
  }
  return (await api.trefferVorm(laag, id)).geometrie;
}
