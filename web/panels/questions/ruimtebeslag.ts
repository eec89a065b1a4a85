import type { RuimtebeslagAntwoord } from '../../../data/schema/antwoord.ts';

export type Onderdeel = RuimtebeslagAntwoord['antwoord']['onderdelen'][number];

/** Where a range comes from, in words; a range without a verified source says so. */
export function toOriginWords({ herkomst, geverifieerd }: Onderdeel): string {
  const words = {
    geometrie: 'gemeten aan de ligging',
    standaardmaat: 'standaardmaat',
    register: 'volgens het register',
    onbekend: 'geen maat bekend',
  }[herkomst];
  return herkomst === 'onbekend' || geverifieerd ? words : `${words}, niet geverifieerd`;
}
