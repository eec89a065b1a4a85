// A row that was copied inside Excel takes its hidden id along: two rows that say to be the same one.
import type { VoorstelRij } from '../../data/schema/excel.ts';
import type { Keuzes } from './evaluate.ts';
import type { CellFault, ListRow } from './read-list.ts';

/** What stands in `keuzes` of a row, at its id, when it is to be read as a new one. */
export const AS_NEW = 'nieuw';

/** The rows to compare: copies that were chosen to be new have no id, others that share one carry a fault. */
export function resolveCopies(
  rows: readonly ListRow[],
  keuzes: Keuzes,
): { row: ListRow; kopie: VoorstelRij['kopie'] }[] {
  const byId = new Map<string, ListRow[]>();
  for (const row of rows) if (row.id !== null) byId.set(row.id, [...(byId.get(row.id) ?? []), row]);
  const isNew = (row: ListRow): boolean => keuzes[row.nummer]?.['id'] === AS_NEW;
  return rows.map((row) => {
    const same = row.id === null ? [] : byId.get(row.id)!;
    if (same.length < 2) return { row, kopie: null };
    if (isNew(row)) return { row: { ...row, id: null, versie: null }, kopie: 'nieuw' };
    const others = same.filter((one) => one !== row && !isNew(one));
    if (others.length === 0) return { row, kopie: null };
    return { row: { ...row, fouten: [...row.fouten, toFault(row, others)] }, kopie: 'dubbel' };
  });
}

function toFault({ id, idCel }: ListRow, others: readonly ListRow[]): CellFault {
  const numbers = others.slice(0, 5).map(({ nummer }) => nummer);
  return {
    cel: idCel,
    label: 'id',
    waarde: `${id}, ook in rij ${numbers.join(', ')}`,
    verwacht: 'elke rij één keer; is dit een kopie, lees haar dan als nieuwe rij of haal haar weg',
  };
}
