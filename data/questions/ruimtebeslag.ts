import { z } from 'zod';
import { typeInfraNamen } from '../rules/type-infra.ts';
import { ruimtebeslagAntwoord, type RuimtebeslagAntwoord } from '../schema/antwoord.ts';
import {
  energiedragers,
  soortenAanleg,
  soortenRuimtebeslag,
  typeInfraGroepen,
  type SoortRuimtebeslag,
} from '../vocabulary.ts';
import { countOnce, sumRanges, type OverElkaar } from './count-once.ts';
import { listLandTake, type LandTakeFacts, type Stuk } from './land-take.ts';
import { listLocationNotes, toGevraagd, type PlaceRow } from './place.ts';
import { defineQuestion, type Cell, type Facts } from './question.ts';

const parameters = z.strictObject({
  groep: z
    .enum(typeInfraGroepen)
    .optional()
    .meta({ title: 'wat er komt', description: 'soort infrastructuur, voor een getekende plek' }),
  typeInfra: z.enum(typeInfraNamen).optional().meta({
    title: 'type infra',
    description: 'type infrastructuur, waar dat meer zegt dan de soort en de spanning',
  }),
  spanningKv: z
    .number()
    .int()
    .positive()
    .max(1200)
    .optional()
    .meta({ title: 'spanning', description: 'hoogste spanning in kV' }),
  energiedrager: z.enum(energiedragers).optional().meta({ title: 'energiedrager' }),
  aanleg: z.enum(soortenAanleg).optional().meta({ title: 'aanleg', description: 'nieuw of uitbreiding' }),
  drukBar: z
    .number()
    .positive()
    .max(1000)
    .optional()
    .meta({ title: 'druk', description: 'druk van een leiding in bar' }),
  vermogenMw: z.number().positive().max(100_000).optional().meta({
    title: 'vermogen',
    description: 'vermogen van een elektrolyser of centrale in MW; bij punten van alle samen',
  }),
});
type Parameters = z.infer<typeof parameters>;
type Antwoord = RuimtebeslagAntwoord['antwoord'];
type Onderdeel = Antwoord['onderdelen'][number];
type Row = PlaceRow & { stukken: Stuk[]; overElkaar: OverElkaar[]; bronnen: string[] | null };

export const ruimtebeslag = defineQuestion<Row, Parameters, Antwoord>({
  naam: 'ruimtebeslag',
  titel: 'Hoeveel ruimte vraagt het?',
  uitleg:
    'Ruimtebeslag per onderdeel, direct, indirect en tijdelijk: gemeten waar de ligging exact is, en anders een bandbreedte ' +
    'uit standaardmaten met hun bron; verdeeld over gemeenten.',
  over: 'plek',
  parameters,
  antwoord: ruimtebeslagAntwoord,
  kolommen: [
    { naam: 'component', label: 'Onderdeel' },
    { naam: 'soort', label: 'Soort' },
    { naam: 'omschrijving', label: 'Omschrijving' },
    { naam: 'gemeente', label: 'Gemeente' },
    { naam: 'aandeel', label: 'Aandeel', eenheid: 'aandeel' },
    { naam: 'minM2', label: 'Ten minste', eenheid: 'm²' },
    { naam: 'maxM2', label: 'Ten hoogste', eenheid: 'm²' },
    { naam: 'herkomst', label: 'Volgens' },
    { naam: 'geverifieerd', label: 'In een bron gezien' },
    { naam: 'toelichting', label: 'Toelichting' },
    { naam: 'bronnenVanMaat', label: 'Bronnen van de maat' },
    { naam: 'zonderBandbreedte', label: 'Eén maat, geen bandbreedte' },
  ],
  sql: 'ruimtebeslag.sql',
  verantwoording: ['gemeenten'],
  toSqlParameters: () => [],
  compose,
  toTable,
  toFeatures: ({ gevraagd: { geometrie, ...gevraagd }, ...rest }) => [
    { geometrie, properties: { gevraagd, ...rest } },
  ],
});

