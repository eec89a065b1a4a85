import { formatDate } from '../format.ts';

/** Answers that do not depend on the moment that is looked at: areas, layers, accounts, the atlas itself. */
const timeless =
  /^\/api\/v1\/(status|lagen|gebieden|sessies?|organisaties|accounts|uitnodigingen|aanmelden|abonnementen|berichten|auditregels|vragen$)/;

/** The moment the atlas is looked at: what was known on a day, and what holds on a day. Null is now, and today. */
export class PeildatumState {
  /** yyyy-mm-dd: the atlas as it was known at the end of that day. */
  bekendOp = $state<string | null>(null);
  /** yyyy-mm-dd: what holds in the world on that day. */
  geldigOp = $state<string | null>(null);

  /** True when something else than now is shown. */
  get isSet(): boolean {
    return this.bekendOp !== null || this.geldigOp !== null;
  }

  /** What is shown, in words; null when it is now. */
  get words(): string | null {
    const parts = [
      this.bekendOp && `zoals bekend op ${formatDate(this.bekendOp)}`,
      this.geldigOp && `zoals het geldt op ${formatDate(this.geldigOp)}`,
    ].filter(Boolean);
    return parts.length > 0 ? parts.join(', ') : null;
  }

  /** The query parameters that say so; empty for now. */
  get query(): Record<string, string> {
    return {
      ...(this.bekendOp && { bekendOp: this.bekendOp }),
      ...(this.geldigOp && { geldigOp: this.geldigOp }),
    };
  }

  /** The query of a request to `path`, with the moment where the answer depends on it. */
  addTo(path: string, query = new URLSearchParams()): URLSearchParams {
    if (!this.isSet || timeless.test(path)) return query;
    const all = new URLSearchParams(query);
    for (const [name, value] of Object.entries(this.query)) all.set(name, value);
    return all;
  }

  /** An address below /api/v1 with the moment in its query, for a link to a file. */
  toAddress(path: string): string {
    const [plain = '', given] = path.split('?');
    const query = this.addTo(plain, new URLSearchParams(given));
    return query.size > 0 ? `${plain}?${query}` : plain;
  }

  toNow(): void {
    this.bekendOp = this.geldigOp = null;
  }
}
