import { crsUris } from '../../data/crs-uris.ts';

/** A reference system geometry is given in, and its name in requests and answers. */
export interface Crs {
  uri: string;
  srid: 4326 | 4258 | 28992;
  /** True: the authority puts latitude first. */
  isLatFirst: boolean;
  /** 7 decimals of a degree is about a centimetre; in RD a millimetre. */
  decimals: number;
}

const epsg = (code: number): string => `http://www.opengis.net/def/crs/EPSG/0/${code}`;

/** The first is what geometry is in unless asked otherwise. */
export const crsList: readonly [Crs, ...Crs[]] = [
  { uri: crsUris.crs84, srid: 4326, isLatFirst: false, decimals: 7 },
  { uri: crsUris.rd, srid: 28992, isLatFirst: false, decimals: 3 },
  { uri: epsg(4258), srid: 4258, isLatFirst: true, decimals: 7 },
  { uri: epsg(4326), srid: 4326, isLatFirst: true, decimals: 7 },
];
export const storageCrs = crsUris.rd;

/** The system with this name; null when it is not offered. */
export function findCrs(uri: string): Crs | null {
  return crsList.find((one) => one.uri === uri) ?? null;
}

/** SQL (text) of the GeoJSON of `geom` (RD New) in a system; polygons turn as RFC 7946 has it. Null for null. */
export function geoJsonSql(geom: string, { srid, isLatFirst, decimals }: Crs): string {
  const moved = srid === 28992 ? geom : `ST_Transform(${geom}, ${srid})`;
  // Only areas: PostGIS 3.3 turns lines round as well.
  const turned = `case when ST_Dimension(${geom}) = 2 then ST_ForcePolygonCCW(${moved}) else ${moved} end`;
  return `ST_AsGeoJSON(${isLatFirst ? `ST_FlipCoordinates(${turned})` : turned}, ${decimals}, 0)`;
}
