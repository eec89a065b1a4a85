import { akkervogelkerngebied } from './layers/akkervogelkerngebied.ts';
import { componenten } from './layers/componenten.ts';
import type { LayerDocument } from './layers/document.ts';
import { ecologischeVerbindingen } from './layers/ecologische-verbindingen.ts';
import { gemeenten } from './layers/gemeenten.ts';
import { glastuinbouw } from './layers/glastuinbouw.ts';
import { hoogspanning } from './layers/hoogspanning.ts';
import { namen } from './layers/namen.ts';
import { nationaleParken } from './layers/nationale-parken.ts';
import { natura2000 } from './layers/natura2000.ts';
import { netbeheerdersgebieden } from './layers/netbeheerdersgebieden.ts';
import { nnn } from './layers/nnn.ts';
import { plannen } from './layers/plannen.ts';
import { projecten } from './layers/projecten.ts';
import { provincies } from './layers/provincies.ts';
import { resRegios } from './layers/res-regios.ts';
import { subregios } from './layers/subregios.ts';
import { waterschappen } from './layers/waterschappen.ts';
import { weidevogelkerngebied } from './layers/weidevogelkerngebied.ts';

/** Every layer of the atlas, top to bottom, as the panel lists them until the reader changes the order. */
export const layerDocuments: readonly LayerDocument[] = [
  projecten,
  namen,
  componenten,
  hoogspanning,
  provincies,
  resRegios,
  subregios,
  netbeheerdersgebieden,
  waterschappen,
  gemeenten,
  plannen,
  natura2000,
  nnn,
  nationaleParken,
  ecologischeVerbindingen,
  weidevogelkerngebied,
  akkervogelkerngebied,
  glastuinbouw,
];

/** The document of a layer. Throws when the id is not in the list: a layer must say where it lies. */
export function getLayerDocument(id: string): LayerDocument {
  const found = layerDocuments.find((document) => document.id === id);
  if (!found) throw new Error(`Layer ${id} is not in map/order.ts`);
  return found;
}