function compose(row: Row, facts: Facts, given: Parameters): Antwoord {
  const onderdelen = listLandTake(row.stukken, toLandTakeFacts(row, given), facts);
  const totals = soortenRuimtebeslag.map((soort) => {
    const posten = onderdelen.flatMap(({ bereik, ...one }) =>
      one.soort === soort && bereik ? [{ ...one, bereik }] : [],
    );
    const samen = row.overElkaar.find((one) => one.soort === soort);
    const once = countOnce(posten, samen, facts);
    return { soort, dubbelM2: once.dubbelM2, bereik: sumRanges(once.posten.map(({ bereik }) => bereik)) };
  });
  const totalOf = (soort: SoortRuimtebeslag) => totals.find((total) => total.soort === soort)?.bereik ?? null;
  return {
    projectId: row.project?.id ?? null,
    gevraagd: toGevraagd(row),
    onderdelen,
    totaal: {
      direct: totalOf('direct'),
      indirect: totalOf('indirect'),
      tijdelijk: totalOf('tijdelijk'),
    },
    opmerkingen: [
      ...totals.flatMap(({ soort, dubbelM2 }) =>
        dubbelM2 > 0
          ? [
              `Onderdelen liggen over elkaar; het totale ${soort}e ruimtebeslag telt elke plek één keer (${Math.round(dubbelM2)} m² minder dan de onderdelen samen).`,
            ]
          : [],
      ),
      ...(onderdelen.some((one) => one.zonderBandbreedte)
        ? ['Een totaal dat op één maat of op het register rust is geen bandbreedte; lees het als circa.']
        : []),
    ],
    onbekend: listUnknowns(row, onderdelen),
  };
}

function listUnknowns(row: Row, onderdelen: readonly Onderdeel[]): string[] {
  const unmeasured = onderdelen.filter((one) => one.bereik === null);
  const undivided = onderdelen.filter((one) => one.bereik !== null && one.gemeenten.length === 0);
  const kinds = soortenRuimtebeslag.filter(
    (soort) => !onderdelen.some((one) => one.soort === soort && one.bereik),
  );
  return [
    ...listLocationNotes(row),
    ...unmeasured.map((one) => `${one.omschrijving}: ${one.toelichting ?? 'geen maat bekend.'}`),
    ...undivided.map(
      (one) =>
        `${one.omschrijving}: niet over gemeenten verdeeld; de plek staat niet vast en het register noemt niet precies één gemeente.`,
    ),
    ...(unmeasured.length > 0 && unmeasured.length < onderdelen.length
      ? ['Het totaal is zonder de onderdelen waarvan geen maat bekend is.']
      : []),
    ...(kinds.length > 0
      ? [`Van het ${kinds.join(', ')} ruimtebeslag is geen maat bekend; dat is niet hetzelfde als nul.`]
      : []),
  ];
}

/** What decides the size: of a project its own facts, of a drawn place what was given. */
function toLandTakeFacts({ project, bronnen }: Row, given: Parameters): LandTakeFacts {
  const { oppervlakteHa: registeredHa, opmerking } = project?.kenmerken ?? {};
  const aard = soortenAanleg.find((one) => one === project?.aard) ?? null;
  return {
    typeInfra: given.typeInfra ?? project?.typeInfra ?? null,
    energiedrager: given.energiedrager ?? project?.energiedrager ?? 'elektriciteit',
    aanleg: given.aanleg ?? aard,
    groep: given.groep ?? null,
    spanningKv: given.spanningKv ?? null,
    drukBar: given.drukBar ?? null,
    vermogenMw: given.vermogenMw ?? null,
    registeredHa: typeof registeredHa === 'number' ? registeredHa : null,
    gemeenten: project?.gemeenten ?? [],
    bronnen: bronnen ?? [],
    opmerking: typeof opmerking === 'string' ? opmerking : null,
  };
}

/** A line for each part in each gemeente, then the totals, and what must be known of them: so it is never empty. */
function toTable({ onderdelen, totaal, opmerkingen, onbekend }: Antwoord): Record<string, Cell>[] {
  const parts = onderdelen.flatMap(({ gemeenten, bereik, bronnen, ...onderdeel }): Record<string, Cell>[] => {
    const line = { ...onderdeel, soort: onderdeel.soort ?? 'onbekend', bronnenVanMaat: bronnen.join(' ') };
    if (gemeenten.length === 0) return [{ ...line, ...bereik }];
    return gemeenten.map(({ naam, aandeel, bereik: part }) => ({
      ...line,
      gemeente: naam,
      aandeel,
      ...part,
    }));
  });
  return [
    ...parts,
    ...soortenRuimtebeslag.map((soort) => ({
      soort: `totaal ${soort}`,
      ...(totaal[soort] ?? { toelichting: 'geen maat bekend, niet hetzelfde als nul' }),
    })),
    ...opmerkingen.map((toelichting) => ({ soort: 'opmerking', toelichting })),
    ...onbekend.map((toelichting) => ({ soort: 'onbekend', toelichting })),
  ];
}
