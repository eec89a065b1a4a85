import type { FeatureRules } from '../dataset.ts';
import type { SourceFeature } from '../reading.ts';
import { toShortList } from '../refusal.ts';

/** Above it there is no grid in the world. */
const MOST_KV = 1200;
/** How the service may say that an object is in use. */
const IN_USE = /^in (bedrijf|gebruik)$/i;

/**
 * The grid as TenneT publishes it. What it does not say stays open: a voltage that cannot be read is none, and an
 * object of any status stays. Both are told.
 */
export function createTennetSelection(): Required<Pick<FeatureRules, 'select' | 'listWarnings'>> {
  const unreadable = new Map<string, number>();
  const notInUse = new Map<string, number>();
  return {
    select(feature) {
      const spanning = toText(feature.kolommen['spanning']);
      if (spanning !== null && toVoltageKv(spanning) === null) count(unreadable, spanning);
      const status = toText((feature.kolommen['eigenschappen'] as Record<string, unknown>)['STATUS']);
      if (status !== null && !IN_USE.test(status)) count(notInUse, status);
      return withVoltage(feature);
    },
    listWarnings: () => [
      ...tell(
        unreadable,
        (values) =>
          `SPANNINGSNIVEAU is geen spanning zoals "380 kV": ${values}. Van deze objecten is de spanning onbekend.`,
      ),
      ...tell(
        notInUse,
        (values) => `STATUS is niet "In bedrijf": ${values}. Deze objecten zijn wel getoond.`,
      ),
    ],
  };
}

const count = (counts: Map<string, number>, value: string) => counts.set(value, (counts.get(value) ?? 0) + 1);

/** The words about how often each value is there, the most frequent first: `"In aanleg" (3), "Reserve" (1)`. */
function tell(counts: Map<string, number>, toWords: (values: string) => string): string[] {
  const values = [...counts].sort((a, b) => b[1] - a[1]).map(([value, times]) => `"${value}" (${times})`);
  return values.length === 0 ? [] : [toWords(toShortList(values))];
}

function withVoltage(feature: SourceFeature): SourceFeature {
  const { naam, spanning } = feature.kolommen;
  const kv = toVoltageKv(spanning);
  // The same spelling as in the other source, so that a filter on it goes on holding.
  const kolommen = { naam: toText(naam), beheerder: 'TenneT', spanningKv: kv === null ? [] : [kv] };
  return { ...feature, kolommen: { ...feature.kolommen, ...kolommen } };
}

/** The kV of "380 kV"; null for anything else. */
function toVoltageKv(text: unknown): number | null {
  const kv = Number(toText(text)?.match(/^(\d{1,4})\s?kV$/i)?.[1] ?? 0);
  return kv > 0 && kv <= MOST_KV ? kv : null;
}

/** What is stated, without the spaces around it; null when nothing is. */
function toText(value: unknown): string | null {
  return String(value ?? '').trim() || null;
}
