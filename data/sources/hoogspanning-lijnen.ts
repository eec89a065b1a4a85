import type { SourceDocument } from '../document.ts';
import { osm2017 } from './osm-2017.ts';
import { tennet } from './tennet.ts';

export const hoogspanningLijnen: SourceDocument = {
  ...osm2017,
  id: 'hoogspanning-lijnen',
  titel: 'Hoogspanningsverbindingen',
  kolommen: {
    bron_id: 'l_id',
    naam: 'name',
    spanning: 'voltage',
    beheerder: 'operator',
    soort: 'type',
    wkt: 'wkt_srid_4326',
  },
  verwachtAantal: null,
  lezers: {
    officieel: {
      ...tennet,
      // Hoogspanning leiding (overhead) and Hoogspanning kabel (underground).
      lagen: [2, 3],
      kolommen: { naam: 'OBJECTOMSCHRIJVING', spanning: 'SPANNINGSNIVEAU' },
      toelichting: `Leidingen en kabels. ${tennet.toelichting}`,
    },
    spiegel: { dataset: 'hoogspanning-lijnen', naast: 'heuristic_links.csv' },
  },
  toelichting:
    'Rechte lijnen tussen knooppunten, niet het echte tracé; onvolledig. Verbindingen die de bewerking zelf heeft verzonnen (zonder spanning) zijn weggelaten.',
};
