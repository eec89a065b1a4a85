import { findCurrentClaim } from '../../../data/ibn-claims.ts';
import type { IbnVerschuivingAntwoord } from '../../../data/schema/programma.ts';
import type { Fase } from '../../../data/vocabulary.ts';

type Verschuiving = IbnVerschuivingAntwoord['antwoord']['projecten'][number];

/** One project on the timeline; places are shares 0..1 of its width. */
export interface TimelineRow {
  id: string;
  naam: string;
  fase: Fase | null;
  van: number;
  tot: number;
  /** The range as first said, where that was another one. */
  eerst: { van: number; tot: number } | null;
  from: number;
  to: number;
  /** Where the end of the range first lay; null where it did not move. */
  first: number | null;
}

export interface Timeline {
  years: { year: number; at: number }[];
  rows: TimelineRow[];
}

/** Years with a label at most. */
const mostYears = 8;

/** Projects whose IBN is known now, the earliest first, on one axis of years; empty when there is none. */
export function layoutTimeline(projecten: readonly Verschuiving[]): Timeline {
  const known = projecten
    .flatMap((project) => {
      const now = findCurrentClaim(project.uitspraken);
      if (!now) return [];
      const first = project.uitspraken[0];
      const moved = first && (first.jaarVan !== now.jaarVan || first.jaarTot !== now.jaarTot);
      const eerst = moved ? { van: first.jaarVan, tot: first.jaarTot } : null;
      const end = eerst && eerst.tot !== now.jaarTot ? eerst.tot : null;
      return [{ ...project, van: now.jaarVan, tot: now.jaarTot, eerst, end }];
    })
    .sort((a, b) => a.tot - b.tot || a.van - b.van || a.naam.localeCompare(b.naam, 'nl'));
  if (known.length === 0) return { years: [], rows: [] };
  const least = Math.min(...known.map(({ van, end }) => Math.min(van, end ?? van)));
  const most = Math.max(...known.map(({ tot, end }) => Math.max(tot, end ?? tot)));
  const span = Math.max(1, most - least);
  const at = (year: number) => (year - least) / span;
  const step = Math.ceil((span + 1) / mostYears);
  return {
    years: Array.from({ length: Math.floor(span / step) + 1 }, (_, index) => least + index * step).map(
      (year) => ({ year, at: at(year) }),
    ),
    rows: known.map(({ id, naam, fase, van, tot, eerst, end }) => ({
      id,
      naam,
      fase,
      van,
      tot,
      eerst,
      from: at(van),
      to: at(tot),
      first: end === null ? null : at(end),
    })),
  };
}
