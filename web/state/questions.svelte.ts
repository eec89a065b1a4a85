import type { Geometrie } from '../../data/schema/geometrie.ts';
import { ApiError } from '../api-error.ts';
import type { GebiedKey } from './selection.svelte.ts';

/** What a question is asked about: a drawn geometry (CRS84), a project, an area, or nothing (about all projects). */
export type QuestionInput =
  | { kind: 'geometrie'; geometrie: Geometrie }
  | { kind: 'project'; projectId: string }
  | ({ kind: 'gebied' } & GebiedKey)
  | { kind: 'geen' };

/** Facts filled in with the question (spanningKv=150); always text here, the server's schema reads them. */
export type QuestionParams = Record<string, string>;

/** One question, one card. `answer` keeps the last good answer while `stale` says it is being asked again. */
export class QuestionCard {
  readonly key: number;
  readonly vraag: string;
  input = $state.raw<QuestionInput>({ kind: 'geen' });
  params = $state.raw<QuestionParams>({});
  answer = $state.raw<unknown>(null);
  error = $state.raw<ApiError | null>(null);
  loading = $state(false);
  #running: AbortController | null = null;

  constructor(key: number, vraag: string, input: QuestionInput, params: QuestionParams) {
    this.key = key;
    this.vraag = vraag;
    this.input = input;
    this.params = params;
  }

  /** True when the shown answer belongs to an earlier input. */
  get stale(): boolean {
    return this.answer !== null && (this.loading || this.error !== null);
  }

  /** Abandons what is under way; the answer that is there stays. */
  cancel(): void {
    this.#running?.abort();
    this.#running = null;
    this.loading = false;
  }

  /** Asks (again); an earlier run that is still under way is abandoned. Never throws: errors land in `error`. */
  async run(ask: AskQuestion): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.loading = true;
    this.error = null;
    try {
      const answer = await ask(this.vraag, this.input, this.params, running.signal);
      if (this.#running === running) this.answer = answer;
    } catch (error) {
      if (this.#running === running) this.error = ApiError.from(error);
    } finally {
      if (this.#running === running) this.loading = false;
    }
  }
}

export type AskQuestion = (
  vraag: string,
  input: QuestionInput,
  params: QuestionParams,
  signal: AbortSignal,
) => Promise<unknown>;

/** The stack of cards, newest first; one is active and shows on the map. Only the active one is in the URL. */
export class QuestionState {
  readonly #ask: AskQuestion;
  #nextKey = 1;
  cards = $state.raw<QuestionCard[]>([]);
  activeKey = $state<number | null>(null);

  constructor(ask: AskQuestion) {
    this.#ask = ask;
  }

  get active(): QuestionCard | null {
    return this.cards.find((card) => card.key === this.activeKey) ?? null;
  }

  /** Opens a new card on top and asks its question at once. */
  ask(vraag: string, input: QuestionInput, params: QuestionParams = {}): QuestionCard {
    const card = new QuestionCard(this.#nextKey++, vraag, input, params);
    this.cards = [card, ...this.cards];
    this.activeKey = card.key;
    void card.run(this.#ask);
    return card;
  }

  /** Asks a card again with other facts or another geometry. */
  update(card: QuestionCard, change: { input?: QuestionInput; params?: QuestionParams }): void {
    if (change.input) card.input = change.input;
    if (change.params) card.params = change.params;
    void card.run(this.#ask);
  }

  remove(card: QuestionCard): void {
    this.cards = this.cards.filter((other) => other !== card);
    if (this.activeKey === card.key) this.activeKey = this.cards[0]?.key ?? null;
  }
}
