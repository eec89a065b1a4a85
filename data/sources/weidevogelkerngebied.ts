import type { SourceDocument } from '../document.ts';
import { createDrentheReader, drenthe } from './drenthe.ts';

export const weidevogelkerngebied: SourceDocument = {
  ...drenthe,
  id: 'weidevogelkerngebied',
  titel: 'Kerngebied weidevogels',
  kolommen: { bron_id: 'OBJECTID' },
  verwachtAantal: 11,
  lezers: {
    officieel: createDrentheReader('DRENTHE_WEIDEVOGELKERNGEBIED_URL'),
    spiegel: { dataset: 'weidevogelkerngebied' },
  },
  toelichting: 'Alleen Drenthe. Leefgebied volgens Sovon, 2017.',
};
