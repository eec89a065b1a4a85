import type { ArcGisReader } from '../readers.ts';

/**
 * What the layers of TenneT's own service share. Its address, layers and columns come from public programs that read
 * it (November 2026); no statement of its licence was seen.
 */
export const tennet = {
  soort: 'arcgis',
  url: 'https://services-eu1.arcgis.com/WjozPuR5ROn6NZE8/ArcGIS/rest/services/TenneT_Assets_Hoogspanning/FeatureServer',
  uitgever: 'TenneT TSO B.V.',
  licentie: 'onbekend',
  toelichting:
    'Het net van TenneT van 110 kV en hoger; delen van andere beheerders ontbreken. Objecten van elke status staan erbij, ook wat niet in bedrijf is. De dienst rekent zelf van RD naar graden om.',
  // Platforms at sea and the cables to them.
  opZee: true,
} satisfies Partial<ArcGisReader>;
