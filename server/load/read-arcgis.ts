import { join } from 'node:path';
import type { SourceDocument } from '../../data/document.ts';
import { harvestLayer } from './arcgis-features.ts';
import { toSourceFeatures } from './columns.ts';
import type { LoadContext } from './dataset.ts';
import { describeReading, type Reading, toChecksum, toFetchedNote, toReadFeatures } from './reading.ts';
import { RefusalError } from './refusal.ts';

/**
 * The dataset at the publisher's ArcGIS feature service, all its layers fetched whole; null when the document names
 * none or its host does not answer. Its peildatum is that of the layer that was changed longest ago. Throws a
 * SourceUnavailableError or a RefusalError.
 */
export async function openArcGis(
  source: SourceDocument,
  { isReachable, report, config }: LoadContext,
): Promise<Reading | null> {
  const reader = source.lezers.officieel;
  if (!reader || !('lagen' in reader) || !(await isReachable(reader.url))) return null;
  const harvested: Awaited<ReturnType<typeof harvestLayer>>[] = [];
  let read = 0;
  for (const laag of reader.lagen) {
    harvested.push(
      await harvestLayer({
        url: reader.url,
        laag,
        cacheDir: join(config.dataDir, 'opgehaald'),
        onPage: (done, total) => report('lezen', read + done, read + (total ?? 0)),
      }),
    );
    const { layer, features } = harvested.at(-1)!;
    // A layer that went empty would leave a hole that nobody sees.
    if (features.length === 0) throw new RefusalError(`${layer.naam} bevat geen enkel object.`);
    read += features.length;
  }
  const dates = harvested.map(({ layer }) => layer.gewijzigdOp);
  return {
    ...describeReading(source),
    herkomst: 'officieel',
    adres: `${reader.url} (${harvested.map(({ layer }) => layer.naam).join(', ')})`,
    uitgever: reader.uitgever,
    licentie: reader.licentie,
    peildatum: dates.includes(null) ? null : (dates.sort()[0] ?? null),
    dekking: null,
    toelichting: toFetchedNote(reader.toelichting),
    crs: 4326,
    opZee: reader.opZee ?? false,
    controlesom: toChecksum(source, ...harvested.map(({ controlesom }) => controlesom)),
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
