import type { Context } from 'hono';
import type { RouteConfig, z } from '@hono/zod-openapi';
import { problems } from './answers.ts';
import { readJsonBody } from './body.ts';
import { toInvalid, toShown, type Invoerfout } from './problem.ts';
import { describeIssues } from './query.ts';

/** Fields that are never repeated in an answer. */
const secret = /wachtwoord|huidig|nieuw|token|sleutel/i;

/** The JSON of the request as `schema` gives it. Throws a Problem: 400 with every error at once, 413, 415. */
export async function readBody<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<z.output<Schema>> {
  const given = await readJsonBody(c);
  const parsed = schema.safeParse(given);
  const errors = parsed.success ? listWithNul(given) : describeIssues(parsed.error.issues, given);
  if (parsed.success && errors.length === 0) return parsed.data;
  throw toInvalid(errors.map((error) => (secret.test(error.veld) ? { ...error, waarde: '…' } : error)));
}

/** Every text with the character NUL, which PostgreSQL cannot hold. */
function listWithNul(value: unknown, path = ''): Invoerfout[] {
  if (typeof value === 'string') {
    if (!value.includes('\0')) return [];
    return [{ veld: path || 'body', waarde: toShown(value), verwacht: 'tekst zonder het teken NUL' }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => listWithNul(inner, path ? `${path}.${key}` : key));
}

interface Description {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** With {names} in braces. */
  path: string;
  tags: string[];
  summary: string;
  parameters?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Status and schema of the good answer; null for one without content. */
  answer: { status: 200 | 201 | 204 | 302; schema: z.ZodType | null };
  refusals?: readonly (401 | 403 | 404 | 409 | 412 | 428 | 429)[];
}

const refusalTexts = {
  401: 'Niet aangemeld',
  403: 'Geen recht, of gevraagd door een andere site',
  404: 'Niet gevonden',
  409: 'Botst met wat er al is',
  412: 'Intussen gewijzigd',
  428: 'If-Match ontbreekt',
  429: 'Te vaak gevraagd; Retry-After zegt hoe lang wachten',
};

/** A route with its own handler, for the OpenAPI document. */
export function describeRoute(route: Description): RouteConfig {
  const { method, path, tags, summary, parameters, query, body, answer, refusals = [] } = route;
  const good = answer.schema
    ? { description: 'Het antwoord', content: { 'application/json': { schema: answer.schema } } }
    : { description: 'Gedaan' };
  const refused = Object.fromEntries(
    refusals.map((status) => [status, { ...problems[400], description: refusalTexts[status] }]),
  );
  return {
    method,
    path,
    tags,
    summary,
    request: {
      ...(parameters && { params: parameters }),
      ...(query && { query }),
      ...(body && { body: { required: true, content: { 'application/json': { schema: body } } } }),
    },
    responses: { [answer.status]: good, 400: problems[400], ...refused, 503: problems[503] },
  };
}
