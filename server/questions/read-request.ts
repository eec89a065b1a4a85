import type { Context } from 'hono';
import type { z } from 'zod';
import { readGeometry } from '../geometry/read.ts';
import { readJsonBody } from '../http/body.ts';
import { readContentCrs } from '../http/crs.ts';
import { toInvalid, toShown, type Invoerfout } from '../http/problem.ts';
import { describeIssues } from '../http/query.ts';
import type { Place } from './ask.ts';

export interface PlaceRequest {
  place: Place;
  parameters: Record<string, unknown>;
}

/**
 * The body of a question about a place: `geometrie` or `projectId`, and the parameters of the question.
 * Throws a 400 Problem with every fault of all of them at once.
 */
export async function readPlaceRequest(c: Context, schema: z.ZodType): Promise<PlaceRequest> {
  const srid = readContentCrs(c);
  const body = await readJsonBody(c);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw toInvalid([
      { veld: 'body', waarde: toShown(body), verwacht: 'een object met geometrie of projectId' },
    ]);
  }
  const { geometrie, projectId, ...rest } = body as Record<string, unknown>;
  const errors: Invoerfout[] = [];
  let place: Place | null = null;
  if ((geometrie === undefined) === (projectId === undefined)) {
    errors.push({
      veld: geometrie === undefined ? 'body' : 'projectId',
      waarde: toShown(geometrie === undefined ? body : projectId),
      verwacht: 'geometrie of projectId, een van beide',
    });
  } else if (geometrie !== undefined) {
    const reading = readGeometry(geometrie, 'geometrie', srid);
    if ('errors' in reading) errors.push(...reading.errors);
    else place = { geometry: reading.geometry, veld: 'geometrie' };
  } else if (
    typeof projectId !== 'string' ||
    projectId.length === 0 ||
    projectId.length > 100 ||
    projectId.includes('\0')
  ) {
    errors.push({
      veld: 'projectId',
      waarde: toShown(projectId),
      verwacht: 'het nummer van een project, zoals UT-01',
    });
  } else {
    place = { projectId };
  }
  const parsed = schema.safeParse(rest);
  if (!parsed.success) errors.push(...describeIssues(parsed.error.issues, rest));
  if (errors.length > 0 || !place) throw toInvalid(errors);
  return { place, parameters: (parsed.data ?? {}) as Record<string, unknown> };
}
