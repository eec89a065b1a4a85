import { sources } from '../../data/sources/index.ts';
import type { Database } from '../db/database.ts';

interface Row {
  id: string;
  herkomst: string;
  peildatum: string | null;
  aantal: number;
  geladenOp: string;
  dekking: string[] | null;
}

const HEADER = ['dataset', 'titel', 'herkomst', 'peildatum', 'leeftijd', 'aantal', 'dekking', 'geladen op'];

/** A table (lines of text, Dutch) of every dataset: from where, of when, how many, and what is not loaded. */
export async function describeLoaded(db: Database, now = new Date()): Promise<string[]> {
  const rows = await db.query<Row>(
    `select id, herkomst, peildatum::text as peildatum, aantal::int as aantal, dekking,
       to_char(geladen_op at time zone 'utc', 'YYYY-MM-DD HH24:MI') as "geladenOp" from atlas.databron`,
    [],
  );
  const lines = sources.map(({ id, titel }) => {
    const row = rows.find((candidate) => candidate.id === id);
    if (!row) return [id, titel, 'niet geladen', '', '', '', '', ''];
    return [
      id,
      titel,
      row.herkomst,
      row.peildatum ?? 'onbekend',
      row.peildatum ? toAge(row.peildatum, now) : '',
      row.aantal.toLocaleString('nl-NL'),
      row.dekking ? row.dekking.join(', ') || 'los' : 'Nederland',
      `${row.geladenOp} UTC`,
    ];
  });
  return toTable([HEADER, ...lines]);
}

/** How old a date is, in the largest whole unit: "3 dagen", "8 maanden", "2 jaar". */
export function toAge(date: string, now: Date): string {
  const days = Math.max(0, Math.floor((now.getTime() - Date.parse(date)) / 86_400_000));
  if (days < 60) return days === 1 ? '1 dag' : `${days} dagen`;
  if (days < 730) return `${Math.floor(days / 30.44)} maanden`;
  return `${Math.floor(days / 365.25)} jaar`;
}

function toTable(rows: string[][]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
  return [lines[0]!, '-'.repeat(widths.reduce((sum, width) => sum + width + 2, -2)), ...lines.slice(1)];
}
