import { z } from 'zod';
import { soortenGebied } from '../vocabulary.ts';
import { geometrie } from './geometrie.ts';

/** An area without its boundary. */
export const gebied = z.object({
  code: z.string(),
  soort: z.enum(soortenGebied),
  naam: z.string(),
  indeling: z.string().nullable(),
  provincies: z.array(z.string()).meta({ description: 'codes van de provincies waarin het gebied ligt' }),
  oppervlakteHa: z.number().nullable().meta({ description: 'null: geen grens bekend' }),
  bboxWgs84: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  geldigVan: z.iso.date().nullable(),
  geldigTot: z.iso.date().nullable(),
  herkomst: z.string(),
});
export type Gebied = z.infer<typeof gebied>;

/** One area with its boundary, members and remarks. */
export const gebiedDetail = gebied.extend({
  gemeenten: z.array(
    z.object({ code: z.string(), naam: z.string(), deel: z.boolean(), toelichting: z.string().nullable() }),
  ),
  hoortBij: z
    .array(
      z.object({
        soort: z.enum(soortenGebied),
        code: z.string(),
        naam: z.string(),
        deel: z.boolean(),
        toelichting: z.string().nullable(),
      }),
    )
    .meta({ description: 'alleen bij een gemeente: de gebieden waar zij, of een deel van haar, bij hoort' }),
  eigenschappen: z.record(z.string(), z.unknown()),
  geometrie: geometrie.nullable(),
});
export type GebiedDetail = z.infer<typeof gebiedDetail>;
