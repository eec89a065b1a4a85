import type { Keuze, RijStatus, Voorstel } from '../../../data/schema/excel.ts';
import { ApiError } from '../../api-error.ts';
import { request, requestTagged, toQuery } from '../../request.ts';

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
export const PAGE_ROWS = 200;
const root = '/api/v1/excel/voorstellen';
/** A file of thousands of rows is judged row by row. */
const timeoutMs = 120_000;

/** Address of a list as a workbook. */
export function toDownloadUrl(
  lijst: string,
  scope: { provincie: string | null; project: string | null },
): string {
  const query = toQuery(scope);
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
    const sending = new XMLHttpRequest();
    const form = new FormData();
    form.append('bestand', file);
    sending.open('POST', root);
    sending.responseType = 'blob';
    sending.upload.onprogress = ({ loaded, total }) => onprogress(total > 0 ? loaded / total : 0);
    sending.onload = () => {
      const headers = {
        'Content-Type': sending.getResponseHeader('Content-Type') ?? '',
        ETag: sending.getResponseHeader('ETag') ?? '',
      };
      readAnswer(new Response(sending.response as Blob, { status: sending.status, headers })).then(
        resolve,
        reject,
      );
    };
    sending.onerror = () =>
      reject(new ApiError('unavailable', 'De server is niet bereikbaar (geen verbinding).'));
    sending.onabort = () => reject(new ApiError('aborted', ''));
    signal.addEventListener('abort', () => sending.abort(), { once: true });
    sending.send(form);
  });
}

async function readAnswer(response: Response): Promise<Shown> {
  if (!response.ok) throw await ApiError.fromResponse(response);
  return toShown({ body: await response.json(), etag: response.headers.get('ETag') });
}

/** A page of a proposal that was handed in before. Throws an ApiError. */
export const getShown = (id: string, selection: Selection): Promise<Shown> =>
  requestTagged(toPath(id), { query: toSelection(selection) }).then(toShown);

export interface Choice {
  /** Row of the sheet; left out: every row. */
  nummer?: number;
  veld?: string;
  keuze?: Keuze | null;
  /** A copy of a row is a new one after all, or not. */
  alsNieuw?: boolean;
}

/** Chooses whose value wins, in one field of one row or wherever there is a conflict. Throws an ApiError. */
export const sendChoices = (id: string, keuzes: readonly Choice[], selection: Selection): Promise<Shown> =>
  requestTagged(toPath(id), { query: toSelection(selection), body: { keuzes }, timeoutMs }).then(toShown);

/** Takes everything over, or nothing. Throws an ApiError; of kind conflict when the preview was no longer true. */
export const accept = async ({ voorstel, etag }: Shown): Promise<Accepted> =>
  (await request(`${toPath(voorstel.voorstelId)}/aanvaarden`, {
    method: 'POST',
    headers: { 'If-Match': etag },
    timeoutMs,
  })) as Accepted;

/** Throws the proposal away. Throws an ApiError. */
export const discard = async (id: string): Promise<void> => {
  await request(toPath(id), { method: 'DELETE' });
};

const toPath = (id: string): string => `${root}/${encodeURIComponent(id)}`;
const toShown = ({ body, etag }: { body: unknown; etag: string | null }): Shown => ({
  voorstel: body as Voorstel,
  etag: etag ?? '',
});

const toSelection = ({ status, vanaf }: Selection): URLSearchParams =>
  toQuery({ vanaf: String(vanaf), aantal: String(PAGE_ROWS), status: status.join(',') });
