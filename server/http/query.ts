import { z, type OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { describeIssue } from './describe-issue.ts';
import { toInvalid, toShown, type Invoerfout } from './problem.ts';

type Hook = NonNullable<ConstructorParameters<typeof OpenAPIHono>[0]>['defaultHook'];

/** As of when the atlas is looked at; every GET may be asked with them. */
export const viewpointDescriptions = {
  bekendOp:
    'wat toen bekend was: het einde van deze dag (2026-07-01), of een tijdstip met tijdzone (2026-07-01T12:00:00+02:00)',
  geldigOp: 'wat op deze dag geldt (2026-07-01); anders vandaag',
};
const dated = (description: string) => z.string().optional().openapi({ param: { description } });
/** Checked by server/http/viewpoint.ts. */
export const viewpointQuery = {
  bekendOp: dated(viewpointDescriptions.bekendOp),
  geldigOp: dated(viewpointDescriptions.geldigOp),
};

/** Query parameters that may be given and no others: a misspelt filter must not be read as "no filter". */
export function queryOf<Shape extends z.ZodRawShape>(
  own: Shape,
): z.ZodObject<Shape & typeof viewpointQuery, z.core.$strict> {
  const shape = { ...own, ...viewpointQuery };
  const names = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `onbekende parameter; verwacht: alleen ${names.join(', ')}`
        : undefined,
  });
}

/** For a route without query parameters of its own. */
export const refuseQuery: MiddlewareHandler = async (c, next) => {
  const given = Object.keys(c.req.query()).filter((key) => !(key in viewpointQuery));
  if (given.length > 0) {
    throw toInvalid(given.map((key) => ({ veld: toShown(key), waarde: '', verwacht: 'geen parameters' })));
  }
  await next();
};

/** A parameter with one or more values: repeated (`?fase=a&fase=b`) or with commas (`?fase=a,b`). */
export function listOf<Item extends z.ZodType>(item: Item, description: string) {
  return z
    .preprocess(
      (value) =>
        value === undefined || value === null
          ? undefined
          : [value].flat().flatMap((one) => String(one).split(',')),
      z.array(item).min(1).optional(),
    )
    .openapi({ param: { style: 'form', explode: false, description } });
}

/** Validation errors of zod-openapi as one problem+json with all of them. */
export const refuseInvalid: Hook = (result) => {
  if (result.success) return;
  const given = (result as { data?: unknown }).data;
  throw toInvalid(describeIssues(result.error.issues, given));
};

/** What zod found wrong with `given`, as errors for the user. */
export function describeIssues(issues: readonly z.core.$ZodIssue[], given: unknown): Invoerfout[] {
  return issues.flatMap((issue): Invoerfout[] => {
    // The position in a list says nothing to who wrote it with commas.
    const path = issue.path.filter((key) => typeof key === 'string');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        veld: toShown([...path, key].join('.')),
        waarde: toShown(findValue(given, [...path, key])),
        verwacht: describeIssue(issue),
      }));
    }
    const waarde = toShown(findValue(given, path) ?? '');
    return [{ veld: path.join('.') || 'invoer', waarde, verwacht: describeIssue(issue) }];
  });
}

function findValue(value: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}
