import type { OverlapAntwoord } from '../../../data/schema/antwoord.ts';
import { formatNumber } from '../../format.ts';
import type { PatternHue } from '../../map/images.ts';
import { toOverlapKind } from '../../map/state-to-map.ts';
import { toEnumeration } from './lists.ts';

export type Overlap = OverlapAntwoord['antwoord']['overlappen'][number];
export type LayerTotal = OverlapAntwoord['antwoord']['totalen'][number];

/** One plan, area or project, with the parts of it that overlap, the largest first. */
export interface OverlapThing {
  key: string;
  laag: string;
  planId: string;
  naam: string;
  delen: Overlap[];
}

/** Things of one kind of claim in one layer. */
export interface OverlapGroup {
  laag: string;
  hue: PatternHue;
  things: OverlapThing[];
}

/** The order is that of weight: nature, plans, other projects. */
const hues: readonly PatternHue[] = ['natuur', 'plan', 'claim'];
const firstLagen = ['natura2000', 'nnn'];

/** Overlaps by layer, then by plan, area or project, the largest first; layers without any are left out. */
export function groupOverlaps(overlappen: readonly Overlap[]): OverlapGroup[] {
  const lagen = [...new Set(overlappen.map(({ laag }) => laag))];
  return lagen
    .map((laag) => ({
      laag,
      hue: toOverlapKind(laag),
      things: listThings(overlappen.filter((each) => each.laag === laag)),
    }))
    .sort((a, b) => hues.indexOf(a.hue) - hues.indexOf(b.hue) || toRank(a.laag) - toRank(b.laag));
}

function toRank(laag: string): number {
  const rank = firstLagen.indexOf(laag);
  return rank < 0 ? firstLagen.length : rank;
}

function listThings(overlappen: readonly Overlap[]): OverlapThing[] {
  const things = new Map<string, OverlapThing>();
  for (const overlap of overlappen) {
    const { laag, planId } = overlap;
    const key = `${laag} ${planId}`;
    // A piece without a name of its own has only its number.
    const naam = /^\d+$/.test(overlap.naam) ? `nummer ${overlap.naam}` : overlap.naam;
    const thing = things.get(key) ?? { key, laag, planId, naam, delen: [] };
    thing.delen.push(overlap);
    things.set(key, thing);
  }
  const size = (each: Overlap | undefined) => each?.overlapM2 ?? each?.overlapM ?? 0;
  const list = [...things.values()];
  for (const thing of list) thing.delen.sort((a, b) => size(b) - size(a));
  return list.sort((a, b) => size(b.delen[0]) - size(a.delen[0]));
}

/** What a layer is called over its overlaps; `titles` are those of the loaded layers. */
export function toLayerTitle(laag: string, titles: ReadonlyMap<string, string>): string {
  if (laag === 'projecten') return 'Andere projecten';
  return laag === 'plannen' ? 'Ruimtelijke plannen' : (titles.get(laag) ?? laag);
}

/**
 * The line to remember: `Raakt Natura 2000 (2), ruimtelijke plannen (1) en andere projecten (1)`; of a place that is not
 * certain, that it may.
 */
export function toOverlapLead(
  groups: readonly OverlapGroup[],
  titles: ReadonlyMap<string, string>,
  isCertain = true,
): string {
  if (groups.length === 0) return 'Geen overlap gevonden met wat geladen is';
  const parts = groups.map(({ laag, things }) => {
    const title = toLayerTitle(laag, titles);
    const own = titles.get(laag) === title && laag !== 'plannen';
    return `${own ? title : title.toLowerCase()} (${formatNumber(things.length)})`;
  });
  return `Raakt ${isCertain ? '' : 'mogelijk '}${toEnumeration(parts)}`;
}

/** What one overlapping part is: `enkelbestemming bedrijf · vastgesteld`. */
export function toPartWords({ onderdeel, hoofdgroep, soort, status }: Overlap): string {
  return [[onderdeel, hoofdgroep].filter(Boolean).join(' ') || soort, status].filter(Boolean).join(' · ');
}

/** The share of the asked geometry a part takes; null where that says nothing: a line through an area. */
export function toPartShare({
  overlapM2,
  overlapM,
  aandeel,
}: Pick<Overlap, 'overlapM2' | 'overlapM' | 'aandeel'>): number | null {
  return aandeel === 0 && overlapM2 === undefined && overlapM !== undefined ? null : aandeel;
}
