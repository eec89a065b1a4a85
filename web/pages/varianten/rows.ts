import { formatArea, formatLength, formatShare, toText, unknownText } from '../../format.ts';
import { describeShares, toNameWithShare } from '../../share-note.ts';
import type { PatternHue } from '../../map/images.ts';
import {
  groupOverlaps,
  toLayerTitle,
  type LayerTotal,
  type Overlap,
  type OverlapThing,
} from '../../panels/questions/overlap-groups.ts';
import { groupByDecision, toWho } from '../../panels/questions/proposals.ts';
import { toLandQuantity } from '../../panels/questions/ruimtebeslag.ts';
import { toGridWords } from '../../placing/grid-words.ts';
import type { LiveAnswer } from '../../placing/live.svelte.ts';
import type { QuestionCard } from '../../state/questions.svelte.ts';
import { findTemplate } from '../../placing/templates.ts';
import type { ComparedVariant } from './compared.ts';

// The alternatives side by side as a table: a row is one thing to compare, a cell its words for one alternative.

export interface Cell {
  text: string;
  /** What can be contested here. */
  thing?: OverlapThing;
}
export interface Row {
  key: string;
  label: string;
  /** Heading of the part of the table this row begins. */
  heading?: string;
  hue?: PatternHue;
  cells: Cell[];
  /** All cells say the same: set in lighter ink. */
  same: boolean;
}

/** One alternative with what the atlas says of it. */
export interface Column {
  variant: ComparedVariant;
  live: LiveAnswer;
}

const none = '–';
const waiting = '…';
const failed = 'niet opgehaald';
/** What stands where an answer is not. */
const toAbsence = ({ error }: QuestionCard): string => (error ? failed : waiting);

/** The rows of the table; cells of answers that are not in yet are `…`. */
export function toRows(
  columns: readonly Column[],
  projectId: string | null,
  titles: ReadonlyMap<string, string>,
): Row[] {
  const row = (
    key: string,
    label: string,
    toCell: (column: Column) => string,
    rest: Partial<Row> = {},
  ): Row =>
    settle({ key, label, cells: columns.map((column) => ({ text: toCell(column) })), same: false, ...rest });
  const list = (live: LiveAnswer, kind: 'gemeenten' | 'provincies' | 'netbeheerders'): string => {
    const parts = live.gezagAntwoord?.[kind];
    if (!parts) return toAbsence(live.gezag);
    return parts.map(toNameWithShare).join(', ') || none;
  };
  return [
    row('maat', 'Neergezet', toSize, { heading: 'Ruimte' }),
    row('bereik', 'Volgens bronnen', ({ variant }) => {
      const template = findTemplate(variant.sjabloon);
      return template ? toText(toLandQuantity(template.bereik, template.zonderBandbreedte)) : unknownText;
    }),
    row(
      'gemeenten',
      'Gemeenten',
      ({ variant, live }) => (variant.geometrie ? list(live, 'gemeenten') : none),
      { heading: 'Waar' },
    ),
    row('provincies', 'Provincie', ({ variant, live }) =>
      variant.geometrie ? list(live, 'provincies') : none,
    ),
    row('netbeheerders', 'Netbeheerder (regionaal)', ({ variant, live }) =>
      variant.geometrie ? list(live, 'netbeheerders') : none,
    ),
    ...toGridRows(row),
    ...toOverlapRows(columns, projectId, titles),
    ...toDecisionRows(columns, row),
  ];
}

function toSize({ variant, live }: Column): string {
  if (!variant.geometrie) return 'nog zonder plek';
  const asked = live.overlapAntwoord;
  if (!asked) return toAbsence(live.overlap);
  const { oppervlakteM2, lengteM } = asked;
  const parts = [
    oppervlakteM2 ? formatArea(oppervlakteM2) : null,
    lengteM ? formatLength(lengteM) : null,
    variant.corridorM ? `strook van ${formatLength(variant.corridorM)}` : null,
  ];
  return parts.filter(Boolean).join(' · ') || 'punt';
}

function toGridRows(row: (key: string, label: string, toCell: (column: Column) => string) => Row): Row[] {
  const near =
    (kind: 'stations' | 'lijnen') =>
    ({ variant, live }: Column): string => {
      if (!variant.geometrie) return none;
      const found = live.netAntwoord;
      if (!found) return toAbsence(live.net);
      const [first] = found[kind];
      return first ? `${formatLength(first.afstandM)} · ${toGridWords(first)}` : unknownText;
    };
  return [
    row('station', 'Dichtstbijzijnde station', near('stations')),
    row('lijn', 'Dichtstbijzijnde lijn', near('lijnen')),
  ];
}

