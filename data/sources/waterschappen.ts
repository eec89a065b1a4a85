import type { SourceDocument } from '../document.ts';
import { waterschappen as register } from '../seed/gebieden.ts';

export const waterschappen: SourceDocument = {
  id: 'waterschappen',
  titel: 'Waterschappen',
  // Only the WMS was seen: pictures, no boundaries.
  dienst:
    'https://service.pdok.nl/hwh/waterschappen-administratieve-eenheden/wms/v1_0?request=GetCapabilities&service=WMS',
  dienstGeverifieerd: false,
  licentie: 'onbekend',
  uitgever: 'waterschappen (waterschapsverordening in STOP); namen: register van de atlas',
  peildatum: null,
  crs: 'EPSG:28992',
  kolommen: {},
  verwachtAantal: register.length,
  lezers: { spiegel: { dataset: 'plannen-stop' }, schematisch: { bestand: 'waterschappen.json' } },
  tabel: 'gebied',
  toelichting:
    'Van de 21 waterschappen is alleen van Rivierenland een grens bekend: het werkingsgebied van de waterschapsverordening (ws0621, 19-08-2024). De andere zijn er met naam en provincies, zonder grens; die toedeling is globaal en achtergrondkennis. Van Limburg (ws0665) is alleen het gebied voor waterkwaliteitsbeheer gepubliceerd, zonder de Maas en de kanalen: dat is niet de grens van het waterschap en is niet geladen.',
};
