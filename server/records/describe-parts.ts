import { z } from '@hono/zod-openapi';
import { problems } from '../http/answers.ts';

export const problem = (description: string) => ({ ...problems[400], description });
export const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } });
export const answer = (schema: z.ZodType, description = 'Het antwoord') => ({ description, ...json(schema) });
export const body = (schema: z.ZodType) => ({ required: true, ...json(schema) });

export const etagHeader = { ETag: { schema: { type: 'string' as const }, description: 'de versie' } };
export const ifMatch = z.object({
  'If-Match': z.string().meta({ description: 'de ETag van de versie die wordt vervangen' }),
});
export const refusals = {
  ...problems,
  401: problem('Niet aangemeld'),
  403: problem('Aangemeld, maar zonder recht'),
};
export const conflicts = {
  412: problem('Intussen gewijzigd; met huidig (zoals het nu is) en basis (zoals het was)'),
  428: problem('If-Match ontbreekt'),
};
