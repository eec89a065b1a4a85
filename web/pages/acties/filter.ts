import type { Actie } from '../fiche/kinds.ts';
import { standen, toStand, type Stand } from './planning.ts';

/** What of the actielijst is shown; null is all. */
export interface ActiesFilter {
  provincie: string | null;
  project: string | null;
  trekker: string | null;
  stand: Stand | null;
}

const codes: Record<'provincie' | 'project' | 'trekker', RegExp> = {
  provincie: /^PV\d{2}$/,
  project: /^[A-Za-z0-9-]{1,40}$/,
  trekker: /^[A-Za-z0-9-]{1,40}$/,
};

/** The filter a query string asks for; what cannot be used is all. */
export function readActiesFilter(search: string): ActiesFilter {
  const given = new URLSearchParams(search);
  const read = (name: keyof typeof codes) => {
    const text = given.get(name);
    return text !== null && codes[name].test(text) ? text : null;
  };
  return {
    provincie: read('provincie'),
    project: read('project'),
    trekker: read('trekker'),
    stand: standen.find((stand) => stand === given.get('stand')) ?? null,
  };
}

/** The query string of a filter, with its `?`; empty for all. */
export function writeActiesFilter(filter: ActiesFilter): string {
  const query = new URLSearchParams(
    Object.entries(filter).filter((pair): pair is [string, string] => pair[1] !== null),
  );
  return query.size > 0 ? `?${query}` : '';
}

/** The actions a filter leaves; provincie and project are filtered by the server. */
export function filterActies(
  acties: readonly Actie[],
  { trekker, stand }: ActiesFilter,
  today: string,
): Actie[] {
  return acties.filter(
    ({ gegevens }) =>
      (trekker === null || gegevens.trekkers.includes(trekker)) &&
      (stand === null || toStand(gegevens, today) === stand),
  );
}
