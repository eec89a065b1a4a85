import type { Zoekresultaat } from '../../data/schema/zoeken.ts';
import { soortGebiedLabels } from '../../data/vocabulary.ts';
import { formatLngLat, formatRd } from '../format.ts';
import type { LngLat } from '../state/view.svelte.ts';
import { parseCoordinate } from '../tools/parse-coordinate.ts';
import type { Address } from './locatieserver.ts';

/** What a line of the list stands for. */
export type Target =
  { kind: 'punt'; lngLat: LngLat } | { kind: 'atlas'; found: Zoekresultaat } | { kind: 'adres'; id: string };

export interface Suggestion {
  key: string;
  text: string;
  note: string | null;
  target: Target;
}

export interface SuggestionGroup {
  titel: string;
  suggestions: Suggestion[];
}

/** The lines for a text that is a coordinate, and what is wrong with it when it cannot be right; nothing when it is a name. */
export function suggestCoordinate(text: string): { suggestions: Suggestion[]; fault: string | null } {
  const reading = parseCoordinate(text);
  if (!reading) return { suggestions: [], fault: null };
  const place = reading.kind === 'gevonden' ? reading : reading.voorstel;
  if (!place) return { suggestions: [], fault: reading.kind === 'fout' ? reading.melding : null };
  const [rd, wgs] = [formatRd(place.rdXy), `${formatLngLat(place.lngLat)} (WGS 84)`];
  return {
    fault: reading.kind === 'fout' ? reading.melding : null,
    suggestions: [
      {
        key: 'punt',
        text: place.herkend === 'RD' ? rd : wgs,
        note: place.herkend === 'RD' ? wgs : rd,
        target: { kind: 'punt', lngLat: place.lngLat },
      },
    ],
  };
}

/** Everything found, in groups; the group with the best match first, and empty groups left out. */
export function groupSuggestions(
  coordinates: readonly Suggestion[],
  found: readonly Zoekresultaat[],
  addresses: readonly Address[],
): SuggestionGroup[] {
  const titles = [...new Set(found.map(toTitle))];
  const groups: SuggestionGroup[] = [
    { titel: 'Coördinaat', suggestions: [...coordinates] },
    ...titles.map((titel) => ({
      titel,
      suggestions: found.filter((each) => toTitle(each) === titel).map(toSuggestion),
    })),
    {
      titel: 'Adressen',
      suggestions: addresses.map(({ id, naam, soort }) => ({
        key: `adres ${id}`,
        text: naam,
        note: soort,
        target: { kind: 'adres' as const, id },
      })),
    },
  ];
  return groups.filter(({ suggestions }) => suggestions.length > 0);
}

const titleOf = { gemeente: 'Gemeenten', project: 'Projecten' } as const;

function toTitle({ soort }: Zoekresultaat): string {
  return soort === 'gemeente' || soort === 'project' ? titleOf[soort] : 'Andere gebieden';
}

function toSuggestion(found: Zoekresultaat): Suggestion {
  const kind = found.soort === 'project' ? 'Project' : soortGebiedLabels[found.soort];
  const note = found.toelichting ?? kind;
  return {
    key: `${found.soort} ${found.id}`,
    text: found.naam,
    note: found.soort === 'project' && !found.lngLat ? `${note} · zonder locatie` : note,
    target: { kind: 'atlas', found },
  };
}
