import { ApiError } from '../api-error.ts';

/** One save at a time: whether it runs, and what went wrong with the last one. */
export class Saving {
  busy = $state(false);
  error = $state.raw<ApiError | null>(null);

  /** Runs a save; gives whether it went well. What goes wrong lands in `error`. */
  async run(save: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.error = null;
    try {
      await save();
      return true;
    } catch (thrown) {
      this.error = ApiError.from(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
