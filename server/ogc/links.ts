/** A link to another resource (OGC API Common). */
export interface Link {
  href: string;
  rel: string;
  type: string;
  title: string;
}

export const mediaTypes = {
  json: 'application/json',
  geoJson: 'application/geo+json',
  schema: 'application/schema+json',
  openApi: 'application/vnd.oai.openapi+json;version=3.0',
  tile: 'application/vnd.mapbox-vector-tile',
} as const;

const ogcRel = (name: string): string => `http://www.opengis.net/def/rel/ogc/1.0/${name}`;
/** Relations that have no short name of their own. */
export const rels = {
  conformance: ogcRel('conformance'),
  data: ogcRel('data'),
  queryables: ogcRel('queryables'),
  schema: ogcRel('schema'),
  tilesets: ogcRel('tilesets-vector'),
  tilingSchemes: ogcRel('tiling-schemes'),
  tilingScheme: ogcRel('tiling-scheme'),
  geodata: ogcRel('geodata'),
} as const;

export const link = (href: string, rel: string, type: string, title: string): Link => ({
  href,
  rel,
  type,
  title,
});
