/** Units along one side of a vector tile. */
export const EXTENT = 4096;
/** Units drawn beyond each side, so that lines and outlines do not stop at the seam. */
export const BUFFER = 64;
/** Half the side of the Web Mercator world (EPSG:3857), metres. */
export const HALF_WORLD_M = 20037508.342789244;

/** The Netherlands in Europe, with room: [west, south, east, north] in degrees. */
export const boundsWgs84 = [3.2, 50.7, 7.3, 53.7] as const;

export interface TileNumber {
  z: number;
  x: number;
  y: number;
}

/** Metres of EPSG:3857 that one tile unit spans at zoom `z`. Mercator metres: for drawing, never for measuring. */
export function unitM(z: number): number {
  return (2 * HALF_WORLD_M) / (EXTENT * 2 ** z);
}

/** The square of a tile with its buffer in EPSG:3857 metres: [minX, minY, maxX, maxY]. */
export function bufferedBounds({ z, x, y }: TileNumber): [number, number, number, number] {
  const unit = unitM(z);
  const minX = x * EXTENT * unit - HALF_WORLD_M;
  const maxY = HALF_WORLD_M - y * EXTENT * unit;
  const buffer = BUFFER * unit;
  return [minX - buffer, maxY - EXTENT * unit - buffer, minX + EXTENT * unit + buffer, maxY + buffer];
}
