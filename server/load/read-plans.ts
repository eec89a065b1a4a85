import { setImmediate as giveWay } from 'node:timers/promises';
import type { SourceDocument } from '../../data/document.ts';
import { findPlanBezwaar } from '../../data/rules/imro-status.ts';
import { checkCoordinates } from './coordinates.ts';
import { type ImroPlan, readImro } from './imro.ts';
import type { ReadFeatures, SourceFeature, TakePart } from './reading.ts';
import { RefusalError } from './refusal.ts';
import { decodeXml } from './xml.ts';

/** The GML of one plan, wherever it comes from. */
export interface PlanFile {
  /** What a person finds it back by: its path in the mirror, or the id of the plan. */
  name: string;
  /** The plan it should hold; left out where nobody said so. */
  planId?: string;
  /** One file at a time is in memory. */
  read(): Promise<Buffer>;
}

/**
 * The surfaces of all plans, in RD New, or each plan to `take` as soon as it has been read. A plan that cannot be used is
 * left out with its reason (Dutch).
 */
export async function readPlans(
  source: SourceDocument,
  files: readonly PlanFile[],
  onRead: (done: number, total: number) => void,
  take?: TakePart,
): Promise<ReadFeatures> {
  const features: SourceFeature[] = [];
  const keep = take ?? (async (part: SourceFeature[]) => void features.push(...part));
  const geweigerdeOnderdelen: ReadFeatures['geweigerdeOnderdelen'] = [];
  const fileByPlan = new Map<string, string>();
  for (const [index, file] of files.entries()) {
    onRead(index, files.length);
    // Parsing is work for this thread; requests get their turn between files.
    await giveWay();
    try {
      const plan = readImro(decodeXml(await file.read()));
      if (file.planId !== undefined && plan.id !== file.planId)
        throw new RefusalError(`De GML is van plan ${plan.id}; de dienst noemt hem bij ${file.planId}.`);
      const bezwaar = findPlanBezwaar(plan);
      if (bezwaar) throw new RefusalError(bezwaar);
      const earlier = fileByPlan.get(plan.id);
      if (earlier) throw new RefusalError(`Plan ${plan.id} is al gelezen uit ${earlier}.`);
      const own = toFeatures(plan);
      if (own.length === 0)
        throw new RefusalError(
          `Het plan heeft geen enkel vlak dat de atlas kent; wel: ${Object.keys(plan.eigenschappen.nietGelezen).join(', ') || 'niets'}.`,
        );
      checkCoordinates(own, 28992, source.opZee);
      fileByPlan.set(plan.id, file.name);
      await keep(own);
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      geweigerdeOnderdelen.push({ onderdeel: file.name, reden: error.message });
    }
  }
  return { features, waarschuwingen: [], geweigerdeOnderdelen };
}

/** One feature per surface; the first carries the plan itself. */
function toFeatures({ vlakken, id, ...plan }: ImroPlan): SourceFeature[] {
  return vlakken.map(({ geometry, ...vlak }, index) => ({
    ref: `${id}, ${vlak.onderdeel} ${vlak.naam ?? vlak.lokaalId ?? index + 1}`,
    kolommen: { planId: id, ...vlak, ...(index === 0 ? { plan } : {}) },
    geometry,
  }));
}
