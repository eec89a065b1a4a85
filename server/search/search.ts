import type { Gebied } from '../../data/schema/gebied.ts';
import type { Project } from '../../data/schema/project.ts';
import type { Zoekresultaat } from '../../data/schema/zoeken.ts';
import { toSearchable } from '../../data/searchable.ts';
import { roepnamen } from '../../data/seed/roepnamen.ts';
import { soortGebiedLabels, soortenGebied } from '../../data/vocabulary.ts';

/** One thing that can be found, ready to be compared. */
interface Entry {
  /** The official name and what people call it. */
  names: string[];
  key: string;
  /** Of its kind and its names, for who asks with several words: `res amersfoort`. */
  words: string[];
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

/** 0 the code or name itself, 1 name begins with it, 2 a word does, 3 code begins with it, 4 somewhere, 5 each word begins a word of kind or name; null not at all. */
function toRank(asked: string, { names, key, words }: Entry): number | null {
  if (key === asked || names.includes(asked)) return 0;
  if (names.some((name) => name.startsWith(asked))) return 1;
  if (names.some((name) => name.includes(` ${asked}`) || name.includes(`-${asked}`))) return 2;
  if (key.startsWith(asked)) return 3;
  if (names.some((name) => name.includes(asked))) return 4;
  const parts = toWords(asked);
  return parts.length > 1 && parts.every((part) => words.some((word) => word.startsWith(part))) ? 5 : null;
}

const toWords = (searchable: string): string[] => searchable.split(/[\s/-]+/).filter(Boolean);

/** Made once for each list: the lists are replaced when something changes. */
const indexes = new WeakMap<readonly object[], Entry[]>();

function indexed<Item extends object>(list: readonly Item[], toEntry: (item: Item) => Entry): Entry[] {
  let entries = indexes.get(list);
  if (!entries) indexes.set(list, (entries = list.map(toEntry)));
  return entries;
}

function indexGebieden(gebieden: readonly Gebied[]): Entry[] {
  const provincieNames = namesOfProvincies(gebieden);
  return indexed(gebieden, (gebied) => {
    const called = roepnamen[gebied.code] ?? [];
    const label = soortGebiedLabels[gebied.soort];
    return {
      ...toNames(label, [gebied.naam, ...called]),
      key: toSearchable(gebied.code),
      naam: gebied.naam,
      kind: kinds.indexOf(gebied.soort),
      toResult: () => ({
        soort: gebied.soort,
        id: gebied.code,
        naam: gebied.naam,
        toelichting: toNote(
          ...called,
          label,
          gebied.indeling,
          gebied.soort === 'provincie' ? null : provincieNames(gebied.provincies),
        ),
        bboxWgs84: gebied.bboxWgs84,
        lngLat: null,
      }),
    };
  });
}

function indexProjecten(projecten: readonly Project[], gebieden: readonly Gebied[]): Entry[] {
  const provincieNames = namesOfProvincies(gebieden);
  return indexed(projecten, (project) => ({
    ...toNames('Project', [project.titel]),
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

function toNames(kind: string, names: readonly string[]): Pick<Entry, 'names' | 'words'> {
  return {
    names: names.map(toSearchable),
    words: [kind, ...names].flatMap((text) => toWords(toSearchable(text))),
  };
}

const toNote = (...parts: (string | null)[]): string => parts.filter(Boolean).join(' · ');

function namesOfProvincies(gebieden: readonly Gebied[]): (codes: string[]) => string {
  const names = new Map(
    gebieden.filter((one) => one.soort === 'provincie').map((one) => [one.code, one.naam]),
  );
  return (codes) => codes.map((code) => names.get(code) ?? code).join(', ');
}
