import { ApiError } from '../api-error.ts';
import type { Api } from '../api.ts';
import type { Zoekresultaat } from '../../data/schema/zoeken.ts';
import { formatCount } from '../format.ts';
import type { Address, Locatieserver } from './locatieserver.ts';
import { groupSuggestions, suggestCoordinate, type Suggestion, type SuggestionGroup } from './suggestions.ts';

const waitMs = 160;

/** What the search box has found for a text, from the atlas and from PDOK, each as it comes in. */
export class SearchState {
  readonly #api: Pick<Api, 'zoeken'>;
  readonly #addresses: Locatieserver;
  #running: AbortController | null = null;
  #coordinate = $state.raw<{ suggestions: Suggestion[]; fault: string | null }>({
    suggestions: [],
    fault: null,
  });
  #found = $state.raw<Zoekresultaat[]>([]);
  #foundAddresses = $state.raw<Address[]>([]);
  loading = $state(false);
  error = $state.raw<ApiError | null>(null);
  /** False once PDOK turned out not to answer; null while nobody asked. */
  addressesReachable = $state<boolean | null>(null);
  /** The text the suggestions belong to. */
  asked = $state('');

  constructor(api: Pick<Api, 'zoeken'>, addresses: Locatieserver) {
    this.#api = api;
    this.#addresses = addresses;
  }

  readonly groups: SuggestionGroup[] = $derived.by(() =>
    groupSuggestions(this.#coordinate.suggestions, this.#found, this.#foundAddresses),
  );
  readonly list: Suggestion[] = $derived(this.groups.flatMap(({ suggestions }) => suggestions));

  /** Why a coordinate cannot be right, in Dutch; null when there is none or it can. */
  get fault(): string | null {
    return this.#coordinate.fault;
  }

  /** `7 resultaten`, as it is spoken. */
  get summary(): string {
    if (this.asked === '') return '';
    if (this.loading && this.list.length === 0) return 'Bezig met zoeken';
    return formatCount(this.list.length, 'resultaat', 'resultaten');
  }

  /** Searches for a text; an earlier search that is under way is abandoned. Never throws. */
  async search(text: string): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.asked = text.trim();
    this.error = null;
    this.#coordinate = suggestCoordinate(this.asked);
    if (this.asked === '' || this.#coordinate.suggestions.length > 0 || this.#coordinate.fault) {
      this.#found = [];
      this.#foundAddresses = [];
      this.loading = false;
      return;
    }
    this.loading = true;
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    if (running.signal.aborted) return;
    await Promise.all([this.#searchAtlas(running), this.#searchAddresses(running)]);
    if (this.#running === running) this.loading = false;
  }

  async #searchAtlas(running: AbortController): Promise<void> {
    try {
      const found = await this.#api.zoeken(this.asked, running.signal);
      if (this.#running === running) this.#found = found;
    } catch (error) {
      if (this.#running !== running) return;
      this.error = ApiError.from(error);
      this.#found = [];
    }
  }

  async #searchAddresses(running: AbortController): Promise<void> {
    try {
      const addresses =
        this.asked.length < 3 ? [] : await this.#addresses.suggest(this.asked, running.signal);
      if (this.#running !== running) return;
      if (this.asked.length >= 3) this.addressesReachable = addresses !== null;
      this.#foundAddresses = addresses ?? [];
    } catch (error) {
      if (!running.signal.aborted) throw error;
    }
  }
}
