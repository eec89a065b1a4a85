import { z } from 'zod';
import { ruimtebeslagAntwoord, type RuimtebeslagAntwoord } from '../schema/antwoord.ts';
import { energiedragers, soortenAanleg, soortenRuimtebeslag, typeInfraGroepen } from '../vocabulary.ts';
import { listLandTake, type LandTakeFacts, type Stuk } from './land-take.ts';
import { listLocationNotes, toGevraagd, type PlaceRow } from './place.ts';
import { defineQuestion, type Cell, type Facts } from './question.ts';

const parameters = z.strictObject({
  groep: z
    .enum(typeInfraGroepen)
    .optional()
    .meta({ title: 'wat er komt', description: 'soort infrastructuur, voor een getekende plek' }),
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
    .meta({ title: 'druk', description: 'druk van een gasleiding in bar' }),
});
type Parameters = z.infer<typeof parameters>;
type Antwoord = RuimtebeslagAntwoord['antwoord'];
type Onderdeel = Antwoord['onderdelen'][number];
type Row = PlaceRow & { stukken: Stuk[] };

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
  const unmeasured = onderdelen.filter((one) => one.bereik === null);
  const total = (soort: Onderdeel['soort']) => {
    const known = onderdelen.flatMap((one) => (one.soort === soort && one.bereik ? [one.bereik] : []));
    if (known.length === 0) return null;
    return {
      minM2: known.reduce((sum, one) => sum + one.minM2, 0),
      maxM2: known.reduce((sum, one) => sum + one.maxM2, 0),
    };
  };
  const kinds = soortenRuimtebeslag.filter(
    (soort) => !onderdelen.some((one) => one.soort === soort && one.bereik),
  );
  return {
    projectId: row.project?.id ?? null,
    gevraagd: toGevraagd(row),
    onderdelen,
    totaal: { direct: total('direct'), indirect: total('indirect'), tijdelijk: total('tijdelijk') },
    onbekend: [
      ...listLocationNotes(row),
      ...unmeasured.map((one) => `${one.omschrijving}: ${one.toelichting ?? 'geen maat bekend.'}`),
      ...(unmeasured.length > 0 && unmeasured.length < onderdelen.length
        ? ['Het totaal is zonder de onderdelen waarvan geen maat bekend is.']
        : []),
      ...(kinds.length > 0
        ? [`Van het ${kinds.join(', ')} ruimtebeslag is geen maat bekend; dat is niet hetzelfde als nul.`]
        : []),
    ],
  };
}

/** What decides the size: of a project its own facts, of a drawn place what was given. */
function toLandTakeFacts({ project }: Row, given: Parameters): LandTakeFacts {
  const registeredHa = project?.kenmerken['oppervlakteHa'];
  const aard = soortenAanleg.find((one) => one === project?.aard) ?? null;
  return {
    typeInfra: project?.typeInfra ?? null,
    energiedrager: given.energiedrager ?? project?.energiedrager ?? 'elektriciteit',
    aanleg: given.aanleg ?? aard,
    groep: given.groep ?? null,
    spanningKv: given.spanningKv ?? null,
    drukBar: given.drukBar ?? null,
    registeredHa: typeof registeredHa === 'number' ? registeredHa : null,
    gemeenten: project?.gemeenten ?? [],
  };
}

function toTable({ onderdelen }: Antwoord): Record<string, Cell>[] {
  return onderdelen.flatMap(({ gemeenten, bereik, bronnen, ...onderdeel }): Record<string, Cell>[] => {
    const line = { ...onderdeel, bronnenVanMaat: bronnen.join(' ') };
    const undivided = {
      gemeente: null,
      aandeel: null,
      minM2: bereik?.minM2 ?? null,
      maxM2: bereik?.maxM2 ?? null,
    };
    if (gemeenten.length === 0) return [{ ...line, ...undivided }];
    return gemeenten.map(({ naam, aandeel, bereik: part }) => ({
      ...line,
      gemeente: naam,
      aandeel,
      ...part,
    }));
  });
}
