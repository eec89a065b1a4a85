import { readKept, type KeptDraft } from './draft.svelte.ts';

// Drafts of projects that are being placed, in this browser: they survive a closed tab, a lost connection and an
// expired session. They are wiped when they are saved or thrown away.

const prefix = 'atlas:plaatsing:';

/** Keeps a draft; false when the browser keeps nothing, so that the screen can say so. */
export function keepDraft(draft: KeptDraft): boolean {
  try {
    localStorage.setItem(prefix + draft.sleutel, JSON.stringify(draft));
    return true;
  } catch (error) {
    console.warn('The browser keeps no drafts.', error);
    return false;
  }
}

/** Every draft that is kept and can be used, the latest first. */
export function listDrafts(): KeptDraft[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .flatMap((key) => readKept(JSON.parse(localStorage.getItem(key) ?? 'null')) ?? [])
      .sort((a, b) => b.gewijzigdOp.localeCompare(a.gewijzigdOp));
  } catch (error) {
    console.warn('The kept drafts could not be read.', error);
    return [];
  }
}

/** The draft with this key, or null. */
export function findKept(sleutel: string): KeptDraft | null {
  return listDrafts().find((each) => each.sleutel === sleutel) ?? null;
}

export function forgetDraft(sleutel: string): void {
  try {
    localStorage.removeItem(prefix + sleutel);
  } catch (error) {
    console.warn('The draft could not be forgotten.', error);
  }
}
