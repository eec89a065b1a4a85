import { toProjectTitle } from '../project-title.ts';
import type { RuimtebeslagProjectenAntwoord } from '../schema/programma.ts';
import {
  soortenAanleg,
  type Energiedrager,
  type SoortRuimtebeslag,
  type TypeInfraGroep,
} from '../vocabulary.ts';
import { countOnce, sumRanges, type Bereik, type OverElkaar, type Post } from './count-once.ts';
import { listLandTake, type Stuk } from './land-take.ts';
import type { Facts } from './question.ts';

type Project = RuimtebeslagProjectenAntwoord['antwoord']['projecten'][number];
export type Onderdeel = ReturnType<typeof listLandTake>[number];

/** A project as ruimtebeslag-projecten.sql gives it. */
export interface AskedProject {
  id: string;
  naam: string | null;
  gemeenten: string[];
  energiedrager: Energiedrager;
  typeInfra: string | null;
  typeInfraGroep: TypeInfraGroep;
  aard: string | null;
  bronnen: string[];
  opmerking: unknown;
  oppervlakteHa: unknown;
  ibnVan: number | null;
  ibnTot: number | null;
  stukken: Stuk[];
}
/** A project of the answer, with the direct sizes it is added up from. */
export interface Counted {
  project: Project;
  direct: (Onderdeel & Post)[];
  /** How much less than those together the project takes, m²: parts that lie over each other. */
  dubbelM2: number;
}

/** The parts that lie over each other in one total; undefined when there are none. */
export type FindSamen = (
  niveau: OverElkaar['niveau'],
  sleutel: string,
  soort: OverElkaar['soort'],
) => OverElkaar | undefined;

/** The land one project takes, each place once. */
export function countProject({ stukken, ...row }: AskedProject, find: FindSamen, facts: Facts): Counted {
  const onderdelen = listLandTake(
    stukken,
    {
      typeInfra: row.typeInfra,
      energiedrager: row.energiedrager,
      aanleg: soortenAanleg.find((one) => one === row.aard) ?? null,
      groep: null,
      spanningKv: null,
      drukBar: null,
      vermogenMw: null,
      registeredHa: typeof row.oppervlakteHa === 'number' ? row.oppervlakteHa : null,
      gemeenten: row.gemeenten,
      bronnen: row.bronnen,
      opmerking: typeof row.opmerking === 'string' ? row.opmerking : null,
    },
    facts,
  );
  const partsOf = (soort: SoortRuimtebeslag): (Onderdeel & Post)[] =>
    onderdelen.flatMap(({ bereik, ...one }) => (one.soort === soort && bereik ? [{ ...one, bereik }] : []));
  const onceOf = (soort: SoortRuimtebeslag) =>
    countOnce(partsOf(soort), find('project', row.id, soort), facts);
  const toTotal = ({ posten }: ReturnType<typeof onceOf>): Bereik | null =>
    sumRanges(posten.map(({ bereik }) => bereik));
  const direct = partsOf('direct');
  const once = onceOf('direct');
  const total = toTotal(once);
  const places = row.gemeenten.map((code) => facts.find('gemeente', code)?.naam ?? code);
  return {
    project: {
      id: row.id,
      naam: toProjectTitle(row, places),
      ibnVan: row.ibnVan,
      ibnTot: row.ibnTot,
      direct: total,
      indirect: toTotal(onceOf('indirect')),
      tijdelijk: toTotal(onceOf('tijdelijk')),
      geverifieerd: total && direct.every((one) => one.geverifieerd),
      zonderBandbreedte: total?.minM2 === total?.maxM2 && direct.some((one) => one.zonderBandbreedte),
      gemeenten: group(
        once.posten.flatMap(({ gemeenten }) => gemeenten),
        ({ code }) => code,
      ).map(([code, list]) => ({ code, naam: list[0]?.naam ?? code, direct: sum(list) })),
    },
    direct,
    dubbelM2: once.dubbelM2,
  };
}

/** Items by a key of theirs, in the order in which the keys come. */
export function group<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): [Key, Item[]][] {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups];
}

/** The sum of sizes, m²; zero when there are none. */
export function sum(sizes: readonly { bereik: Bereik }[]): Bereik {
  return sumRanges(sizes.map(({ bereik }) => bereik)) ?? { minM2: 0, maxM2: 0 };
}
