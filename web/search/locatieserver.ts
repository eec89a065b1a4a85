import type { LngLat } from '../state/view.svelte.ts';

// Addresses of PDOK Locatieserver (Kadaster, BAG and more; open data), when it can be reached. It refuses parameters
// it does not know, so only q, fq, rows and id are sent. Whether it answers is found out once; when it does not, the
// search goes on without it.

const service = 'https://api.pdok.nl/bzk/locatieserver/search/v3_1';
const kinds = 'type:(adres OR postcode OR weg OR woonplaats OR perceel OR hectometerpaal)';
const timeoutMs = 2500;

export interface Address {
  id: string;
  /** As people write it: `Stationsplein 1, 3818LE Amersfoort`. */
  naam: string;
  soort: string;
}

export class Locatieserver {
  readonly #fetch: typeof fetch;
  #reachable: Promise<boolean> | null = null;

  constructor(fetcher: typeof fetch = (...request) => fetch(...request)) {
    this.#fetch = fetcher;
  }

  /** Whether addresses can be searched now; asked of the service once, and again after `forget`. */
  isReachable(): Promise<boolean> {
    this.#reachable ??= this.#get('suggest', { q: 'utrecht', rows: '1' }).then(
      () => true,
      () => false,
    );
    return this.#reachable;
  }

  /** Lets the next search find out anew, for when the network comes back. */
  forget(): void {
    this.#reachable = null;
  }

  /** Addresses that fit a text, best first; null when the service cannot be reached. */
  async suggest(q: string, signal: AbortSignal): Promise<Address[] | null> {
    if (!(await this.isReachable())) return null;
    try {
      const docs = await this.#get('suggest', { q, fq: kinds, rows: '6' }, signal);
      return docs.flatMap(({ id, weergavenaam, type }) =>
        typeof id === 'string' && typeof weergavenaam === 'string'
          ? [{ id, naam: weergavenaam, soort: String(type ?? 'adres') }]
          : [],
      );
    } catch (error) {
      if (signal.aborted) throw error;
      this.#reachable = Promise.resolve(false);
      return null;
    }
  }

  /** Where an address lies (its centre); null when the service does not say or cannot be reached. */
  async findPlace(id: string): Promise<LngLat | null> {
    try {
      const [doc] = await this.#get('lookup', { id });
      return readPoint(doc?.['centroide_ll']);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      this.#reachable = Promise.resolve(false);
      return null;
    }
  }

  async #get(
    path: string,
    query: Record<string, string>,
    signal: AbortSignal = new AbortController().signal,
  ): Promise<Record<string, unknown>[]> {
    const response = await this.#fetch(`${service}/${path}?${new URLSearchParams(query)}`, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    if (!response.ok) throw new Error(`Locatieserver answered ${response.status}`);
    const answer = (await response.json()) as { response?: { docs?: Record<string, unknown>[] } };
    return answer.response?.docs ?? [];
  }
}

/** `POINT(5.38 52.15)` as a position; null when it is something else. */
function readPoint(text: unknown): LngLat | null {
  const match = /^POINT\((-?[\d.]+) (-?[\d.]+)\)$/.exec(String(text));
  return match ? [Number(match[1]), Number(match[2])] : null;
}
