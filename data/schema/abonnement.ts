// What crosses the wire about subscriptions and what they tell.
import { z } from 'zod';

export const soortenGebeurtenis = ['fase', 'actie', 'ibn', 'besluit'] as const;
export type SoortGebeurtenis = (typeof soortenGebeurtenis)[number];
export const onderwerpenAbonnement = ['project', 'gemeente', 'provincie', 'gebied'] as const;

/** The last part of the type of a CloudEvent: nl.pmiek-atlas.… */
export const typenGebeurtenis: Record<SoortGebeurtenis, string> = {
  fase: 'fase-gewijzigd',
  actie: 'actie-toegevoegd',
  ibn: 'ibn-gewijzigd',
  besluit: 'besluit-gewijzigd',
};

const soorten = z
  .array(z.enum(soortenGebeurtenis))
  .min(1, { error: 'minstens één soort' })
  .transform((given) => [...new Set(given)]);
const webhook = z
  .string()
  .max(2000)
  .nullable()
  .meta({ description: 'adres (https) waar CloudEvents heen gaan; null = alleen in de atlas' });

export const nieuwAbonnement = z.strictObject({
  onderwerp: z.enum(onderwerpenAbonnement),
  code: z.string().min(1).max(80).optional().meta({ description: 'van project, gemeente of provincie' }),
  gebied: z
    .record(z.string(), z.unknown())
    .optional()
    .meta({ description: 'GeoJSON-vlak, bij onderwerp gebied; in CRS84, of in RD met Content-Crs' }),
  naam: z.string().trim().min(1).max(120).optional().meta({ description: 'hoe u het gebied noemt' }),
  soorten: soorten.default([...soortenGebeurtenis]),
  webhook: webhook.default(null),
});

export const wijzigingAbonnement = z.strictObject({
  actief: z.boolean().optional(),
  soorten: soorten.optional(),
  webhook: webhook.optional(),
});

export const abonnement = z.object({
  id: z.string(),
  onderwerp: z.enum(onderwerpenAbonnement),
  code: z.string().nullable(),
  naam: z.string().nullable(),
  soorten: z.array(z.enum(soortenGebeurtenis)),
  webhook: z.string().nullable(),
  actief: z.boolean(),
  aangemaaktOp: z.string(),
  aflevering: z
    .object({
      status: z.enum(['wacht', 'geleverd', 'opgegeven', 'vervallen']),
      pogingen: z.number().int(),
      fout: z.string().nullable(),
      volgendeOp: z.string(),
    })
    .nullable()
    .meta({ description: 'de laatste aflevering aan de webhook' }),
});
export type Abonnement = z.infer<typeof abonnement>;

export const bericht = z.object({
  id: z.string(),
  soort: z.enum(soortenGebeurtenis),
  moment: z.string(),
  wat: z.string().nullable().meta({ description: 'de actie, het besluit of de bron van het jaartal' }),
  van: z.string().nullable(),
  naar: z.string().nullable(),
  gelezenOp: z.string().nullable(),
});
export type Bericht = z.infer<typeof bericht>;

export const berichten = z.object({
  ongelezen: z.number().int(),
  projecten: z.array(
    z.object({ projectId: z.string(), naam: z.string().nullable(), berichten: z.array(bericht) }),
  ),
});
export type Berichten = z.infer<typeof berichten>;

export const gelezen = z.strictObject({
  berichten: z
    .array(z.string().max(80))
    .max(1000)
    .optional()
    .meta({ description: 'ids van berichten; zonder: alle' }),
});
