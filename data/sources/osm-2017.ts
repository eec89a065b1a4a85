import type { SourceDocument } from '../document.ts';

/** What both layers of the grid share: an OpenStreetMap extract of 2017, because TenneT's service has no known licence. */
export const osm2017 = {
  dienst:
    'https://services-eu1.arcgis.com/WjozPuR5ROn6NZE8/arcgis/rest/services/TenneT_Assets_Hoogspanning/FeatureServer',
  dienstGeverifieerd: false,
  licentie: 'ODbL 1.0',
  uitgever: 'OpenStreetMap (SciGRID-bewerking)',
  peildatum: '2017-01-01',
  crs: 'EPSG:4326',
  tabel: 'hoogspanning',
} satisfies Partial<SourceDocument>;
