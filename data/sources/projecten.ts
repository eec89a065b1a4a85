import type { SourceDocument } from '../document.ts';
import { projecten as register, projectenPeildatum } from '../seed/projecten.ts';

export const projecten: SourceDocument = {
  id: 'projecten',
  titel: 'Energie-infrastructuurprojecten (pMIEK en publiek)',
  dienst: null,
  dienstGeverifieerd: false,
  licentie: 'feiten uit openbare bronnen; per project genoemd',
  uitgever: 'openbare bronnen, per project genoemd',
  peildatum: projectenPeildatum,
  crs: 'EPSG:4326',
  kolommen: { lon: 'lon', lat: 'lat' },
  verwachtAantal: register.length,
  lezers: { schematisch: { bestand: 'projecten.json' } },
  tabel: 'project',
  toelichting:
    'Met de atlas meegeleverd. Ligging is het centrum van een plaats of gemeente met een straal, nooit een terrein; projecten zonder ligging tellen mee. Van 14 is het pMIEK-lidmaatschap bevestigd, van 14 waarschijnlijk.',
};
