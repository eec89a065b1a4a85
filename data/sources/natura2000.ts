import type { SourceDocument } from '../document.ts';

export const natura2000: SourceDocument = {
  id: 'natura2000',
  titel: 'Natura 2000-gebieden',
  dienst: 'https://api.pdok.nl/rvo/natura2000/ogc/v1',
  dienstGeverifieerd: false,
  licentie: 'onbekend',
  uitgever: 'LNV / RVO',
  peildatum: null,
  crs: 'EPSG:28992',
  kolommen: { bron_id: 'nr', naam: 'naamN2K' },
  verwachtAantal: null,
  lezers: {
    officieel: {
      soort: 'ogc-api',
      url: 'https://api.pdok.nl/rvo/natura2000/ogc/v1',
      collectie: 'natura2000',
    },
    spiegel: { dataset: 'natura2000' },
  },
  tabel: 'beschermd_gebied',
  // The North Sea has Natura 2000 areas.
  opZee: true,
  toelichting:
    'Begrenzing van de Natura 2000-gebieden; wat buiten de genoemde dekking ligt, is niet geladen.',
};
