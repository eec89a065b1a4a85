import type { Gebied } from '../../data/schema/gebied.ts';
import type { Project } from '../../data/schema/project.ts';
import type { Zoekresultaat } from '../../data/schema/zoeken.ts';
import { toSearchable } from '../../data/searchable.ts';
import { soortGebiedLabels, soortenGebied } from '../../data/vocabulary.ts';

/** One thing that can be found, ready to be compared. */
interface Entry {
  name: string;
  key: string;
  naam: string;
  kind: number;
  toResult(): Zoekresultaat;
}

const kinds: readonly Zoekresultaat['soort'][] = [
  'gemeente',
  'provincie',
  'project',
  ...soortenGebied.slice(2),
];
const collator = new Intl.Collator('nl');

/** The best `limit` areas and projects for `text`; `[]` when nothing matches. Accents and capitals do not count. */
export function findByName(
  text: string,
  gebieden: readonly Gebied[],
  projecten: readonly Project[],
  limit: number,
): Zoekresultaat[] {
  const asked = toSearchable(text);
  return [...indexGebieden(gebieden), ...indexProjecten(projecten, gebieden)]
    .flatMap((entry) => {
      const rank = toRank(asked, entry);
      return rank === null ? [] : [{ entry, rank }];
    })
    .sort(
      (a, b) =>
        a.rank - b.rank || a.entry.kind - b.entry.kind || collator.compare(a.entry.naam, b.entry.naam),
    )
    .slice(0, limit)
    .map(({ entry }) => entry.toResult());
}

/** 0 the code or name itself, 1 name begins with it, 2 a word does, 3 code begins with it, 4 somewhere; null not at all. */
function toRank(asked: string, { name, key }: Entry): number | null {
  if (key === asked || name === asked) return 0;
  if (name.startsWith(asked)) return 1;
  if (name.includes(` ${asked}`) || name.includes(`-${asked}`)) return 2;
  if (key.startsWith(asked)) return 3;
  return name.includes(asked) ? 4 : null;
}

/** Made once for each list: the lists are replaced when something changes. */
const indexes = new WeakMap<readonly object[], Entry[]>();

function indexed<Item extends object>(list: readonly Item[], toEntry: (item: Item) => Entry): Entry[] {
  let entries = indexes.get(list);
  if (!entries) indexes.set(list, (entries = list.map(toEntry)));
  return entries;
}

function indexGebieden(gebieden: readonly Gebied[]): Entry[] {
  const provincieNames = namesOfProvincies(gebieden);
  return indexed(gebieden, (gebied) => ({
    name: toSearchable(gebied.naam),
    key: toSearchable(gebied.code),
    naam: gebied.naam,
    kind: kinds.indexOf(gebied.soort),
    toResult: () => ({
      soort: gebied.soort,
      id: gebied.code,
      naam: gebied.naam,
      toelichting: toNote(
        soortGebiedLabels[gebied.soort],
        gebied.indeling,
        gebied.soort === 'provincie' ? null : provincieNames(gebied.provincies),
      ),
      bboxWgs84: gebied.bboxWgs84,
      lngLat: null,
    }),
  }));
}

function indexProjecten(projecten: readonly Project[], gebieden: readonly Gebied[]): Entry[] {
  const provincieNames = namesOfProvincies(gebieden);
  return indexed(projecten, (project) => ({
    name: toSearchable(project.titel),
    key: toSearchable(project.id),
    naam: project.titel,
    kind: kinds.indexOf('project'),
    toResult: () => ({
      soort: 'project',
      id: project.id,
      naam: project.titel,
      toelichting: toNote(
        'Project',
        project.gemeenten.map((one) => one.naam).join(', ') || provincieNames(project.provincies),
      ),
      bboxWgs84: project.bboxWgs84,
      lngLat: project.lngLat,
    }),
  }));
}

const toNote = (...parts: (string | null)[]): string => parts.filter(Boolean).join(' · ');

function namesOfProvincies(gebieden: readonly Gebied[]): (codes: string[]) => string {
  const names = new Map(
    gebieden.filter((one) => one.soort === 'provincie').map((one) => [one.code, one.naam]),
  );
  return (codes) => codes.map((code) => names.get(code) ?? code).join(', ');
}
