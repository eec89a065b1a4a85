import { clipShape } from './clip.ts';
import { MAX_TILE_BYTES, type DynamicLayer } from './layers.ts';
import { BUFFER, EXTENT, HALF_WORLD_M, unitM, type TileNumber } from './mercator.ts';
import { LayerWriter, type Value } from './mvt.ts';
import { decimalsOf, readTwkb, type Grid } from './twkb.ts';

/** A row of the tile statement with something to draw. */
export interface TileRow {
  id: number;
  laag: string;
  vorm: Uint8Array;
  [column: string]: Value | Uint8Array;
}

/** The rows, largest first, as a vector tile; when it would pass MAX_TILE_BYTES the last are left out. */
export function encodeTile(
  layer: DynamicLayer,
  tile: TileNumber,
  rows: readonly TileRow[],
): { data: Buffer; leftOut: number } {
  const keys = layer.keys.map(({ name }) => name);
  const writers = new Map(layer.tileLayers.map((name) => [name, new LayerWriter(name, keys)]));
  const finish = () => Buffer.concat([...writers.values()].map((writer) => writer.finish()));
  let size = [...writers.values()].reduce((sum, writer) => sum + writer.size + LAYER_BYTES, 0);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const writer = writers.get(row.laag);
    if (!writer) throw new Error(`Layer ${layer.id} has no tile layer ${row.laag}`);
    const shape = clipShape(readTwkb(row.vorm, gridOf(tile, row.vorm)), -BUFFER, EXTENT + BUFFER);
    if (!shape) continue;
    const before = writer.size;
    const values = keys.map((key) => row[key] as Value);
    if (!writer.add(shape, values, layer.hasFeatureId ? row.id : undefined)) continue;
    size += writer.size - before;
    if (size > MAX_TILE_BYTES) {
      writer.dropLast();
      return { data: finish(), leftOut: rows.length - i };
    }
  }
  return { data: finish(), leftOut: 0 };
}

/** Tag and length of a layer in its tile. */
const LAYER_BYTES = 8;

/** How the whole numbers of a TWKB (decimals in its first byte) become units of the tile. */
function gridOf({ z, x, y }: TileNumber, twkb: Uint8Array): Grid {
  const unit = unitM(z);
  const decimals = decimalsOf(twkb);
  const scale = 1 / (unit * 10 ** decimals);
  const worldUnits = HALF_WORLD_M / unit;
  return {
    scaleX: scale,
    scaleY: -scale,
    offsetX: worldUnits - x * EXTENT,
    offsetY: worldUnits - y * EXTENT,
  };
}
