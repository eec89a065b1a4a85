// Answers about all projects of a provincie together: the land they take, and when they come into use.
import { z } from 'zod';
import { fases, waardeAarden } from '../vocabulary.ts';
import { verantwoording } from './bron.ts';

const bereikM2 = z.object({ minM2: z.number(), maxM2: z.number() });

export const ruimtebeslagProjectenAntwoord = z.object({
  antwoord: z.object({
    projecten: z.array(
      z.object({
        id: z.string(),
        naam: z.string(),
        ibnVan: z.number().int().nullable(),
        ibnTot: z.number().int().nullable(),
        direct: bereikM2.nullable().meta({ description: 'null: geen maat bekend, niet hetzelfde als nul' }),
        indirect: bereikM2.nullable(),
        tijdelijk: bereikM2.nullable(),
        geverifieerd: z.boolean().nullable().meta({
          description: 'elke maat van het directe ruimtebeslag is in een bron gezien; null: geen maat',
        }),
        zonderBandbreedte: z.boolean().meta({
          description:
            'het directe ruimtebeslag is één getal dat niet gemeten is: er is maar één maat, of het komt uit het register; lees het als circa',
        }),
        gemeenten: z.array(z.object({ code: z.string(), naam: z.string(), direct: bereikM2 })),
      }),
    ),
    perGemeente: z.array(
      z.object({ code: z.string(), naam: z.string(), direct: bereikM2, projecten: z.array(z.string()) }),
    ),
    perJaar: z.array(
      z.object({
        jaar: z
          .number()
          .int()
          .nullable()
          .meta({ description: 'het laatste jaar van de IBN; null: onbekend' }),
        direct: bereikM2,
        projecten: z.array(z.string()),
      }),
    ),
    totaal: bereikM2.nullable(),
    zonderMaat: z.array(z.string()).meta({ description: 'projecten waarvan geen directe maat bekend is' }),
    nietVerdeeld: z
      .array(z.string())
      .meta({ description: 'projecten waarvan de maat niet aan een gemeente toe te wijzen is' }),
    opmerkingen: z.array(z.string()).meta({
      description:
        'wat een lezer van de totalen moet weten; waar projecten over elkaar liggen telt elke plek een keer',
    }),
    onbekend: z.array(z.string()),
  }),
  verantwoording,
});
export type RuimtebeslagProjectenAntwoord = z.infer<typeof ruimtebeslagProjectenAntwoord>;

/** One statement about when a project comes into use, as data/ibn-claims.ts lists them. */
const ibnUitspraak = z.object({
  gezegdOp: z
    .string()
    .nullable()
    .meta({ description: 'zo precies als de bron; null: niet bekend wanneer het gezegd is' }),
  jaarVan: z.number().int(),
  jaarTot: z.number().int(),
  aard: z.enum(waardeAarden).nullable(),
  oorzaak: z.string().nullable(),
  bron: z.string().nullable(),
  achterhaald: z.boolean().meta({ description: 'de bron zelf noemt dit achterhaald; nooit de IBN van nu' }),
});

export const ibnVerschuivingAntwoord = z.object({
  antwoord: z.object({
    projecten: z.array(
      z.object({
        id: z.string(),
        naam: z.string(),
        fase: z.enum(fases).nullable(),
        uitspraken: z.array(ibnUitspraak).meta({ description: 'de oudste eerst' }),
        verschuivingJaren: z
          .number()
          .int()
          .nullable()
          .meta({ description: 'positief is later; null: er zijn geen twee uitspraken te vergelijken' }),
      }),
    ),
    zonderIbn: z.array(z.string()).meta({ description: 'projecten waarvan nu geen jaar bekend is' }),
    onbekend: z.array(z.string()),
  }),
  verantwoording,
});
export type IbnVerschuivingAntwoord = z.infer<typeof ibnVerschuivingAntwoord>;
