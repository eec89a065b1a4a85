import type { Organisatie } from '../data/schema/aanmelden.ts';

/** The name with what it is where another kind can have the same one: `provincie Utrecht`, `gemeente Utrecht`. */
export function toFullName({ soort, naam }: Pick<Organisatie, 'soort' | 'naam'>): string {
  const isAmbiguous = soort === 'gemeente' || soort === 'provincie';
  return isAmbiguous && !naam.toLowerCase().startsWith(soort) ? `${soort} ${naam}` : naam;
}
