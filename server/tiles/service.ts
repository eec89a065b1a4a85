import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import { toPublicReader, type Reader } from '../db/reader.ts';
import { refreshAreaArchive, type AreaArchive } from './areas-archive.ts';
import { DynamicTiles } from './dynamic-tiles.ts';
import type { DynamicLayerId } from './layers.ts';
import type { TileNumber } from './mercator.ts';
import type { CachedTile } from './tile-cache.ts';

/** All tiles of the atlas. */
export interface TileService {
  /** Prepares what is built ahead (the areas) when its data changed; call it after loading. */
  rebuild(): Promise<void>;
  /** The area tiles; null until areas are loaded and `rebuild` has run. */
  readonly areas: AreaArchive | null;
  /** A tile of a layer that people change, as the data are now, for `reader` (everybody unless told). */
  getTile(layer: DynamicLayerId, tile: TileNumber, reader?: Reader): Promise<CachedTile>;
}

/** Tiles kept in memory. */
const CACHE_BYTES = 16_000_000;

/**
 * The tiles of a database; archives are kept in the data folder. Touches neither until it is asked something.
 * `cacheBytes` 0 keeps no tiles (for measuring).
 */
export function createTileService(
  db: Database,
  config: Pick<Config, 'dataDir'>,
  { cacheBytes = CACHE_BYTES } = {},
): TileService {
  const folder = join(config.dataDir, 'tegels');
  const dynamic = new DynamicTiles(toPublicReader(db), cacheBytes);
  let current: { key: string; archive: AreaArchive } | null = null;
  let running: Promise<void> = Promise.resolve();

  async function refresh(): Promise<void> {
    const next = await refreshAreaArchive(db, folder, current);
    if (next !== 'unchanged') current = next;
  }

  return {
    // One at a time: a second caller waits, and then finds nothing changed.
    rebuild: () => (running = running.then(refresh, refresh)),
    get areas() {
      return current?.archive ?? null;
    },
    getTile: (layer, tile, reader) => dynamic.getTile(layer, tile, reader),
  };
}
