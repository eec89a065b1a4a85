import { z } from 'zod';
import { sources } from '../sources/index.ts';
import { overlapAntwoord, type OverlapAntwoord } from '../schema/antwoord.ts';
import type { Geometrie } from '../schema/geometrie.ts';
import { liggingLabels, type Ligging } from '../vocabulary.ts';
import { describeCoverage } from './coverage.ts';
import { floors } from '../rules/overlap.ts';
import { listLocationNotes, toGevraagd, type PlaceRow } from './place.ts';
import { defineQuestion, type Facts } from './question.ts';
import { shareOf, type Maat } from './shares.ts';

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
  m2: number;
  m: number;
  punten: number;
  geometrie: Geometrie | null;
}
interface Total extends Maat {
  laag: string;
}
type Row = PlaceRow & { gemeenten: string[]; treffers: Hit[]; totalen: Total[] };
type Antwoord = OverlapAntwoord['antwoord'];
type Overlap = Antwoord['overlappen'][number];
type Totaal = Antwoord['totalen'][number];

/** The protected layers there can be; what is not loaded, or does not cover the place, the answer names. */
const layers = sources.filter((source) => source.tabel === 'beschermd_gebied').map((source) => source.id);

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
    { naam: 'dubbeleClaim', label: 'Dubbele claim' },
  ],
  sql: 'overlap.sql',
  verantwoording: ['plannen', ...layers, 'projecten'],
  toSqlParameters: ({ metGeometrie }, wantsGeometry) => [
    metGeometrie === true || wantsGeometry,
    floors.m2,
    floors.m,
  ],
  compose,
  toTable: ({ overlappen }) =>
    overlappen.map(({ geometrie: _geometrie, overlapM2, overlapM, ...rest }) => ({
      ...rest,
      overlapM2: overlapM2 ?? null,
      overlapM: overlapM ?? null,
    })),
  toFeatures: ({ overlappen }) =>
    overlappen.map(({ geometrie, ...properties }) => ({ geometrie, properties })),
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
  // Where both are certain about the place, both claim it; a circle around a village claims nothing.
  const askedSurely = toGevraagd(row).ligging !== 'indicatief';
  const otherSurely = hit.ligging === 'exact' || hit.ligging === 'zoekgebied';
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
    aandeel: shareOf(hit, row.maat) ?? 0,
    dubbeleClaim: isProject && askedSurely && otherSurely,
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
      aandeel: shareOf({ m2, m, punten }, maat) ?? 0,
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
    b.aandeel - a.aandeel ||
    (a.onderdeel ?? '').localeCompare(b.onderdeel ?? '')
  );
}

const order = (laag: string): number => (laag === 'plannen' ? 0 : laag === 'projecten' ? 2 : 1);
