import type { SourceDocument } from '../document.ts';
import { drenthe } from './drenthe.ts';

/** What stands outside the readers is of the mirror: the layer of the province of Drenthe. */
export const nnn: SourceDocument = {
  ...drenthe,
  id: 'nnn',
  titel: 'Natuurnetwerk Nederland (NNN)',
  dienst: 'https://service.pdok.nl/provincies/natuurnetwerk-nederland/atom',
  kolommen: { bron_id: 'OBJECTID' },
  verwachtAantal: 10832,
  lezers: {
    // Address, form (INSPIRE protected sites, GML) and size (185 to 194 MB, once 46,792 sites) from public
    // descriptions, November 2026. They differ about its CRS, which is therefore read from the file itself.
    officieel: {
      soort: 'inspire-gebieden',
      url: 'https://service.pdok.nl/provincies/natuurnetwerk-nederland/atom/downloads/inspire-pv-ps.nlps-nnn.gml',
      uitgever: 'de twaalf provincies (PDOK)',
      licentie: 'onbekend',
      toelichting:
        'Begrenzing van het Natuurnetwerk Nederland van alle provincies, zoals zij die samen voor INSPIRE publiceren (beschermde gebieden). Een naam staat er alleen bij waar de bron er een geeft.',
      element: 'ProtectedSite',
      // The mirror has 10,832 areas in Drenthe alone. The file may grow and shrink, but not to less than one province.
      minstAantal: 10_000,
      // The coast and the Wadden are part of it.
      opZee: true,
    },
    spiegel: { dataset: 'nnn' },
  },
  toelichting: 'Alleen Drenthe: kaartlaag "realisatie en verbeteren NNN" van de provincie.',
};
