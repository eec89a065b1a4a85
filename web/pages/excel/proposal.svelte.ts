import type { RijStatus, Voorstel } from '../../../data/schema/excel.ts';
import { ApiError } from '../../api-error.ts';
import {
  accept,
  discard,
  getShown,
  sendChoices,
  sendFile,
  type Accepted,
  type Choice,
  type Selection,
  type Shown,
} from './client.ts';

export type Busy = 'lezen' | 'kiezen' | 'overnemen' | null;

/** What the rest of the atlas does for this page. */
interface Outside {
  /** Another proposal is shown, or none. */
  onchange(id: string | null): void;
  /** Records were written. */
  onwritten(): void;
  /** Asks to sign in (again); false when that is put off. */
  askAgain(): Promise<boolean>;
}

/** The workbook that was handed in, as far as the server told of it. */
export class ProposalState {
  #shown = $state.raw<Shown | null>(null);
  busy = $state<Busy>(null);
  /** Share 0..1 of the file that was sent. */
  sent = $state(0);
  error = $state.raw<ApiError | null>(null);
  /** What happened, for everybody to see and hear. */
  message = $state('');
  done = $state.raw<Accepted | null>(null);
  filter = $state<RijStatus | null>(null);
  vanaf = $state(0);
  #sending: AbortController | null = null;
  #choices = 0;
  #choosing: Promise<unknown> = Promise.resolve();
  /** What the server last said, also when a later choice is under way and it is not shown. */
  #answer: Shown | null = null;
  readonly #outside: Outside;

  constructor(outside: Outside) {
    this.#outside = outside;
  }

  get voorstel(): Voorstel | null {
    return this.#shown?.voorstel ?? null;
  }
  get #selection(): Selection {
    return { status: this.filter ? [this.filter] : [], vanaf: this.vanaf };
  }

  /** Hands in a file; what was shown of an earlier one is gone when this one is read. */
  async handIn(file: File): Promise<void> {
    this.#sending?.abort();
    const sending = (this.#sending = new AbortController());
    this.sent = 0;
    await this.#during('lezen', async () => {
      const shown = await sendFile(file, (share) => (this.sent = share), sending.signal);
      const before = this.voorstel;
      this.done = null;
      this.filter = null;
      this.vanaf = 0;
      this.#show(shown);
      this.#outside.onchange(shown.voorstel.voorstelId);
      this.message = toSentence(shown.voorstel);
      // Nobody waits for that, and the server lets go of it by itself after a day.
      if (before && before.aanvaardOp === null) discard(before.voorstelId).catch(() => {});
    });
  }

  cancel(): void {
    this.#sending?.abort();
  }

  /** Shows a proposal that was handed in before. */
  open = (id: string): Promise<void> =>
    this.#during('lezen', async () => this.#show(await getShown(id, this.#selection)));

  /** Another part of the rows. */
  async select(filter: RijStatus | null, vanaf = 0): Promise<void> {
    this.filter = filter;
    this.vanaf = vanaf;
    if (this.voorstel) await this.open(this.voorstel.voorstelId);
  }

  /** Choices go one after the other; what is shown is the answer to the last. */
  choose(choice: Choice): Promise<unknown> {
    const id = this.voorstel?.voorstelId;
    const nummer = ++this.#choices;
    const isLast = (): boolean => nummer === this.#choices && this.voorstel?.voorstelId === id;
    return (this.#choosing = this.#choosing.then(() => (id ? this.#choose(id, choice, isLast) : undefined)));
  }

  #choose(id: string, choice: Choice, isLast: () => boolean): Promise<void> {
    return this.#during('kiezen', async () => {
      try {
        this.#answer = await sendChoices(id, [choice], this.#selection);
        if (!isLast()) return;
        this.#show(this.#answer);
        this.message = this.#answer.voorstel.waaromNiet ?? 'Alles is gekozen. U kunt overnemen.';
      } catch (error) {
        // Drawn anew, so that nothing stands as chosen that is not.
        if (isLast()) this.#show(structuredClone(this.#answer!));
        throw error;
      }
    });
  }

  async accept(): Promise<void> {
    const shown = this.#shown;
    if (!shown) return;
    await this.#during('overnemen', async () => {
      try {
        this.done = await accept(shown);
        this.message = `Overgenomen: ${countWords(this.done.gewijzigd, 'rij gewijzigd', 'rijen gewijzigd')}, ${countWords(this.done.nieuw, 'nieuwe rij', 'nieuwe rijen')}.`;
        this.#shown = null;
        this.#outside.onchange(null);
        this.#outside.onwritten();
      } catch (error) {
        if (!(error instanceof ApiError) || error.kind !== 'conflict') throw error;
        this.filter = null;
        this.vanaf = 0;
        this.#show(await getShown(shown.voorstel.voorstelId, this.#selection));
        this.message = error.message;
      }
    });
  }

  async discard(): Promise<void> {
    const id = this.voorstel?.voorstelId;
    if (!id) return;
    await this.#during('kiezen', async () => {
      await discard(id);
      this.#shown = null;
      this.#outside.onchange(null);
      this.message = 'Het voorstel is weggegooid. Er is niets gewijzigd.';
    });
  }

  #show(shown: Shown): void {
    this.#shown = this.#answer = shown;
    this.vanaf = shown.voorstel.vanaf;
  }

  async #during(busy: Exclude<Busy, null>, work: () => Promise<void>): Promise<void> {
    this.busy = busy;
    this.error = null;
    try {
      await work().catch(async (error: unknown) => {
        const isOut = error instanceof ApiError && error.kind === 'signed-out';
        if (!isOut || !(await this.#outside.askAgain())) throw error;
        await work();
      });
    } catch (error) {
      const told = ApiError.from(error);
      if (told.kind !== 'aborted') this.error = told;
    } finally {
      if (this.busy === busy) this.busy = null;
    }
  }
}

/** "1 fout, 2 wijzigingen": what a file would do, in a few words. */
export function toSentence({ aantallen, waaromNiet }: Voorstel): string {
  const { fout, conflict, gewijzigd, nieuw, ongewijzigd } = aantallen;
  const parts = [
    countWords(fout, 'rij met fouten', 'rijen met fouten'),
    countWords(conflict, 'rij om te kiezen', 'rijen om te kiezen'),
    countWords(gewijzigd, 'gewijzigde rij', 'gewijzigde rijen'),
    countWords(nieuw, 'nieuwe rij', 'nieuwe rijen'),
    countWords(ongewijzigd, 'ongewijzigde rij', 'ongewijzigde rijen'),
  ];
  const counted = parts.filter((part) => !part.startsWith('0 ')).join(', ') || 'geen rijen';
  return waaromNiet ? `${counted}. ${waaromNiet}` : `${counted}.`;
}

/** "1 nieuwe rij", "1.250 nieuwe rijen". */
export function countWords(count: number, one: string, more: string): string {
  return `${count.toLocaleString('nl-NL')} ${count === 1 ? one : more}`;
}
