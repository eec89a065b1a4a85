import type { GetoondeBevinding } from '../../data/schema/registratie.ts';
import { ApiError } from '../api-error.ts';
import { request } from '../request.ts';
import type { PlacingFinding } from './finding-words.ts';
import { inRd } from './records-of.ts';

/** How long typing must rest before the server is asked, in ms. */
const restMs = 600;

/** What the domain checks say of a draft before it is saved; a dry run, nothing is kept. */
export class Checks {
  found = $state.raw<readonly PlacingFinding[]>([]);
  /** The checks could not be asked; saving asks them again. */
  error = $state.raw<ApiError | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: AbortController | null = null;

  /** Asks about the project and its component once typing rests; an earlier run is abandoned. */
  follow(bodies: () => Promise<readonly { meervoud: string; body: unknown }[]>): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(bodies), restMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#running?.abort();
  }

  async #run(bodies: () => Promise<readonly { meervoud: string; body: unknown }[]>): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    try {
      const answers = await Promise.all(
        (await bodies()).map(async ({ meervoud, body }) => {
          const path = `/api/v1/controles/${meervoud}`;
          const answer = await request(path, { body, headers: inRd, signal: running.signal });
          const { fouten, letOp } = answer as { fouten: GetoondeBevinding[]; letOp: GetoondeBevinding[] };
          return [...fouten, ...letOp].map((found) => ({ ...found, meervoud }));
        }),
      );
      if (this.#running !== running) return;
      this.found = answers.flat();
      this.error = null;
    } catch (thrown) {
      if (this.#running !== running) return;
      const error = ApiError.from(thrown);
      if (error.kind !== 'aborted') this.error = error;
    }
  }
}
