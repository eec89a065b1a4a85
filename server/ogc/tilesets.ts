import { dynamicLayerIds, dynamicLayers } from '../tiles/layers.ts';
import { MAX_ZOOM } from '../tiles/area-layers.ts';
import { describeAreaTiles } from '../tiles/areas-metadata.ts';
import { collections } from './collections/index.ts';
import type { OgcCollection } from './collection.ts';
import { crsList } from './crs.ts';
import type { Bounds } from './extents.ts';
import { link, mediaTypes, rels } from './links.ts';
import { mercatorUri, tileMatrixSetUri, WEB_MERCATOR_QUAD } from './tile-matrix-set.ts';

export const tileLayerIds = ['gebieden', ...dynamicLayerIds] as const;
export type TileLayerId = (typeof tileLayerIds)[number];

interface VectorLayer {
  id: string;
  fields: Record<string, string>;
  minzoom: number;
  maxzoom: number;
}
interface TileLayer {
  titel: string;
  toelichting: string;
  minZoom: number;
  maxZoom: number;
  layers: VectorLayer[];
}

/** What is known of the tiles at /tegels/{id}: their zooms, and the layers and fields in them. */
function getTileLayer(id: TileLayerId): TileLayer {
  if (id === 'gebieden') {
    const metadata = describeAreaTiles('');
    const layers = metadata['vector_layers'] as VectorLayer[];
    return {
      titel: 'Gebieden',
      toelichting: String(metadata['description']),
      minZoom: 0,
      maxZoom: MAX_ZOOM,
      layers,
    };
  }
  const { titel, toelichting, minZoom, maxZoom, tileLayers, keys } = dynamicLayers[id];
  const fields = Object.fromEntries(keys.map(({ name, type }) => [name, type]));
  const layers = tileLayers.map((name) => ({ id: name, fields, minzoom: minZoom, maxzoom: maxZoom }));
  return { titel, toelichting, minZoom, maxZoom, layers };
}

/** The collections that are drawn in these tiles. */
export const listDrawn = (id: TileLayerId): OgcCollection[] =>
  collections.filter(({ tegels }) => tegels?.laag === id);

const summary = (at: string, title: string) => ({
  title,
  dataType: 'vector',
  crs: mercatorUri,
  tileMatrixSetURI: tileMatrixSetUri,
  links: [link(at, 'self', mediaTypes.json, title)],
});

/** `GET /tiles`: one tileset for each of the tile layers of the atlas. */
export function listTilesets(base: string): object {
  return {
    links: [link(`${base}/tiles`, 'self', mediaTypes.json, 'Vectortegels')],
    tilesets: tileLayerIds.map((id) =>
      summary(`${base}/tiles/${id}/${WEB_MERCATOR_QUAD}`, getTileLayer(id).titel),
    ),
  };
}

/** `GET /collections/{id}/tiles`. */
export function listCollectionTilesets(base: string, { id, titel }: OgcCollection): object {
  const at = `${base}/collections/${id}/tiles`;
  return {
    links: [link(at, 'self', mediaTypes.json, `${titel}: vectortegels`)],
    tilesets: [summary(`${at}/${WEB_MERCATOR_QUAD}`, titel)],
  };
}

/** Metadata of all tiles of a layer. */
export function describeTileset(
  base: string,
  origin: string,
  id: TileLayerId,
  bounds: Bounds | null,
): object {
  const layer = getTileLayer(id);
  const at = `${base}/tiles/${id}/${WEB_MERCATOR_QUAD}`;
  return describe({ at, base, origin, laag: id, titel: layer.titel, layer, layers: layer.layers, bounds });
}

/** Metadata of the tiles a collection is drawn in, naming only its own layers. */
export function describeCollectionTileset(
  base: string,
  origin: string,
  { id, titel, tegels }: OgcCollection & { tegels: NonNullable<OgcCollection['tegels']> },
  bounds: Bounds | null,
): object {
  const layer = getTileLayer(tegels.laag);
  const layers = layer.layers.filter((one) => tegels.lagen.includes(one.id));
  const at = `${base}/collections/${id}/tiles/${WEB_MERCATOR_QUAD}`;
  return describe({ at, base, origin, laag: tegels.laag, titel, layer, layers, bounds, collection: id });
}

interface Described {
  at: string;
  base: string;
  origin: string;
  laag: TileLayerId;
  titel: string;
  layer: TileLayer;
  layers: VectorLayer[];
  bounds: Bounds | null;
  collection?: string;
}

function describe({ at, base, origin, laag, titel, layer, layers, bounds, collection }: Described): object {
  const shared = layers.length < layer.layers.length ? ' In dezelfde tegel liggen ook andere lagen.' : '';
  const minZoom = Math.min(...layers.map((one) => one.minzoom));
  return {
    title: titel,
    description: `${layer.toelichting}${shared}`,
    dataType: 'vector',
    crs: mercatorUri,
    tileMatrixSetURI: tileMatrixSetUri,
    mediaTypes: [mediaTypes.tile],
    ...(bounds && {
      boundingBox: {
        lowerLeft: bounds.slice(0, 2),
        upperRight: bounds.slice(2),
        crs: crsList[0].uri,
      },
      tileMatrixSetLimits: listLimits(bounds, minZoom, layer.maxZoom),
    }),
    layers: layers.map(({ id, fields, minzoom, maxzoom }) => ({
      id,
      dataType: 'vector',
      minTileMatrix: String(minzoom),
      maxTileMatrix: String(maxzoom),
      propertiesSchema: {
        type: 'object',
        properties: Object.fromEntries(
          Object.entries(fields).map(([name, type]) => [name, { type: type.toLowerCase() }]),
        ),
      },
    })),
    links: [
      link(at, 'self', mediaTypes.json, titel),
      link(
        `${base}/tileMatrixSets/${WEB_MERCATOR_QUAD}`,
        rels.tilingScheme,
        mediaTypes.json,
        WEB_MERCATOR_QUAD,
      ),
      {
        ...link(
          `${origin}/tegels/${laag}/{tileMatrix}/{tileCol}/{tileRow}.mvt`,
          'item',
          mediaTypes.tile,
          titel,
        ),
        templated: true,
      },
      link(`${origin}/tegels/${laag}.json`, 'describedby', mediaTypes.json, 'TileJSON van deze tegels'),
      ...(collection
        ? [link(`${base}/collections/${collection}`, rels.geodata, mediaTypes.json, titel)]
        : []),
    ],
  };
}

/** The rows and columns within which something lies, for each zoom from the first to the deepest. */
function listLimits([west, south, east, north]: Bounds, first: number, deepest: number): object[] {
  return Array.from({ length: deepest - first + 1 }, (_none, i) => {
    const zoom = first + i;
    return {
      tileMatrix: String(zoom),
      minTileRow: toRow(north, zoom),
      maxTileRow: toRow(south, zoom),
      minTileCol: toColumn(west, zoom),
      maxTileCol: toColumn(east, zoom),
    };
  });
}

const toColumn = (lng: number, zoom: number): number => Math.floor(((lng + 180) / 360) * 2 ** zoom);

function toRow(lat: number, zoom: number): number {
  const radians = (lat * Math.PI) / 180;
  return Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** zoom);
}
