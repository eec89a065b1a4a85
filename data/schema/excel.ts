// What the atlas says about a workbook that was handed in: row by row, before anything is written.
import { z } from 'zod';
import { excelLijsten } from '../exchange/index.ts';

export const rijStatussen = ['fout', 'conflict', 'gewijzigd', 'nieuw', 'ongewijzigd'] as const;
export type RijStatus = (typeof rijStatussen)[number];
export const keuzes = ['mijn', 'hun'] as const;
export type Keuze = (typeof keuzes)[number];

const tekst = z.string().nullable();
const cel = z.string().meta({ description: 'adres in het blad, zoals C5' });

export const celFout = z.object({
  cel,
  label: z.string(),
  waarde: z.string(),
  verwacht: z.string().meta({ description: 'wat wel goed is' }),
});
export const veldWijziging = z.object({ veld: z.string(), label: z.string(), cel, van: tekst, naar: tekst });
export const veldConflict = z.object({
  veld: z.string(),
  label: z.string(),
  cel,
  basis: tekst.meta({ description: 'wat er stond toen de lijst werd gedownload' }),
  hun: tekst.meta({ description: 'wat er nu in de atlas staat' }),
  mijn: tekst.meta({ description: 'wat er in het bestand staat' }),
  keuze: z.enum(keuzes).nullable().meta({ description: 'null: nog te kiezen' }),
});

export const voorstelRij = z.object({
  nummer: z.number().int().meta({ description: 'rijnummer in het blad' }),
  status: z.enum(rijStatussen),
  id: z.string().nullable().meta({ description: 'null: een nieuwe rij' }),
  projectId: z.string().nullable(),
  titel: z.string(),
  wijzigingen: z.array(veldWijziging),
  conflicten: z.array(veldConflict),
  /** Who made the newer version, and when. */
  intussen: z.object({ door: z.string().nullable(), wanneer: z.string() }).nullable(),
  fouten: z.array(celFout),
  opmerkingen: z.array(z.string()),
  kopie: z.enum(['dubbel', 'nieuw']).nullable().meta({
    description: 'dubbel: een andere rij heeft dezelfde id; nieuw: gekozen is haar als nieuwe rij te lezen',
  }),
});
export type VoorstelRij = z.infer<typeof voorstelRij>;
export type VeldWijziging = z.infer<typeof veldWijziging>;
export type VeldConflict = z.infer<typeof veldConflict>;
export type CelFout = z.infer<typeof celFout>;

const aantal = z.number().int().nonnegative();
const lijstNamen = excelLijsten.map(({ naam }) => naam) as [string, ...string[]];

export const voorstel = z.object({
  voorstelId: z.string(),
  lijst: z.enum(lijstNamen),
  bestand: z.string(),
  gemaaktOp: z.string(),
  verlooptOp: z.string(),
  aanvaardOp: z.string().nullable(),
  aantallen: z.object({
    fout: aantal,
    conflict: aantal.meta({ description: 'rijen waar nog te kiezen is' }),
    gewijzigd: aantal,
    nieuw: aantal,
    ongewijzigd: aantal,
  }),
  meldingen: z.array(z.string()),
  kanAanvaarden: z.boolean(),
  waaromNiet: z.string().nullable(),
  totaal: aantal.meta({ description: 'rijen van deze selectie' }),
  vanaf: aantal,
  rijen: z.array(voorstelRij),
});
export type Voorstel = z.infer<typeof voorstel>;
