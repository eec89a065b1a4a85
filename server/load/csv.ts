import type { Geometry, Position } from 'geojson';
import type { SourceFeature } from './reading.ts';
import { toSourceFeatures } from './columns.ts';
import { RefusalError } from './refusal.ts';

/**
 * The rows of a CSV with a geometry in a WKT column (`kolommen.wkt`) or in two columns (`kolommen.lon`, `.lat`). The
 * separator is the first of # ; , or tab that the header has. Throws a RefusalError on a row that cannot be read.
 */
export function readCsv(text: string, kolommen: Record<string, string>): SourceFeature[] {
  const lines = text.split(/\r?\n/).filter((line) => line !== '');
  const header = lines[0] ?? '';
  const separator = ['#', ';', '\t', ','].find((candidate) => header.includes(candidate)) ?? ',';
  const names = splitRow(header, separator);
  const rows = lines.slice(1).map((line, index) => {
    const values = splitRow(line, separator);
    if (values.length !== names.length)
      throw new RefusalError(
        `Regel ${index + 2} heeft ${values.length} kolommen; de kop heeft er ${names.length}.`,
      );
    return Object.fromEntries(names.map((name, column) => [name, values[column] || null]));
  });
  const { wkt, lon, lat, ...own } = kolommen;
  return toSourceFeatures(
    rows.map((row, index) => ({ properties: row, geometry: toGeometry(row, { wkt, lon, lat }, index + 2) })),
    own,
  );
}

/** Fields of one line; a field in double quotes may hold the separator. */
function splitRow(line: string, separator: string): string[] {
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const sign = line[at]!;
    if (sign === '"' && quoted && line[at + 1] === '"') field += line[++at];
    else if (sign === '"') quoted = !quoted;
    else if (sign === separator && !quoted) {
      fields.push(field);
      field = '';
    } else field += sign;
  }
  return [...fields, field];
}

function toGeometry(
  row: Record<string, string | null>,
  place: { wkt?: string; lon?: string; lat?: string },
  line: number,
): Geometry | null {
  if (place.wkt) return parseWkt(row[place.wkt] ?? '', line);
  const position = [row[place.lon ?? ''], row[place.lat ?? '']].map((value) => (value ? Number(value) : NaN));
  if (!position.every(Number.isFinite)) throw new RefusalError(`Regel ${line} heeft geen coördinaten.`);
  return { type: 'Point', coordinates: position };
}

function parseWkt(text: string, line: number): Geometry {
  const [, kind, body] = text.match(/^(?:SRID=\d+;)?\s*(POINT|LINESTRING)\s*\(([^()]*)\)\s*$/i) ?? [];
  if (!kind || !body)
    throw new RefusalError(`Regel ${line} heeft geen punt of lijn in WKT: "${text.slice(0, 40)}".`);
  const positions: Position[] = body.split(',').map((pair) => pair.trim().split(/\s+/).map(Number));
  return kind.toUpperCase() === 'POINT'
    ? { type: 'Point', coordinates: positions[0]! }
    : { type: 'LineString', coordinates: positions };
}
