import type { Atlas } from '../state/contexts.ts';
import { nederlandBboxWgs84, type BboxWgs84 } from '../state/view.svelte.ts';

/** What is home: the chosen provincie, as far as its box is known, and else the country. */
export function findHome({ api, view }: Pick<Atlas, 'api' | 'view'>): { naam: string; bboxWgs84: BboxWgs84 } {
  const chosen = view.provincie
    ? api.gebieden('provincie').data?.gebieden.find(({ code }) => code === view.provincie)
    : null;
  return chosen?.bboxWgs84
    ? { naam: chosen.naam, bboxWgs84: chosen.bboxWgs84 }
    : { naam: 'Nederland', bboxWgs84: nederlandBboxWgs84 };
}
