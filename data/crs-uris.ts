/** The reference systems a message may be in, by the name their headers carry. */
export const crsUris = {
  crs84: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
  rd: 'http://www.opengis.net/def/crs/EPSG/0/28992',
} as const;
