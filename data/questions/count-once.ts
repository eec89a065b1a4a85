import { floors } from '../rules/overlap.ts';
import type { RuimtebeslagAntwoord } from '../schema/antwoord.ts';
import type { SoortRuimtebeslag } from '../vocabulary.ts';
import { divideOverGemeenten } from './divide-land.ts';
import type { Facts } from './question.ts';
import type { Deel } from './shares.ts';

type Onderdeel = RuimtebeslagAntwoord['antwoord']['onderdelen'][number];
export type Bereik = NonNullable<Onderdeel['bereik']>;

/** Measured parts that touch or lie over each other, and what they cover together (counted-once.sql), m². */
export interface OverElkaar {
  /** What is added up: a project, the projects of a year, or all of them. */
  niveau: 'project' | 'jaar' | 'alles';
  /** Which project or year; '' for all. */
  sleutel: string;
  soort: SoortRuimtebeslag;
  /** Ids of components. */
  leden: string[];
  m2: number;
  delen: Deel[];
}

/** A known size in a total, in all and per gemeente. */
export interface Post {
  component: string | null;
  bereik: Bereik;
  gemeenten: Onderdeel['gemeenten'];
}

/**
 * The sizes of one total with the parts that lie over each other put together, so that each place counts once; and how
 * many m² that is less. Parts that only touch stay as they are: then it is 0.
 */
export function countOnce(
  posten: readonly Post[],
  samen: OverElkaar | undefined,
  facts: Facts,
): { posten: readonly Post[]; dubbelM2: number } {
  if (!samen) return { posten, dubbelM2: 0 };
  const isMember = ({ component }: Post): boolean => component !== null && samen.leden.includes(component);
  const members = posten.filter(isMember);
  const dubbelM2 = members.reduce((sum, { bereik }) => sum + bereik.maxM2, 0) - samen.m2;
  if (dubbelM2 <= floors.m2) return { posten, dubbelM2: 0 };
  const bereik = { minM2: samen.m2, maxM2: samen.m2 };
  const place = { ligging: 'exact' as const, m2: samen.m2, m: 0, punten: 0, delen: samen.delen };
  const together = { component: null, bereik, gemeenten: divideOverGemeenten(place, bereik, [], facts) };
  return { posten: [...posten.filter((post) => !isMember(post)), together], dubbelM2 };
}

/** The sum of ranges; null when there are none, which is not zero. */
export function sumRanges(ranges: readonly Bereik[]): Bereik | null {
  if (ranges.length === 0) return null;
  return {
    minM2: ranges.reduce((total, { minM2 }) => total + minM2, 0),
    maxM2: ranges.reduce((total, { maxM2 }) => total + maxM2, 0),
  };
}
