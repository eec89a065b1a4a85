import { createContext } from 'svelte';
import type { Verantwoording } from '../../../data/schema/bron.ts';
import { herkomstLabels } from '../../../data/vocabulary.ts';
import { formatDate } from '../../format.ts';

/** What a number in this panel rests on, as text that goes along when it is copied. */
export const [useSource, provideSource] = createContext<() => string>();

/** The sources of an answer in one line: `Bron: CBS gemeenten 2024 (lokale spiegel); berekend in RD (EPSG:28992)`. */
export function toSourceText({ peildatum, bronnen, opmerkingen, crs }: Verantwoording): string {
  const sources = bronnen.map(
    (bron) => `${bron.titel} ${formatDate(bron.peildatum)} (${herkomstLabels[bron.herkomst]})`,
  );
  return [
    `Bron: ${sources.join(', ') || 'onbekend'}`,
    `berekend in RD (${crs})`,
    `peildatum ${formatDate(peildatum)}`,
    ...opmerkingen.filter((each) => /schematisch/i.test(each)).map((each) => each.replace(/\.$/, '')),
  ].join('; ');
}
