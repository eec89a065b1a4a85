import type { GrensoverschrijdendAntwoord } from '../data/schema/antwoord.ts';
import type { Status } from '../data/schema/bron.ts';
import type { Gebied, GebiedDetail } from '../data/schema/gebied.ts';
import type { Project, ProjectDetail } from '../data/schema/project.ts';
import type { Laag, Treffers, Zoekresultaat } from '../data/schema/zoeken.ts';
import type { SoortGebied } from '../data/vocabulary.ts';
import { ApiError } from './api-error.ts';
import type { QuestionInput, QuestionParams } from './state/questions.svelte.ts';
import { ResourceStore, type Resource } from './state/resource.svelte.ts';
import type { LngLat } from './state/view.svelte.ts';

// The only place that talks to the server. Reading goes through `resource`, keyed by address, so that two panels
// that need the same answer share one request; asking and searching are plain promises with their own signal.

const defaultTimeoutMs = 15_000;
/** Questions over large geometry may take longer; the server has its own limit. */
const questionTimeoutMs = 60_000;

export class Api {
  readonly #store = new ResourceStore();

  status = (): Resource<Status> => this.#resource('/api/v1/status');
  lagen = (): Resource<{ lagen: Laag[] }> => this.#resource('/api/v1/lagen');
  /** The projects a filter leaves; `query` comes from FilterState. */
  projecten = (query: URLSearchParams): Resource<{ projecten: Project[] }> =>
    this.#resource('/api/v1/projecten', query);
  project = (id: string): Resource<ProjectDetail> =>
    this.#resource(`/api/v1/projecten/${encodeURIComponent(id)}`);
  gebieden = (soort: SoortGebied, provincie: string | null = null): Resource<{ gebieden: Gebied[] }> =>
    this.#resource('/api/v1/gebieden', toQuery({ soort, provincie }));
  gebied = (soort: SoortGebied, code: string): Resource<GebiedDetail> =>
    this.#resource(`/api/v1/gebieden/${soort}/${encodeURIComponent(code)}`);
  grensoverschrijdend = (provincie: string | null): Resource<GrensoverschrijdendAntwoord> =>
    this.#resource('/api/v1/vragen/grensoverschrijdend', toQuery({ provincie }), questionTimeoutMs);
  /** Everything at a point; straalM is how far around it counts (a few pixels at the zoom of the click). */
  treffers = ([lng, lat]: LngLat, straalM: number): Resource<Treffers> =>
    this.#resource(
      '/api/v1/treffers',
      toQuery({ lng: lng.toFixed(6), lat: lat.toFixed(6), straalM: straalM.toPrecision(2) }),
    );

  /** Asks a question; throws an ApiError. */
  ask = (
    vraag: string,
    input: QuestionInput,
    params: QuestionParams,
    signal: AbortSignal,
  ): Promise<unknown> => {
    const path = `/api/v1/vragen/${vraag}`;
    if (input.kind === 'geen')
      return request(path, { query: toQuery(params), signal, timeoutMs: questionTimeoutMs });
    const subject =
      input.kind === 'project' ? { projectId: input.projectId } : { geometrie: input.geometrie };
    return request(path, { body: { ...subject, ...params }, signal, timeoutMs: questionTimeoutMs });
  };

  /** Areas and projects by name or code; throws an ApiError. */
  zoeken = async (q: string, signal: AbortSignal): Promise<Zoekresultaat[]> => {
    const answer = await request('/api/v1/zoeken', { query: toQuery({ q }), signal, timeoutMs: 5000 });
    return (answer as { resultaten: Zoekresultaat[] }).resultaten;
  };

  #resource<Data>(path: string, query = new URLSearchParams(), timeoutMs = defaultTimeoutMs): Resource<Data> {
    const address = query.size > 0 ? `${path}?${query}` : path;
    return this.#store.get(address, (signal) => request(path, { query, signal, timeoutMs }) as Promise<Data>);
  }
}

interface RequestOptions {
  query?: URLSearchParams;
  body?: unknown;
  signal?: AbortSignal;
  timeoutMs?: number;
}

/** The JSON of one request. Throws an ApiError with a Dutch text for anything that goes wrong. */
async function request(
  path: string,
  { query, body, signal, timeoutMs = defaultTimeoutMs }: RequestOptions,
): Promise<unknown> {
  const signals = [AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])];
  try {
    const response = await fetch(query?.size ? `${path}?${query}` : path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        Accept: 'application/json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.any(signals),
    });
    if (!response.ok) throw await ApiError.fromResponse(response);
    return await response.json();
  } catch (error) {
    throw ApiError.from(error);
  }
}

/** Query parameters in a fixed order; empty ones are left out. */
function toQuery(values: Record<string, string | null>): URLSearchParams {
  return new URLSearchParams(
    Object.entries(values).filter((pair): pair is [string, string] => pair[1] !== null && pair[1] !== ''),
  );
}
