// What was typed and not yet saved, in this browser. A draft belongs to who typed it: on a shared computer nobody else
// is shown it. The key says which version of this shape it is in.

const prefix = 'atlas:concept:1:';

export interface Draft<Content = unknown> {
  /** What it is a draft of: `actie/123`, or `nieuw:actie/UT-01`. */
  sleutel: string;
  /** What it is called in a list. */
  titel: string;
  /** Address to go on at. */
  pad: string;
  /** ISO instant. */
  bewaardOp: string;
  inhoud: Content;
}

/** Where drafts are kept; localStorage, or anything like it in a test. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export class KeptDrafts {
  readonly #storage: () => DraftStorage;
  readonly #account: () => string;

  /** `account`: whose drafts; empty for who is not signed in. */
  constructor(account: () => string, storage: () => DraftStorage = () => localStorage) {
    this.#account = account;
    this.#storage = storage;
  }

  /** Keeps a draft in the place of an earlier one; false when the browser keeps nothing, so that the screen can say so. */
  keep(draft: Draft): boolean {
    try {
      this.#storage().setItem(this.#toKey(draft.sleutel), JSON.stringify(draft));
      return true;
    } catch (error) {
      console.warn('The browser keeps no drafts.', error);
      return false;
    }
  }

  /** The draft with this key; null when there is none or it cannot be used. */
  find(sleutel: string): Draft | null {
    try {
      return read(this.#storage().getItem(this.#toKey(sleutel)));
    } catch (error) {
      console.warn('The kept drafts could not be read.', error);
      return null;
    }
  }

  /** Every draft of this account, the latest first. */
  list(): Draft[] {
    try {
      const storage = this.#storage();
      const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
      return keys
        .filter((key) => key.startsWith(this.#toKey('')))
        .flatMap((key) => read(storage.getItem(key)) ?? [])
        .sort((a, b) => b.bewaardOp.localeCompare(a.bewaardOp));
    } catch (error) {
      console.warn('The kept drafts could not be read.', error);
      return [];
    }
  }

  /** Takes over what was typed before signing in; what is kept already under the same key stays. */
  adopt(): void {
    const own = this.#toKey('');
    const nobodys = `${prefix}:`;
    if (own === nobodys) return;
    try {
      const storage = this.#storage();
      const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
      for (const key of keys.filter((each) => each.startsWith(nobodys))) {
        const to = own + key.slice(nobodys.length);
        const text = storage.getItem(key);
        if (text !== null && storage.getItem(to) === null) storage.setItem(to, text);
        storage.removeItem(key);
      }
    } catch (error) {
      console.warn('The drafts made before signing in could not be taken over.', error);
    }
  }

  drop(sleutel: string): void {
    try {
      this.#storage().removeItem(this.#toKey(sleutel));
    } catch (error) {
      console.warn('The draft could not be forgotten.', error);
    }
  }

  #toKey(sleutel: string): string {
    return `${prefix}${this.#account()}:${sleutel}`;
  }
}

function read(text: string | null): Draft | null {
  const draft = JSON.parse(text ?? 'null') as Partial<Draft> | null;
  const sound =
    typeof draft?.sleutel === 'string' && typeof draft.bewaardOp === 'string' && 'inhoud' in draft;
  return sound ? ({ titel: draft.sleutel, pad: '/', ...draft } as Draft) : null;
}
