import { crsUris } from '../../data/schema/geometrie.ts';
import type { Registratie } from '../../data/schema/registratie.ts';
import { ApiError } from '../api-error.ts';

// How placing talks about records: geometry in RD, so that what was typed in metres is kept in metres.

/** What came back with its ETag. */
export interface Kept<Body> {
  body: Body;
  etag: string | null;
}

/** One request for records. Throws an ApiError; `status` tells what the server said. */
export async function sendRecord<Body>(
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  body?: unknown,
  { etag, signal }: { etag?: string | null; signal?: AbortSignal } = {},
): Promise<Kept<Body>> {
  const rd = `<${crsUris.rd}>`;
  try {
    const response = await fetch(`/api/v1${path}`, {
      method,
      headers: {
        Accept: 'application/json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Crs': rd }),
        ...(etag ? { 'If-Match': etag } : {}),
      },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.any([AbortSignal.timeout(30_000), ...(signal ? [signal] : [])]),
    });
    if (!response.ok) throw await ApiError.fromResponse(response);
    return { body: (await response.json()) as Body, etag: response.headers.get('ETag') };
  } catch (error) {
    throw ApiError.from(error);
  }
}

/** The records of one kind of a project; `[]` when it has none. Throws an ApiError. */
export async function listRecords(
  projectId: string,
  meervoud: string,
  signal?: AbortSignal,
): Promise<Registratie[]> {
  const { body } = await sendRecord<{ items: Registratie[] }>(
    'GET',
    `/projecten/${encodeURIComponent(projectId)}/${meervoud}`,
    undefined,
    signal ? { signal } : {},
  );
  return body.items;
}

/** A new record of a project. Throws an ApiError. */
export async function addRecord(projectId: string, meervoud: string, body: unknown): Promise<Registratie> {
  return (
    await sendRecord<Registratie>('POST', `/projecten/${encodeURIComponent(projectId)}/${meervoud}`, body)
  ).body;
}
