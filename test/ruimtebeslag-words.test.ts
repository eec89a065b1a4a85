// How the screens word land take: a range as a range, one size as circa, measured as it is.
import { expect, it } from 'vitest';
import { toText } from '../web/format.ts';
import {
  toKindWords,
  toLandQuantity,
  toOriginWords,
  toTotalQuantity,
  type Onderdeel,
} from '../web/panels/questions/ruimtebeslag.ts';

const exactly = (m2: number) => ({ minM2: m2, maxM2: m2 });
const part = (
  herkomst: Onderdeel['herkomst'],
  zonderBandbreedte: boolean,
  geverifieerd = true,
): Onderdeel => ({
  component: null,
  soort: 'direct',
  omschrijving: '',
  bereik: exactly(20_000),
  herkomst,
  zonderBandbreedte,
  geverifieerd,
  bronnen: [],
  toelichting: null,
  gemeenten: [],
});

it('shows one size that nobody measured as circa, and nothing else', () => {
  expect(toText(toLandQuantity(exactly(20_000), true))).toMatch(/^circa 2,00.ha$/);
  expect(toText(toLandQuantity(exactly(20_000), false))).toMatch(/^2,00.ha$/);
  expect(toText(toLandQuantity({ minM2: 80_000, maxM2: 150_000 }, true))).toMatch(/^8,00–15,00.ha$/);
});

it('passes that on to a total that is one number because of it', () => {
  const totaal = { direct: exactly(20_000), indirect: null, tijdelijk: null };
  const words = (one: Onderdeel) => toTotalQuantity({ totaal, onderdelen: [one] }, 'direct')?.value;
  expect(words(part('standaardmaat', true))).toBe('circa 2,00');
  expect(words(part('geometrie', false))).toBe('2,00');
  expect(toTotalQuantity({ totaal, onderdelen: [] }, 'indirect')).toBeNull();
});

it('says where a size comes from and what it lacks', () => {
  expect(toOriginWords(part('standaardmaat', true))).toBe('standaardmaat, geen bandbreedte');
  expect(toOriginWords(part('register', true, false))).toBe(
    'volgens het register, geen bandbreedte, niet geverifieerd',
  );
  expect(toOriginWords(part('geometrie', false))).toBe('gemeten aan de ligging');
  expect(toKindWords(null)).toBe('soort ruimtebeslag onbekend');
});
