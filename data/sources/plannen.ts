import type { SourceDocument } from '../document.ts';

export const plannen: SourceDocument = {
  id: 'plannen',
  titel: 'Ruimtelijke plannen (IMRO)',
  dienst: 'https://ruimte.omgevingswet.overheid.nl/ruimtelijke-plannen/api/opvragen/v4',
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
  lezers: {
    // Address, key and fields from public pages and clients of the API; the GML of each plan is at ruimtelijkeplannen.nl.
    officieel: {
      soort: 'plannen',
      url: 'https://ruimte.omgevingswet.overheid.nl/ruimtelijke-plannen/api/opvragen/v4',
      toelichting:
        'Alleen plannen van de genoemde overheden, geldend of in ontwikkeling, zonder landelijke dekking. Plannen onder de Omgevingswet (omgevingsplan en andere omgevingsdocumenten in het DSO) staan er niet in. Bogen zijn omgezet in koorden die hoogstens 1 cm van de boog afwijken.',
      instellingen: [
        { naam: 'PLANNEN_API_KEY', inhoud: 'de sleutel voor de API "Ruimtelijke plannen opvragen"' },
        {
          naam: 'PLANNEN_OVERHEDEN',
          inhoud: 'de codes van de overheden waarvan de plannen worden opgehaald, zoals 0344,9926',
        },
      ],
    },
    spiegel: { dataset: 'plannen-imro' },
  },
  tabel: 'plan',
  opZee: true,
  // Single plans: no area of which all of them are here.
  dekking: [],
  toelichting:
    'Losse plannen in IMRO-GML, geen landelijke dekking. Bogen zijn omgezet in koorden die hoogstens 1 cm van de boog afwijken. Van voorbeeldbestanden bij de standaard kunnen datum en status voor tests zijn aangepast.',
};
