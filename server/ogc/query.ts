import type { Context } from 'hono';
import type { AreaRegister } from '../areas/register.ts';
import { toDay } from '../http/dates.ts';
import { toInvalid, toShown, type Invoerfout } from '../http/problem.ts';
import { readBbox, type SearchBox } from './bbox.ts';
import type { OgcCollection, OgcFilter } from './collection.ts';
import { crsList, findCrs, type Crs } from './crs.ts';
import { readDatetime, type Period } from './datetime.ts';

export const pageSize = { standard: 100, most: 1000 } as const;

/** What `GET …/items` was asked. */
export interface ItemsQuery {
  crs: Crs;
  limit: number;
  /** Id of the last feature of the page before; null for the first page. */
  after: string | null;
  box: SearchBox | null;
  /** Only where features carry a time of their own. */
  period: Period | null;
  filters: { filter: OgcFilter; values: string[] }[];
}

const own = ['f', 'crs', 'limit', 'na', 'bbox', 'bbox-crs', 'datetime'];
const viewpointNames = ['bekendOp', 'geldigOp'];
const knownCrs = `een van: ${crsList.map(({ uri }) => uri).join(', ')}`;
const formats = ['json', 'geojson'];

/** Every parameter once. Adds what is given twice or not known here to `errors`. */
function readKnown(c: Context, names: readonly string[], errors: Invoerfout[]): Map<string, string> {
  const given = new Map<string, string>();
  for (const [name, values] of Object.entries(c.req.queries())) {
    const [value = ''] = values;
    if (!names.includes(name)) {
      const verwacht = `onbekende parameter; verwacht: ${names.length > 0 ? `alleen ${names.join(', ')}` : 'geen'}`;
      errors.push({ veld: toShown(name), waarde: toShown(value), verwacht });
    } else if (values.length > 1) {
      errors.push({ veld: name, waarde: toShown(values.join(' en ')), verwacht: 'één keer' });
    } else given.set(name, value);
  }
  const format = given.get('f');
  if (format !== undefined && !formats.includes(format))
    errors.push({ veld: 'f', waarde: toShown(format), verwacht: `een van: ${formats.join(', ')}` });
  return given;
}

function readCrs(given: Map<string, string>, name: string, errors: Invoerfout[]): Crs {
  const value = given.get(name);
  const crs = value === undefined ? crsList[0] : findCrs(value);
  if (!crs) errors.push({ veld: name, waarde: toShown(value), verwacht: knownCrs });
  return crs ?? crsList[0];
}

/** For a resource without parameters of its own. Throws a 400 Problem naming each that is given. */
export function refuseParameters(c: Context): void {
  const errors: Invoerfout[] = [];
  readKnown(c, ['f'], errors);
  if (errors.length > 0) throw toInvalid(errors);
}

/** The parameters of one feature: its `crs`. Throws a 400 Problem with every fault. */
export function readFeatureQuery(c: Context, { tijd }: OgcCollection): Crs {
  const errors: Invoerfout[] = [];
  const given = readKnown(c, ['f', 'crs', ...(tijd === 'kijkmoment' ? viewpointNames : [])], errors);
  const crs = readCrs(given, 'crs', errors);
  if (errors.length > 0) throw toInvalid(errors);
  return crs;
}

/** The names of all parameters of the features of a collection. */
export function listParameters({ tijd, filters }: OgcCollection): string[] {
  return [...own, ...(tijd === 'kijkmoment' ? viewpointNames : []), ...filters.map(({ name }) => name)];
}

/** The parameters of the features of a collection. Throws a 400 Problem with every fault at once. */
export function readItemsQuery(c: Context, collection: OgcCollection, register: AreaRegister): ItemsQuery {
  const errors: Invoerfout[] = [];
  const given = readKnown(c, listParameters(collection), errors);
  const crs = readCrs(given, 'crs', errors);
  const boxCrs = readCrs(given, 'bbox-crs', errors);
  const bbox = given.get('bbox');
  const datetime = given.get('datetime');
  if (datetime !== undefined && given.has('geldigOp'))
    errors.push({
      veld: 'geldigOp',
      waarde: toShown(given.get('geldigOp')),
      verwacht: 'geen naast datetime',
    });
  const period =
    datetime === undefined ? null : readDatetime(datetime, collection, toDay(new Date()), errors);
  const query: ItemsQuery = {
    crs,
    limit: readLimit(given.get('limit'), errors),
    after: readAfter(given.get('na'), collection, errors),
    box: bbox === undefined ? null : readBbox(bbox, boxCrs, errors),
    period: typeof collection.tijd === 'object' ? period : null,
    filters: collection.filters.flatMap((filter) => {
      const value = given.get(filter.name);
      return value === undefined ? [] : [{ filter, values: readValues(filter, value, register, errors) }];
    }),
  };
  if (errors.length > 0) throw toInvalid(errors);
  return query;
}

/** More than the most is no error: the page is as large as it gets (OGC API Features, fc-limit-response). */
function readLimit(given: string | undefined, errors: Invoerfout[]): number {
  if (given === undefined) return pageSize.standard;
  if (/^\d{1,9}$/.test(given) && Number(given) > 0) return Math.min(Number(given), pageSize.most);
  const verwacht = `een geheel getal vanaf 1; een bladzijde is hoogstens ${pageSize.most.toLocaleString('nl-NL')}`;
  errors.push({ veld: 'limit', waarde: toShown(given), verwacht });
  return pageSize.standard;
}

function readAfter(given: string | undefined, { key }: OgcCollection, errors: Invoerfout[]): string | null {
  if (given === undefined) return null;
  if (key.type === 'text' ? given.length <= 200 : isNumber(given)) return given;
  errors.push({ veld: 'na', waarde: toShown(given), verwacht: 'wat in de link next staat' });
  return null;
}

/** Whether a text is a number a row can have. */
export const isNumber = (text: string): boolean => /^\d{1,18}$/.test(text);

function readValues(
  { name, values, soort }: OgcFilter,
  given: string,
  register: AreaRegister,
  errors: Invoerfout[],
): string[] {
  const asked = given.split(',').map((one) => one.trim());
  const areas = soort && register.gebieden.filter((one) => one.soort === soort);
  // Nothing loaded yet: the collection is empty, and its description says why.
  const known = areas && areas.length > 0 ? areas.map(({ code }) => code) : values;
  for (const one of known ? asked.filter((value) => !known.includes(value)) : []) {
    const shown = known!.slice(0, 60).join(', ');
    errors.push({
      veld: name,
      waarde: toShown(one),
      verwacht: `een van: ${shown}${known!.length > 60 ? ' …' : ''}`,
    });
  }
  return asked;
}
