import type { Geometry } from 'geojson';
import type { SourceFeature } from './reading.ts';
import { RefusalError, toShortList } from './refusal.ts';

interface RawFeature {
  id?: string | number;
  properties: Record<string, unknown> | null;
  geometry: Geometry | null;
}

/**
 * The features with the source's columns under our names. Throws a RefusalError when a column of `kolommen` (ours →
 * the source's) is in none of them.
 */
export function toSourceFeatures(raw: RawFeature[], kolommen: Record<string, string>): SourceFeature[] {
  checkColumns(raw, kolommen);
  return raw.map(({ id, properties, geometry }, index) => {
    const own = Object.fromEntries(
      Object.entries(kolommen).map(([ours, theirs]) => [ours, properties?.[theirs] ?? null]),
    );
    const label = own['code'] ?? own['naam'] ?? own['bron_id'] ?? id;
    return {
      ref: `object ${index + 1}${label == null ? '' : ` (${String(label)})`}`,
      kolommen: { ...own, eigenschappen: properties ?? {} },
      geometry,
    };
  });
}

function checkColumns(raw: RawFeature[], kolommen: Record<string, string>): void {
  if (raw.length === 0) return;
  const missing = Object.values(kolommen).filter(
    (name) => !raw.some((feature) => name in (feature.properties ?? {})),
  );
  if (missing.length === 0) return;
  const present = Object.keys(raw[0]?.properties ?? {});
  throw new RefusalError(
    `De kolom ${toShortList(missing)} ontbreekt. Wel aanwezig: ${toShortList(present) || 'geen enkele kolom'}.`,
  );
}
