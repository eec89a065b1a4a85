import type { Keuze, RijStatus, Voorstel } from '../../../data/schema/excel.ts';
import { ApiError } from '../../api-error.ts';

// What the page asks of /api/v1/excel. A preview travels with its fingerprint: what is accepted is what was seen.

export interface Shown {
  voorstel: Voorstel;
  etag: string;
}
export interface Selection {
  status: readonly RijStatus[];
  vanaf: number;
}
export interface Accepted {
  gewijzigd: number;
  nieuw: number;
}
/** The atlas changed since the preview was looked at; nothing was written. Carries the fresh one. */
export class StaleError extends Error {
  override name = 'StaleError';
  readonly shown: Shown;
  constructor(shown: Shown, detail: string) {
    super(detail);
    this.shown = shown;
  }
}

export const PAGE_ROWS = 200;
const root = '/api/v1/excel/voorstellen';

/** Address of a list as a workbook. */
export function toDownloadUrl(
  lijst: string,
  scope: { provincie: string | null; project: string | null },
): string {
  const query = new URLSearchParams(
    Object.entries(scope).filter((pair): pair is [string, string] => pair[1] !== null && pair[1] !== ''),
  );
  return `/api/v1/excel/${lijst}.xlsx${query.size > 0 ? `?${query}` : ''}`;
}

/** Hands in a file and gives what it would change; `onprogress`: share 0..1 that was sent. Throws an ApiError. */
export function sendFile(
  file: File,
  onprogress: (share: number) => void,
  signal: AbortSignal,
): Promise<Shown> {
  return new Promise((resolve, reject) => {
    // fetch does not tell how much was sent.
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append('bestand', file);
    request.open('POST', root);
    request.responseType = 'blob';
    request.upload.onprogress = ({ loaded, total }) => onprogress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const headers = {
        'Content-Type': request.getResponseHeader('Content-Type') ?? '',
        ETag: request.getResponseHeader('ETag') ?? '',
      };
      readShown(new Response(request.response as Blob, { status: request.status, headers })).then(
        resolve,
        reject,
      );
    };
    request.onerror = () =>
      reject(new ApiError('unavailable', 'De server is niet bereikbaar (geen verbinding).'));
    request.onabort = () => reject(new ApiError('aborted', ''));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });
}

/** A page of a proposal that was handed in before. Throws an ApiError. */
export const getShown = (id: string, selection: Selection): Promise<Shown> =>
  ask(`${root}/${encodeURIComponent(id)}?${toQuery(selection)}`, {}).then(readShown);

/** Chooses whose value wins, in one field of one row or wherever there is a conflict. Throws an ApiError. */
export const sendChoices = (
  id: string,
  keuzes: readonly { nummer?: number; veld?: string; keuze: Keuze | null }[],
  selection: Selection,
): Promise<Shown> =>
  ask(`${root}/${encodeURIComponent(id)}?${toQuery(selection)}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ keuzes }),
  }).then(readShown);

/** Takes everything over, or nothing. Throws an ApiError, or a StaleError with the fresh preview. */
export async function accept({ voorstel, etag }: Shown): Promise<Accepted> {
  const response = await ask(`${root}/${encodeURIComponent(voorstel.voorstelId)}/aanvaarden`, {
    method: 'POST',
    headers: { 'If-Match': etag },
  });
  if (response.status === 412) {
    const problem = (await response.json()) as { detail: string; voorstel?: Voorstel };
    if (!problem.voorstel) throw new ApiError('invalid', problem.detail);
    throw new StaleError(
      { voorstel: problem.voorstel, etag: response.headers.get('ETag') ?? '' },
      problem.detail,
    );
  }
  if (!response.ok) throw await ApiError.fromResponse(response);
  return (await response.json()) as Accepted;
}

/** Throws the proposal away. Throws an ApiError. */
export async function discard(id: string): Promise<void> {
  const response = await ask(`${root}/${encodeURIComponent(id)}`, { method: 'DELETE' });
  if (!response.ok && response.status !== 404) throw await ApiError.fromResponse(response);
}

async function ask(path: string, options: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { ...options, signal: AbortSignal.timeout(120_000) });
  } catch (error) {
    throw ApiError.from(error);
  }
}

async function readShown(response: Response): Promise<Shown> {
  if (!response.ok) throw await ApiError.fromResponse(response);
  return { voorstel: (await response.json()) as Voorstel, etag: response.headers.get('ETag') ?? '' };
}

function toQuery({ status, vanaf }: Selection): string {
  const query = new URLSearchParams({ vanaf: String(vanaf), aantal: String(PAGE_ROWS) });
  if (status.length > 0) query.set('status', status.join(','));
  return query.toString();
}
