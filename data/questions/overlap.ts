import { z } from 'zod';
import { sources } from '../sources/index.ts';
import { overlapAntwoord, type OverlapAntwoord } from '../schema/antwoord.ts';
import type { Geometrie } from '../schema/geometrie.ts';
import { liggingLabels, type Ligging } from '../vocabulary.ts';
import { describeCoverage } from './coverage.ts';
import { floors } from '../rules/overlap.ts';
import { toTable } from './overlap-table.ts';
import { listLocationNotes, toGevraagd, withoutShape, type PlaceRow } from './place.ts';
import { defineQuestion, type Facts } from './question.ts';
import { toAandeel, weighShare, type Maat } from './shares.ts';

const parameters = z.strictObject({
  metGeometrie: z.boolean().optional().meta({
    title: 'met geometrie',
    description: 'ook het overlappende deel zelf als geometrie, om te arceren',
  }),
});

interface Hit {
  laag: string;
  id: string;
  naam: string;
  deelnaam: string;
  soort: string | null;
  status: string | null;
  eigenaar: string | null;
  onderdeel: string | null;
  hoofdgroep: string | null;
  ligging: Ligging | '';
  /** An exact part of the place lies in an exact part of this project. */
  zeker: boolean;
  m2: number;
  m: number;
  punten: number;
  geometrie: Geometrie | null;
}
interface Total extends Maat {
  laag: string;
}
type Row = PlaceRow & { gemeenten: string[]; treffers: Hit[]; totalen: Total[]; teVeel: boolean };
type Antwoord = OverlapAntwoord['antwoord'];
type Overlap = Antwoord['overlappen'][number];
type Totaal = Antwoord['totalen'][number];

/** The protected layers there can be; what is not loaded, or does not cover the place, the answer names. */
const layers = sources.filter((source) => source.tabel === 'beschermd_gebied').map((source) => source.id);

/**
 * How often a piece of the place may come near a plan or area, by their boxes. The whole of Drenthe with its 11,000 small
 * areas of NNN takes fewer than 12,000, and the embedded engine some three seconds.
 */
export const mostMeetings = 20_000;

export const overlap = defineQuestion<Row, z.infer<typeof parameters>, Antwoord>({
  naam: 'overlap',
  titel: 'Wat ligt hier al?',
  uitleg:
    'Welke ruimtelijke plannen, beschermde gebieden en andere projecten een punt, lijn, vlak of project overlapt, per plan ' +
    'en per onderdeel in m² en m. Wat alleen raakt, en slierten onder de drempel, tellen niet mee.',
  over: 'plek',
  parameters,
  antwoord: overlapAntwoord,
  kolommen: [
    { naam: 'regel', label: 'Regel' },
    { naam: 'laag', label: 'Laag' },
    { naam: 'planId', label: 'Nummer' },
    { naam: 'naam', label: 'Naam' },
    { naam: 'soort', label: 'Soort' },
    { naam: 'onderdeel', label: 'Onderdeel' },
    { naam: 'hoofdgroep', label: 'Hoofdgroep' },
    { naam: 'status', label: 'Status' },
    { naam: 'bevoegdGezag', label: 'Van wie' },
    { naam: 'overlapM2', label: 'Overlap', eenheid: 'm²' },
    { naam: 'overlapM', label: 'Overlap', eenheid: 'm' },
    { naam: 'aandeel', label: 'Aandeel van het gevraagde', eenheid: 'aandeel' },
    {
      naam: 'dubbeleClaim',
      label: 'Dubbele claim',
      toelichting: 'mogelijk: een van beide liggingen is niet exact',
    },
    { naam: 'toelichting', label: 'Toelichting' },
  ],
  sql: 'overlap.sql',
  // What the layers do not cover is told from the gemeenten and provincies a place lies in.
  verantwoording: ['plannen', ...layers, 'projecten', 'gemeenten', 'provincies'],
  toSqlParameters: ({ metGeometrie }, wantsGeometry) => [
    metGeometrie === true || wantsGeometry,
    floors.m2,
    floors.m,
    mostMeetings,
  ],
  grens: {
    hoogstens: `een plek die hoogstens ${mostMeetings} keer een plan of beschermd gebied ontmoet; vraag een kleiner gebied, of een met minder hoeken`,
    isOver: ({ teVeel }) => teVeel,
  },
  compose,
  toTable,
  toFeatures: ({ overlappen }) =>
    overlappen.map(({ geometrie, ...properties }) => ({ geometrie, properties })),
  toMembers: ({ overlappen: _features, gevraagd, ...rest }) => ({
    gevraagd: withoutShape(gevraagd),
    ...rest,
  }),
});

