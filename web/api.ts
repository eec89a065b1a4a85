import type { AnswerColumn } from '../data/document.ts';
import type { GrensoverschrijdendAntwoord } from '../data/schema/antwoord.ts';
import type { Status } from '../data/schema/bron.ts';
import type { Gebied, GebiedDetail } from '../data/schema/gebied.ts';
import type { Project, ProjectDetail } from '../data/schema/project.ts';
import type { Laag, Treffers, TrefferVorm, Zoekresultaat } from '../data/schema/zoeken.ts';
import type { SoortGebied } from '../data/vocabulary.ts';
import { ApiError } from './api-error.ts';
import { defaultTimeoutMs, request, requestBlob, toQuery, type RequestOptions } from './request.ts';
import { PeildatumState } from './state/peildatum.svelte.ts';
import type { QuestionInput, QuestionParams } from './state/questions.svelte.ts';
import { listFields, toParameters, type JsonSchema } from './state/question-fields.ts';
import { ResourceStore, type Resource } from './state/resource.svelte.ts';
import type { LngLat } from './state/view.svelte.ts';

// The only place that talks to the server. Reading goes through `resource`, keyed by address, so that two panels
// that need the same answer share one request; asking and searching are plain promises with their own signal.

/** Questions over large geometry may take longer; the server has its own limit. */
const questionTimeoutMs = 60_000;

/** One question as GET /api/v1/vragen describes it. */
export interface QuestionDescription {
  naam: string;
  titel: string;
  uitleg: string;
  /** Asked about a place (geometry or project), or about all projects. */
  over: 'plek' | 'projecten';
  parameters: JsonSchema;
  kolommen: readonly AnswerColumn[];
  bronnen: readonly string[];
}

const mediaTypes = { csv: 'text/csv', geojson: 'application/geo+json' } as const;

export class Api {
  readonly #store = new ResourceStore();
  /** The moment that is looked at; goes along with every request whose answer depends on it. */
  readonly peildatum: PeildatumState;

