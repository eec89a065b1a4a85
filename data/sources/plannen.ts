import type { SourceDocument } from '../document.ts';

export const plannen: SourceDocument = {
  id: 'plannen',
  titel: 'Ruimtelijke plannen (IMRO)',
  // One plan at a time, by its identification; there is no collection to harvest.
  dienst: 'https://www.ruimtelijkeplannen.nl/documents/{planidentificatie}/',
  dienstGeverifieerd: false,
  licentie: 'onbekend',
  uitgever: 'gemeenten, provincies en Rijk (bronhouders)',
  peildatum: null,
  crs: 'EPSG:28992',
  // Which objects become which onderdeel is a table beside the reader: server/load/imro-objects.ts.
  kolommen: {
    id: 'identificatie',
    soort: 'typePlan',
    status: 'planstatus',
    datum: 'datum',
    eigenaar_code: 'overheidsCode',
    eigenaar_naam: 'naamOverheid',
    eigenaar_soort: 'beleidsmatigVerantwoordelijkeOverheid',
  },
  verwachtAantal: null,
  lezers: { spiegel: { dataset: 'plannen-imro' } },
  tabel: 'plan',
  opZee: true,
  // Single plans: no area of which all of them are here.
  dekking: [],
  toelichting:
    'Losse plannen in IMRO-GML, geen landelijke dekking. Bogen zijn omgezet in koorden die hoogstens 1 cm van de boog afwijken. Van voorbeeldbestanden bij de standaard kunnen datum en status voor tests zijn aangepast.',
};
