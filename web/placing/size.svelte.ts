import type { AreaRange } from '../../data/document.ts';
import { formatArea, formatLength } from '../format.ts';
import type { DrawState } from '../state/draw.svelte.ts';
import { measureGeometry } from '../tools/measure.ts';
import { getActive } from './placement.ts';
import { toAreaM2 } from './rectangle.ts';
import { findTemplate, judgeArea } from './templates.ts';

const words = {
  kleiner: 'kleiner dan de bronnen noemen',
  binnen: 'binnen de bandbreedte',
  groter: 'groter dan de bronnen noemen',
} as const;

/** How large the alternative in hand is, and how that stands to what the sources say. */
export class PlacedSize {
  readonly #draw: DrawState;

  constructor(draw: DrawState) {
    this.#draw = draw;
  }

  /** Range of the template in hand; null for a free shape. */
  get range(): AreaRange | null {
    const placement = this.#draw.kept;
    return placement ? (findTemplate(getActive(placement).sjabloon)?.bereik ?? null) : null;
  }

  /** Area (m²) of what is in hand: exact for a rectangle, as drawn for another area; null when it has none. */
  get areaM2(): number | null {
    const { placement, corridor } = this.#draw;
    const variant = placement && getActive(placement);
    if (!variant?.geometrie) return null;
    if (variant.rechthoek) return toAreaM2(variant.rechthoek);
    const { areaM2 } = measureGeometry(corridor ?? variant.geometrie);
    return areaM2 > 0 ? areaM2 : null;
  }

  /** Length of a line, or what else there is to say of the size. */
  get words(): string {
    const geometry = this.#draw.geometry;
    const { areaM2, lengthM } = geometry ? measureGeometry(geometry) : { areaM2: 0, lengthM: 0 };
    return areaM2 > 0 ? formatArea(areaM2) : lengthM > 0 ? formatLength(lengthM) : 'een punt';
  }

  /** How the area stands to the range, in words; null when there is nothing to compare. */
  get verdict(): string | null {
    return this.range === null || this.areaM2 === null ? null : words[judgeArea(this.areaM2, this.range)];
  }
  get isWithin(): boolean {
    return this.verdict === null || this.verdict === words.binnen;
  }

  /** Where an area falls on the bar of the range, 0 to 100. */
  toPercent(areaM2: number): number {
    const most = Math.max(this.range?.maxM2 ?? 0, this.areaM2 ?? 0) * 1.15;
    return most > 0 ? (areaM2 / most) * 100 : 0;
  }
}
