import { join } from 'node:path';
import type { SourceDocument } from '../../../data/document.ts';
import type { LoadContext } from '../dataset.ts';
import { listPlans } from '../plan-api.ts';
import { fetchPlanGml } from '../plan-gml.ts';
import { readPlans } from '../read-plans.ts';
import { describeReading, type Reading, toChecksum, toFetchedNote } from '../reading.ts';

/**
 * The plans of the overheden in PLANNEN_OVERHEDEN from the API of ruimtelijke plannen; null when the atlas has no key
 * for it, the document names no such API, or its host does not answer. Throws a SourceUnavailableError or a RefusalError.
 */
export async function openPlanService(
  source: SourceDocument,
  { isReachable, config, report }: LoadContext,
): Promise<Reading | null> {
  const reader = source.lezers.officieel;
  const { planApi } = config;
  if (!planApi || !reader || !('plannenPer' in reader) || !(await isReachable(reader.url))) return null;
  const list = await listPlans(reader.url, planApi);
  const fetched = await fetchPlanGml(list.plannen, {
    apiUrl: reader.url,
    cacheDir: join(config.dataDir, 'opgehaald'),
    isReachable,
    onFetched: (done, total) => report('lezen', done, total),
  });
  const overheden = planApi.overheden.join(', ');
  return {
    ...describeReading(source),
    herkomst: 'officieel',
    adres: `${reader.url}/plannen, overheden ${overheden}`,
    toelichting: toFetchedNote(`${reader.toelichting} Overheden: ${overheden}.`),
    controlesom: toChecksum(source, JSON.stringify([...planApi.overheden].sort()), fetched.controlesom),
    crs: 28992,
    listFeatures: async (onRead) => ({
      ...readPlans(source, fetched.files, onRead, fetched.geweigerdeOnderdelen),
      waarschuwingen: list.waarschuwingen,
    }),
  };
}
