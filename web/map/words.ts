import type { Gebied } from '../../data/schema/gebied.ts';
import type { Project } from '../../data/schema/project.ts';
import { formatCount, formatLength } from '../format.ts';
import type { BboxWgs84 } from '../state/view.svelte.ts';

// What is on screen, for whoever does not see it.

export interface MapWords {
  /** One sentence, short enough to be spoken after every move. */
  summary: string;
  /** Width of the map in metres at its middle. */
  widthM: number;
  projecten: Project[];
  /** Projects the list shows that have no location: they are never on the map. */
  withoutLocation: number;
}

/** Metres in a degree of longitude at the equator (WGS 84). */
const metresPerDegree = 111_320;

/** Names of the areas that are on screen; gemeenten null when the map is too small to name them. */
export interface AreasInSight {
  provincies: readonly Gebied[];
  gemeenten: readonly Gebied[] | null;
}

/** The map in words. Projects count as in sight when their symbol is within the borders of the screen. */
export function describeMap(
  [west, south, east, north]: BboxWgs84,
  projecten: readonly Project[],
  { provincies, gemeenten }: AreasInSight,
): MapWords {
  const seen = projecten.filter(
    ({ lngLat }) =>
      lngLat && lngLat[0] >= west && lngLat[0] <= east && lngLat[1] >= south && lngLat[1] <= north,
  );
  const widthM = (east - west) * metresPerDegree * Math.cos((((south + north) / 2) * Math.PI) / 180);
  const where =
    provincies.length === 0
      ? 'Buiten Nederland'
      : provincies.length > 3
        ? formatCount(provincies.length, 'provincie', 'provincies')
        : listInWords(provincies.map(({ naam }) => naam));
  const towns =
    !gemeenten || gemeenten.length === 0
      ? ''
      : gemeenten.length <= 4
        ? `, gemeente ${listInWords(gemeenten.map(({ naam }) => naam))}`
        : `, ${formatCount(gemeenten.length, 'gemeente', 'gemeenten')}`;
  const summary = `${where}${towns}. ${capitalise(formatCount(seen.length, 'project', 'projecten'))} in beeld. De kaart is ${formatLength(widthM)} breed.`;
  return {
    summary,
    widthM,
    projecten: seen,
    withoutLocation: projecten.filter(({ lngLat }) => lngLat === null).length,
  };
}

/** `a`, `a en b`, `a, b en c`. */
export function listInWords(names: readonly string[]): string {
  const sorted = [...names].sort((a, b) => a.localeCompare(b, 'nl'));
  const last = sorted.pop();
  return sorted.length > 0 ? `${sorted.join(', ')} en ${last}` : (last ?? '');
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
