import { listSchematicGemeenten } from '../../../data/seed/schematisch/read.ts';
import { RefusalError, toShortList } from '../refusal.ts';
import type { Staging } from '../staging.ts';

/**
 * The least share of a gemeente that lies in the schematic cell of its code. Of the real gemeenten of 2024 the one that
 * shares least shares 0.23 (Losser); of one that lies elsewhere it is nothing.
 */
const LEAST_SHARE = 0.1;
/** Corners nearer than this (m) to the line do not matter for where a gemeente is. */
const ROUGHLY_M = 100;

/**
 * Whether every staged gemeente lies about where its code is. Throws a RefusalError that names those which do not: a file
 * in which codes and shapes were mixed up counts well and fits well.
 */
export async function checkPlaces({ db, table }: Staging): Promise<void> {
  const rows = await db.query<{ ref: string }>(
    `select ref from ${table} staged
     join json_array_elements($1::json) cel on right(cel ->> 'code', 4) = right(staged.kolommen ->> 'code', 4)
     where ST_Area(atlas.overlay_intersection(
         ST_SimplifyPreserveTopology(staged.geom, ${ROUGHLY_M}),
         ST_SetSRID(ST_GeomFromGeoJSON(cel ->> 'geometry'), 28992))) < ${LEAST_SHARE} * ST_Area(staged.geom)
     order by nr`,
    [JSON.stringify(listSchematicGemeenten().map(({ code, geometry }) => ({ code, geometry })))],
  );
  if (rows.length > 0)
    throw new RefusalError(
      `De gemeente ligt niet waar haar code hoort: ${toShortList(rows.map(({ ref }) => ref))}.`,
    );
}
