import { untrack } from 'svelte';
import { ApiError } from '../api-error.ts';
import { useAtlas } from '../state/contexts.ts';
import type { QuestionInput, QuestionParams } from '../state/questions.svelte.ts';

/** What is asked: the question, about what, and with which parameters. */
export interface AskedQuestion {
  vraag: string;
  input: QuestionInput;
  params?: QuestionParams;
}

/** The answer to a question as far as it is known; it is asked again when what is asked changes. */
export interface Answered<Answer> {
  readonly data: Answer | null;
  readonly error: ApiError | null;
  refresh(): void;
}

/** Asks while a component lives. Null asks nothing. Call while the component initialises. */
export function useAnswer<Answer>(asked: () => AskedQuestion | null): Answered<Answer> {
  const { api, peildatum } = useAtlas();
  let data = $state.raw<Answer | null>(null);
  let error = $state.raw<ApiError | null>(null);
  let round = $state(0);
  // As text: what is asked must not be asked again because an object was made anew.
  const wanted = $derived(JSON.stringify(asked()));

  $effect(() => {
    void round;
    void peildatum.query;
    const question = JSON.parse(wanted) as AskedQuestion | null;
    error = null;
    if (!question) return;
    const running = new AbortController();
    // Asking reads what is known already; that must not make this ask again.
    const answer = untrack(() =>
      api.ask(question.vraag, question.input, question.params ?? {}, running.signal),
    );
    answer.then(
      (given) => (data = given as Answer),
      (thrown: unknown) => {
        if (!running.signal.aborted) error = ApiError.from(thrown);
      },
    );
    return () => running.abort();
  });

  return {
    get data() {
      return data;
    },
    get error() {
      return error;
    },
    refresh: () => (round += 1),
  };
}
