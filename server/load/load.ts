import { sources as allSources } from '../../data/sources/index.ts';
import type { SourceDocument } from '../../data/document.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import { UnavailableError } from '../db/errors.ts';
import { listCandidates, type Loaded } from './candidates.ts';
import { noteSource } from './databron.ts';
import type { DatasetLoader, LoadContext, Staged } from './dataset.ts';
import { getLoader } from './datasets/index.ts';
import { findUrl } from './official.ts';
import type { OnProgress } from './progress.ts';
import { createReachability } from './reachability.ts';
import { listMissing } from './reader-settings.ts';
import type { LoadHerkomst, Reading } from './reading.ts';
import { RefusalError, SourceUnavailableError } from './refusal.ts';
import type { DatasetReport, LoadReport } from './report.ts';
import { createStaging, dropStaging, dropStaleStaging } from './staging.ts';

export interface LoadOptions {
  config: Config;
  /** Ids of datasets; all of them unless told. What is made from a dataset comes along with it. */
  only?: readonly string[];
  /** Only from this source. */
  bron?: LoadHerkomst;
  /** Look for a newer or more trusted source of what is already loaded. */
  ververs?: boolean;
  onProgress?: OnProgress;
  /** Other documents than those of the atlas. */
  sources?: readonly SourceDocument[];
}

/**
 * Loads every dataset (or `only` those) from the first of its sources that answers, one after the other, each whole or
 * not at all. A refused dataset is in the report, and what was loaded of it before stays. Throws when the database
 * cannot be reached.
 */
export async function loadAll(db: Database, options: LoadOptions): Promise<LoadReport> {
  await dropStaleStaging(db);
  const isReachable = createReachability();
  const sources = options.sources ?? allSources;
  const chosen = sources.filter((source) => isChosen(source, options));
  // All hosts at once, while the first dataset that needs none of them is being read.
  for (const { lezers } of chosen) {
    const url = lezers.officieel ? findUrl(lezers.officieel, options.config) : null;
    if (url !== null) void isReachable(url);
  }
  const datasets: DatasetReport[] = [];
  for (const source of chosen) datasets.push(await loadOne(db, source, { ...options, isReachable }));
  return { datasets, geweigerd: datasets.some(({ uitkomst }) => uitkomst === 'geweigerd') };
}

/**
 * What has no source of its own is made from the gemeenten, and goes along with them. `bron` alone means everything
 * that comes from there; named datasets are tried whatever they offer, so that a mistake is told.
 */
function isChosen({ id, lezers }: SourceDocument, { only, bron }: LoadOptions): boolean {
  const isMade = Object.keys(lezers).length === 0;
  if (only) return only.includes(id) || (isMade && only.includes('gemeenten'));
  return bron === undefined || isMade || lezers[bron] !== undefined;
}

/** Loads one dataset; see loadAll. Throws when there is no dataset with this id. */
export async function loadDataset(db: Database, id: string, options: LoadOptions): Promise<DatasetReport> {
  const source = (options.sources ?? allSources).find((candidate) => candidate.id === id);
  if (!source) throw new Error(`There is no dataset ${id}.`);
  return loadOne(db, source, { ...options, isReachable: createReachability() });
}

type OneOptions = LoadOptions & Pick<LoadContext, 'isReachable'>;

async function loadOne(db: Database, source: SourceDocument, options: OneOptions): Promise<DatasetReport> {
  const startedAt = performance.now();
  const loaded = await findLoaded(db, source.id);
  const report: DatasetReport = {
    id: source.id,
    titel: source.titel,
    uitkomst: 'geen bron',
    herkomst: loaded?.herkomst ?? null,
    aantal: loaded?.aantal ?? null,
    duurMs: 0,
    reden: null,
    waarschuwingen: [],
    geweigerdeOnderdelen: [],
  };
  const emit = (fase: Parameters<LoadContext['report']>[0], gedaan: number, totaal: number, reden?: string) =>
    options.onProgress?.({ dataset: source.id, fase, gedaan, totaal, ...(reden ? { reden } : {}) });
  const context: LoadContext = { db, config: options.config, isReachable: options.isReachable, report: emit };
  try {
    await tryCandidates(source, loaded, options, context, report);
  } catch (error) {
    if (error instanceof UnavailableError) throw error;
    report.uitkomst = 'geweigerd';
    report.reden = toReason(error);
  }
  report.duurMs = Math.round(performance.now() - startedAt);
  const count = report.aantal ?? 0;
  if (report.uitkomst === 'geladen') emit('klaar', count, count);
  else if (report.uitkomst === 'geweigerd') emit('geweigerd', 0, 0, report.reden ?? undefined);
  else emit('overgeslagen', count, count, report.reden ?? undefined);
  return report;
}

