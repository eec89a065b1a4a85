import { setImmediate as giveWay } from 'node:timers/promises';
import type { SourceDocument } from '../../data/document.ts';
import { findPlanBezwaar } from '../../data/rules/imro-status.ts';
import { checkCoordinates } from './coordinates.ts';
import { type ImroPlan, readImro } from './imro.ts';
import type { ReadFeatures, SourceFeature } from './reading.ts';
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
 * The surfaces of all plans, in RD New, one plan at a time. A plan that cannot be used is left out; why (Dutch) stands
 * with `refused`, those of before, once the surfaces have been read.
 */
export function readPlans(
  source: SourceDocument,
  files: readonly PlanFile[],
  onRead: (done: number, total: number) => void,
  refused: ReadFeatures['geweigerdeOnderdelen'] = [],
): ReadFeatures {
  const geweigerdeOnderdelen = [...refused];
  const fileByPlan = new Map<string, string>();
  async function* listSurfaces(): AsyncGenerator<SourceFeature> {
    for (const [index, file] of files.entries()) {
      onRead(index, files.length);
      // Parsing is work for this thread; requests get their turn between files.
      await giveWay();
      let own: SourceFeature[] = [];
      try {
        const plan = await readPlan(file);
        const earlier = fileByPlan.get(plan.id);
        if (earlier) throw new RefusalError(`Plan ${plan.id} is al gelezen uit ${earlier}.`);
        own = toFeatures(plan);
        checkCoordinates(own, 28992, source.opZee);
        fileByPlan.set(plan.id, file.name);
      } catch (error) {
        if (!(error instanceof RefusalError)) throw error;
        geweigerdeOnderdelen.push({ onderdeel: file.name, reden: error.message });
        continue;
      }
      yield* own;
    }
  }
  return { features: listSurfaces(), aantal: null, waarschuwingen: [], geweigerdeOnderdelen };
}

/** The plan of a file, if it may be used. Throws a RefusalError. */
async function readPlan(file: PlanFile): Promise<ImroPlan> {
  const plan = readImro(decodeXml(await file.read()));
  if (file.planId !== undefined && plan.id !== file.planId)
    throw new RefusalError(`De GML is van plan ${plan.id}; de dienst noemt hem bij ${file.planId}.`);
  const bezwaar = findPlanBezwaar(plan);
  if (bezwaar) throw new RefusalError(bezwaar);
  if (plan.vlakken.length === 0)
    throw new RefusalError(
      `Het plan heeft geen enkel vlak dat de atlas kent; wel: ${Object.keys(plan.eigenschappen.nietGelezen).join(', ') || 'niets'}.`,
    );
  return plan;
}

/** One feature per surface; the first carries the plan itself. */
function toFeatures({ vlakken, id, ...plan }: ImroPlan): SourceFeature[] {
  return vlakken.map(({ geometry, ...vlak }, index) => ({
    ref: `${id}, ${vlak.onderdeel} ${vlak.naam ?? vlak.lokaalId ?? index + 1}`,
    kolommen: { planId: id, ...vlak, ...(index === 0 ? { plan } : {}) },
    geometry,
  }));
}
