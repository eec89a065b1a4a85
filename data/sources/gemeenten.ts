import type { SourceDocument } from '../document.ts';
import { gemeenten as register } from '../seed/gebieden.ts';

// The ground layer: every other administrative area is a union of these. Kadaster's own service is exact and
// includes the waters of a gemeente; the generalised CBS edition of a mirror ends at the coast.
export const gemeenten: SourceDocument = {
  id: 'gemeenten',
  titel: 'Gemeenten',
  dienst: 'https://api.pdok.nl/kadaster/brk-bestuurlijke-gebieden/ogc/v1',
  dienstGeverifieerd: false,
  licentie: 'onbekend',
  uitgever: 'Kadaster, bestuurlijke gebieden (PDOK)',
  peildatum: null,
  crs: 'EPSG:28992',
  kolommen: { code: 'identificatie', naam: 'naam' },
  verwachtAantal: register.length,
  lezers: {
    officieel: {
      soort: 'ogc-api',
      url: 'https://api.pdok.nl/kadaster/brk-bestuurlijke-gebieden/ogc/v1',
      collectie: 'gemeentegebied',
    },
    spiegel: { dataset: 'gemeenten' },
    schematisch: { bestand: 'schematisch/gemeenten.json' },
  },
  tabel: 'gebied',
  toelichting: 'Grenzen van de 342 gemeenten; alle andere bestuurlijke gebieden zijn hieruit samengevoegd.',
};
