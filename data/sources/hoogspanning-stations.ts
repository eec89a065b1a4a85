import type { SourceDocument } from '../document.ts';
import { osm2017 } from './osm-2017.ts';
import { tennet } from './tennet.ts';

export const hoogspanningStations: SourceDocument = {
  ...osm2017,
  id: 'hoogspanning-stations',
  titel: 'Hoogspanningsstations',
  kolommen: {
    bron_id: 'v_id',
    naam: 'name',
    spanning: 'voltage',
    beheerder: 'operator',
    soort: 'typ',
    lon: 'lon',
    lat: 'lat',
  },
  verwachtAantal: null,
  lezers: {
    officieel: {
      ...tennet,
      // Hoogspanning station.
      lagen: [5],
      kolommen: { bron_id: 'STATIONID', naam: 'OBJECTOMSCHRIJVING', spanning: 'SPANNINGSNIVEAU' },
      toelichting: `Stations, als terrein waar de dienst dat geeft: afstanden zijn dan tot de rand ervan. ${tennet.toelichting}`,
    },
    spiegel: { dataset: 'hoogspanning-stations', naast: 'heuristic_vertices.csv' },
  },
  toelichting:
    'Knooppunten die de bron een station noemt; onvolledig en van 2017. Van een deel is de spanning niet bekend.',
};
