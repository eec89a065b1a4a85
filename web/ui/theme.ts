import { dark, light, type Palette } from '../map/palette.ts';
import type { Theme } from '../state/view.svelte.ts';

/** CSS custom properties of a palette: `paperRaised` → `--paper-raised`, `map.land` → `--map-land`. */
function toProperties(palette: Palette): string {
  const lines: string[] = [];
  const write = (value: object, prefix: string) => {
    for (const [key, part] of Object.entries(value) as [string, string | object][]) {
      const name = `${prefix}-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(' ', '-')}`;
      if (typeof part === 'string') lines.push(`${name}: ${part};`);
      else write(part, name);
    }
  };
  const { scheme: _, ...colours } = palette;
  write(colours, '-');
  return lines.join('');
}

/** Puts both palettes in force: what the system asks for, unless data-thema on <html> says otherwise; print is light. */
export function installTheme(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :root { color-scheme: light; ${toProperties(light)} }
    @media screen and (prefers-color-scheme: dark) {
      :root:not([data-thema='licht']) { color-scheme: dark; ${toProperties(dark)} }
    }
    @media screen { :root[data-thema='donker'] { color-scheme: dark; ${toProperties(dark)} } }
  `);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** The palette in force for a theme; `systemDark` is what the system asks for. */
export function findPalette(theme: Theme, systemDark: boolean): Palette {
  return theme === 'donker' || (theme === 'systeem' && systemDark) ? dark : light;
}
