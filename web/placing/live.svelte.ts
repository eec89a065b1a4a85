import type {
  AfstandTotNetAntwoord,
  BevoegdGezagAntwoord,
  OverlapAntwoord,
  RuimtebeslagAntwoord,
} from '../../data/schema/antwoord.ts';
import type { Verantwoording } from '../../data/schema/bron.ts';
import type { Geometrie } from '../../data/schema/geometrie.ts';
import type { ApiError } from '../api-error.ts';
import { toSourceText } from '../panels/parts/source.ts';
import { QuestionCard, type AskQuestion, type QuestionParams } from '../state/questions.svelte.ts';

/** How long the footprint must lie still before the server is asked, in ms. */
const stillMs = 350;

/** What is known of what will stand there, in the words of the questions' parameters. */
export type PlacedFacts = {
  energiedrager: string;
  groep: string;
  spanningKv: string;
  soortObject: string;
  /** One that is known (data/rules/type-infra.ts), or nothing. */
  typeInfra: string;
  aanleg: string;
};

/**
 * What the atlas says of the place in hand, question by question, each row as soon as it is known. Drawing never waits
 * for it: a question that is overtaken is abandoned, and what stands meanwhile is provisional.
 */
export class LiveAnswer {
  readonly #ask: AskQuestion;
  readonly gezag = new QuestionCard(1, 'bevoegd-gezag', { kind: 'geen' }, {});
  readonly overlap = new QuestionCard(2, 'overlap', { kind: 'geen' }, {});
  readonly beslag = new QuestionCard(3, 'ruimtebeslag', { kind: 'geen' }, {});
  readonly net = new QuestionCard(4, 'afstand-tot-net', { kind: 'geen' }, {});
  /** The place changed after the answers were asked for. */
  #outdated = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ask: AskQuestion) {
    this.#ask = ask;
  }

  get cards(): QuestionCard[] {
    return [this.gezag, this.overlap, this.beslag, this.net];
  }
  get gezagAntwoord() {
    return (this.gezag.answer as BevoegdGezagAntwoord | null)?.antwoord ?? null;
  }
  get overlapAntwoord() {
    return (this.overlap.answer as OverlapAntwoord | null)?.antwoord ?? null;
  }
  get beslagAntwoord() {
    return (this.beslag.answer as RuimtebeslagAntwoord | null)?.antwoord ?? null;
  }
  get netAntwoord() {
    return (this.net.answer as AfstandTotNetAntwoord | null)?.antwoord ?? null;
  }
  /** What the answers rest on, for a copied number. */
  get sourceText(): string {
    const [first] = this.cards.flatMap(({ answer }) => answer ?? []);
    return first ? toSourceText((first as { verantwoording: Verantwoording }).verantwoording) : '';
  }
  /** What went wrong with the first question that got no answer; null when nothing did. */
  get error(): ApiError | null {
    const failed = this.cards.find(({ error }) => error && error.kind !== 'aborted');
    return failed?.error ?? null;
  }
  get isBusy(): boolean {
    return this.#outdated || this.cards.some(({ loading }) => loading);
  }
  /** True when what a card shows belongs to an earlier place. */
  isProvisional(card: QuestionCard): boolean {
    return this.#outdated || card.stale;
  }

  /** Asks about a place once it lies still; null forgets all answers. */
  follow(geometrie: Geometrie | null, facts: PlacedFacts): void {
    clearTimeout(this.#timer);
    if (!geometrie) return this.#forget();
    this.#outdated = true;
    this.#timer = setTimeout(() => {
      this.#outdated = false;
      const { energiedrager, groep, spanningKv, soortObject, typeInfra, aanleg } = facts;
      const run = (card: QuestionCard, params: QuestionParams) => {
        card.input = { kind: 'geometrie', geometrie };
        card.params = params;
        void card.run(this.#ask);
      };
      run(this.gezag, { energiedrager, spanningKv, soortObject });
      run(this.overlap, {});
      run(this.beslag, { groep, typeInfra, spanningKv, energiedrager, aanleg });
      run(this.net, { spanningKv });
    }, stillMs);
  }

  /** Asks again what got no answer. */
  retry(): void {
    for (const card of this.cards) if (card.error) void card.run(this.#ask);
  }

  /** Stops waiting; what is still under way is abandoned. */
  stop(): void {
    clearTimeout(this.#timer);
    for (const card of this.cards) card.cancel();
  }

  #forget(): void {
    this.stop();
    this.#outdated = false;
    for (const card of this.cards) {
      card.answer = null;
      card.error = null;
    }
  }
}
