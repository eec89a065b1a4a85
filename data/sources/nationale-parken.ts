import type { SourceDocument } from '../document.ts';

// Address, collection and columns come from public descriptions of 7 May 2026, when there were 21 parks. Parks are added
// now and then (Van Gogh in 2024), so no count is demanded. No statement of the licence was seen.
export const nationaleParken: SourceDocument = {
  id: 'nationale-parken',
  titel: 'Nationale parken',
  dienst: 'https://api.pdok.nl/rvo/nationale-parken/ogc/v1',
  dienstGeverifieerd: false,
  licentie: 'onbekend',
  uitgever: 'RVO (PDOK)',
  peildatum: null,
  crs: 'EPSG:28992',
  kolommen: { bron_id: 'nr', naam: 'naam' },
  verwachtAantal: null,
  lezers: {
    officieel: {
      soort: 'ogc-api',
      url: 'https://api.pdok.nl/rvo/nationale-parken/ogc/v1',
      collectie: 'nationaleparken',
    },
  },
  tabel: 'beschermd_gebied',
  toelichting:
    'Begrenzing van de nationale parken zoals RVO die publiceert. Een park kan ook Natura 2000-gebied of NNN zijn; dat staat in die lagen.',
};
