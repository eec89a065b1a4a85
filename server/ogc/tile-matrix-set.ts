import { HALF_WORLD_M } from '../tiles/mercator.ts';
import { link, mediaTypes } from './links.ts';

/** The one division into tiles that is served. */
export const WEB_MERCATOR_QUAD = 'WebMercatorQuad';
export const tileMatrixSetUri = 'http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad';
export const mercatorUri = 'http://www.opengis.net/def/crs/EPSG/0/3857';

const TILE_PIXELS = 256;
/** A pixel of the standard (OGC 17-083r4), in metres. */
const PIXEL_M = 0.00028;
const DEEPEST = 24;

/** `GET /tileMatrixSets`. */
export function listTileMatrixSets(base: string): object {
  const at = `${base}/tileMatrixSets/${WEB_MERCATOR_QUAD}`;
  return {
    tileMatrixSets: [
      {
        id: WEB_MERCATOR_QUAD,
        title: 'Google Maps Compatible for the World',
        uri: tileMatrixSetUri,
        crs: mercatorUri,
        links: [link(at, 'self', mediaTypes.json, WEB_MERCATOR_QUAD)],
      },
    ],
  };
}

/** WebMercatorQuad written out (OGC Two Dimensional Tile Matrix Set 2.0), zoom 0 to 24. */
export function describeTileMatrixSet(): object {
  return {
    id: WEB_MERCATOR_QUAD,
    title: 'Google Maps Compatible for the World',
    uri: tileMatrixSetUri,
    crs: mercatorUri,
    orderedAxes: ['X', 'Y'],
    wellKnownScaleSet: 'http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible',
    tileMatrices: Array.from({ length: DEEPEST + 1 }, (_none, zoom) => {
      const cellSize = (2 * HALF_WORLD_M) / TILE_PIXELS / 2 ** zoom;
      return {
        id: String(zoom),
        scaleDenominator: cellSize / PIXEL_M,
        cellSize,
        pointOfOrigin: [-HALF_WORLD_M, HALF_WORLD_M],
        tileWidth: TILE_PIXELS,
        tileHeight: TILE_PIXELS,
        matrixWidth: 2 ** zoom,
        matrixHeight: 2 ** zoom,
      };
    }),
  };
}
