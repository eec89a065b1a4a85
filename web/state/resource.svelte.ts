import { ApiError } from '../api-error.ts';

/** The answer to one request, as it is known now. `data` keeps the last good answer when a refresh fails. */
export class Resource<Data> {
  readonly #load: (signal: AbortSignal) => Promise<Data>;
  #running: AbortController | null = null;
  data = $state.raw<Data | null>(null);
  error = $state.raw<ApiError | null>(null);
  loading = $state(false);
  /** When `data` came in; null when nothing ever did. */
  loadedAt = $state.raw<Date | null>(null);

  constructor(load: (signal: AbortSignal) => Promise<Data>) {
    this.#load = load;
  }

  /** True when what is shown may be out of date: it is being asked again, or asking again failed. */
  get stale(): boolean {
    return this.data !== null && (this.loading || this.error !== null);
  }

  /** Asks (again). Never throws: what goes wrong lands in `error`. */
  async refresh(): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.loading = true;
    try {
      const data = await this.#load(running.signal);
      if (this.#running !== running) return;
      this.data = data;
      this.error = null;
      this.loadedAt = new Date();
    } catch (error) {
      if (this.#running === running) this.error = ApiError.from(error);
    } finally {
      if (this.#running === running) this.loading = false;
    }
  }
}

/** Resources by the address of their request, so that the same thing is fetched once and kept in one place. */
export class ResourceStore {
  readonly #limit: number;
  readonly #resources = new Map<string, Resource<unknown>>();

  constructor(limit = 200) {
    this.#limit = limit;
  }

  /** The resource for a key; the first to ask starts the request. The oldest is let go past the limit. */
  get<Data>(key: string, load: (signal: AbortSignal) => Promise<Data>): Resource<Data> {
    const known = this.#resources.get(key);
    if (known) {
      this.#resources.delete(key);
      this.#resources.set(key, known);
      return known as Resource<Data>;
    }
    const resource = new Resource(load);
    this.#resources.set(key, resource as Resource<unknown>);
    const oldest = this.#resources.keys().next();
    if (this.#resources.size > this.#limit && !oldest.done) this.#resources.delete(oldest.value);
    queueMicrotask(() => void resource.refresh());
    return resource;
  }
  /** Asks again for every resource whose key passes. */
  refresh(which: (key: string) => boolean): void {
    for (const [key, resource] of this.#resources) if (which(key)) void resource.refresh();
  }
}
