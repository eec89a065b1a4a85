import type { SourceFeature } from '../reading.ts';

/** What the source calls a line of the grid; its "Created_line"s were made up to connect generators. */
const isLine = ({ kolommen }: SourceFeature) => kolommen['soort'] === 'line' && kolommen['spanning'] !== null;
/** The spelling differs; joints, generators and power plants are other things. */
const isStation = ({ kolommen }: SourceFeature) =>
  kolommen['soort'] === 'substation' || kolommen['soort'] === 'sub_station';

/** The grid as it stands in the extract of OpenStreetMap: only what is a line, or a station, with its voltages. */
export const selectFromOsm = { lijn: select(isLine), station: select(isStation) };

function select(isWanted: (feature: SourceFeature) => boolean) {
  return (feature: SourceFeature) => (isWanted(feature) ? withVoltages(feature) : null);
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
