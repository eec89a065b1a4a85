import type { Config } from '../config.ts';
import { openEmbedded } from './embedded.ts';
import { openPostgresql } from './postgresql.ts';
import type { Viewpoint } from './viewpoint.ts';

/**
 * The one door to the database. Two engines stand behind it and give the same answers: a PostgreSQL with
 * PostGIS (`DATABASE_URL`), or else the embedded PGlite in a process of its own.
 *
 * A statement with parameters is prepared once per connection and planned once; without parameters it goes as
 * plain text. Inside the work of a transaction `db.query` joins that transaction, on both engines: the embedded
 * engine has one session, so a statement beside the transaction would wait for the transaction it is part of.
 */
export interface Queryable {
  /** Rows of one statement; `[]` when there are none. Throws pg.DatabaseError or one of `errors.ts`. */
  query<Row extends object>(text: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** Queries that see what somebody may see, and transactions that write what they may write (schema/011). */
export interface Scoped extends Queryable {
  /** What `work` gives, committed; when `work` throws everything is undone and its error is thrown on. */
  transaction<T>(work: (tx: Queryable) => Promise<T>, options?: TransactionOptions): Promise<T>;
}

/**
 * By itself the database asks with all rights: for migrating, loading, signing in and auditing only. Whatever answers
 * a person goes through `as`.
 */
export interface Database extends Scoped {
  readonly engine: 'embedded' | 'postgresql';
  /**
   * The database as `viewpoint` sees it: `query` reads as of its dates, `transaction` writes now. For nobody-today it
   * costs nothing extra; for others one short statement when the connection last served somebody else.
   */
  as(viewpoint: Viewpoint): Scoped;
  /** Whether changes are taken: false when there is too little room for them, or was a moment ago. */
  hasRoom(): Promise<boolean>;
  /** Runs several statements without parameters and without a time limit (migrations). */
  script(sql: string): Promise<void>;
  close(): Promise<void>;
}

export interface TransactionOptions {
  /** Longest time a single statement may take; 30 s unless told, 0 for no limit (loading). */
  statementTimeoutMs?: number;
}

/** Opens the database of the configuration. Throws a StartError (Dutch) when that cannot be done. */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataDir' | 'diskFloorMb'>,
): Promise<Database> {
  return config.databaseUrl
    ? openPostgresql(config.databaseUrl)
    : openEmbedded(config.dataDir, config.diskFloorMb);
}
