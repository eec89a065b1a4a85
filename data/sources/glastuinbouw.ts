import type { SourceDocument } from '../document.ts';
import { createDrentheReader, drenthe } from './drenthe.ts';

const reader = createDrentheReader('DRENTHE_GLASTUINBOUW_URL');
const naam = 'LEGENDA_UNION';

export const glastuinbouw: SourceDocument = {
  ...drenthe,
  id: 'glastuinbouw',
  titel: 'Glastuinbouwgebieden',
  kolommen: { bron_id: 'OBJECTID', naam },
  verwachtAantal: 46,
  lezers: {
    officieel: {
      ...reader,
      // The name it has in the GML; that the service has it too was not seen.
      kolommen: { naam },
      toelichting: `${reader.toelichting} Geen beschermd natuurgebied, wel een gebied met een eigen functie.`,
    },
    spiegel: { dataset: 'glastuinbouw' },
  },
  toelichting: 'Alleen Drenthe. Geen beschermd natuurgebied, wel een gebied met een eigen functie.',
};
