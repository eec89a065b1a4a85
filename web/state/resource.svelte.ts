import { ApiError } from '../api-error.ts';

/** Told and listened to when any resource changes. */
interface Changes {
  track(): void;
  tell(): void;
}

const mostRetries = 30;
const longestWaitS = 60;

/** The answer to one request, as it is known now. `data` keeps the last good answer when a refresh fails. */
export class Resource<Data> {
  readonly #load: (signal: AbortSignal) => Promise<Data>;
  readonly #changes: Changes;
  #running: AbortController | null = null;
  /** Ends when what is under way has ended. */
  #asked: Promise<void> = Promise.resolve();
  #data: Data | null = null;
  #error: ApiError | null = null;
  #loadedAt: Date | null = null;
  /** How often in a row the server said to come back later. */
  #failures = 0;
  #later: ReturnType<typeof setTimeout> | undefined;

  constructor(load: (signal: AbortSignal) => Promise<Data>, changes: Changes) {
    this.#load = load;
    this.#changes = changes;
  }

  get data(): Data | null {
    this.#changes.track();
    return this.#data;
  }
  get error(): ApiError | null {
    this.#changes.track();
    return this.#error;
  }
  get loading(): boolean {
    this.#changes.track();
    return this.#running !== null;
  }
  /** When `data` came in; null when nothing ever did. */
  get loadedAt(): Date | null {
    this.#changes.track();
    return this.#loadedAt;
  }
  /** True when what is shown may be out of date: it is being asked again, or asking again failed. */
  get stale(): boolean {
    return this.data !== null && (this.loading || this.error !== null);
  }

  /** The data, waited for when it is under way and asked (again) when it is not; throws an ApiError. */
  async take(): Promise<Data> {
    while (this.#data === null) {
      await (this.#running ? this.#asked : this.refresh());
      // Asked anew meanwhile, that is waited for instead.
      if (this.#error && !this.#running) throw this.#error;
    }
    return this.#data;
  }

  /** Asks (again). Never throws: what goes wrong lands in `error`. */
  refresh(): Promise<void> {
    this.#asked = this.#ask();
    return this.#asked;
  }

  async #ask(): Promise<void> {
    this.stop();
    const running = new AbortController();
    this.#running = running;
    this.#changes.tell();
    try {
      const data = await this.#load(running.signal);
      if (this.#running !== running) return;
      this.#data = data;
      this.#error = null;
      this.#loadedAt = new Date();
      this.#failures = 0;
    } catch (error) {
      if (this.#running !== running) return;
      this.#error = ApiError.from(error);
      this.#tryLater(this.#error);
    }
    this.#running = null;
    this.#changes.tell();
  }

  /** Stops what is under way or planned. */
  stop(): void {
    clearTimeout(this.#later);
    this.#running?.abort();
    this.#running = null;
  }

  /** A server that says when to come back is asked again then: longer between each time, and not for ever. */
  #tryLater(error: ApiError): void {
    const { retryAfterS } = error;
    if (retryAfterS === null || this.#failures >= mostRetries) return;
    error.retriesItself = true;
    const waitS = Math.min(Math.max(retryAfterS, 1) * 1.5 ** this.#failures, longestWaitS);
    this.#failures += 1;
    this.#later = setTimeout(() => void this.refresh(), waitS * 1000);
  }
}

/** Resources by the address of their request, so that the same thing is fetched once and kept in one place. */
export class ResourceStore {
  readonly #limit: number;
  readonly #resources = new Map<string, Resource<unknown>>();
  // One counter for all: Svelte does not follow state that is made inside the very `$derived` that reads it, and
  // `$derived(api.projecten(query).data)` is how resources are asked for.
  #count = $state(0);
  readonly #changes: Changes = {
    track: () => void this.#count,
    tell: () => (this.#count += 1),
  };

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
    const resource = new Resource(load, this.#changes);
    this.#resources.set(key, resource as Resource<unknown>);
    const oldest = this.#resources.keys().next();
    if (this.#resources.size > this.#limit && !oldest.done) this.#resources.delete(oldest.value);
    queueMicrotask(() => void resource.refresh());
    return resource;
  }

  /** Forgets everything; whoever still shows something asks anew. */
  clear(): void {
    for (const resource of this.#resources.values()) resource.stop();
    this.#resources.clear();
    this.#changes.tell();
  }

  /** Asks again for what got no answer, when the connection is back. */
  retryUnavailable(): void {
    for (const resource of this.#resources.values())
      if (resource.error?.kind === 'unavailable') void resource.refresh();
  }

  /** Asks again for every known resource whose key passes. */
  refresh(passes: (key: string) => boolean): void {
    for (const [key, resource] of this.#resources) if (passes(key)) void resource.refresh();
  }
}
