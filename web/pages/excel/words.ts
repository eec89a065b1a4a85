import type { RijStatus } from '../../../data/schema/excel.ts';

/** How a status is called: of one row, and of the rows of a filter. */
export const statusWords: Record<RijStatus, { one: string; more: string }> = {
  fout: { one: 'Fout', more: 'Fouten' },
  conflict: { one: 'Kies', more: 'Te kiezen' },
  gewijzigd: { one: 'Gewijzigd', more: 'Gewijzigd' },
  nieuw: { one: 'Nieuw', more: 'Nieuw' },
  ongewijzigd: { one: 'Ongewijzigd', more: 'Ongewijzigd' },
};
