import type { Geometrie } from '../../data/schema/geometrie.ts';
import { toLngLat } from '../map/rd.ts';
import { roundLngLat } from '../tools/coordinate-place.ts';
import { toRing, type Rectangle } from './rectangle.ts';

// Where a component may come to lie: two to four alternatives, of which one is in hand.

export const letters = ['A', 'B', 'C', 'D'] as const;
export type Letter = (typeof letters)[number];

export interface Variant {
  letter: Letter;
  naam: string;
  ligging: 'exact' | 'zoekgebied' | 'indicatief' | 'geen';
  /** CRS84; null while nothing is placed. */
  geometrie: Geometrie | null;
  /** The rectangle the geometry was made of; null for a free shape. */
  rechthoek: Rectangle | null;
  /** Full width (m) of the strip along a line; null is the line alone. */
  corridorM: number | null;
  /** How far around an indicative point it may lie, in m. */
  straalM: number | null;
  /** The template it was drawn from, or null. */
  sjabloon: string | null;
  toelichting: string;
  /** Its record, when it was saved before. */
  id: string | null;
  /** The voorkeursalternatief: the component lies where it lies. */
  gekozen: boolean;
}

export interface Placement {
  varianten: readonly Variant[];
  /** Letter of the one in hand. */
  actief: Letter;
}

export const defaultRadiusM = 500;

export function createVariant(letter: Letter, from: Partial<Variant> = {}): Variant {
  return {
    naam: '',
    ligging: 'zoekgebied',
    geometrie: null,
    rechthoek: null,
    corridorM: null,
    straalM: null,
    sjabloon: null,
    toelichting: '',
    id: null,
    gekozen: false,
    ...from,
    letter,
  };
}

/** One alternative and nothing placed. */
export function createPlacement(): Placement {
  return { varianten: [createVariant('A')], actief: 'A' };
}

/** The alternative in hand. Throws when there is none: a placement always has one. */
export function getActive({ varianten, actief }: Placement): Variant {
  const found = varianten.find(({ letter }) => letter === actief);
  if (!found) throw new Error(`No variant ${actief}`);
  return found;
}

/** The placement with the alternative in hand changed. */
export function changeActive(placement: Placement, change: Partial<Omit<Variant, 'letter'>>): Placement {
  return {
    ...placement,
    varianten: placement.varianten.map((each) =>
      each.letter === placement.actief ? { ...each, ...change } : each,
    ),
  };
}

/** Given a free shape: what was a rectangle is one no longer, and how sure the place is follows from the shape. */
export function takeGeometry(placement: Placement, geometrie: Geometrie | null): Placement {
  const { ligging } = getActive(placement);
  const possible = listCertainties(geometrie);
  return changeActive(placement, {
    geometrie,
    rechthoek: null,
    ligging: possible.includes(ligging) ? ligging : possible[0]!,
    ...(geometrie?.type.endsWith('LineString') ? {} : { corridorM: null }),
    ...(geometrie?.type === 'Point' ? {} : { straalM: null }),
  });
}

/** How sure a place can be, by its shape: a search area has an area, and only a point lies somewhere within a radius. */
export function listCertainties(geometrie: Geometrie | null): readonly Variant['ligging'][] {
  if (!geometrie) return ['geen'];
  if (geometrie.type.endsWith('Polygon')) return ['zoekgebied', 'exact'];
  return geometrie.type === 'Point' ? ['exact', 'indicatief'] : ['exact'];
}

/** Given a rectangle. */
export function takeRectangle(placement: Placement, rechthoek: Rectangle): Placement {
  const { ligging } = getActive(placement);
  return changeActive(placement, {
    rechthoek,
    geometrie: toPolygon(rechthoek),
    ligging: ligging === 'geen' || ligging === 'indicatief' ? 'zoekgebied' : ligging,
  });
}

/** One alternative more, in hand at once, as a copy of the one before; the same when there are four already. */
export function addVariant(placement: Placement): Placement {
  const letter = letters.find((each) => !placement.varianten.some((variant) => variant.letter === each));
  if (!letter) return placement;
  const {
    id: _id,
    gekozen: _gekozen,
    naam: _naam,
    toelichting: _toelichting,
    ...copied
  } = getActive(placement);
  return {
    varianten: [...placement.varianten, createVariant(letter, copied)].sort(byLetter),
    actief: letter,
  };
}

/** Without one alternative; the same when it is the last. */
export function removeVariant(placement: Placement, letter: Letter): Placement {
  const varianten = placement.varianten.filter((each) => each.letter !== letter);
  const [first] = varianten;
  if (!first) return placement;
  return { varianten, actief: placement.actief === letter ? first.letter : placement.actief };
}

/** The rectangle in CRS84. */
export function toPolygon(rechthoek: Rectangle): Geometrie {
  return { type: 'Polygon', coordinates: [toRing(rechthoek).map((rdXy) => roundLngLat(toLngLat(rdXy)))] };
}

const byLetter = (a: Variant, b: Variant): number => a.letter.localeCompare(b.letter);
