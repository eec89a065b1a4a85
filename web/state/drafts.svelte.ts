import { KeptDrafts, type Draft, type DraftStorage } from './kept-drafts.ts';

const writeDelayMs = 400;

/** One form as far as it is not saved. Made by DraftState.open. */
export interface OpenDraft<Content> {
  /** What was kept when the form was opened and is not taken up or thrown away yet. */
  readonly offered: Draft<Content> | null;
  /** Something was typed that is not saved. */
  readonly dirty: boolean;
  /** The last time it was kept in this browser; null while it never was. */
  readonly keptAt: Date | null;
  /** False when this browser keeps nothing. */
  readonly works: boolean;
  /** Keeps what is in the form now, a moment later; what it holds is read then. */
  touch(content: () => Content): void;
  /** Takes up what was offered. */
  resume(): Content | null;
  /** Throws the draft away, offered or typed. */
  discard(): void;
  /** Everything is saved: the draft goes. */
  saved(): void;
  /** The form goes from the screen; what was typed stays kept. */
  close(): void;
}

/**
 * Drafts of every form, kept in this browser while one types: they survive a closed tab, a lost connection and an
 * expired session. Leaving the atlas with something unsaved is asked about.
 */
export class DraftState {
  readonly kept: KeptDrafts;
  readonly #open = new Set<() => void>();
  #unsaved = $state(0);
  #count = $state(0);

  constructor(account: () => string, storage?: () => DraftStorage) {
    this.kept = storage ? new KeptDrafts(account, storage) : new KeptDrafts(account);
  }

  /** Every draft of this account, the latest first; follows what is kept and dropped here. */
  get all(): Draft[] {
    void this.#count;
    return this.kept.list();
  }

  /** How many forms on screen hold something unsaved. */
  get unsaved(): number {
    return this.#unsaved;
  }

  /** What was typed before signing in is of who signed in. */
  adopt(): void {
    this.flush();
    this.kept.adopt();
    this.#count += 1;
  }

  drop(sleutel: string): void {
    this.kept.drop(sleutel);
    this.#count += 1;
  }

  /** Keeps something aside that is no open form: what lost a conflict. */
  keep(draft: Omit<Draft, 'bewaardOp'>): void {
    this.kept.keep({ ...draft, bewaardOp: new Date().toISOString() });
    this.#count += 1;
  }

  /** Begins to keep a form. `isSound` says whether a kept draft still fits. */
  open<Content>(
    { sleutel, titel, pad }: Omit<Draft, 'bewaardOp' | 'inhoud'>,
    isSound: (content: unknown) => content is Content,
  ): OpenDraft<Content> {
    const found = this.kept.find(sleutel);
    let offered = $state.raw(found && isSound(found.inhoud) ? (found as Draft<Content>) : null);
    let dirty = $state(false);
    let keptAt = $state.raw<Date | null>(null);
    let works = $state(true);
    let pending: (() => Content) | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const write = () => {
      clearTimeout(timer);
      if (!pending) return;
      const now = new Date();
      works = this.kept.keep({ sleutel, titel, pad, bewaardOp: now.toISOString(), inhoud: pending() });
      pending = null;
      keptAt = now;
      this.#count += 1;
    };
    const setDirty = (value: boolean) => {
      if (dirty !== value) this.#unsaved += value ? 1 : -1;
      dirty = value;
    };
    const end = () => {
      clearTimeout(timer);
      pending = null;
      setDirty(false);
      this.drop(sleutel);
    };
    this.#open.add(write);
    return {
      get offered() {
        return offered;
      },
      get dirty() {
        return dirty;
      },
      get keptAt() {
        return keptAt;
      },
      get works() {
        return works;
      },
      touch: (content) => {
        setDirty(true);
        offered = null;
        pending = content;
        clearTimeout(timer);
        timer = setTimeout(write, writeDelayMs);
      },
      resume: () => {
        const content = offered?.inhoud ?? null;
        if (offered) {
          keptAt = new Date(offered.bewaardOp);
          setDirty(true);
        }
        offered = null;
        return content;
      },
      discard: () => {
        offered = null;
        keptAt = null;
        end();
      },
      saved: end,
      close: () => {
        write();
        setDirty(false);
        this.#open.delete(write);
      },
    };
  }

  /** Writes what waits to be written, at once. */
  flush(): void {
    for (const write of this.#open) write();
  }

  /** Keeps everything when the page goes, and asks before something unsaved goes with it. Gives the way to stop. */
  watchLeaving(): () => void {
    const flush = () => this.flush();
    const ask = (event: BeforeUnloadEvent) => {
      this.flush();
      if (this.#unsaved > 0) event.preventDefault();
    };
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    addEventListener('beforeunload', ask);
    return () => {
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      removeEventListener('beforeunload', ask);
    };
  }
}
