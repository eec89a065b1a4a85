import type { RecordDocument } from '../data/document.ts';
import { crsUris } from '../data/crs-uris.ts';
import type {
  Bewaard,
  Gegevens,
  GetoondeBevinding,
  Registratie,
  VeldHerkomst,
} from '../data/schema/registratie.ts';
import type { Vertrouwelijkheid } from '../data/vocabulary.ts';
import { ApiError } from './api-error.ts';
import { request, requestTagged, toQuery, type RequestOptions } from './request.ts';
import type { SessionState } from './state/session.svelte.ts';

// Records about projects over HTTP: every save says which version it changes, and what lost a race comes back whole.

const saveTimeoutMs = 30_000;

/** What is sent to make or change a record. Null in `gegevens` empties a field. */
export interface RecordBody {
  gegevens: Gegevens;
  vertrouwelijkheid?: Vertrouwelijkheid;
  embargoTot?: string | null;
  geldigVan?: string;
  herkomst?: Record<string, VeldHerkomst | null>;
  reden?: string;
}

/** A record with the ETag that a change of it must name. */
export interface Tagged<Record = Registratie> {
  record: Record;
  etag: string;
}

/** Somebody else saved meanwhile: the record as it is now, and as it was when this change was begun. */
export class ConflictError extends ApiError {
  override name = 'ConflictError';
  /** Null when it is gone or may no longer be seen. */
  readonly huidig: Registratie | null;
  readonly basis: Registratie | null;
  /** Which of several that were saved together it is about; null when there was only one. */
  readonly wijziging: number | null;

  constructor(error: ApiError) {
    super('conflict', error.message, error.fields, { status: 412, probleem: error.probleem });
    this.huidig = (error.probleem['huidig'] ?? null) as Registratie | null;
    this.basis = (error.probleem['basis'] ?? null) as Registratie | null;
    const place = /^wijzigingen\.(\d+)$/.exec(String(error.probleem['wijziging'] ?? ''));
    this.wijziging = place ? Number(place[1]) : null;
  }
}

/** One of several records that are saved together; with `id` and `rij` it replaces that version. */
export interface Change extends Partial<RecordBody> {
  soort: string;
  id?: string;
  rij?: number;
  /** It is withdrawn. */
  weg?: boolean;
}

type Kind = Pick<RecordDocument, 'meervoud'>;
interface SaveOptions {
  signal?: AbortSignal;
  /** Geometry in RD New, in metres, instead of longitude and latitude. */
  inRd?: boolean;
}

/** The ETag of a version. */
export const toEtag = ({ versie }: Pick<Registratie, 'versie'>): string => `"${versie.rij}"`;

/** A change of this version, or with null a new record, to save together with others. */
export const toEntry = (
  { meervoud }: Kind,
  record: Pick<Registratie, 'id' | 'versie'> | null,
  body: Partial<RecordBody>,
): Change => ({ soort: meervoud, ...(record && { id: record.id, rij: record.versie.rij }), ...body });

/** Address of one record below /api/v1. */
export const toRecordPath = ({ meervoud }: Kind, id: string): string =>
  `/api/v1/${meervoud}/${encodeURIComponent(id)}`;

export class RecordsApi {
  readonly #session: Pick<SessionState, 'askAgain'>;

  constructor(session: Pick<SessionState, 'askAgain'>) {
    this.#session = session;
  }

  /** The records of one kind of a project, or those a filter leaves. Throws an ApiError. */
  list = async (
    kind: Kind,
    query: Record<string, string | null>,
    signal?: AbortSignal,
  ): Promise<Registratie[]> => {
    const answer = await request(`/api/v1/${kind.meervoud}`, { query: toQuery(query), signal });
    return (answer as { items: Registratie[] }).items;
  };

  /** One record as it is now. Throws an ApiError. */
  get = async (kind: Kind, id: string, signal?: AbortSignal): Promise<Tagged> =>
    toTagged<Registratie>(await requestTagged(toRecordPath(kind, id), { signal }));

