import type { Selection } from '../dataset.ts';
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
export function selectFromTennet(features: SourceFeature[]): Selection {
  return {
    features: features.map(withVoltage),
    waarschuwingen: [...listUnreadable(features), ...listNotInUse(features)],
  };
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

function listUnreadable(features: SourceFeature[]): string[] {
  const texts = features
    .map(({ kolommen }) => toText(kolommen['spanning']))
    .filter((text) => text !== null && toVoltageKv(text) === null);
  return texts.length === 0
    ? []
    : [
        `SPANNINGSNIVEAU is geen spanning zoals "380 kV": ${toCounts(texts)}. Van deze objecten is de spanning onbekend.`,
      ];
}

function listNotInUse(features: SourceFeature[]): string[] {
  const states = features
    .map(({ kolommen }) => toText((kolommen['eigenschappen'] as Record<string, unknown>)['STATUS']))
    .filter((text) => text !== null && !IN_USE.test(text));
  return states.length === 0
    ? []
    : [`STATUS is niet "In bedrijf": ${toCounts(states)}. Deze objecten zijn wel getoond.`];
}

/** What is stated, without the spaces around it; null when nothing is. */
function toText(value: unknown): string | null {
  return String(value ?? '').trim() || null;
}

/** How often each value is there, the most frequent first: `"In aanleg" (3), "Reserve" (1)`. */
function toCounts(values: (string | null)[]): string {
  const counts = new Map<string | null, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return toShortList(
    [...counts].sort((a, b) => b[1] - a[1]).map(([value, count]) => `"${value}" (${count})`),
  );
}
