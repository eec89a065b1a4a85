import type { SourceDocument } from '../../data/document.ts';
import { harvestLayer } from './arcgis-features.ts';
import { toSourceFeatures } from './columns.ts';
import type { LoadContext } from './dataset.ts';
import { toLayerAddress } from './layer-address.ts';
import { findOfficial } from './official.ts';
import { describeOfficial, type Reading, toChecksum, toReadFeatures } from './reading.ts';
import { RefusalError } from './refusal.ts';

/**
 * The dataset at the publisher's ArcGIS service, all its layers fetched whole; null when the document names none, the
 * setting with its address is not there, or its host does not answer. Its peildatum is that of the layer that was
 * changed longest ago. Throws a SourceUnavailableError or a RefusalError.
 */
export async function openArcGis(source: SourceDocument, context: LoadContext): Promise<Reading | null> {
  const found = await findOfficial(source, 'arcgis', context);
  if (!found) return null;
  const { reader, settings, cacheDir } = found;
  const { url, lagen } = 'lagen' in reader ? reader : toLayerAddress(reader.instellingen[0], settings);
  const harvested: Awaited<ReturnType<typeof harvestLayer>>[] = [];
  let read = 0;
  for (const laag of lagen) {
    harvested.push(
      await harvestLayer({
        url,
        laag,
        cacheDir,
        onPage: (done, total) => context.report('lezen', read + done, read + (total ?? 0)),
      }),
    );
    const { layer, features } = harvested.at(-1)!;
    // A layer that went empty would leave a hole that nobody sees.
    if (features.length === 0) throw new RefusalError(`${layer.naam} bevat geen enkel object.`);
    read += features.length;
  }
  const dates = harvested.map(({ layer }) => layer.gewijzigdOp);
  const adres = `${url} (${harvested.map(({ layer }) => layer.naam).join(', ')})`;
  return {
    ...describeOfficial(source, reader),
    adres,
    peildatum: dates.includes(null) ? null : (dates.sort()[0] ?? null),
    crs: 4326,
    controlesom: toChecksum(source, adres, ...harvested.map(({ controlesom }) => controlesom)),
    listFeatures: async () =>
      toReadFeatures(
        harvested.flatMap(({ features, layer }) =>
          toSourceFeatures(features, { bron_id: layer.objectId, ...reader.kolommen }).map((feature) => ({
            ...feature,
            ref: `${layer.naam} ${feature.ref}`,
          })),
        ),
      ),
  };
}
