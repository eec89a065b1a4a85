// One field in three versions: as it was downloaded, as the atlas has it now, as the file says it.
import type { RecordField } from '../../data/document.ts';
import type { Keuze, VeldConflict, VeldWijziging } from '../../data/schema/excel.ts';
import { toCellText, type Organisaties } from './cell-text.ts';
import { cleanText } from './read-cell.ts';
import type { ListCell } from './read-list.ts';

export interface FieldVersions {
  veld: RecordField;
  cell: ListCell;
  label: string;
  was: unknown;
  now: unknown;
  mine: unknown;
  keuze: Keuze | null;
}

/** What the field would change, or who must choose; nothing when the file leaves it as it was, or says what the atlas says. */
export function compareField(
  { veld, cell, label, was, now, mine, keuze }: FieldVersions,
  organisaties: Organisaties,
): { wijziging?: VeldWijziging; conflict?: VeldConflict } {
  if (isSame(mine, was) || isSame(mine, now)) return {};
  const text = (value: unknown): string | null => toCellText(veld, value, organisaties);
  const wijziging = { veld: veld.naam, label, cel: cell.cel, van: text(now), naar: text(mine) };
  if (isSame(was, now)) return { wijziging };
  const conflict = {
    veld: veld.naam,
    label,
    cel: cell.cel,
    basis: text(was),
    hun: text(now),
    mijn: text(mine),
    keuze,
  };
  return keuze === 'mijn' ? { conflict, wijziging } : { conflict };
}

const readAsWords = ['keuze', 'organisatie', 'organisaties', 'teksten', 'gehelen', 'verwijzingen'];

/**
 * What the file says, or 'wrong'. Words that stand there as they were downloaded are the value they came from: also when
 * they could not be read back (an organisation that was closed since, a semicolon inside one of the texts).
 */
export function toMine(
  veld: RecordField,
  cell: ListCell,
  was: unknown,
  organisaties: Organisaties,
): { waarde: unknown } | 'wrong' {
  if (readAsWords.includes(veld.soort) && cell.tekst === cleanText(toCellText(veld, was, organisaties) ?? ''))
    return { waarde: was };
  return cell.fout ? 'wrong' : { waarde: cell.waarde };
}

export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** As far as a workbook can tell two values apart: nothing around a text, no difference between nothing and an empty list. */
function isSame(one: unknown, other: unknown): boolean {
  if (isEmpty(one) && isEmpty(other)) return true;
  const plain = (value: unknown): unknown => (typeof value === 'string' ? cleanText(value) : value);
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other));
}