  constructor(peildatum = new PeildatumState()) {
    this.peildatum = peildatum;
  }

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
      toQuery({ lng: lng.toFixed(6), lat: lat.toFixed(6), straalM: String(Number(straalM.toPrecision(2))) }),
    );

  /** What lies at a point, one area or one project, asked once and not kept; each throws an ApiError. */
  treffersOnce = async ([lng, lat]: LngLat): Promise<Treffers> =>
    (await this.#request('/api/v1/treffers', {
      query: toQuery({ lng: lng.toFixed(6), lat: lat.toFixed(6) }),
    })) as Treffers;
  gebiedOnce = async (soort: SoortGebied, code: string): Promise<GebiedDetail> =>
    (await request(`/api/v1/gebieden/${soort}/${encodeURIComponent(code)}`, {})) as GebiedDetail;
  projectOnce = async (id: string): Promise<ProjectDetail> =>
    (await this.#request(`/api/v1/projecten/${encodeURIComponent(id)}`, {})) as ProjectDetail;
  /** The shape of a plan area or protected area that was hit. */
  trefferVorm = async (laag: string, id: string): Promise<TrefferVorm> =>
    (await request(
      `/api/v1/treffers/${encodeURIComponent(laag)}/${encodeURIComponent(id)}`,
      {},
    )) as TrefferVorm;

  /** Every question the atlas can answer, with what to fill in and what comes back. */
  vragen = (): Resource<{ vragen: QuestionDescription[] }> => this.#resource('/api/v1/vragen');

  /** Asks a question; throws an ApiError. */
  ask = async (
    vraag: string,
    input: QuestionInput,
    params: QuestionParams,
    signal: AbortSignal,
  ): Promise<unknown> => this.#request(...(await this.#toQuestionRequest(vraag, input, params, signal)));

  /** The answer as a file of another format; throws an ApiError. */
  download = async (
    { vraag, input, params }: { vraag: string; input: QuestionInput; params: QuestionParams },
    formaat: 'csv' | 'geojson',
    signal: AbortSignal = new AbortController().signal,
  ): Promise<Blob> => {
    const [path, options] = await this.#toQuestionRequest(vraag, input, params, signal);
    return requestBlob(path, {
      ...options,
      query: this.peildatum.addTo(path, options.query),
      accept: mediaTypes[formaat],
    });
  };

  async #toQuestionRequest(
    vraag: string,
    input: QuestionInput,
    params: QuestionParams,
    signal: AbortSignal,
  ): Promise<[path: string, options: RequestOptions]> {
    const path = `/api/v1/vragen/${vraag}`;
    const { vragen } = await this.vragen().take();
    const fields = listFields(vragen.find(({ naam }) => naam === vraag)?.parameters);
    const sent = toParameters(fields, params);
    // The map hatches what overlaps, so the overlapping part itself is always asked for.
    if (fields.some(({ key }) => key === 'metGeometrie')) sent['metGeometrie'] ??= true;
    const options = { signal, timeoutMs: questionTimeoutMs };
    if (input.kind === 'geen') {
      const query = toQuery(
        Object.fromEntries(Object.entries(sent).map(([key, value]) => [key, String(value)])),
      );
      return [path, { ...options, query }];
    }
    if (input.kind === 'project')
      return [path, { ...options, body: { projectId: input.projectId, ...sent } }];
    if (input.kind === 'geometrie')
      return [path, { ...options, body: { geometrie: input.geometrie, ...sent } }];
    const address = `/api/v1/gebieden/${input.soort}/${encodeURIComponent(input.code)}`;
    const { geometrie, naam } = (await request(address, { signal })) as GebiedDetail;
    if (!geometrie) throw new ApiError('invalid', `Van ${naam} is geen grens bekend.`);
    return [path, { ...options, body: { geometrie, ...sent } }];
  }

  /** What is said of projects, under any address below /api/v1: a list of records, a fiche, a history. */
  registraties = <Data>(path: string, query: Record<string, string | null> = {}): Resource<Data> =>
    this.#resource(`/api/v1${path}`, toQuery(query));
  /** Asks again for everything about projects, after something was saved. */
  refreshRegistraties(): void {
    const others = /^\/api\/v1\/(gebieden|lagen|status|treffers|vragen$)/;
    this.#store.refresh((address) => !others.test(address));
  }

  /** Asks again for what a load of the server changes: areas, projects and layers. */
  refreshLists(): void {
    this.#store.refresh((address) => /^\/api\/v1\/(gebieden|projecten|lagen)/.test(address));
  }

  /** The projects a filter leaves as a file; throws an ApiError. */
  downloadProjecten = (query: URLSearchParams, formaat: 'csv' | 'geojson'): Promise<Blob> =>
    requestBlob('/api/v1/projecten', {
      query: this.peildatum.addTo('/api/v1/projecten', query),
      accept: mediaTypes[formaat],
    });

  /** Areas and projects by name or code; throws an ApiError. */
  zoeken = async (q: string, signal: AbortSignal): Promise<Zoekresultaat[]> => {
    const answer = await this.#request('/api/v1/zoeken', { query: toQuery({ q }), signal, timeoutMs: 5000 });
    return (answer as { resultaten: Zoekresultaat[] }).resultaten;
  };

  /** Asks again for what got no answer, when the connection is back. */
  retryUnavailable = (): void => this.#store.retryUnavailable();

  /** Lets go of every answer, when somebody else is asking: what one may see the other may not. */
  forget(): void {
    this.#store.clear();
  }

  #resource<Data>(path: string, query = new URLSearchParams(), timeoutMs = defaultTimeoutMs): Resource<Data> {
    const asked = this.peildatum.addTo(path, query);
    const address = asked.size > 0 ? `${path}?${asked}` : path;
    return this.#store.get(
      address,
      (signal) => request(path, { query: asked, signal, timeoutMs }) as Promise<Data>,
    );
  }

  #request(path: string, options: RequestOptions): Promise<unknown> {
    return request(path, { ...options, query: this.peildatum.addTo(path, options.query) });
  }
}
