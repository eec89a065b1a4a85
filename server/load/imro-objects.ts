/** What the atlas keeps of an IMRO plan: object name → onderdeel. A suffix for the kind of plan (_G, _P, _R, _X) is dropped. */
export const onderdeelByObject = {
  Bestemmingsplangebied: 'plangebied',
  Besluitgebied: 'plangebied',
  Structuurvisieplangebied: 'plangebied',
  Enkelbestemming: 'enkelbestemming',
  Dubbelbestemming: 'dubbelbestemming',
  Functieaanduiding: 'functieaanduiding',
  Gebiedsaanduiding: 'gebiedsaanduiding',
  Bouwvlak: 'bouwvlak',
  Besluitvlak: 'besluitvlak',
  Structuurvisiegebied: 'structuurvisiegebied',
} as const satisfies Record<string, string>;
export type Onderdeel = (typeof onderdeelByObject)[keyof typeof onderdeelByObject];

/** Objects that carry the geometry of another object, or describe the file. */
const CARRIERS = /^(Geometrie|Metadata)/;

/** The onderdeel of an object; null for what the atlas does not keep; undefined for what is no plan object at all. */
export function toOnderdeel(name: string): Onderdeel | null | undefined {
  if (CARRIERS.test(name)) return undefined;
  const base = name.replace(/_[A-Z]\d*$/, '');
  return base in onderdeelByObject ? onderdeelByObject[base as keyof typeof onderdeelByObject] : null;
}
