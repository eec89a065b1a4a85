import { createHash } from 'node:crypto';
import type { Reader } from '../db/reader.ts';
import { encodeTile, type TileRow } from './encode-tile.ts';
import { dynamicLayers, tileStatement, type DynamicLayer, type DynamicLayerId } from './layers.ts';
import { bufferedBounds, type TileNumber } from './mercator.ts';
import { CachedTile, TileCache } from './tile-cache.ts';
import { Turnstile } from './turnstile.ts';

/** Tiles in the making at the same time. More would not be quicker, and each holds some megabytes meanwhile. */
const AT_ONCE = 4;

/**
 * Tiles of the layers that people change, the same from both engines. Every request asks the database once:
 * whether the tile kept here still holds, and if not, for its rows. So a tile is never older than the data,
 * whoever changed it.
 */
export class DynamicTiles {
  readonly #cache: TileCache;
  readonly #turnstile = new Turnstile(AT_ONCE);
  readonly #making = new Map<string, Promise<CachedTile>>();
  readonly #statements = new Map<string, string>();

  constructor(
    private readonly everybody: Reader,
    cacheBytes: number,
  ) {
    this.#cache = new TileCache(cacheBytes);
  }

  /**
   * The tile as `reader` sees it, everybody unless told; empty where nothing lies. Requests for a tile that is being
   * made wait for that one. Only projects differ from one reader to another.
   */
  getTile(id: DynamicLayerId, tile: TileNumber, reader?: Reader): Promise<CachedTile> {
    const asking = (id === 'projecten' && reader) || this.everybody;
    const key = `${asking.profile}${id}/${tile.z}/${tile.x}/${tile.y}`;
    const making =
      this.#making.get(key) ??
      this.#turnstile.pass(() => this.#refresh(key, dynamicLayers[id], tile, asking));
    this.#making.set(key, making);
    return making;
  }

  async #refresh(key: string, layer: DynamicLayer, tile: TileNumber, reader: Reader): Promise<CachedTile> {
    try {
      const known = this.#cache.get(key);
      const parameters = [...bufferedBounds(tile), tile.z, known?.versie ?? ''];
      const [row] = await reader.query<TileRow>(this.#statement(layer, tile.z, reader), parameters);
      if (!row) throw new Error(`No versie is kept for tile layer ${layer.id}`);
      if (known?.versie === row.versie) return known;
      const fresh = makeTile(layer, tile, row);
      this.#cache.set(key, fresh);
      return fresh;
    } finally {
      this.#making.delete(key);
    }
  }

  #statement(layer: DynamicLayer, z: number, { viewpoint }: Reader): string {
    const isLookingBack = viewpoint.bekendOp !== null;
    const key = `${layer.id}/${z}/${isLookingBack}`;
    let statement = this.#statements.get(key);
    if (!statement) this.#statements.set(key, (statement = tileStatement(layer, z, isLookingBack)));
    return statement;
  }
}

function makeTile(layer: DynamicLayer, tile: TileNumber, row: TileRow): CachedTile {
  const { data, isThinned } = encodeTile(layer, tile, row);
  const etag = createHash('sha1').update(data).digest('base64url').slice(0, 20);
  return new CachedTile(data, row.versie, etag, isThinned);
}
