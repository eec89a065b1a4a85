import type { Invoerfout } from '../http/problem.ts';
import { toShown } from '../http/problem.ts';

const perKind = 10;

/** Collects every fault of one geometry; of each kind the first ten by name and the rest as a number. */
export class Faults {
  readonly #kinds = new Map<string, { shown: Invoerfout[]; more: number }>();

  /** `verwacht` names the kind of fault: it says what would be right and not where. */
  add(veld: string, waarde: unknown, verwacht: string, voorstel?: unknown): void {
    let kind = this.#kinds.get(verwacht);
    if (!kind) this.#kinds.set(verwacht, (kind = { shown: [], more: 0 }));
    if (kind.shown.length === perKind) {
      kind.more++;
      return;
    }
    kind.shown.push({
      veld,
      waarde: toShown(waarde),
      verwacht,
      ...(voorstel !== undefined && { voorstel }),
    });
  }

  get isEmpty(): boolean {
    return this.#kinds.size === 0;
  }

  /** The faults in the order found; `[]` when there are none. */
  list(): Invoerfout[] {
    return [...this.#kinds].flatMap(([verwacht, { shown, more }]) => {
      const last = shown.at(-1);
      if (more === 0 || !last) return shown;
      const rest = { veld: last.veld, waarde: `en nog ${more} keer`, verwacht };
      return [...shown, rest];
    });
  }
}
