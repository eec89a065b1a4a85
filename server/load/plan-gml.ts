import { createHash } from 'node:crypto';
import { readCopy, readDownload } from './download.ts';
import { FinalAnswer } from './patience.ts';
import type { ListedPlan } from './plan-api.ts';
import type { PlanFile } from './read-plans.ts';
import type { ReadFeatures } from './reading.ts';
import { RefusalError, SourceUnavailableError } from './refusal.ts';

/** Files asked for at the same time: a load of some hundreds ends, and the host hardly notices. */
const AT_ONCE = 3;
/** A larger file is not read: one of this size already takes this thread 4 s and 0.5 GB of memory. */
const MOST_BYTES = 50_000_000;
/** A single file that does not come is a flaw of that file; more than this share, and it is its host that fails. */
const MOST_UNREACHABLE = 0.1;
/** The host says of a file that it is not there. Of most files it cannot be true: then they have another address. */
const MOST_ABSENT = 0.5;

export interface GmlOptions {
  /** Address of the API that named the files. */
  apiUrl: string;
  cacheDir: string;
  isReachable(url: string): Promise<boolean>;
  onFetched(done: number, total: number): void;
}

export interface FetchedPlans {
  /** On disk, read when asked for. */
  files: PlanFile[];
  /** SHA-256 over the ids and the contents. */
  controlesom: string;
  geweigerdeOnderdelen: ReadFeatures['geweigerdeOnderdelen'];
}

/** What became of one file. */
type Outcome =
  { url: string; sha256: string } | { reden: string; soort: 'absent' | 'unreachable' | 'unusable' };

/**
 * Fetches the GML of every plan to disk, a few at a time; what was fetched before an interruption is not fetched again.
 * A file that does not come leaves its plan out, with the reason. Throws a SourceUnavailableError when that goes for so
 * many that the host must be at fault: then what is loaded is better than what came.
 */
export async function fetchPlanGml(plannen: ListedPlan[], options: GmlOptions): Promise<FetchedPlans> {
  const outcomes = await fetchAll(plannen, options);
  const hash = createHash('sha256');
  const files: PlanFile[] = [];
  const geweigerdeOnderdelen: FetchedPlans['geweigerdeOnderdelen'] = [];
  for (const [index, { id }] of plannen.entries()) {
    const outcome = outcomes[index]!;
    hash.update(`${id} ${'url' in outcome ? outcome.sha256 : ''}\n`);
    if ('url' in outcome)
      files.push({ name: id, planId: id, read: () => readCopy(outcome.url, options.cacheDir) });
    else geweigerdeOnderdelen.push({ onderdeel: id, reden: outcome.reden });
  }
  return { files, controlesom: hash.digest('hex'), geweigerdeOnderdelen };
}

async function fetchAll(plannen: ListedPlan[], options: GmlOptions): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const counts = { absent: 0, unreachable: 0, unusable: 0 };
  let done = 0;
  let failure: unknown;
  const queue = plannen.entries();
  const work = async () => {
    for (const [index, plan] of queue) {
      if (failure !== undefined) return;
      try {
        const outcome = await fetchOne(plan, options);
        outcomes[index] = outcome;
        if ('soort' in outcome) counts[outcome.soort] += 1;
        if (counts.unreachable > plannen.length * MOST_UNREACHABLE && 'soort' in outcome)
          throw new SourceUnavailableError(
            `Van ${counts.unreachable} van de ${plannen.length} plannen kwam de GML niet; het laatst: ${outcome.reden}`,
          );
        options.onFetched(++done, plannen.length);
      } catch (error) {
        failure ??= error;
      }
    }
  };
  // Every worker ends before this does, so that nothing is written after a failure has been told.
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (failure !== undefined) throw failure;
  if (counts.absent > plannen.length * MOST_ABSENT)
    throw new SourceUnavailableError(
      `Van ${counts.absent} van de ${plannen.length} plannen is de GML niet te vinden waar de dienst hem noemt.`,
    );
  return outcomes;
}

async function fetchOne(
  { gml }: ListedPlan,
  { apiUrl, cacheDir, isReachable }: GmlOptions,
): Promise<Outcome> {
  if (gml === null) return { soort: 'unusable', reden: 'De dienst noemt van dit plan geen GML.' };
  try {
    const url = toGmlUrl(gml, apiUrl);
    if (!(await isReachable(new URL('/', url).href)))
      return { soort: 'unreachable', reden: `${new URL(url).host} antwoordt niet.` };
    const options = { cacheDir, resume: true, tries: 3, mostBytes: MOST_BYTES };
    return { url, sha256: await readDownload(url, options, toDigest) };
  } catch (error) {
    if (error instanceof RefusalError) return { soort: 'unusable', reden: error.message };
    if (!(error instanceof SourceUnavailableError)) throw error;
    if (!(error instanceof FinalAnswer)) return { soort: 'unreachable', reden: error.message };
    // Asked to come back later: the next files would only be more of the same.
    if (error.status === 429 || error.status >= 500) throw error;
    return { soort: error.status === 200 ? 'unusable' : 'absent', reden: error.message };
  }
}

/**
 * The address to fetch a GML from. Old plans still have http in it; they are asked over https, where the same host
 * answers, because anybody between could change what comes over http. Only an API that is itself on http (on the own
 * machine) may name such a file. Throws a RefusalError (Dutch) when it is no address of a web server.
 */
export function toGmlUrl(link: string, apiUrl: string): string {
  const url = URL.canParse(link) ? new URL(link) : null;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new RefusalError(`De dienst noemt "${link}" als GML; verwacht is een adres met https.`);
  if (new URL(apiUrl).protocol === 'https:') url.protocol = 'https:';
  return url.href;
}

/** SHA-256 of a file that looks like a plan. Throws a RefusalError when it is something else, such as a page of HTML. */
function toDigest(body: Buffer): string {
  if (!body.includes('FeatureCollectionIMRO'))
    throw new RefusalError('Wat de dienst als GML noemt, is geen IMRO-plan.');
  return createHash('sha256').update(body).digest('hex');
}
