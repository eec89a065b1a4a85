import type { SourceDocument } from '../document.ts';
import { drenthe } from './drenthe.ts';

export const nnn: SourceDocument = {
  ...drenthe,
  id: 'nnn',
  titel: 'Natuurnetwerk Nederland (NNN)',
  // The whole country is one GML at service.pdok.nl/provincies/natuurnetwerk-nederland/atom: docs/decisions.md §21 why not.
  kolommen: { bron_id: 'OBJECTID' },
  verwachtAantal: 10832,
  lezers: { spiegel: { dataset: 'nnn' } },
  toelichting:
    'Alleen Drenthe: kaartlaag "realisatie en verbeteren NNN" van de provincie. De landelijke dienst met CDDA-gebieden is een andere verzameling en wordt hier niet voor gebruikt.',
};
