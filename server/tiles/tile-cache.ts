import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** A tile as it was made, with the state of the data it was made from. It is kept packed once somebody asked it so. */
export class CachedTile {
  #plain: Buffer | null;
  #packed: Buffer | null = null;

  constructor(
    data: Buffer,
    readonly versie: string,
    /** Names the content; no quotes. */
    readonly etag: string,
    /** Whether the smallest things had to stay out to keep the tile small. */
    readonly isThinned: boolean,
  ) {
    this.#plain = data;
    this.length = data.length;
  }

  /** Bytes unpacked; 0 where nothing lies. */
  readonly length: number;

  /** Gzipped, quickly rather than small: the way to the browser is short or the tile is asked for often. */
  async toPacked(): Promise<Buffer> {
    if (!this.#packed) {
      const packed = await pack(this.#plain!, { level: 1 });
      this.#packed = packed;
      this.#plain = null;
    }
    return this.#packed;
  }

  /** As it was made. */
  async toPlain(): Promise<Buffer> {
    return this.#plain ?? (await unpack(this.#packed!));
  }
}

/** Keeps the tiles that were asked for last, up to a number of bytes in all (counted unpacked). */
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

/** What a tile takes beside its bytes. */
const ENTRY_BYTES = 400;
const sizeOf = (tile: CachedTile) => ENTRY_BYTES + tile.length;
