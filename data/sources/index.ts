// Every dataset the atlas can load, in the order of loading: what others are made from comes first, and the map
// is usable after the projects.
import type { SourceDocument } from '../document.ts';
import { akkervogelkerngebied } from './akkervogelkerngebied.ts';
import { ecologischeVerbindingen } from './ecologische-verbindingen.ts';
import { gemeenten } from './gemeenten.ts';
import { glastuinbouw } from './glastuinbouw.ts';
import { hoogspanningLijnen } from './hoogspanning-lijnen.ts';
import { hoogspanningStations } from './hoogspanning-stations.ts';
import { nationaleParken } from './nationale-parken.ts';
import { natura2000 } from './natura2000.ts';
import { netbeheerdersgebieden } from './netbeheerdersgebieden.ts';
import { nnn } from './nnn.ts';
import { plannen } from './plannen.ts';
import { projecten } from './projecten.ts';
import { provincies } from './provincies.ts';
import { resRegios } from './res-regios.ts';
import { subregios } from './subregios.ts';
import { waterschappen } from './waterschappen.ts';
import { weidevogelkerngebied } from './weidevogelkerngebied.ts';

export const sources: readonly SourceDocument[] = [
  gemeenten,
  provincies,
  resRegios,
  subregios,
  netbeheerdersgebieden,
  waterschappen,
  projecten,
  hoogspanningLijnen,
  hoogspanningStations,
  natura2000,
  nnn,
  ecologischeVerbindingen,
  weidevogelkerngebied,
  akkervogelkerngebied,
  glastuinbouw,
  plannen,
  // Only a service has it: last, so that nothing waits while it is found out whether that answers.
  nationaleParken,
];

/** The document with this id; null when there is none. */
export function findSource(id: string): SourceDocument | null {
  return sources.find((source) => source.id === id) ?? null;
}
