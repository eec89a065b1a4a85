import type { Gebied } from '../../data/schema/gebied.ts';
import type { Project } from '../../data/schema/project.ts';
import type { Zoekresultaat } from '../../data/schema/zoeken.ts';
import { toSearchable } from '../../data/searchable.ts';
import { soortGebiedLabels, soortenGebied } from '../../data/vocabulary.ts';

/** What a result is ranked by: how well it matches, then what kind it is, then its name. */
interface Candidate {
  result: Zoekresultaat;
  rank: number;
  kind: number;
}

const kinds: readonly Zoekresultaat['soort'][] = [
  'gemeente',
  'provincie',
  'project',
  ...soortenGebied.slice(2),
];

/** The best `limit` areas and projects for `text`; `[]` when nothing matches. Accents and capitals do not count. */
export function findByName(
  text: string,
  gebieden: readonly Gebied[],
  projecten: readonly Project[],
  limit: number,
): Zoekresultaat[] {
  const asked = toSearchable(text);
  const provincieNames = new Map(
    gebieden.filter((one) => one.soort === 'provincie').map((one) => [one.code, one.naam]),
  );
  const inProvincies = (codes: string[]): string =>
    codes.map((code) => provincieNames.get(code) ?? code).join(', ');
  const candidates: Candidate[] = [];
  const add = (rank: number | null, toResult: () => Zoekresultaat): void => {
    if (rank === null) return;
    const result = toResult();
    candidates.push({ result, rank, kind: kinds.indexOf(result.soort) });
  };
  for (const gebied of gebieden) {
    add(toRank(asked, gebied.naam, gebied.code), () => ({
      soort: gebied.soort,
      id: gebied.code,
      naam: gebied.naam,
      toelichting: [
        soortGebiedLabels[gebied.soort],
        gebied.indeling,
        gebied.soort === 'provincie' ? null : inProvincies(gebied.provincies),
      ]
        .filter(Boolean)
        .join(' · '),
      bboxWgs84: gebied.bboxWgs84,
      lngLat: null,
    }));
  }
  for (const project of projecten) {
    add(toRank(asked, project.titel, project.id), () => ({
      soort: 'project',
      id: project.id,
      naam: project.titel,
      toelichting: [
        'Project',
        project.gemeenten.map((one) => one.naam).join(', ') || inProvincies(project.provincies),
      ]
        .filter(Boolean)
        .join(' · '),
      bboxWgs84: project.bboxWgs84,
      lngLat: project.lngLat,
    }));
  }
  return candidates
    .sort((a, b) => a.rank - b.rank || a.kind - b.kind || a.result.naam.localeCompare(b.result.naam, 'nl'))
    .slice(0, limit)
    .map((candidate) => candidate.result);
}

/** 0 the code or name itself, 1 name begins with it, 2 a word does, 3 code begins with it, 4 somewhere; null not at all. */
function toRank(asked: string, naam: string, code: string): number | null {
  const name = toSearchable(naam);
  const key = toSearchable(code);
  if (key === asked || name === asked) return 0;
  if (name.startsWith(asked)) return 1;
  if (name.includes(` ${asked}`) || name.includes(`-${asked}`)) return 2;
  if (key.startsWith(asked)) return 3;
  return name.includes(asked) ? 4 : null;
}