async function tryCandidates(
  source: SourceDocument,
  loaded: Loaded | null,
  options: OneOptions,
  context: LoadContext,
  report: DatasetReport,
): Promise<void> {
  const loader = getLoader(source);
  const candidates = listCandidates(source, loaded, options);
  const problems: string[] = [];
  let refused: unknown;
  for (const herkomst of candidates) {
    try {
      const reading = await loader.open(source, herkomst, context);
      if (!reading) continue;
      if (loaded?.controlesom === reading.controlesom) {
        report.uitkomst = 'ongewijzigd';
      } else {
        Object.assign(report, await replace(source, reading, loader, context), { uitkomst: 'geladen' });
        report.herkomst = reading.herkomst;
      }
      report.waarschuwingen.push(...problems);
      return;
    } catch (error) {
      // With something loaded, a bad source changes nothing. Without, a less trusted one is better than an empty map.
      if (error instanceof SourceUnavailableError) problems.push(`${herkomst}: ${error.message}`);
      else if (error instanceof RefusalError && !loaded && !options.bron) {
        refused = error;
        problems.push(`${herkomst} is geweigerd: ${error.message}`);
      } else throw error;
    }
  }
  if (refused) throw refused;
  report.waarschuwingen.push(...problems);
  if (loaded && !options.bron) report.uitkomst = 'ongewijzigd';
  else report.reden = explainAbsence(source, options);
}

function explainAbsence({ lezers }: SourceDocument, { bron, config }: OneOptions): string {
  if (Object.keys(lezers).length === 0) return 'Er zijn nog geen gemeenten om dit uit te maken.';
  const wanted =
    bron === 'officieel' && lezers.officieel
      ? listMissing(lezers.officieel, config.readerSettings ?? {})
      : [];
  if (wanted.length > 0)
    return `De bron "officieel" is niet ingesteld. Zet ${wanted.map(({ naam, inhoud }) => `in ${naam} ${inhoud}`).join(', en ')} (docs/operations.md).`;
  return bron ? `De bron "${bron}" antwoordt niet.` : 'Er is hier geen bron die antwoordt.';
}

async function replace(
  source: SourceDocument,
  reading: Reading,
  loader: DatasetLoader,
  context: LoadContext,
): Promise<Staged> {
  const staging = await createStaging(context.db, source.id);
  try {
    const staged = await loader.stage(source, reading, staging, context);
    context.report('schrijven', staged.aantal, staged.aantal);
    await context.db.transaction(
      async (tx) => {
        // One load at a time replaces anything, also with two programs on one PostgreSQL.
        await tx.query('lock table atlas.databron in share row exclusive mode');
        await noteSource(tx, source, reading, staged);
        await loader.swap(tx, staging, source);
      },
      { statementTimeoutMs: 0 },
    );
    return staged;
  } finally {
    await dropStaging(staging);
  }
}

async function findLoaded(db: Database, id: string): Promise<Loaded | null> {
  const [row] = await db.query<Loaded>(
    'select herkomst, controlesom, aantal::int as aantal from atlas.databron where id = $1',
    [id],
  );
  return row ?? null;
}

function toReason(error: unknown): string {
  if (error instanceof RefusalError || error instanceof SourceUnavailableError) return error.message;
  return `Er ging iets mis bij het laden: ${error instanceof Error ? error.message : String(error)}`;
}
