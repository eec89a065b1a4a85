import { onMount } from 'svelte';
import { createPageSheet } from '../print/page.ts';
import type { Orientation, Paper } from '../print/paper.ts';

/** The paper a page prints on, for as long as it is open. Call while a component initialises. */
export function usePaper(paper: Paper, orientation: Orientation): void {
  onMount(() => {
    const sheet = createPageSheet(paper, orientation);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  });
}
