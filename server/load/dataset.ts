import type { SourceDocument } from '../../data/document.ts';
import type { Config } from '../config.ts';
import type { Database, Queryable } from '../db/database.ts';
import { checkCodes, checkCount } from './checks.ts';
import { type CoordinateCheck, createCoordinateCheck } from './coordinates.ts';
import { checkStagedGeometry, type GeometryKind } from './geometry-checks.ts';
import type { LoadFase } from './progress.ts';
import type { LoadHerkomst, ReadFeatures, Reading, SourceFeature } from './reading.ts';
import { fillStaging, type Staging } from './staging.ts';

/** What a loader may use. */
export interface LoadContext {
  db: Database;
  config: Config;
  /** Whether the host of this address answers; asked once per host in a run. */
  isReachable(url: string): Promise<boolean>;
  report(fase: LoadFase, gedaan: number, totaal: number): void;
}

export type Staged = Pick<ReadFeatures, 'waarschuwingen' | 'geweigerdeOnderdelen'> & { aantal: number };

/** How one dataset comes in: find a source, stage and check it, and swap it with what is there. */
export interface DatasetLoader {
  /** The source of this herkomst; null when it is not there or does not answer. Throws a RefusalError when it is bad. */
  open(source: SourceDocument, herkomst: LoadHerkomst, context: LoadContext): Promise<Reading | null>;
  /** Fills and checks the staging table. Throws a RefusalError; nothing has been replaced then. */
  stage(source: SourceDocument, reading: Reading, staging: Staging, context: LoadContext): Promise<Staged>;
  /** Replaces the old rows by the staged ones, inside one transaction that has already noted the databron. */
  swap(tx: Queryable, staging: Staging, source: SourceDocument): Promise<void>;
}

export interface FeatureRules {
  kinds: readonly GeometryKind[];
  /** Objects without a geometry are welcome. */
  mayLack?: boolean;
  /** The values of the column `code`, each once; left out when the source is free in what it holds. */
  codes?: readonly string[];
  /** What to store of an object that was read; null when it is not wanted. */
  select?(feature: SourceFeature): SourceFeature | null;
  /** What was seen in passing and could not be taken over (Dutch); asked when all have gone by. */
  listWarnings?(): string[];
}

/**
 * The stage of a dataset that is a list of features. Each is looked at and written as it is read, so that a source of
 * any size takes no more memory than a batch; what only the whole can tell (the count, the codes) is checked at its
 * end, and is told before where single features lie.
 */
export function stageFeatures(rules: FeatureRules): DatasetLoader['stage'] {
  return async (_source, reading, staging, { report }) => {
    report('lezen', 0, 0);
    const { features, aantal, ...remarks } = await reading.listFeatures((done, total) =>
      report('lezen', done, total),
    );
    const inspection = inspect(features, rules, createCoordinateCheck(reading.crs, reading.opZee));
    const written = await fillStaging(staging, inspection.good, reading.crs, (done) => {
      if (aantal !== null) report('schrijven', done, aantal);
    });
    report('controleren', 0, written);
    inspection.finish(reading.verwachtAantal);
    const repaired = await checkStagedGeometry(staging, { ...rules, opZee: reading.opZee });
    report('controleren', written, written);
    return {
      aantal: written,
      waarschuwingen: [...remarks.waarschuwingen, ...(rules.listWarnings?.() ?? []), ...repaired],
      geweigerdeOnderdelen: remarks.geweigerdeOnderdelen,
    };
  };
}

/** The features of a source that can be written, and, once they have gone by, whether they are what it should hold. */
function inspect(
  features: ReadFeatures['features'],
  { codes: expected, select }: FeatureRules,
  coordinates: CoordinateCheck,
): { good: AsyncIterable<SourceFeature>; finish(expectedCount: number | null): void } {
  let read = 0;
  const codes: string[] = [];
  async function* pass() {
    for await (const feature of features) {
      read += 1;
      const wanted = select ? select(feature) : feature;
      if (!wanted) continue;
      if (expected) codes.push(String(wanted.kolommen['code']));
      if (coordinates.isGood(wanted)) yield wanted;
    }
  }
  return {
    good: pass(),
    finish(expectedCount) {
      checkCount(read, expectedCount);
      if (expected) checkCodes(codes, expected);
      coordinates.finish();
    },
  };
}
