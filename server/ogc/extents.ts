import type { Queryable } from '../db/database.ts';
import type { Reader } from '../db/reader.ts';
import { createKeptRows } from '../questions/kept-rows.ts';
import { collections } from './collections/index.ts';
import type { OgcCollection } from './collection.ts';

export type Bounds = [west: number, south: number, east: number, north: number];

export interface Extents {
  /** The box around everything `reader` may see of a collection, in CRS84; null when that is nothing. */
  find(reader: Reader, stamp: string, collection: OgcCollection): Promise<Bounds | null>;
}

/** Extents, kept per load for what is the same to everybody; where projects lie is asked every time. */
export function createExtents(): Extents {
  const kept = createKeptRows<Bounds | null>(collections.length);
  return {
    find: (reader, stamp, collection) =>
      collection.tijd === 'kijkmoment'
        ? load(reader, collection)
        : kept.get(stamp, collection.id, () => load(reader, collection)),
  };
}

async function load(db: Queryable, { from, where, geom, extent }: OgcCollection): Promise<Bounds | null> {
  const source = extent ?? { from, geom: geom.sql };
  // Sides are bent in degrees: steps of 5 km keep the box within a metre, and it is rounded outwards by that.
  const [row] = await db.query<{ box: Bounds | null }>(
    `select array[ST_XMin(w), ST_YMin(w), ST_XMax(w), ST_YMax(w)]::float8[] as box
     from (select ST_Extent(${source.geom})::geometry as g from ${source.from} where ${extent ? 'true' : where}) e,
       lateral (select Box2D(ST_Transform(ST_Segmentize(ST_SetSRID(g, 28992), 5000), 4326)) as w) b
     where g is not null`,
    [],
  );
  if (!row?.box) return null;
  const round = (value: number, up: boolean): number =>
    (up ? Math.ceil(value * 1e5) : Math.floor(value * 1e5)) / 1e5;
  const [west, south, east, north] = row.box;
  return [round(west, false), round(south, false), round(east, true), round(north, true)];
}
