import type { ErrorEvent, Map as MapLibreMap, MapSourceDataEvent, Tile, VectorTileSource } from 'maplibre-gl';
import { forgetArchives } from './create-map.ts';
import type { MapHandle } from './handle.svelte.ts';

/** What of a source did not come. The map itself never asks again. */
interface Missing {
  tiles: Map<string, { x: number; y: number; z: number }>;
  /** What the source says of itself, without which it has no tiles. */
  description: boolean;
}

/**
 * Notes per source that it failed and when it last worked, so that its layers can say so. Gives the way to fetch again
 * what failed, and the way to stop.
 */
export function followFailures(map: MapLibreMap, handle: MapHandle): { retry(): void; stop(): void } {
  const worked = new Map<string, Date>();
  const missing = new Map<string, Missing>();

  function onError(event: ErrorEvent): void {
    // MapLibre puts the source on the event, and the tile that failed, but not in its type.
    const { sourceId: source, tile } = event as { sourceId?: string; tile?: Tile };
    if (!source) {
      console.error(event.error);
      return;
    }
    const known = missing.get(source) ?? { tiles: new Map(), description: false };
    missing.set(source, known);
    if (tile) known.tiles.set(tile.tileID.key, tile.tileID.canonical);
    else known.description = true;
    if (handle.failures[source]) return;
    const { message } = event.error;
    handle.failures = { ...handle.failures, [source]: { message, lastWorked: worked.get(source) ?? null } };
  }
  function onData({ sourceId, tile }: MapSourceDataEvent): void {
    if (tile) worked.set(sourceId, new Date());
  }
  /** Everything that was asked has come, or failed once more. */
  function onIdle(): void {
    const still = Object.entries(handle.failures).filter(([source]) => missing.has(source));
    if (still.length < Object.keys(handle.failures).length) handle.failures = Object.fromEntries(still);
  }
  map.on('error', onError);
  map.on('sourcedata', onData);
  map.on('idle', onIdle);
  return {
    retry() {
      const asked = [...missing];
      missing.clear();
      forgetArchives();
      for (const [id, { tiles, description }] of asked) {
        const source = map.getSource<VectorTileSource>(id);
        if (!source) continue;
        if (description) source.setUrl(source.url);
        map.refreshTiles(id, [...tiles.values()]);
      }
      map.triggerRepaint(); // what failed may be out of sight by now
    },
    stop() {
      map.off('error', onError);
      map.off('sourcedata', onData);
      map.off('idle', onIdle);
    },
  };
}
