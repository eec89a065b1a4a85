import type { DraftState } from '../state/drafts.svelte.ts';
import { KeptDrafts } from '../state/kept-drafts.ts';
import { readKept, type KeptDraft } from './draft.svelte.ts';

// Drafts of what is being placed, among the other drafts of this browser. Sketching needs no account: a sketch made
// before signing in is found afterwards too, and moves to the account with the first change.

type Drafts = Pick<DraftState, 'keep' | 'drop' | 'all' | 'kept'>;

const prefix = 'plaatsing/';
const nobody = new KeptDrafts(() => '');

/** Keeps a draft; false when the browser keeps nothing, so that the screen can say so. */
export function keepDraft(drafts: Drafts, draft: KeptDraft): boolean {
  const sleutel = prefix + draft.sleutel;
  nobody.drop(sleutel);
  drafts.keep({
    sleutel,
    titel: draft.basis ? `Plek van ${draft.basis.projectTitel}` : `Nieuw project ${draft.velden.naam}`.trim(),
    pad: `/?rechts=plaatsen&begin=concept:${draft.sleutel}`,
    inhoud: draft,
  });
  return drafts.kept.find(sleutel) !== null;
}

/** Every draft of a place that can be used, the latest first. */
export function listDrafts(drafts: Drafts): KeptDraft[] {
  const found = new Map<string, KeptDraft>();
  for (const { sleutel, inhoud } of [...drafts.all, ...nobody.list()]) {
    const kept = sleutel.startsWith(prefix) ? readKept(inhoud) : null;
    if (kept && !found.has(kept.sleutel)) found.set(kept.sleutel, kept);
  }
  return [...found.values()].sort((a, b) => b.gewijzigdOp.localeCompare(a.gewijzigdOp));
}

/** The draft with this key, or null. */
export function findKept(drafts: Drafts, sleutel: string): KeptDraft | null {
  return listDrafts(drafts).find((each) => each.sleutel === sleutel) ?? null;
}

export function forgetDraft(drafts: Drafts, sleutel: string): void {
  nobody.drop(prefix + sleutel);
  drafts.drop(prefix + sleutel);
}
