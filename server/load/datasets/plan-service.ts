import type { SourceDocument } from '../../../data/document.ts';
import type { LoadContext } from '../dataset.ts';
import { findOfficial } from '../official.ts';
import { toPlanApi } from '../plan-api-config.ts';
import { listPlans } from '../plan-api.ts';
import { fetchPlanGml } from '../plan-gml.ts';
import { readPlans } from '../read-plans.ts';
import { describeReading, type Reading, toChecksum, toFetchedNote } from '../reading.ts';

/**
 * The plans of the overheden in PLANNEN_OVERHEDEN from the API of ruimtelijke plannen; null when the document names
 * no such API, the atlas has no key for it, or its host does not answer. Throws a SourceUnavailableError or a RefusalError.
 */
export async function openPlanService(source: SourceDocument, context: LoadContext): Promise<Reading | null> {
  const found = await findOfficial(source, 'plannen', context);
  if (!found) return null;
  const { reader, url, settings, cacheDir } = found;
  const planApi = toPlanApi(settings);
  const list = await listPlans(url, planApi);
  const fetched = await fetchPlanGml(list.plannen, {
    apiUrl: url,
    cacheDir,
    isReachable: context.isReachable,
    onFetched: (done, total) => context.report('lezen', done, total),
  });
  const overheden = planApi.overheden.join(', ');
  return {
    ...describeReading(source),
    herkomst: 'officieel',
    adres: `${url}/plannen, overheden ${overheden}`,
    toelichting: toFetchedNote(`${reader.toelichting} Overheden: ${overheden}.`),
    controlesom: toChecksum(source, JSON.stringify([...planApi.overheden].sort()), fetched.controlesom),
    crs: 28992,
    listFeatures: async (onRead) => ({
      ...readPlans(source, fetched.files, onRead, fetched.geweigerdeOnderdelen),
      waarschuwingen: list.waarschuwingen,
    }),
  };
}
