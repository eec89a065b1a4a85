import type { AreaRegister } from '../areas/register.ts';
import type { Atlas } from '../atlas.ts';
import type { Reader } from '../db/reader.ts';
import { toRdShape } from './bbox.ts';
import type { OgcCollection } from './collection.ts';
import { geoJsonSql, type Crs } from './crs.ts';
import { isNumber, type ItemsQuery } from './query.ts';

/** Most points on a page, give or take one feature: a page of large shapes ends sooner than its `limit`. */
export const MAX_POINTS = 200_000;

/** One feature as GeoJSON text, and its id as the address has it. */
export interface FeatureText {
  id: string;
  json: string;
}
export interface Page {
  features: FeatureText[];
  /** Id after which the next page begins; null on the last page. */
  next: string | null;
  /** Null where counting is not cheap. */
  matched: number | null;
}

interface Row {
  id: string;
  own: Record<string, unknown>;
  geometrie: string | null;
}

/** Conditions with their bound values; only values are bound, the texts are those of the documents. */
class Conditions {
  readonly values: unknown[] = [];
  readonly texts: string[] = [];
  /** Adds a condition, with `$` where the value goes. */
  add(sql: string, value: unknown): void {
    this.values.push(value);
    this.texts.push(sql.replaceAll('$', `$${this.values.length}`));
  }
}

const rowsSql = ({ from, key, geom, properties }: OgcCollection, where: string, limit: string): string => {
  const columns = properties.filter(({ sql }) => sql).map(({ name, sql }) => `'${name}', ${sql}`);
  return `select ${key.sql} as id, json_build_object(${columns.join(', ')}) as own, ${geom.sql} as geom
    from ${from} where ${where} order by ${key.sql} limit ${limit}`;
};

/** One page of the features that pass, in the order of their id, as `reader` may see them. */
export async function listFeatures(
  atlas: Atlas,
  reader: Reader,
  collection: OgcCollection,
  query: ItemsQuery,
): Promise<Page> {
  const register = await atlas.registers.getCurrent();
  const conditions = await toConditions(reader, register, collection, query);
  if (!conditions) return { features: [], next: null, matched: collection.isCounted ? 0 : null };
  const matched = collection.isCounted ? await count(reader, collection, conditions) : null;
  if (query.after !== null) conditions.add(`${collection.key.sql} > $::${collection.key.type}`, query.after);
  const where = [collection.where, ...conditions.texts].join(' and ');
  // One row more than the page, so that it is known whether there is a next one.
  const limit = `$${conditions.values.length + 1}::int`;
  const rows = await reader.query<Row & { gevonden: number }>(
    `select id::text, own, ${geoJsonSql('geom', query.crs)} as geometrie, gevonden
     from (
       select rij.*, count(*) over ()::int as gevonden,
         sum(coalesce(ST_NPoints(geom), 0)) over (order by id rows unbounded preceding) - coalesce(ST_NPoints(geom), 0) as eerder
       from (${rowsSql(collection, where, limit)}) rij
     ) pagina
     where eerder <= ${MAX_POINTS}
     order by pagina.id`,
    [...conditions.values, query.limit + 1],
  );
  const shown = rows.slice(0, query.limit);
  return {
    features: await toFeatures(atlas, reader, collection, shown),
    next: shown.length < (rows[0]?.gevonden ?? 0) ? shown.at(-1)!.id : null,
    matched,
  };
}

/** One feature; null when there is none with this id, or none for this reader. */
export async function findFeature(
  atlas: Atlas,
  reader: Reader,
  collection: OgcCollection,
  id: string,
  crs: Crs,
): Promise<FeatureText | null> {
  const { key } = collection;
  if (key.type === 'bigint' && !isNumber(id)) return null;
  const where = `${collection.where} and ${key.sql} = $1::${key.type}`;
  const rows = await reader.query<Row>(
    `select id::text, own, ${geoJsonSql('geom', crs)} as geometrie from (${rowsSql(collection, where, '1')}) rij`,
    [id],
  );
  return (await toFeatures(atlas, reader, collection, rows))[0] ?? null;
}

/** What is asked of the rows; null when nothing can pass. */
async function toConditions(
  reader: Reader,
  register: AreaRegister,
  { geom, large, tijd }: OgcCollection,
  { box, period, filters }: ItemsQuery,
): Promise<Conditions | null> {
  const conditions = new Conditions();
  for (const { filter, values } of filters)
    conditions.add(filter.sql, filter.toBound ? filter.toBound(values, register) : values);
  if (period && tijd !== null && tijd !== 'kijkmoment') {
    if (period.tot !== null) conditions.add(`(${tijd.van} is null or ${tijd.van} <= $::date)`, period.tot);
    if (period.van !== null) conditions.add(`(${tijd.tot} is null or ${tijd.tot} > $::date)`, period.van);
  }
  if (box) {
    const shape = await toRdShape(reader, box);
    // What has no place passes every box (OGC API Features, fc-bbox-response): a project without a location counts.
    if (shape === null && !geom.isNullable) return null;
    const isNarrow = large && shape !== null && (await holdsFew(reader, large.shapes, shape));
    conditions.add(
      (isNarrow ? large.inNarrowBox : inBox(geom, large !== undefined)).replaceAll('$', BOX),
      shape ?? EMPTY,
    );
  }
  return conditions;
}

/** Most shapes around which a box is narrow. */
const FEW = 10_000;
const BOX = '$::text::geometry';

/**
 * Whether a box (hex EWKB) holds few shapes. The planner cannot tell once a statement is prepared, and guesses few: for
 * a box around everything it would gather and sort everything for each page.
 */
async function holdsFew(reader: Reader, shapes: string, box: string): Promise<boolean> {
  const [row] = await reader.query<{ aantal: number }>(
    `select count(*)::int as aantal from (select from ${shapes} where v.geom && $1::text::geometry limit ${FEW}) rij`,
    [box],
  );
  return (row?.aantal ?? 0) < FEW;
}

/**
 * Condition with `$` for the box; for many shapes the first ones by id are tried one by one, which soon fills a page:
 * "is true" keeps the index of shapes out of it.
 */
function inBox({ sql, isNullable }: OgcCollection['geom'], isLarge: boolean): string {
  const within = isLarge
    ? `((${sql} && $) is true and ST_Intersects(${sql}, $) is true)`
    : `ST_Intersects(${sql}, $)`;
  return isNullable ? `(${sql} is null or ${within})` : within;
}

/** An empty polygon in RD New: nothing lies in it. */
const EMPTY = '01030000204071000000000000';

async function count(reader: Reader, { from, where }: OgcCollection, { texts, values }: Conditions) {
  const [row] = await reader.query<{ aantal: number }>(
    `select count(*)::int as aantal from ${from} where ${[where, ...texts].join(' and ')}`,
    [...values],
  );
  return row?.aantal ?? 0;
}

async function toFeatures(
  atlas: Atlas,
  reader: Reader,
  { key, complete }: OgcCollection,
  rows: readonly Row[],
): Promise<FeatureText[]> {
  const all = complete && (await complete(atlas, reader));
  return rows.flatMap(({ id, own, geometrie }) => {
    const properties = all ? all(id, own) : own;
    if (properties === null) return [];
    const shownId = key.type === 'bigint' ? id : JSON.stringify(id);
    const json = `"type":"Feature","id":${shownId},"geometry":${geometrie ?? 'null'},"properties":${JSON.stringify(properties)}`;
    return [{ id, json }];
  });
}
