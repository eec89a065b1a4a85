import type { SourceDocument } from '../document.ts';
import { tennet } from './tennet.ts';

/** What both layers of the grid share: an OpenStreetMap extract of 2017 where TenneT's own service does not answer. */
export const osm2017 = {
  dienst: tennet.url,
  dienstGeverifieerd: false,
  licentie: 'ODbL 1.0',
  uitgever: 'OpenStreetMap (SciGRID-bewerking)',
  peildatum: '2017-01-01',
  crs: 'EPSG:4326',
  tabel: 'hoogspanning',
} satisfies Partial<SourceDocument>;
