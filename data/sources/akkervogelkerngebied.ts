import type { SourceDocument } from '../document.ts';
import { drenthe } from './drenthe.ts';

export const akkervogelkerngebied: SourceDocument = {
  ...drenthe,
  id: 'akkervogelkerngebied',
  titel: 'Kerngebied akkervogels',
  kolommen: { bron_id: 'OBJECTID' },
  verwachtAantal: 19,
  lezers: { spiegel: { dataset: 'akkervogelkerngebied' } },
  toelichting: 'Alleen Drenthe. Leefgebied volgens Sovon, 2017.',
};
