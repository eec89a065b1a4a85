import { z } from 'zod';
import { herkomsten } from '../vocabulary.ts';

/** A part that was left out of a dataset, such as a plan file, and why. */
const geweigerdOnderdeel = z.object({ onderdeel: z.string(), reden: z.string() });

/** One dataset as it is loaded now: where it came from, how old it is, under which licence. */
export const databron = z.object({
  id: z.string(),
  titel: z.string(),
  herkomst: z.enum(herkomsten),
  peildatum: z.iso.date().nullable(),
  uitgever: z.string(),
  licentie: z.string(),
  aantal: z.number().int(),
  dekking: z.array(z.string()).nullable().meta({ description: 'provinciecodes; null = heel Nederland' }),
  afwijkingP95M: z.number().nullable(),
  toelichting: z.string().nullable(),
  geweigerdeOnderdelen: z
    .array(geweigerdOnderdeel)
    .meta({ description: 'wat niet geladen is, zoals een fout planbestand, en waarom' }),
  geladenOp: z.iso.datetime(),
});
export type Databron = z.infer<typeof databron>;

/** What every answer carries: what it rests on, and in which CRS it was computed. */
export const verantwoording = z.object({
  peildatum: z.iso.date().meta({ description: 'de datum waarvoor het antwoord geldt' }),
  berekendOp: z.iso.datetime(),
  crs: z.literal('EPSG:28992'),
  bronnen: z.array(
    databron.pick({
      id: true,
      titel: true,
      herkomst: true,
      peildatum: true,
      licentie: true,
      dekking: true,
      afwijkingP95M: true,
    }),
  ),
  opmerkingen: z
    .array(z.string())
    .meta({ description: 'bijvoorbeeld: schematische grenzen, niet voor besluitvorming' }),
});
export type Verantwoording = z.infer<typeof verantwoording>;

export const status = z.object({
  versie: z.string(),
  database: z.enum(['embedded', 'postgresql']),
  kanBewaren: z.boolean().meta({ description: 'false als de schijf (bijna) vol is; lezen gaat dan door' }),
  databronnen: z.array(databron),
  laden: z.object({
    bezig: z.boolean(),
    dataset: z.string().nullable(),
    fouten: z.array(z.object({ dataset: z.string(), reden: z.string() })),
  }),
  rdControle: z
    .object({ afwijkingM: z.number(), grensM: z.number() })
    .nullable()
    .meta({ description: 'grootste afwijking op de RDNAPTRANS-controlepunten' }),
});
export type Status = z.infer<typeof status>;
