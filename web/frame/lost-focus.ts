import { tick } from 'svelte';

/** Puts the focus on the first of these that is on screen, when what had it went away. */
export async function keepFocus(...candidates: (() => HTMLElement | null | undefined)[]): Promise<void> {
  await tick();
  const { activeElement } = document;
  if (activeElement && activeElement !== document.body) return;
  for (const find of candidates) {
    const element = find();
    if (!element?.isConnected || !element.checkVisibility()) continue;
    element.focus({ preventScroll: true });
    return;
  }
}
