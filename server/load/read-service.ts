import type { SourceDocument } from '../../data/document.ts';
import { toSourceFeatures } from './columns.ts';
import type { LoadContext } from './dataset.ts';
import { harvest } from './ogc-features.ts';
import { findOfficial } from './official.ts';
import { describeReading, type Reading, toChecksum, toFetchedNote, toReadFeatures } from './reading.ts';

/**
 * The dataset at the publisher's OGC API, fetched whole; null when the document names none or its host does not
 * answer. Throws a SourceUnavailableError or a RefusalError.
 */
export async function openService(source: SourceDocument, context: LoadContext): Promise<Reading | null> {
  const found = await findOfficial(source, 'ogc-api', context);
  if (!found) return null;
  const { reader, cacheDir } = found;
  const harvested = await harvest({
    ...reader,
    cacheDir,
    onPage: (done, total) => context.report('lezen', done, total ?? 0),
  });
  const { crs, controlesom, licentie, features } = harvested;
  return {
    ...describeReading(source),
    herkomst: 'officieel',
    adres: `${reader.url}/collections/${reader.collectie}`,
    ...(licentie === null ? {} : { licentie }),
    // The whole of a service is not a part of the country.
    dekking: null,
    toelichting: toFetchedNote(source.toelichting),
    crs,
    controlesom: toChecksum(source, controlesom),
    listFeatures: async () => toReadFeatures(toSourceFeatures(features, source.kolommen)),
  };
}