  /** A new record of a project. Throws an ApiError; asks to sign in (again) where that is needed. */
  create = (
    projectId: string,
    kind: Kind,
    body: RecordBody,
    options?: SaveOptions,
  ): Promise<Tagged<Bewaard>> =>
    this.#save(`/api/v1/projecten/${encodeURIComponent(projectId)}/${kind.meervoud}`, {
      method: 'POST',
      body,
      ...toSaveOptions(options),
    });

  /** Changes a record from the version that `etag` names. Throws an ApiError, a ConflictError when it was changed meanwhile. */
  patch = (
    kind: Kind,
    id: string,
    etag: string,
    body: RecordBody,
    options?: SaveOptions,
  ): Promise<Tagged<Bewaard>> =>
    this.#save(toRecordPath(kind, id), { method: 'PATCH', body, ...toSaveOptions(options, etag) });

  /**
   * Saves records of one project together, all or none; gives them in the same order. Throws like `patch`: faults and
   * conflicts say which one they are of (`wijzigingen.0`).
   */
  together = async (
    projectId: string,
    wijzigingen: readonly Change[],
    options?: SaveOptions,
  ): Promise<Bewaard[]> => {
    const { body } = await this.#try(`/api/v1/projecten/${encodeURIComponent(projectId)}/samen`, {
      method: 'POST',
      body: { wijzigingen },
      ...toSaveOptions(options),
    });
    return (body as { items: Bewaard[] }).items;
  };

  /** Withdraws a record: its history stays. Throws like `patch`. */
  withdraw = (kind: Kind, id: string, etag: string, reden: string): Promise<Tagged<Bewaard>> =>
    this.#save(toRecordPath(kind, id), { method: 'DELETE', body: { reden }, ...toSaveOptions({}, etag) });

  /** Every version that may be seen, newest first. Throws an ApiError. */
  history = async (kind: Kind, id: string, signal?: AbortSignal): Promise<Registratie[]> => {
    const answer = await request(`${toRecordPath(kind, id)}/geschiedenis`, { signal });
    return (answer as { versies: Registratie[] }).versies;
  };

  /** A new version equal to an old one. Throws like `patch`. */
  restore = (kind: Kind, id: string, etag: string, rij: number, reden: string): Promise<Tagged<Bewaard>> =>
    this.#save(`${toRecordPath(kind, id)}/herstel`, {
      method: 'POST',
      body: { rij, reden },
      ...toSaveOptions({}, etag),
    });

  /** What is wrong and what is strange about a record, without saving it. Throws an ApiError. */
  check = async (
    kind: Kind,
    { projectId, id }: { projectId?: string | null; id?: string | null },
    body: RecordBody,
    signal?: AbortSignal,
  ): Promise<{ fouten: GetoondeBevinding[]; letOp: GetoondeBevinding[] }> =>
    (await request(`/api/v1/controles/${kind.meervoud}`, {
      body: { ...body, ...(projectId && { projectId }), ...(id && { id }) },
      signal,
    })) as { fouten: GetoondeBevinding[]; letOp: GetoondeBevinding[] };

  /** Any other save, with the same care for sessions that ended and for conflicts. `path` begins with /api/v1. */
  send = async <Answer>(path: string, options: RequestOptions, etag?: string): Promise<Answer> => {
    const { headers } = toSaveOptions({}, etag);
    const { body } = await this.#try(path, { ...options, headers: { ...options.headers, ...headers } });
    return body as Answer;
  };

  async #save(path: string, options: RequestOptions): Promise<Tagged<Bewaard>> {
    return toTagged<Bewaard>(await this.#try(path, options));
  }

  /** Who is no longer signed in may do so and goes on: nothing that was typed is lost to it. */
  async #try(path: string, options: RequestOptions): Promise<{ body: unknown; etag: string | null }> {
    try {
      return await sendOnce(path, options);
    } catch (error) {
      if (!(error instanceof ApiError) || error.kind !== 'signed-out') throw error;
      if (!(await this.#session.askAgain())) throw error;
      return sendOnce(path, options);
    }
  }
}

async function sendOnce(
  path: string,
  options: RequestOptions,
): Promise<{ body: unknown; etag: string | null }> {
  try {
    return await requestTagged(path, { timeoutMs: saveTimeoutMs, ...options });
  } catch (error) {
    throw error instanceof ApiError && error.status === 412 ? new ConflictError(error) : error;
  }
}

function toSaveOptions(
  { signal, inRd }: SaveOptions = {},
  etag?: string,
): Pick<RequestOptions, 'headers' | 'signal'> {
  return {
    signal,
    headers: { ...(etag && { 'If-Match': etag }), ...(inRd && { 'Content-Crs': `<${crsUris.rd}>` }) },
  };
}

function toTagged<Record extends Registratie>({
  body,
  etag,
}: {
  body: unknown;
  etag: string | null;
}): Tagged<Record> {
  const record = body as Record;
  return { record, etag: etag?.replace(/^W\//, '') ?? toEtag(record) };
}
