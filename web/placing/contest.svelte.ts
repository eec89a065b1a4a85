import type { Registratie } from '../../data/schema/registratie.ts';
import { ApiError } from '../api-error.ts';
import type { OverlapThing } from '../panels/questions/overlap-groups.ts';
import { listRecordsOf } from './records-of.ts';

// Contested constraints of a project: asked for once, shared by every row that may be contested.

class ProjectContests {
  readonly #projectId: string;
  items = $state.raw<readonly Registratie[]>([]);
  error = $state.raw<ApiError | null>(null);

  constructor(projectId: string) {
    this.#projectId = projectId;
  }

  /** Asks again; what goes wrong lands in `error`. */
  async refresh(): Promise<void> {
    try {
      this.items = await listRecordsOf(this.#projectId, 'betwistingen');
      this.error = null;
    } catch (thrown) {
      this.error = ApiError.from(thrown);
    }
  }
}

class Contests {
  readonly #known = new Map<string, ProjectContests>();

  /** Those of a project; the first to ask starts the request. */
  of(projectId: string): ProjectContests {
    const known = this.#known.get(projectId);
    if (known) return known;
    const made = new ProjectContests(projectId);
    this.#known.set(projectId, made);
    queueMicrotask(() => void made.refresh());
    return made;
  }
}
export const contests = new Contests();

/** The outcome as it was computed, to be kept with the objection. */
export function toOutcome({ laag, planId, naam, delen }: OverlapThing): Record<string, unknown> {
  return {
    laag,
    planId,
    naam,
    delen: delen.map(({ geometrie: _geometrie, ...deel }) => deel),
    berekendOp: new Date().toISOString(),
  };
}

/** Whether a kept objection is about this thing; `variantId` narrows to one alternative where the objection names one. */
export function isAbout(record: Registratie, thing: OverlapThing, variantId: string | null): boolean {
  const {
    laag,
    uitkomst,
    variantId: about,
  } = record.gegevens as {
    laag?: string;
    uitkomst?: { planId?: string };
    variantId?: string | null;
  };
  const sameVariant = !about || variantId === null || about === variantId;
  return laag === thing.laag && uitkomst?.planId === thing.planId && sameVariant;
}
