import { type DatasetLoader, stageFeatures } from '../dataset.ts';
import { openFeatures } from '../open-features.ts';
import type { SourceFeature } from '../reading.ts';

/** What the source calls a line of the grid; its "Created_line"s were made up to connect generators. */
const isLine = ({ kolommen }: SourceFeature) => kolommen['soort'] === 'line' && kolommen['spanning'] !== null;
/** The spelling differs; joints, generators and power plants are other things. */
const isStation = ({ kolommen }: SourceFeature) =>
  kolommen['soort'] === 'substation' || kolommen['soort'] === 'sub_station';

export const gridLineLoader = createGridLoader('lijn', isLine);
export const gridStationLoader = createGridLoader('station', isStation);

function createGridLoader(
  soort: 'lijn' | 'station',
  isWanted: (feature: SourceFeature) => boolean,
): DatasetLoader {
  return {
    open: openFeatures,
    stage: stageFeatures({
      kinds: [soort === 'lijn' ? 'lijn' : 'punt'],
      select: (feature) => (isWanted(feature) ? withVoltages(feature) : null),
    }),
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

function withVoltages(feature: SourceFeature): SourceFeature {
  const naam = unquote(feature.kolommen['naam']);
  const stated = toVoltagesKv(feature.kolommen['spanning']);
  // "150kV Noordendijk" without a voltage of its own: the name is a statement of the source too.
  const named = naam?.match(/^(\d+)\s?kV\b/)?.[1];
  const spanningKv = stated.length > 0 ? stated : named ? [Number(named)] : [];
  return {
    ...feature,
    kolommen: { ...feature.kolommen, naam, beheerder: toOperator(feature.kolommen['beheerder']), spanningKv },
  };
}

/** Distinct voltages in kV, highest first, of a list in volts such as "150000;380000;150000"; `[]` when none is stated. */
export function toVoltagesKv(volts: unknown): number[] {
  if (typeof volts !== 'string') return [];
  const values = volts
    .split(';')
    .map(Number)
    .filter((value) => value >= 1000);
  return [...new Set(values.map((value) => Math.round(value / 1000)))].sort((a, b) => b - a);
}

/** The source quotes a name with an apostrophe as SQL does: '150kV s''-Graveland'. */
function unquote(naam: unknown): string | null {
  if (typeof naam !== 'string' || naam === '') return null;
  return /^'.*'$/.test(naam) ? naam.slice(1, -1).replaceAll("''", "'") : naam;
}

/** The same operator is spelled in two ways. */
function toOperator(naam: unknown): string | null {
  const plain = unquote(naam);
  return plain === 'Tennet' ? 'TenneT' : plain;
}
