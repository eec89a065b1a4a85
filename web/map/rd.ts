// RD New (EPSG:28992) in the browser, for reading out, pasting and the URL; answers are computed in the server.
// proj4 without its projection catalogue (the core and one projection) keeps the first load small. The datum
// shift is the 7-parameter one (about 0.25 m from RDNAPTRANS), so what is shown is in whole metres.
import sterea from 'proj4/lib/projections/sterea.js';
import proj4 from 'proj4/lib/core.js';
import Proj from 'proj4/lib/Proj.js';

Proj.projections.start();
Proj.projections.add(sterea);
const rd =
  '+proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 ' +
  '+ellps=bessel +towgs84=565.2369,50.0087,465.658,-0.406857330322398,0.350732676542563,-1.8703473836068,4.0812 ' +
  '+units=m +no_defs';
const converter = proj4('+proj=longlat +datum=WGS84 +no_defs', rd);

export type RdXy = [x: number, y: number];

/** RD New metres of a WGS 84 position; unrounded. */
export function toRd(lngLat: readonly [number, number]): RdXy {
  const [x, y] = converter.forward([lngLat[0], lngLat[1]]);
  return [x, y];
}

/** WGS 84 degrees of an RD New position; unrounded. */
export function toLngLat(rdXy: readonly [number, number]): [lng: number, lat: number] {
  const [lng, lat] = converter.inverse([rdXy[0], rdXy[1]]);
  return [lng, lat];
}

/** Whether RD metres fall within the area where RD New is defined (the Netherlands with a margin). */
export function isInRdRange([x, y]: readonly [number, number]): boolean {
  return x >= -7000 && x <= 300000 && y >= 289000 && y <= 629000;
}
