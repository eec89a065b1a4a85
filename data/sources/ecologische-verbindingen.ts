import type { SourceDocument } from '../document.ts';
import { drenthe } from './drenthe.ts';

export const ecologischeVerbindingen: SourceDocument = {
  ...drenthe,
  id: 'ecologische-verbindingen',
  titel: 'Ecologische verbindingen',
  kolommen: { bron_id: 'OBJECTID' },
  verwachtAantal: 243,
  lezers: { spiegel: { dataset: 'ecologische-verbindingen' } },
  toelichting: 'Alleen Drenthe. Lijnen, geen vlakken: de breedte is niet bekend.',
};
