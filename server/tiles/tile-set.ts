import { LayerWriter, type Value } from './mvt.ts';
import type { Shape } from './shape.ts';

/** The tiles of one zoom level while they are being filled, layer by layer. */
export class TileSet {
  readonly #tiles = new Map<string, { x: number; y: number; layers: Map<string, LayerWriter> }>();

  /** Adds a feature to a layer of a tile; a shape that collapses on the grid leaves no trace. */
  add(x: number, y: number, layer: LayerKeys, shape: Shape, values: readonly Value[]): void {
    const tile = this.#tiles.get(`${x}/${y}`) ?? { x, y, layers: new Map<string, LayerWriter>() };
    const writer = tile.layers.get(layer.name) ?? new LayerWriter(layer.name, layer.keys);
    if (!writer.add(shape, values)) return;
    tile.layers.set(layer.name, writer);
    this.#tiles.set(`${x}/${y}`, tile);
  }

  /** Every tile with something in it, encoded. */
  *finish(): Generator<{ x: number; y: number; data: Uint8Array }> {
    for (const { x, y, layers } of this.#tiles.values()) {
      yield { x, y, data: Buffer.concat([...layers.values()].map((layer) => layer.finish())) };
    }
  }
}

export interface LayerKeys {
  name: string;
  keys: readonly string[];
}
