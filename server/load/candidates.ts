import type { SourceDocument } from '../../data/document.ts';
import { loadHerkomsten, type LoadHerkomst } from './reading.ts';
import { RefusalError } from './refusal.ts';

/** What is loaded now of a dataset. */
export interface Loaded {
  herkomst: LoadHerkomst;
  controlesom: string;
  aantal: number;
}

/**
 * Which sources to try, in order. Nothing loaded yet: every one the document has. Loaded: the same source again, to see
 * whether it changed; schematic data gives way to anything better by itself, other data only when `ververs` asks for
 * it. A less trusted source never comes in place of a more trusted one, unless `bron` names it.
 */
export function listCandidates(
  source: SourceDocument,
  loaded: Loaded | null,
  { bron, ververs }: { bron?: LoadHerkomst; ververs?: boolean },
): LoadHerkomst[] {
  const offered = loadHerkomsten.filter((herkomst) => source.lezers[herkomst] !== undefined);
  // Made from what is loaded: there is one source, and its herkomst follows from that.
  if (offered.length === 0) return ['schematisch'];
  if (bron) {
    if (offered.includes(bron)) return [bron];
    throw new RefusalError(`Deze gegevens zijn er niet van bron "${bron}"; wel van: ${offered.join(', ')}.`);
  }
  if (!loaded || loaded.herkomst === 'schematisch') return offered;
  // Shipped facts are noted as 'spiegel'; their only reader is the shipped one.
  const atLeast = Math.max(rank(loaded.herkomst), rank(offered[0]!));
  const trusted = offered.filter((herkomst) => rank(herkomst) <= atLeast);
  if (ververs) return trusted;
  return loaded.herkomst === 'officieel' ? [] : trusted.slice(-1);
}

function rank(herkomst: LoadHerkomst): number {
  return loadHerkomsten.indexOf(herkomst);
}
