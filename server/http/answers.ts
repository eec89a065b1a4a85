import type { z } from '@hono/zod-openapi';
import { probleem } from '../../data/schema/probleem.ts';

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: probleem } },
});

/** The problems any route can give, for the OpenAPI document. */
export const problems = {
  400: problem('Ongeldige invoer; alle fouten tegelijk in errors'),
  404: problem('Niet gevonden'),
  503: problem('De database is nu niet beschikbaar of deed er te lang over'),
};

// A type and not an interface: createRoute asks for an index signature.
type Answer<Schema> = {
  200: { description: string; content: { 'application/json': { schema: Schema } } };
};

/**
 * The answers of a route: 200 with `schema`, and in the document also the problems. Their type leaves the
 * problems out: a handler throws those.
 */
export function jsonAnswer<Schema extends z.ZodType>(schema: Schema): Answer<Schema> {
  const answer = { 200: { description: 'Het antwoord', content: { 'application/json': { schema } } } };
  return { ...answer, ...problems };
}
