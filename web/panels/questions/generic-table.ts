import type { AnswerColumn } from '../../../data/document.ts';
import {
  formatNumber,
  formatShare,
  toAreaQuantity,
  toLengthQuantity,
  toText,
  unknownText,
} from '../../format.ts';

/** One column of the table of any question: its heading, whether it holds numbers, and its cells as they are shown. */
export interface TableColumn {
  naam: string;
  label: string;
  toelichting: string | null;
  numeric: boolean;
}

export interface AnswerTable {
  columns: TableColumn[];
  rows: string[][];
}

/** The table of an answer out of its CSV; columns that are empty in every row are left out, and so is the
 *  trail of sources. A cell that holds nothing is not known. */
export function toAnswerTable(
  kolommen: readonly AnswerColumn[],
  csv: readonly (readonly string[])[],
): AnswerTable {
  const [, ...lines] = csv;
  const used = kolommen
    .map((column, index) => ({ column, index }))
    .filter(({ index }) => lines.some((line) => (line[index] ?? '') !== ''));
  return {
    columns: used.map(({ column }) => ({
      naam: column.naam,
      label: column.label,
      toelichting: column.toelichting ?? null,
      numeric: column.eenheid !== undefined,
    })),
    rows: lines.map((line) => used.map(({ column, index }) => toCellText(line[index] ?? '', column.eenheid))),
  };
}

function toCellText(text: string, unit: AnswerColumn['eenheid']): string {
  if (text === '') return unknownText;
  const value = Number(text.replace(',', '.'));
  if (unit === undefined || !Number.isFinite(value)) return text;
  if (unit === 'aandeel') return formatShare(value);
  if (unit === 'm²') return toText(toAreaQuantity(value));
  if (unit === 'm') return toText(toLengthQuantity(value));
  if (unit === 'jaar') return String(value);
  const digits = Number.isInteger(value) ? 0 : 1;
  return toText({ value: formatNumber(value, digits), unit: unit === 'aantal' ? '' : unit });
}
