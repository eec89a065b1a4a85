import type { Queryable } from '../db/database.ts';
import type { AreaArchive } from './areas-archive.ts';
import { MAX_ZOOM } from './area-layers.ts';
import { dynamicLayers, type DynamicLayer, type DynamicLayerId } from './layers.ts';
import { boundsWgs84 } from './mercator.ts';

/** TileJSON 3.0.0, with a `toelichting` that says what a tile leaves out. */
export type TileJson = Record<string, unknown>;

/** TileJSON of the area tiles; the address carries their version, so that a browser can keep them for good. */
export function describeAreas(origin: string, { metadata, version, boundsWgs84 }: AreaArchive): TileJson {
  return {
    tilejson: '3.0.0',
    ...metadata,
    tiles: [`${origin}/tegels/gebieden/{z}/{x}/{y}.mvt?v=${version}`],
    pmtiles: `${origin}/pmtiles/gebieden.pmtiles?v=${version}`,
    minzoom: 0,
    maxzoom: MAX_ZOOM,
    bounds: boundsWgs84,
  };
}

/** TileJSON of a layer that people change, naming the publishers of what is loaded now. */
export async function describeDynamic(db: Queryable, origin: string, id: DynamicLayerId): Promise<TileJson> {
  const layer = dynamicLayers[id];
  return {
    tilejson: '3.0.0',
    name: layer.titel,
    tiles: [`${origin}/tegels/${id}/{z}/{x}/{y}.mvt`],
    minzoom: layer.minZoom,
    maxzoom: layer.maxZoom,
    bounds: boundsWgs84,
    attribution: await findAttribution(db, layer),
    vector_layers: layer.tileLayers.map((name) => ({
      id: name,
      fields: Object.fromEntries(layer.keys.map((key) => [key.name, key.type])),
      minzoom: layer.minZoom,
      maxzoom: layer.maxZoom,
    })),
    toelichting: layer.toelichting,
  };
}

async function findAttribution(db: Queryable, { sourceTable }: DynamicLayer): Promise<string> {
  const rows = await db.query<{ uitgever: string; licentie: string }>(
    `select distinct uitgever, licentie from atlas.databron
     where id in (select bron from atlas.${sourceTable}) order by uitgever, licentie`,
    [],
  );
  return rows.map(({ uitgever, licentie }) => `${uitgever} (${licentie})`).join('; ');
}
