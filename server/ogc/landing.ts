import { link, mediaTypes, rels } from './links.ts';

const features = (part: number, name: string): string =>
  `http://www.opengis.net/spec/ogcapi-features-${part}/1.0/conf/${name}`;
const tiles = (name: string): string => `http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/${name}`;

/** What of the standards is done here, and nothing more. */
export const conformance = {
  conformsTo: [
    'http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core',
    'http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/collections',
    features(1, 'core'),
    features(1, 'oas30'),
    features(1, 'geojson'),
    features(2, 'crs'),
    features(3, 'queryables'),
    features(3, 'queryables-query-parameters'),
    ...['core', 'tileset', 'tilesets-list', 'dataset-tilesets', 'geodata-tilesets', 'mvt'].map(tiles),
  ],
};

/** The landing page of /ogc/v1; `base` is its address. */
export function describeLanding(base: string): object {
  return {
    title: 'pMIEK-atlas: open data',
    description:
      'Gebieden, pMIEK-projecten, ruimtelijke plannen, beschermde gebieden en het hoogspanningsnet als OGC API Features en Tiles, voor QGIS, ArcGIS, GDAL en andere programma’s. Niet alles is even zeker: lees bij elke verzameling de herkomst, de peildatum en de dekking.',
    links: [
      link(base, 'self', mediaTypes.json, 'Deze pagina'),
      link(`${base}/api`, 'service-desc', mediaTypes.openApi, 'Beschrijving van deze API (OpenAPI 3.0)'),
      link(`${base}/conformance`, rels.conformance, mediaTypes.json, 'Waar deze API aan voldoet'),
      link(`${base}/conformance`, 'conformance', mediaTypes.json, 'Waar deze API aan voldoet'),
      link(`${base}/collections`, rels.data, mediaTypes.json, 'De verzamelingen'),
      link(`${base}/collections`, 'data', mediaTypes.json, 'De verzamelingen'),
      link(`${base}/tiles`, rels.tilesets, mediaTypes.json, 'Vectortegels'),
      link(`${base}/tileMatrixSets`, rels.tilingSchemes, mediaTypes.json, 'Tegelindelingen'),
    ],
  };
}
