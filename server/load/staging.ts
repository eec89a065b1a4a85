import { randomBytes } from 'node:crypto';
import type { Database } from '../db/database.ts';
import type { ReadFeatures, SourceCrs } from './reading.ts';

/**
 * A table of its own for one load: nr, ref, kolommen (jsonb), geom (RD New), and the area before a repair. Filled in
 * small statements, so that the one session of the embedded engine keeps answering others in between.
 */
export interface Staging {
  /** Schema-qualified name, made here and nowhere from input. */
  readonly table: string;
  readonly db: Database;
}

const PREFIX = 'staging_';
const STALE_MINUTES = 60;
/** A statement carries at most this many rows, and about this much text. */
const BATCH_ROWS = 500;
const BATCH_BYTES = 400_000;

/** An empty staging table. The caller drops it. */
export async function createStaging(db: Database, dataset: string): Promise<Staging> {
  const name = `${PREFIX}${dataset.replace(/[^a-z0-9]/g, '_')}_${minutesNow()}_${randomBytes(3).toString('hex')}`;
  const table = `atlas.${name}`;
  await db.query(
    `create unlogged table ${table} (
       nr integer primary key, ref text not null, kolommen jsonb not null, geom geometry, oppervlakte_voor float8)`,
  );
  return { table, db };
}

export async function dropStaging({ db, table }: Staging): Promise<void> {
  await db.query(`drop table if exists ${table}`);
}

/**
 * Drops what interrupted loads left behind. The embedded engine has one user, so everything there is left over; on a
 * shared PostgreSQL another load may be busy, so only what is over an hour old.
 */
export async function dropStaleStaging(db: Database): Promise<void> {
  const rows = await db.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'atlas' and tablename like $1`,
    [`${PREFIX.replace('_', '\\_')}%`],
  );
  for (const { name } of rows) {
    const minutes = Number(name.match(/_(\d+)_[0-9a-f]{6}$/)?.[1]);
    const isStale = db.engine === 'embedded' || !(minutesNow() - minutes < STALE_MINUTES);
    if (isStale && /^[a-z0-9_]+$/.test(name)) await db.query(`drop table if exists atlas.${name}`);
  }
}

/** Whole millimetres keep the vertices that neighbours share equal, and make unions of them exact. */
const toMillimetres = (geom: string) => `ST_SnapToGrid(${geom}, 0.001)`;
/** From each CRS to RD New; always from degrees, by the one transformation that is measured (server/geo/rd.ts). */
const toRd: Record<SourceCrs, string> = {
  28992: 'read.g',
  4326: toMillimetres('ST_Transform(read.g, 28992)'),
  3035: toMillimetres('ST_Transform(ST_Transform(read.g, 4326), 28992)'),
};

/**
 * Writes the features into the staging table as they come, transformed to RD New, and gives their number. What does not
 * come in RD lies on whole millimetres.
 */
export async function fillStaging(
  { db, table }: Staging,
  features: ReadFeatures['features'],
  crs: SourceCrs,
  onWritten?: (gedaan: number) => void,
): Promise<number> {
  const statement = `insert into ${table} (nr, ref, kolommen, geom)
    select read.nr, read.ref, read.kolommen, ${toRd[crs]}
    from (select nr, ref, kolommen::jsonb as kolommen, ST_SetSRID(ST_Force2D(ST_GeomFromGeoJSON(g)), ${crs}) as g
          from unnest($1::int[], $2::text[], $3::text[], $4::text[]) as given (nr, ref, kolommen, g)) as read`;
  let done = 0;
  for await (const batch of toBatches(features)) {
    await db.query(statement, [
      batch.map((_, index) => done + index + 1),
      batch.map(({ ref }) => ref),
      batch.map(({ kolommen }) => kolommen),
      batch.map(({ geometry }) => geometry),
    ]);
    done += batch.length;
    onWritten?.(done);
  }
  return done;
}

interface Row {
  ref: string;
  kolommen: string;
  geometry: string | null;
}

async function* toBatches(features: ReadFeatures['features']): AsyncGenerator<Row[]> {
  let batch: Row[] = [];
  let bytes = 0;
  for await (const { ref, kolommen, geometry } of features) {
    const row = { ref, kolommen: JSON.stringify(kolommen), geometry: geometry && JSON.stringify(geometry) };
    const size = row.kolommen.length + (row.geometry?.length ?? 0);
    if (batch.length === BATCH_ROWS || (batch.length > 0 && bytes + size > BATCH_BYTES)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(row);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

function minutesNow(): number {
  return Math.floor(Date.now() / 60_000);
}
