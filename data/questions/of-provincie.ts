import { z } from 'zod';

/** What a question about all projects may be narrowed by: the provincie they belong to. */
export const ofProvincie = z.strictObject({
  provincie: z
    .string()
    .min(1)
    .max(20)
    .optional()
    .meta({ title: 'provincie', description: 'alleen projecten van deze provincie; code zoals PV26' }),
});
export type OfProvincie = z.infer<typeof ofProvincie>;
