/**
 * WGS 84 → RD New (EPSG:28992) for the schematic boundaries, by seven parameters and without a correction grid:
 * 7 cm off at the RDNAPTRANS control point Amersfoort, the same as PROJ gives without the grid.
 *
 * A proj string wants the rotations in arc seconds with the position-vector sign; they are often printed in
 * microradians with the opposite sign (1.9342, −1.6677, 9.1019). Putting those numbers in unconverted shifts
 * everything by about 170 m.
 */
import proj4 from 'proj4';

export type RdXy = [number, number];

const RD_NEW =
  '+proj=sterea +lat_0=52.15616055555555 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 ' +
  '+ellps=bessel +towgs84=565.4171,50.3319,465.5524,-0.398957388243134,0.343987817378283,-1.87740163998045,4.0725 ' +
  '+units=m +no_defs';

const wgs84ToRd = proj4('EPSG:4326', RD_NEW);

/** Point in RD New, metres, not rounded; from longitude and latitude in degrees (WGS 84). */
export function toRd(lngLat: readonly [number, number]): RdXy {
  return wgs84ToRd.forward([...lngLat]) as RdXy;
}
