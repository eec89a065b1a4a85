import { type DatasetLoader, stageFeatures } from '../dataset.ts';
import { openFeatures } from '../open-features.ts';
import { selectFromOsm } from './grid-osm.ts';
import { createTennetSelection } from './grid-tennet.ts';

export const gridLineLoader = createGridLoader('lijn');
export const gridStationLoader = createGridLoader('station');

/** The grid in the columns of TenneT's service, or in those of the mirror. */
function createGridLoader(soort: 'lijn' | 'station'): DatasetLoader {
  return {
    open: openFeatures,
    stage: (source, reading, ...rest) =>
      stageFeatures({
        kinds: soort === 'lijn' ? ['lijn'] : ['punt', 'vlak'],
        ...(reading.herkomst === 'officieel' ? createTennetSelection() : { select: selectFromOsm[soort] }),
      })(source, reading, ...rest),
    async swap(tx, { table }, source) {
      await tx.query('delete from atlas.hoogspanning where bron = $1', [source.id]);
      await tx.query(
        `insert into atlas.hoogspanning (soort, bron_id, naam, spanning_kv, beheerder, bron, geom)
         select $2, kolommen ->> 'bron_id', kolommen ->> 'naam',
           array(select value::int from jsonb_array_elements_text(kolommen -> 'spanningKv') as value),
           kolommen ->> 'beheerder', $1, geom
         from ${table} order by nr`,
        [source.id, soort],
      );
    },
  };
}