function compose(row: Row, facts: Facts): Antwoord {
  const gevraagd = toGevraagd(row);
  const { m2, m } = row.maat;
  const hits = row.treffers.filter((hit) => counts(hit, row));
  const overlappen = hits.map((hit) => toOverlap(hit, row)).sort(compare);
  return {
    gevraagd,
    ...(m2 > 0 && { oppervlakteM2: m2 }),
    ...(m > 0 && { lengteM: m }),
    totalen: listTotals(overlappen, row),
    overlappen,
    drempels: { oppervlakteM2: floors.m2, lengteM: floors.m },
    onbekend: [...listLocationNotes(row), ...describeCoverage(row.gemeenten, layers, facts)],
  };
}

/** Above the floor in what it has; a point counts by being there. */
function counts(hit: Hit, { maat }: Row): boolean {
  if (hit.m2 > floors.m2 || hit.m > floors.m) return true;
  const isAskedPoint = maat.m2 === 0 && maat.m === 0;
  return hit.punten > 0 && (isAskedPoint || (hit.m2 === 0 && hit.m === 0));
}

function toOverlap(hit: Hit, row: Row): Overlap {
  const isProject = hit.laag === 'projecten';
  return {
    laag: hit.laag,
    planId: hit.id,
    naam: hit.naam || hit.deelnaam || hit.id,
    soort: isProject ? hit.onderdeel : hit.soort,
    status: hit.ligging ? liggingLabels[hit.ligging] : hit.status,
    bevoegdGezag: hit.eigenaar,
    onderdeel: isProject ? toComponent(hit) : toPart(hit),
    hoofdgroep: hit.hoofdgroep,
    ...(hit.m2 > 0 && { overlapM2: hit.m2 }),
    ...(hit.m > 0 && { overlapM: hit.m }),
    ...toAandeel(hit, row.maat),
    // Part by part, and both exact: a search area or a circle around a village may come to claim it, and may not.
    dubbeleClaim: isProject && hit.zeker,
    geometrie: hit.geometrie,
  };
}

/** Of every layer in `overlappen` what it takes of the place as a whole: where things lie over each other, each place once. */
function listTotals(overlappen: readonly Overlap[], { totalen, maat }: Row): Totaal[] {
  const things = new Map<string, Set<string>>();
  for (const { laag, planId } of overlappen) things.set(laag, (things.get(laag) ?? new Set()).add(planId));
  return [...things].map(([laag, ids]) => {
    const { m2, m, punten } = totalen.find((one) => one.laag === laag) ?? { m2: 0, m: 0, punten: 0 };
    return {
      laag,
      aantal: ids.size,
      ...(m2 > 0 && { overlapM2: m2 }),
      ...(m > 0 && { overlapM: m }),
      ...toAandeel({ m2, m, punten }, maat),
    };
  });
}

/** The part of the plan: its kind, and its own name where that differs from the plan's. */
function toPart(hit: Hit): string | null {
  if (hit.onderdeel === null || hit.deelnaam === '' || hit.deelnaam === hit.naam) return hit.onderdeel;
  return `${hit.onderdeel}: ${hit.deelnaam}`;
}

/** The component of the project, where it has a name of its own. */
function toComponent({ deelnaam, naam }: Hit): string | null {
  return deelnaam === naam ? null : deelnaam || null;
}

/** Layer by layer, whole plans before their parts, the largest first. */
function compare(a: Overlap, b: Overlap): number {
  return (
    order(a.laag) - order(b.laag) ||
    a.laag.localeCompare(b.laag) ||
    a.planId.localeCompare(b.planId) ||
    Number(b.onderdeel === 'plangebied') - Number(a.onderdeel === 'plangebied') ||
    weighShare(b) - weighShare(a) ||
    (a.onderdeel ?? '').localeCompare(b.onderdeel ?? '')
  );
}

const order = (laag: string): number => (laag === 'plannen' ? 0 : laag === 'projecten' ? 2 : 1);
