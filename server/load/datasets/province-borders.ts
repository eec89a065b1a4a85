import type { DatasetLoader } from '../dataset.ts';
import { RefusalError, toShortList } from '../refusal.ts';

/** Metres by which the pieces of a province's border may differ from the whole of it. */
const TOLERANCE_M = 0.1;

/**
 * Cuts the borders of the provincies into what two of them share and what is the outer border. Throws a RefusalError
 * when the pieces of a province do not add up to its whole border.
 */
export const replaceProvinceBorders: DatasetLoader['swap'] = async (tx) => {
  await tx.query('delete from atlas.provinciegrens');
  await tx.query(`
    insert into atlas.provinciegrens (provincie_a, provincie_b, geom)
    select a, b, ST_Multi(shared) from (
      select a.code as a, b.code as b,
        ST_CollectionExtract(atlas.overlay_intersection(ST_Boundary(a.geom), ST_Boundary(b.geom)), 2) as shared
      from atlas.gebied a join atlas.gebied b on b.soort = 'provincie' and a.code < b.code and a.geom && b.geom
      where a.soort = 'provincie') pair
    where not ST_IsEmpty(shared)`);
  await tx.query(`
    insert into atlas.provinciegrens (provincie_a, provincie_b, geom)
    select code, null, ST_Multi(outer_border) from (
      select p.code, ST_CollectionExtract(coalesce(
          atlas.overlay_difference(ST_Boundary(p.geom), (select ST_CollectionExtract(ST_Collect(g.geom), 2) from atlas.provinciegrens g
            where p.code in (g.provincie_a, g.provincie_b))),
          ST_Boundary(p.geom)), 2) as outer_border
      from atlas.gebied p where p.soort = 'provincie') whole
    where not ST_IsEmpty(outer_border)`);
  const wrong = await tx.query<{ naam: string }>(
    `select naam from atlas.gebied p where soort = 'provincie' and abs(ST_Perimeter(geom) -
       (select coalesce(sum(ST_Length(g.geom)), 0) from atlas.provinciegrens g
        where p.code in (g.provincie_a, g.provincie_b))) > $1::float8`,
    [TOLERANCE_M],
  );
  if (wrong.length > 0)
    throw new RefusalError(
      `De provinciegrenzen tellen niet op bij ${toShortList(wrong.map(({ naam }) => naam))}.`,
    );
};
