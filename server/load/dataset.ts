import type { SourceDocument } from '../../data/document.ts';
import type { Config } from '../config.ts';
import type { Database, Queryable } from '../db/database.ts';
import { checkCoordinates } from './coordinates.ts';
import { checkCount } from './checks.ts';
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
  /** Further checks on what was read; throws a RefusalError. */
  check?(features: SourceFeature[]): void;
  /** Chooses what to store and under which columns, after the count has been checked. */
  select?(features: SourceFeature[]): Selection;
}

export interface Selection {
  features: SourceFeature[];
  /** What the source says and could not be taken over (Dutch). */
  waarschuwingen: string[];
}

/** The stage of a dataset that is a list of features: read, count, look at the coordinates, write, check. */
export function stageFeatures(rules: FeatureRules): DatasetLoader['stage'] {
  return async (_source, reading, staging, { report }) => {
    report('lezen', 0, 0);
    const { features: read, ...remarks } = await reading.listFeatures((done, total) =>
      report('lezen', done, total),
    );
    report('controleren', 0, read.length);
    checkCount(read.length, reading.verwachtAantal);
    rules.check?.(read);
    const { features, waarschuwingen } = rules.select?.(read) ?? { features: read, waarschuwingen: [] };
    checkCoordinates(features, reading.crs, reading.opZee);
    await fillStaging(staging, features, reading.crs, (done) => report('schrijven', done, features.length));
    report('controleren', features.length, features.length);
    const repaired = await checkStagedGeometry(staging, { ...rules, opZee: reading.opZee });
    return {
      aantal: features.length,
      waarschuwingen: [...remarks.waarschuwingen, ...waarschuwingen, ...repaired],
      geweigerdeOnderdelen: remarks.geweigerdeOnderdelen,
    };
  };
}
