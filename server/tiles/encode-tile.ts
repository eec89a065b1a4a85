import { clipShape } from './clip.ts';
import { MAX_TILE_BYTES, MAX_TILE_ROWS, tileColumns, type DynamicLayer } from './layers.ts';
import { BUFFER, EXTENT, HALF_WORLD_M, unitM, type TileNumber } from './mercator.ts';
import { LayerWriter, type Value } from './mvt.ts';
import { TwkbReader, type Grid } from './twkb.ts';

/** The row of the tile statement. */
export interface TileRow {
  versie: string;
  vormen: Uint8Array | null;
  kolommen: (Value[] | null)[] | null;
}

export interface EncodedTile {
  /** Empty when there is nothing to draw. */
  data: Buffer;
  /** Whether the smallest things had to stay out to keep the tile small. */
  isThinned: boolean;
}

/** What the row holds as a vector tile, largest first, up to MAX_TILE_BYTES and MAX_TILE_ROWS. */
export function encodeTile(
  layer: DynamicLayer,
  tile: TileNumber,
  { vormen, kolommen }: TileRow,
): EncodedTile {
  if (!vormen || !kolommen) return { data: Buffer.alloc(0), isThinned: false };
  const keys = layer.keys.map(({ name }) => name);
  const column = new Map(tileColumns(layer).map((name, i) => [name, kolommen[i]!]));
  const columns = keys.map((key) => column.get(key)!);
  const ids = column.get('id') as number[];
  const tileLayers = column.get('laag') as string[] | undefined;

  const writers = new Map(layer.tileLayers.map((name) => [name, new LayerWriter(name, keys)]));
  const finish = () => Buffer.concat([...writers.values()].map((writer) => writer.finish()));
  const reader = new TwkbReader(vormen, (decimals) => gridOf(tile, decimals));
  const values: Value[] = [];
  let size = LAYER_BYTES * writers.size;
  const count = Math.min(ids.length, MAX_TILE_ROWS);
  for (let i = 0; i < count; i++) {
    const shape = clipShape(reader.next(), -BUFFER, EXTENT + BUFFER);
    if (!shape) continue;
    const writer = writers.get(tileLayers?.[i] ?? layer.tileLayers[0]!);
    if (!writer) throw new Error(`Layer ${layer.id} has no tile layer ${tileLayers?.[i]}`);
    for (let key = 0; key < columns.length; key++) values[key] = columns[key]![i]!;
    const before = writer.size;
    if (!writer.add(shape, values, layer.hasFeatureId ? ids[i] : undefined)) continue;
    size += writer.size - before;
    if (size > MAX_TILE_BYTES) {
      writer.dropLast();
      return { data: finish(), isThinned: true };
    }
  }
  return { data: finish(), isThinned: ids.length > count };
}

/** Most that a layer takes beside its features: name, keys, lengths. */
const LAYER_BYTES = 250;

/** How whole numbers with so many decimals of a metre become units of the tile. */
function gridOf({ z, x, y }: TileNumber, decimals: number): Grid {
  const unit = unitM(z);
  const scale = 1 / (unit * 10 ** decimals);
  const worldUnits = HALF_WORLD_M / unit;
  return {
    scaleX: scale,
    scaleY: -scale,
    offsetX: worldUnits - x * EXTENT,
    offsetY: worldUnits - y * EXTENT,
  };
}