/** Per layer how much lies in it, every place once; then what it is, one by one. */
function toOverlapRows(
  columns: readonly Column[],
  projectId: string | null,
  titles: ReadonlyMap<string, string>,
): Row[] {
  const isOther = ({ laag, planId }: { laag: string; planId: string }) =>
    laag !== 'projecten' || planId !== projectId;
  const found = columns.map(({ live }) => live.overlapAntwoord);
  const things = columns.map(({ live }) =>
    groupOverlaps((live.overlapAntwoord?.overlappen ?? []).filter(isOther)).flatMap((group) => group.things),
  );
  const lagen = groupOverlaps(
    columns.flatMap(({ live }) => (live.overlapAntwoord?.overlappen ?? []).filter(isOther)),
  );
  const rows = lagen.flatMap(({ laag, hue }): Row[] => {
    const keys = [
      ...new Map(
        things
          .flat()
          .filter((each) => each.laag === laag)
          .map((each) => [each.key, each.naam]),
      ),
    ];
    const total: Row = {
      key: `laag ${laag}`,
      label: toLayerTitle(laag, titles),
      hue,
      same: false,
      cells: columns.map(({ live, variant }) => {
        if (!variant.geometrie) return { text: none };
        const one = live.overlapAntwoord?.totalen.find((each) => each.laag === laag);
        if (!live.overlapAntwoord) return { text: toAbsence(live.overlap) };
        return { text: one ? toAmount(one) : none };
      }),
    };
    return [
      total,
      ...keys.map(([key, naam]): Row => ({
        key,
        label: naam,
        same: false,
        cells: columns.map((_, at) => {
          if (!found[at])
            return { text: columns[at]!.variant.geometrie ? toAbsence(columns[at]!.live.overlap) : none };
          const thing = things[at]!.find((each) => each.key === key);
          const [largest] = thing?.delen ?? [];
          if (!thing || !largest) return { text: none };
          const amount = toAmount(largest);
          return { text: [amount, toClaim(thing)].filter(Boolean).join(' · '), thing };
        }),
      })),
    ];
  });
  const empty: Row = {
    key: 'overlap-geen',
    label: 'Overlap',
    same: false,
    cells: columns.map(({ live }) => ({
      text: live.overlapAntwoord ? 'geen gevonden' : toAbsence(live.overlap),
    })),
  };
  return (rows.length > 0 ? rows : [empty]).map((each, at) =>
    settle({ ...each, ...(at === 0 && { heading: 'Wat er al ligt' }) }),
  );
}

/** Whether another project surely claims the same ground; null for what is no project. */
function toClaim({ laag, delen }: OverlapThing): string | null {
  if (laag !== 'projecten') return null;
  return delen.some(({ dubbeleClaim }) => dubbeleClaim) ? 'dubbele claim' : 'mogelijk: niet exact';
}

function toAmount({ overlapM2, overlapM, ...share }: LayerTotal | Overlap): string {
  const note = share.aandelen ? describeShares(share.aandelen) : formatShare(share.aandeel);
  if (overlapM2) return `${formatArea(overlapM2)} (${note})`;
  return overlapM ? formatLength(overlapM) : 'raakt';
}

/** Per decision who takes it, by the rules: a proposal. */
function toDecisionRows(
  columns: readonly Column[],
  row: (key: string, label: string, toCell: (column: Column) => string, rest?: Partial<Row>) => Row,
): Row[] {
  const groups = new Map(
    columns.flatMap(({ live }) =>
      groupByDecision(live.gezagAntwoord?.voorstellen ?? []).map(
        ({ besluit, titel }) => [besluit, titel] as const,
      ),
    ),
  );
  return [...groups].map(([besluit, titel], at) =>
    row(
      `besluit ${besluit}`,
      titel,
      ({ variant, live }) => {
        if (!variant.geometrie) return none;
        if (!live.gezagAntwoord) return toAbsence(live.gezag);
        const own = live.gezagAntwoord.voorstellen.filter((each) => each.besluit === besluit);
        return [...new Set(own.map(toWho))].join(' of ') || none;
      },
      at === 0 ? { heading: 'Besluiten die nodig zijn, als voorstel' } : {},
    ),
  );
}

/** Says of a row whether all cells agree; what is not in yet does not count. */
function settle(row: Row): Row {
  const texts = row.cells.map(({ text }) => text).filter((text) => text !== waiting && text !== failed);
  return { ...row, same: texts.length > 1 && new Set(texts).size === 1 };
}
