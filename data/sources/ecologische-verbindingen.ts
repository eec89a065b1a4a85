import type { SourceDocument } from '../document.ts';
import { createDrentheReader, drenthe } from './drenthe.ts';

const reader = createDrentheReader('DRENTHE_ECOLOGISCHE_VERBINDINGEN_URL');

export const ecologischeVerbindingen: SourceDocument = {
  ...drenthe,
  id: 'ecologische-verbindingen',
  titel: 'Ecologische verbindingen',
  kolommen: { bron_id: 'OBJECTID' },
  verwachtAantal: 243,
  lezers: {
    officieel: {
      ...reader,
      toelichting: `${reader.toelichting} Van een lijn is de breedte niet bekend.`,
    },
    spiegel: { dataset: 'ecologische-verbindingen' },
  },
  toelichting: 'Alleen Drenthe. Lijnen, geen vlakken: de breedte is niet bekend.',
};
