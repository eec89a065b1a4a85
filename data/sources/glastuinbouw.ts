import type { SourceDocument } from '../document.ts';
import { drenthe } from './drenthe.ts';

export const glastuinbouw: SourceDocument = {
  ...drenthe,
  id: 'glastuinbouw',
  titel: 'Glastuinbouwgebieden',
  kolommen: { bron_id: 'OBJECTID', naam: 'LEGENDA_UNION' },
  verwachtAantal: 46,
  lezers: { spiegel: { dataset: 'glastuinbouw' } },
  toelichting: 'Alleen Drenthe. Geen beschermd natuurgebied, wel een gebied met een eigen functie.',
};
