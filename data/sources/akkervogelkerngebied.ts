import type { SourceDocument } from '../document.ts';
import { createDrentheReader, drenthe } from './drenthe.ts';

export const akkervogelkerngebied: SourceDocument = {
  ...drenthe,
  id: 'akkervogelkerngebied',
  titel: 'Kerngebied akkervogels',
  kolommen: { bron_id: 'OBJECTID' },
  verwachtAantal: 19,
  lezers: {
    officieel: createDrentheReader('DRENTHE_AKKERVOGELKERNGEBIED_URL'),
    spiegel: { dataset: 'akkervogelkerngebied' },
  },
  toelichting: 'Alleen Drenthe. Leefgebied volgens Sovon, 2017.',
};
