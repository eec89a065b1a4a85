import { createHash } from 'node:crypto';
import type { Queryable } from '../db/database.ts';
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
    private readonly db: Queryable,
    cacheBytes: number,
  ) {
    this.#cache = new TileCache(cacheBytes);
  }

  /** The tile now; empty where nothing lies. Requests for a tile that is being made wait for that one. */
  getTile(id: DynamicLayerId, tile: TileNumber): Promise<CachedTile> {
    const key = `${id}/${tile.z}/${tile.x}/${tile.y}`;
    const making =
      this.#making.get(key) ?? this.#turnstile.pass(() => this.#refresh(key, dynamicLayers[id], tile));
    this.#making.set(key, making);
    return making;
  }

  async #refresh(key: string, layer: DynamicLayer, tile: TileNumber): Promise<CachedTile> {
    try {
      const known = this.#cache.get(key);
      const parameters = [...bufferedBounds(tile), tile.z, known?.versie ?? ''];
      const [row] = await this.db.query<TileRow>(this.#statement(layer, tile.z), parameters);
      if (!row) throw new Error(`No versie is kept for tile layer ${layer.id}`);
      if (known?.versie === row.versie) return known;
      const fresh = makeTile(layer, tile, row);
      this.#cache.set(key, fresh);
      return fresh;
    } finally {
      this.#making.delete(key);
    }
  }

  #statement(layer: DynamicLayer, z: number): string {
    const key = `${layer.id}/${z}`;
    let statement = this.#statements.get(key);
    if (!statement) this.#statements.set(key, (statement = tileStatement(layer, z)));
    return statement;
  }
}

function makeTile(layer: DynamicLayer, tile: TileNumber, row: TileRow): CachedTile {
  const { data, isThinned } = encodeTile(layer, tile, row);
  const etag = createHash('sha1').update(data).digest('base64url').slice(0, 20);
  return new CachedTile(data, row.versie, etag, isThinned);
}
