import type { Queryable } from '../../db/database.ts';
import { RefusalError, toShortList } from '../refusal.ts';

/** Vertices of a piece: small enough to be cut quickly, large enough to keep their number down. */
const MOST_VERTICES = 128;
/** m² by which the pieces of one area may differ from the area itself. */
const TOLERANCE_M2 = 0.01;

/**
 * Cuts the areas of one soort into the pieces that questions are answered from. Throws a RefusalError when the pieces
 * of an area do not add up to it.
 */
export async function replacePieces(tx: Queryable, soort: 'gemeente' | 'waterschap'): Promise<void> {
  await tx.query('delete from atlas.gebied_deel where soort = $1', [soort]);
  await tx.query(
    `insert into atlas.gebied_deel (soort, code, geom)
     select soort, code, ST_Subdivide(geom, $2::int) from atlas.gebied where soort = $1 and geom is not null`,
    [soort, MOST_VERTICES],
  );
  const wrong = await tx.query<{ naam: string }>(
    `select naam from atlas.gebied
     left join (select code, sum(ST_Area(geom)) as area from atlas.gebied_deel where soort = $1 group by code) deel using (code)
     where soort = $1 and geom is not null and abs(coalesce(deel.area, 0) - oppervlakte_m2) > $2::float8`,
    [soort, TOLERANCE_M2],
  );
  if (wrong.length > 0)
    throw new RefusalError(
      `De deelvlakken tellen niet op tot het geheel bij ${toShortList(wrong.map(({ naam }) => naam))}.`,
    );
}
