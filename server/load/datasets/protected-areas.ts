import { type DatasetLoader, stageFeatures } from '../dataset.ts';
import { openFeatures } from '../open-features.ts';

/** A protected or otherwise reserved area: one dataset is one layer, under the id of its document. */
export const protectedAreaLoader: DatasetLoader = {
  open: openFeatures,
  stage: stageFeatures({ kinds: ['vlak', 'lijn'] }),
  async swap(tx, { table }, source) {
    await tx.query('delete from atlas.beschermd_gebied where bron = $1', [source.id]);
    await tx.query(
      `insert into atlas.beschermd_gebied (laag, bron_id, naam, bron, eigenschappen, geom)
       select $1, kolommen ->> 'bron_id', kolommen ->> 'naam', $1, kolommen -> 'eigenschappen', ST_Multi(geom)
       from ${table} order by nr`,
      [source.id],
    );
  },
};
