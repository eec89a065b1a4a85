/** Moments one after another, and where we are among them: what was undone can be done again until something new happens. */
export class History<Moment> {
  #moments = $state.raw<readonly Moment[]>([]);
  #index = $state(0);

  constructor(first: Moment) {
    this.#moments = [first];
  }

  get now(): Moment {
    return this.#moments[this.#index]!;
  }
  get canUndo(): boolean {
    return this.#index > 0;
  }
  get canRedo(): boolean {
    return this.#index < this.#moments.length - 1;
  }

  push(moment: Moment): void {
    this.#moments = [...this.#moments.slice(0, this.#index + 1), moment];
    this.#index = this.#moments.length - 1;
  }

  undo(): void {
    if (this.canUndo) this.#index -= 1;
  }

  redo(): void {
    if (this.canRedo) this.#index += 1;
  }

  /** Starts afresh: nothing before, nothing after. */
  reset(moment: Moment): void {
    this.#moments = [moment];
    this.#index = 0;
  }
}
