import type { Aangemelde, Sessie } from '../../data/schema/aanmelden.ts';
import type { Rol } from '../../data/vocabulary.ts';
import { ApiError } from '../api-error.ts';
import { request } from '../request.ts';

/** Who is using the atlas. `onchange` runs when that becomes somebody else: what was shown may not be theirs to see. */
export class SessionState {
  #sessie = $state.raw<Sessie | null>(null);
  #waiting: ((signedIn: boolean) => void)[] = [];
  error = $state.raw<ApiError | null>(null);
  /** Somebody was signed in and no longer is, without having signed out. */
  expired = $state(false);
  /** Something waits for signing in again; the dialog is open. */
  asking = $state(false);
  onchange: () => void = () => undefined;

  /** Who is signed in; null for nobody, and while it is not known yet. */
  get actor(): Aangemelde | null {
    return this.#sessie?.actor ?? null;
  }
  /** Whose drafts are kept: who is signed in, or was until the session ended by itself; empty for nobody. */
  get draftOwner(): string {
    return this.#owner;
  }
  #owner = '';
  /** True once it is known who is signed in, or that nobody is. */
  get known(): boolean {
    return this.#sessie !== null;
  }
  /** The ways to sign in; null while they are not known. */
  get ways(): Sessie['aanmelden'] | null {
    return this.#sessie?.aanmelden ?? null;
  }
  /** Whether the account has one of these roles, for any area. */
  has(...rollen: Rol[]): boolean {
    return this.actor?.rollen.some(({ rol }) => rollen.includes(rol)) ?? false;
  }
  /** Whether the account may change anything at all; what exactly, the server says per record. */
  get maySave(): boolean {
    return this.has('bewerker', 'coordinator', 'vaststeller');
  }

  /** Asks who is signed in. Never throws: what goes wrong lands in `error`. */
  async load(): Promise<void> {
    try {
      this.take((await request('/api/v1/sessie')) as Sessie);
    } catch (error) {
      this.error = ApiError.from(error);
    }
  }

  /** Takes over what the server says. */
  take(sessie: Sessie): void {
    const before = this.#sessie;
    this.#sessie = sessie;
    this.error = null;
    this.expired = sessie.actor === null && (this.expired || Boolean(before?.actor));
    if (sessie.actor) {
      this.#owner = sessie.actor.accountId;
      this.#answer(true);
    }
    if (before && before.actor?.accountId !== sessie.actor?.accountId) this.onchange();
  }

  /** Signs in with a password. Throws an ApiError. */
  async signIn(email: string, wachtwoord: string): Promise<void> {
    this.take((await request('/api/v1/sessie', { body: { email, wachtwoord } })) as Sessie);
  }

  /** Signs out here. Gives the address to sign out at the own organisation too, or null. Throws an ApiError. */
  async signOut(): Promise<string | null> {
    const answer = await request('/api/v1/sessie', { method: 'DELETE' });
    await this.load();
    this.expired = false;
    this.#owner = '';
    return (answer as { afmeldenBij: string | null }).afmeldenBij;
  }

  /** Asks to sign in (again), in a dialog over whatever is on screen; false when that is put off. */
  askAgain(): Promise<boolean> {
    this.asking = true;
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Closes the dialog without signing in. */
  putOff(): void {
    this.#answer(false);
  }

  #answer(signedIn: boolean): void {
    this.asking = false;
    for (const resolve of this.#waiting.splice(0)) resolve(signedIn);
  }
}
