import type { Registratie } from '../../data/schema/registratie.ts';
import type { OverlapThing } from '../panels/questions/overlap-groups.ts';

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
