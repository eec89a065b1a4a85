import { z } from 'zod';

/** application/problem+json (RFC 9457) with every error at once. */
export const probleem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  instance: z.string().optional(),
  errors: z
    .array(
      z.object({
        veld: z.string().meta({ description: 'pad naar het veld, bijvoorbeeld geometrie.coordinates[0][3]' }),
        waarde: z.string().meta({ description: 'de waarde zoals ontvangen, ingekort' }),
        verwacht: z.string().meta({ description: 'wat wel goed is' }),
        voorstel: z.unknown().optional().meta({ description: 'bijvoorbeeld de omgewisselde coördinaten' }),
      }),
    )
    .optional(),
});
export type Probleem = z.infer<typeof probleem>;
