import { formatCount } from '../../format.ts';
import { toEnumeration } from '../../panels/questions/lists.ts';

/** How many projects a source gives a round; null is what it does not say. */
export interface RoundCounts {
  totaal: number | null;
  concreet: number | null;
  verkenning: number | null;
}

/** `9 concreet; niet bekend: het totaal en het aantal in verkenning`. */
export function toCountWords({ totaal, concreet, verkenning }: RoundCounts): string {
  const parts = [
    { known: totaal === null ? null : formatCount(totaal, 'project', 'projecten'), name: 'het totaal' },
    { known: concreet === null ? null : `${concreet} concreet`, name: 'het aantal concrete projecten' },
    { known: verkenning === null ? null : `${verkenning} in verkenning`, name: 'het aantal in verkenning' },
  ];
  const known = parts.flatMap((part) => (part.known === null ? [] : [part.known])).join(', ');
  const unknown = parts.filter((part) => part.known === null).map(({ name }) => name);
  return [known, unknown.length > 0 ? `niet bekend: ${toEnumeration(unknown)}` : '']
    .filter(Boolean)
    .join('; ');
}
