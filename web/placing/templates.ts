import type { AreaRange } from '../../data/document.ts';
import { findRuimtebeslagRange } from '../../data/rules/ruimtebeslag.ts';
import { findTypeInfra, typeInfraNamen } from '../../data/rules/type-infra.ts';
import type { Energiedrager, TypeInfraGroep } from '../../data/vocabulary.ts';
import type { RdXy } from '../map/rd.ts';
import type { Rectangle } from './rectangle.ts';

/** A footprint to begin with: what it is, and how much land the sources say it takes. */
export interface Template {
  /** The type_infra text; it is what is kept with the component. */
  id: string;
  groep: TypeInfraGroep;
  spanningenKv: readonly number[];
  bereik: AreaRange;
  /** true: the sources give one size, which is no range. */
  zonderBandbreedte: boolean;
  /** What a reader must know of the range. */
  toelichting: string | null;
}

/** Every kind of new station of which a size is known, the highest voltage first. */
export const templates: readonly Template[] = typeInfraNamen
  .flatMap((id): Template[] => {
    const { groep, spanningenKv } = findTypeInfra(id);
    const found = findRuimtebeslagRange({
      groep,
      spanningenKv,
      energiedrager: 'elektriciteit',
      soortAanleg: 'nieuw',
      typeInfra: id,
      lengteM: null,
    });
    return found.bereik
      ? [
          {
            id,
            groep,
            spanningenKv,
            bereik: found.bereik,
            zonderBandbreedte: found.zonderBandbreedte,
            toelichting: found.toelichting,
          },
        ]
      : [];
  })
  .sort(
    (a, b) => Math.max(0, ...b.spanningenKv) - Math.max(0, ...a.spanningenKv) || a.id.localeCompare(b.id),
  );

/** The template with this id; null when there is none, or no size is known. */
export function findTemplate(id: string | null): Template | null {
  return templates.find((template) => template.id === id) ?? null;
}

/** Width to depth of a footprint that nobody has shaped yet: ours, no source gives one. */
const startRatio = 5 / 4;

/** The middle of a range in m². */
export function toMiddleM2({ minM2, maxM2 }: AreaRange): number {
  return (minM2 + maxM2) / 2;
}

/** A rectangle of about an area (m²) around a place, not turned, with whole metres for sides. */
export function createRectangle(centre: RdXy, areaM2: number): Rectangle {
  const widthM = Math.round(Math.sqrt(areaM2 * startRatio));
  return { centre, widthM, depthM: Math.round(areaM2 / widthM), angleDeg: 0 };
}

/** Where an area stands in a range: under it, in it, or over it. */
export function judgeArea(areaM2: number, { minM2, maxM2 }: AreaRange): 'kleiner' | 'binnen' | 'groter' {
  if (areaM2 < minM2) return 'kleiner';
  return areaM2 > maxM2 ? 'groter' : 'binnen';
}

/** The width (m) of the strip along a line or pipe by the sources; null with the reason when no source gives one. */
export function findStrip(
  groep: TypeInfraGroep,
  energiedrager: Energiedrager,
): { strookM: { min: number; max: number } | null; reden: string | null } {
  const { strookM, reden } = findRuimtebeslagRange({
    groep,
    spanningenKv: [],
    energiedrager,
    soortAanleg: 'nieuw',
    typeInfra: null,
    lengteM: null,
  });
  return { strookM, reden: strookM ? null : reden };
}
