import type { SourceDocument } from '../document.ts';
import { waterschappen as register } from '../seed/gebieden.ts';

export const waterschappen: SourceDocument = {
  id: 'waterschappen',
  titel: 'Waterschappen',
  dienst:
    'https://service.pdok.nl/hwh/waterschappen-administratieve-eenheden/atom/administratieve-eenheden.xml',
  dienstGeverifieerd: false,
  licentie: 'onbekend',
  uitgever: 'waterschappen (waterschapsverordening in STOP); namen: register van de atlas',
  peildatum: null,
  crs: 'EPSG:28992',
  kolommen: {},
  verwachtAantal: register.length,
  lezers: {
    // Address, form (GML in EPSG:4258, 21 units) and licence from a public description of 9 October 2026. The boundaries
    // that waterschappen publish as IMSO are not used: their feed and their metadata name different licences.
    officieel: {
      soort: 'bestand',
      url: 'https://service.pdok.nl/hwh/waterschappen-administratieve-eenheden/atom/downloads/administrativeunit.gml',
      uitgever: 'Het Waterschapshuis (PDOK)',
      licentie: 'CC0 1.0 (volgens een beschrijving van derden; de metadata zelf is niet gezien)',
      toelichting:
        'Grenzen van de waterschappen, zoals zij die zelf publiceren (INSPIRE, administratieve eenheden). Buren kunnen elkaar een strook overlappen of een strook open laten. De provincies bij een waterschap zijn globaal en achtergrondkennis.',
    },
    spiegel: { dataset: 'plannen-stop' },
    schematisch: { bestand: 'waterschappen.json' },
  },
  tabel: 'gebied',
  toelichting:
    'Zonder de dienst is van de 21 waterschappen alleen van Rivierenland een grens bekend: het werkingsgebied van de waterschapsverordening (ws0621, 19-08-2024). De andere zijn er met naam en provincies, zonder grens; die toedeling is globaal en achtergrondkennis. Van Limburg (ws0665) is alleen het gebied voor waterkwaliteitsbeheer gepubliceerd, zonder de Maas en de kanalen: dat is niet de grens van het waterschap en is niet geladen.',
};
