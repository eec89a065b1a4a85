/** A tile as it was made, with the state of the data it was made from. */
export interface CachedTile {
  versie: string;
  /** Uncompressed; empty where nothing lies. */
  data: Buffer;
  /** The same, gzipped; made when it is first asked for. */
  gzipped: Buffer | null;
  /** Names the content; no quotes. */
  etag: string;
  /** Whether the smallest things had to stay out to keep the tile small. */
  isThinned: boolean;
}

const ENTRY_BYTES = 400;

/** Keeps the tiles that were asked for last, up to a number of bytes in all. */
export class TileCache {
  readonly #tiles = new Map<string, CachedTile>();
  #bytes = 0;

  constructor(readonly maxBytes: number) {}

  /** The tile under this key, which thereby becomes the youngest; undefined when it is not kept. */
  get(key: string): CachedTile | undefined {
    const tile = this.#tiles.get(key);
    if (tile) {
      this.#tiles.delete(key);
      this.#tiles.set(key, tile);
    }
    return tile;
  }

  /** Keeps a tile in the place of what the key had, and lets the oldest go when it becomes too much. */
  set(key: string, tile: CachedTile): void {
    this.#drop(key);
    this.#tiles.set(key, tile);
    this.#bytes += sizeOf(tile);
    for (const oldest of this.#tiles.keys()) {
      if (this.#bytes <= this.maxBytes) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    const tile = this.#tiles.get(key);
    if (!tile) return;
    this.#tiles.delete(key);
    this.#bytes -= sizeOf(tile);
  }
}

/** Counted with room for the gzipped form, so that the count holds when it comes. */
function sizeOf(tile: CachedTile): number {
  return ENTRY_BYTES + Math.ceil(tile.data.length * 1.5);
}
