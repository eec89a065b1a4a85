import { z } from 'zod';
import { type ArcGisLayer, getArcGisLayer, readArcGisError, toQueryUrl } from './arcgis-layer.ts';
import {
  type Harvest,
  type HarvestOptions,
  harvestPages,
  PAGE_LIMIT,
  type PageContent,
  pageFeatures,
  parseFeaturePage,
} from './paged-harvest.ts';
import { RefusalError } from './refusal.ts';

export interface LayerOptions extends HarvestOptions {
  /** Address of the MapServer or FeatureServer. */
  url: string;
  laag: number;
}

const pageDocument = z.object({
  features: pageFeatures,
  // In GeoJSON it stands under `properties`; other versions of the server have it on top.
  exceededTransferLimit: z.boolean().optional(),
  properties: z.object({ exceededTransferLimit: z.boolean().optional() }).nullish(),
  crs: z.object({ properties: z.object({ name: z.string() }) }).nullish(),
});

/**
 * All objects of a layer of an ArcGIS service, as GeoJSON in degrees: what a server gives in another CRS is not
 * always what it says. Ordered by object id, so that pages fit together, and as many as the layer counts. `layer` is
 * what it says of itself. Throws as harvestPages does.
 */
export async function harvestLayer(options: LayerOptions): Promise<Harvest & { layer: ArcGisLayer }> {
  const asked = { ...options, readError: readArcGisError };
  const describe = async () => {
    const layer = await getArcGisLayer(options.url, options.laag, asked);
    return {
      naam: layer.naam,
      firstUrl: toFirstUrl(layer, options),
      crs: 'EPSG:4326',
      stand: layer.stand,
      layer,
      parsePage: (body: Buffer, url: string) => parsePage(layer, body, url),
    };
  };
  const { of, ...harvested } = await harvestPages(describe, asked);
  return { ...harvested, layer: of.layer };
}

function toFirstUrl(
  { objectId, mostRecords }: ArcGisLayer,
  { url, laag, limit = PAGE_LIMIT }: LayerOptions,
): string {
  return toQueryUrl(url, laag, {
    outFields: '*',
    returnGeometry: 'true',
    outSR: '4326',
    orderByFields: objectId,
    resultOffset: '0',
    resultRecordCount: String(Math.min(limit, mostRecords ?? limit)),
    f: 'geojson',
  });
}

function parsePage({ naam, objectId, aantal }: ArcGisLayer, body: Buffer, url: string): PageContent {
  const { features, properties, exceededTransferLimit, crs } = parseFeaturePage(pageDocument, body, url);
  if (crs && !/CRS84|4326/.test(crs.properties.name))
    throw new RefusalError(`${naam} antwoordt in ${crs.properties.name}; gevraagd is EPSG:4326.`);
  const ids = features.map((feature) => feature['id'] ?? feature.properties?.[objectId]);
  if (ids.includes(undefined))
    throw new RefusalError(
      `${naam} geeft objecten zonder ${objectId}; of elk er één keer is, is niet te zien.`,
    );
  const next = new URL(url);
  const read = Number(next.searchParams.get('resultOffset')) + features.length;
  next.searchParams.set('resultOffset', String(read));
  const isMore = exceededTransferLimit ?? properties?.exceededTransferLimit ?? false;
  return {
    features: features.map((feature, index) => ({ ...feature, id: ids[index] })),
    next: features.length > 0 && (isMore || read < aantal) ? next.href : null,
    matched: aantal,
  };
}
