import type { RuimtebeslagAntwoord } from '../../../data/schema/antwoord.ts';
import { soortRuimtebeslagLabels, type SoortRuimtebeslag } from '../../../data/vocabulary.ts';
import type { Quantity } from '../../format.ts';
import { toRangeQuantity } from './quantities.ts';

type Antwoord = RuimtebeslagAntwoord['antwoord'];
export type Onderdeel = Antwoord['onderdelen'][number];
interface Bereik {
  minM2: number;
  maxM2: number;
}

/** Where a range comes from, in words; a range without a verified source says so. */
export function toOriginWords({ herkomst, geverifieerd, zonderBandbreedte }: Onderdeel): string {
  const words = {
    geometrie: 'gemeten aan de ligging',
    standaardmaat: 'standaardmaat',
    register: 'volgens het register',
    onbekend: 'geen maat bekend',
  }[herkomst];
  if (herkomst === 'onbekend') return words;
  return [words, zonderBandbreedte && 'geen bandbreedte', !geverifieerd && 'niet geverifieerd']
    .filter(Boolean)
    .join(', ');
}

/** What kind of land a part takes, in words. */
export function toKindWords(soort: SoortRuimtebeslag | null): string {
  return soort ? soortRuimtebeslagLabels[soort] : 'soort ruimtebeslag onbekend';
}

/** A range that is never a bare number: one size that nobody measured is `circa`. */
export function toLandQuantity(bereik: Bereik, zonderBandbreedte: boolean): Quantity {
  const quantity = toRangeQuantity(bereik);
  const isSingle = zonderBandbreedte && bereik.minM2 === bereik.maxM2;
  return isSingle ? { ...quantity, value: `circa ${quantity.value}` } : quantity;
}

/** A total, `circa` where it rests on a size without a range; null when there is none. */
export function toTotalQuantity(
  { totaal, onderdelen }: Pick<Antwoord, 'totaal' | 'onderdelen'>,
  soort: SoortRuimtebeslag,
): Quantity | null {
  const total = totaal[soort];
  const isWithoutRange = onderdelen.some((one) => one.soort === soort && one.zonderBandbreedte);
  return total && toLandQuantity(total, isWithoutRange);
}
