import { z } from 'zod';
import { afstandTotNetAntwoord, type AfstandTotNetAntwoord } from '../schema/antwoord.ts';
import { findSource } from '../sources/index.ts';
import { listLocationNotes, toGevraagd, withoutShape, type PlaceRow } from './place.ts';
import { defineQuestion, type Cell, type Facts } from './question.ts';

const parameters = z.strictObject({
  spanningKv: z
    .number()
    .int()
    .positive()
    .max(1200)
    .optional()
    .meta({ title: 'spanning', description: 'alleen stations en lijnen van deze spanning, in kV' }),
  metGeometrie: z
    .boolean()
    .optional()
    .meta({ title: 'met geometrie', description: 'ook de kortste lijn ernaartoe als geometrie' }),
});
type Parameters = z.infer<typeof parameters>;
type Antwoord = AfstandTotNetAntwoord['antwoord'];
type Net = Antwoord['stations'][number];
type Row = PlaceRow & { stations: Net[]; lijnen: Net[] };

/** How many stations, and how many lines: the nearest alone may be of the wrong voltage. */
const nearest = 3;
const layers = ['hoogspanning-stations', 'hoogspanning-lijnen'] as const;

export const afstandTotNet = defineQuestion<Row, Parameters, Antwoord>({
  naam: 'afstand-tot-net',
  titel: 'Hoe ver is het net?',
  uitleg:
    'De dichtstbijzijnde bestaande hoogspanningsstations en -lijnen, met de kortste afstand vanaf de rand van de plek in m. ' +
    'Of daar aangesloten kan worden zegt dit niet.',
  over: 'plek',
  parameters,
  antwoord: afstandTotNetAntwoord,
  kolommen: [
    { naam: 'soort', label: 'Soort' },
    { naam: 'naam', label: 'Naam' },
    { naam: 'spanningenKv', label: 'Spanning', eenheid: 'kV' },
    { naam: 'beheerder', label: 'Beheerder' },
    {
      naam: 'afstandM',
      label: 'Afstand',
      eenheid: 'm',
      toelichting: 'vanaf de rand van de plek, hemelsbreed',
    },
    { naam: 'toelichting', label: 'Toelichting' },
  ],
  sql: 'afstand-tot-net.sql',
  verantwoording: [...layers],
  toSqlParameters: ({ spanningKv, metGeometrie }, wantsGeometry) => [
    spanningKv ?? null,
    metGeometrie === true || wantsGeometry,
    nearest,
  ],
  compose: (row, facts, { spanningKv }) => ({
    gevraagd: toGevraagd(row),
    spanningKv: spanningKv ?? null,
    stations: row.stations,
    lijnen: row.lijnen,
    onbekend: [...listLocationNotes(row), ...describeGrid(row, facts, spanningKv ?? null)],
  }),
  toTable: ({ stations, lijnen, onbekend }) => [
    ...stations.map((one) => toLine('station', one)),
    ...lijnen.map((one) => toLine('lijn', one)),
    ...onbekend.map((toelichting) => ({ soort: 'onbekend', toelichting })),
  ],
  toFeatures: ({ stations, lijnen }) =>
    [...stations, ...lijnen].map(({ geometrie, ...properties }) => ({ geometrie, properties })),
  toMembers: ({ gevraagd, spanningKv, onbekend }) => ({
    gevraagd: withoutShape(gevraagd),
    spanningKv,
    onbekend,
  }),
});

/** What the grid that is loaded cannot say: not there, of another voltage, or drawn by others. */
function describeGrid(row: Row, { bronnen }: Facts, spanningKv: number | null): string[] {
  const found = { 'hoogspanning-stations': row.stations, 'hoogspanning-lijnen': row.lijnen };
  return layers.flatMap((id) => {
    const titel = findSource(id)?.titel ?? id;
    const bron = bronnen.find((one) => one.id === id);
    if (!bron) return [`${titel}: niet geladen, dus de afstand is niet bekend.`];
    // What was loaded may come from another source than the document is about.
    const notes = [`${titel}: ${bron.toelichting ?? 'geen toelichting bij de bron.'}`];
    if (spanningKv !== null)
      notes.unshift(
        found[id].length === 0 && row.geometrie
          ? `${titel}: geen van ${spanningKv} kV in de bron.`
          : `${titel}: waarvan de bron geen spanning noemt, telt hier niet mee.`,
      );
    return notes;
  });
}

function toLine(soort: string, { naam, spanningKv, beheerder, afstandM }: Net): Record<string, Cell> {
  return { soort, naam, spanningenKv: spanningKv.join(', ') || null, beheerder, afstandM };
}
