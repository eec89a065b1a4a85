import { MediaQuery } from 'svelte/reactivity';
import type { Palette } from '../../map/palette.ts';
import { useAtlas } from '../../state/contexts.ts';
import { findPalette } from '../../ui/theme.ts';

const systemDark = new MediaQuery('(prefers-color-scheme: dark)');

/** The palette in force, as the map has it. Call while a component initialises. */
export function usePalette(): () => Palette {
  const { view } = useAtlas();
  return () => findPalette(view.theme, systemDark.current);
}
