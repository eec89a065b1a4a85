import type { Geometrie } from '../../data/schema/geometrie.ts';
import { heightNote, type Unreadable } from './written-geometry.ts';

// Well-known text as databases and GIS write it: [SRID=28992;]POINT|LINESTRING|POLYGON|MULTI… [Z|M|ZM] (…).

const types: Record<string, Geometrie['type']> = {
  POINT: 'Point',
  MULTIPOINT: 'MultiPoint',
  LINESTRING: 'LineString',
  MULTILINESTRING: 'MultiLineString',
  POLYGON: 'Polygon',
  MULTIPOLYGON: 'MultiPolygon',
};
const head = /^\s*(?:SRID\s*=\s*(\d+)\s*;)?\s*([A-Z]+)\s*(ZM|Z|M)?\s*(EMPTY\b|\(|$)/i;
const systems: Record<string, 'RD' | 'WGS84'> = {
  '28992': 'RD',
  '7415': 'RD',
  '4326': 'WGS84',
  '4258': 'WGS84',
};
/** How deep the brackets go for each type; a MULTIPOINT may leave out its inner ones. */
const depths: Record<Geometrie['type'], number> = {
  Point: 1,
  LineString: 1,
  MultiPoint: 1,
  Polygon: 2,
  MultiLineString: 2,
  MultiPolygon: 3,
};

/** Whether a text begins as WKT or EWKT does. */
export function looksLikeWkt(text: string): boolean {
  const type = head.exec(text)?.[2]?.toUpperCase() ?? '';
  return (
    /^\s*SRID\s*=/i.test(text) ||
    type in types ||
    /^(GEOMETRYCOLLECTION|CIRCULARSTRING|COMPOUNDCURVE|CURVEPOLYGON|MULTICURVE|MULTISURFACE|TIN|TRIANGLE|POLYHEDRALSURFACE)$/.test(
      type,
    )
  );
}

/** One geometry and the system its SRID names (null when none does), or why it could not be read. */
export function parseWkt(
  text: string,
): { geometry: Geometrie; system: 'RD' | 'WGS84' | null; notes: string[] } | Unreadable {
  const match = head.exec(text);
  const srid = match?.[1];
  const name = match?.[2]?.toUpperCase() ?? '';
  const type = types[name];
  if (!match || !type)
    return {
      melding: `De atlas leest POINT, LINESTRING, POLYGON en hun MULTI-vormen, niet ${name || 'dit'}. Zet bogen en verzamelingen eerst om.`,
    };
  if (srid && srid !== '0' && !systems[srid])
    return { melding: `SRID ${srid} kent de atlas niet. Gebruik 28992 (RD New) of 4326 (WGS 84).` };
  const body = text
    .slice(match[0].length - (match[4] === '(' ? 1 : 0))
    .trim()
    .replace(/;$/, '');
  if (/EMPTY/i.test(match[4] ?? '') || body === '')
    return { melding: `${name} is leeg: er staan geen coördinaten in.` };
  const nested = readBrackets(
    type === 'MultiPoint' ? body.replace(/\(\s*([^()]+?)\s*\)/g, '$1').replace(/^([^(].*)$/s, '($1)') : body,
  );
  if (!nested)
    return { melding: 'De haakjes kloppen niet: elk ( hoort een ) te hebben, en er mag niets achter staan.' };
  const read = toCoordinates(nested, depths[type]);
  if ('melding' in read) return read;
  const coordinates = type === 'Point' ? (read.list as unknown[])[0] : read.list;
  if (type === 'Point' && (read.list as unknown[]).length !== 1)
    return { melding: 'Een POINT heeft precies één positie.' };
  return {
    geometry: { type, coordinates } as Geometrie,
    system: srid ? (systems[srid] ?? null) : null,
    notes: read.higher ? [heightNote] : [],
  };
}

type Nested = string | Nested[];

/** Brackets as nested lists, with the text between commas at the bottom; null when they do not match. */
function readBrackets(text: string): Nested[] | null {
  const stack: Nested[][] = [];
  let done: Nested[] | null = null;
  for (const part of text.match(/[()]|[^(),]+|,/g) ?? []) {
    if (part === ',' || part.trim() === '') continue;
    if (done) return null;
    if (part === '(') {
      const inside: Nested[] = [];
      stack.at(-1)?.push(inside);
      stack.push(inside);
    } else if (part === ')') {
      const closed = stack.pop();
      if (!closed) return null;
      if (stack.length === 0) done = closed;
    } else {
      const inside = stack.at(-1);
      if (!inside) return null;
      inside.push(part.trim());
    }
  }
  return stack.length === 0 ? done : null;
}

function toCoordinates(nested: Nested[], depth: number): { list: unknown; higher: boolean } | Unreadable {
  let higher = false;
  let wrong: string | null = null;
  const walk = (part: Nested, left: number): unknown => {
    if (typeof part === 'string' ? left > 0 : left === 0)
      wrong ??= 'Het aantal haakjes past niet bij het soort geometrie.';
    if (typeof part !== 'string') return part.map((each) => walk(each, left - 1));
    const numbers = part.split(/\s+/).map(Number);
    if (numbers.length < 2 || numbers.length > 4 || numbers.some((value) => !Number.isFinite(value)))
      wrong ??= `‘${part.slice(0, 40)}’ is geen positie. Schrijf twee getallen met een spatie ertussen en een punt als decimaalteken.`;
    higher ||= numbers.length > 2;
    return numbers.slice(0, 2);
  };
  const list = walk(nested, depth);
  return wrong ? { melding: wrong } : { list, higher };
}
