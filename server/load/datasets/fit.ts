import { RefusalError, toShortList } from '../refusal.ts';
import type { Staging } from '../staging.ts';

/** m² by which neighbours may overlap in all: rounding, not a mistake. */
const TOLERANCE_M2 = 1;
/** A hole between areas below this size (m²), or narrower than this on average (m), is a gap: no lake, no enclave. */
const SLIVER_M2 = 1_000;
const SLIVER_WIDTH_M = 5;

/** SQL: how many such gaps a polygonal geometry has. Area over half the perimeter is the mean width of what is thin. */
export const countGapsSql = (geom: string): string =>
  `(select count(*) from ST_Dump(ST_Multi(${geom})) part, ST_DumpRings(part.geom) ring
    where ring.path[1] > 0
      and (ST_Area(ring.geom) < ${SLIVER_M2} or 2 * ST_Area(ring.geom) / ST_Perimeter(ring.geom) < ${SLIVER_WIDTH_M}))::int`;

/**
 * Whether the staged areas fit together without overlap or gap, so that everything that is made of them adds up.
 * Throws a RefusalError that names the areas which overlap, or how many gaps there are.
 */
export async function checkFit({ db, table }: Staging): Promise<void> {
  const [whole] = await db.query<{ overlapM2: number; kieren: number }>(
    `select (deel.m2 - ST_Area(deel.geheel))::float8 as "overlapM2",
       ${countGapsSql('deel.geheel')} as kieren
     from (select atlas.overlay_unary_union(ST_Collect(geom)) as geheel, sum(ST_Area(geom)) as m2 from ${table}) deel`,
  );
  if (!whole) throw new Error('A sum always gives one row.');
  if (whole.overlapM2 > TOLERANCE_M2)
    throw new RefusalError(
      `De gebieden overlappen elkaar, samen ${Math.round(whole.overlapM2)} m²: ${toShortList(await listOverlaps({ db, table }))}.`,
    );
  if (whole.kieren > 0)
    throw new RefusalError(`De gebieden sluiten niet aan: aantal kieren: ${whole.kieren}.`);
}

async function listOverlaps({ db, table }: Staging): Promise<string[]> {
  const rows = await db.query<{ paar: string }>(
    `select a.ref || ' en ' || b.ref as paar from ${table} a join ${table} b on a.nr < b.nr and a.geom && b.geom
     where atlas.area_m2(atlas.overlay_intersection(a.geom, b.geom)) > ${TOLERANCE_M2} order by a.nr, b.nr`,
  );
  return rows.map(({ paar }) => paar);
}
