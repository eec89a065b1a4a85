import type { Context } from 'hono';
import type { Question, Cell } from '../../data/questions/question.ts';
import type { Verantwoording } from '../../data/schema/bron.ts';
import { setContentCrs, type Srid } from '../http/crs.ts';
import { Problem, toInvalid, toShown } from '../http/problem.ts';
import type { Answer, Prepared } from './ask.ts';

export const formats = ['json', 'csv', 'geojson'] as const;
export type Format = (typeof formats)[number];

const mediaTypes: Record<Format, string> = {
  json: 'application/json',
  csv: 'text/csv; charset=utf-8; header=present',
  geojson: 'application/geo+json',
};

/** The format asked for: `?formaat=` first, then Accept; JSON unless told. Throws a 400 or 406 Problem. */
export function readFormat(c: Context): Format {
  const asked = c.req.query('formaat');
  if (asked !== undefined) {
    const format = formats.find((one) => one === asked);
    if (format) return format;
    throw toInvalid([
      { veld: 'formaat', waarde: toShown(asked), verwacht: `een van: ${formats.join(', ')}` },
    ]);
  }
  const accept = c.req.header('Accept') ?? '*/*';
  const wanted = accept.split(',').map((one) => one.split(';')[0]!.trim().toLowerCase());
  for (const one of wanted) {
    if (one === 'text/csv' || one === 'text/*') return 'csv';
    if (one === 'application/geo+json') return 'geojson';
    if (['application/json', 'application/*', '*/*'].includes(one)) return 'json';
  }
  throw new Problem(
    406,
    'Formaat niet beschikbaar',
    `Accept: verwacht een van ${Object.values(mediaTypes).join(', ')}.`,
  );
}

/** The answer in the format asked for. Never kept by anyone on the way: it may be about a plan nobody knows of yet. */
export function respond(
  c: Context,
  { question }: Prepared,
  answer: Answer,
  format: Format,
  srid: Srid,
): Response {
  c.header('Content-Type', mediaTypes[format]);
  c.header('Vary', 'Accept, Accept-Crs, Accept-Encoding, Cookie');
  if (format === 'csv') {
    c.header('Content-Disposition', `attachment; filename="${question.naam}.csv"`);
    return c.body(toCsv(question, answer));
  }
  setContentCrs(c, srid);
  return c.body(JSON.stringify(format === 'json' ? answer : toFeatureCollection(question, answer)));
}

function toFeatureCollection(question: Prepared['question'], { antwoord, verantwoording }: Answer): object {
  return {
    type: 'FeatureCollection',
    features: question.toFeatures(antwoord).map(({ geometrie, properties }) => ({
      type: 'Feature',
      geometry: geometrie,
      properties,
    })),
    ...question.toMembers?.(antwoord),
    verantwoording,
  };
}

/**
 * The table of an answer as Dutch spreadsheets read it without asking: UTF-8 with its mark, semicolons, decimal
 * commas. The unit stands in the heading; the last columns say what the line rests on.
 */
export function toCsv(
  { kolommen, toTable }: Pick<Question<never, never, unknown>, 'kolommen' | 'toTable'>,
  { antwoord, verantwoording }: Answer,
): string {
  const headings = kolommen.map((column) =>
    column.eenheid ? `${column.label} (${column.eenheid})` : column.label,
  );
  const trail = toTrail(verantwoording);
  const rows = toTable(antwoord);
  // Nothing found is an answer too: its day and its sources stand in a line of their own.
  const lines = (rows.length > 0 ? rows : [{}]).map((row: Record<string, Cell>) => [
    ...kolommen.map((column) => row[column.naam] ?? null),
    ...trail,
  ]);
  const table: Cell[][] = [[...headings, 'peildatum', 'bronnen', 'opmerkingen'], ...lines];
  return `\uFEFF${table.map((line) => line.map(toCell).join(';')).join('\r\n')}\r\n`;
}

function toTrail({ peildatum, bronnen, opmerkingen }: Verantwoording): Cell[] {
  const sources = bronnen.map(({ titel, peildatum: date, herkomst, dekking }) => {
    const where = dekking ? `, alleen ${dekking.join(' ')}` : '';
    return `${titel} ${date ?? 'zonder datum'} (${herkomst}${where})`;
  });
  return [peildatum, sources.join(', '), opmerkingen.join(' ')];
}

function toCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value === 'boolean') return value ? 'ja' : 'nee';
  // A leading sign would make a formula of a name.
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
