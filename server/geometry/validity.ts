import type { Invoerfout } from '../http/problem.ts';

/** What GEOS says of an invalid geometry, and what would be right (Dutch). */
const reasons: [RegExp, string][] = [
  [/^Ring Self-intersection/, 'een rand die zichzelf niet raakt of kruist'],
  [/^Self-intersection/, 'een vlak waarvan de randen elkaar niet kruisen'],
  [/^Hole lies outside shell/, 'gaten die binnen de buitenrand liggen'],
  [/^Holes are nested/, 'gaten die niet in elkaar liggen'],
  [/^Interior is disconnected/, 'een vlak dat door zijn gaten niet in losse stukken valt'],
  [/^Nested shells/, 'vlakken die niet in elkaar liggen'],
  [/^Duplicate Rings/, 'elke rand één keer'],
  [/^Too few points/, 'genoeg verschillende punten: een lijn twee, een rand drie'],
  [/^Invalid Coordinate/, 'coördinaten die eindige getallen zijn'],
  [/^Ring is not closed|not closed/, 'gesloten randen'],
];

/** The fault of an invalid geometry, with the place where it goes wrong in the CRS of the request. */
export function toValidityFault(
  veld: string,
  { reden, plek }: { reden: string | null; plek: [number, number] | null },
): Invoerfout {
  const found = reasons.find(([pattern]) => pattern.test(reden ?? ''));
  const where = plek ? ` bij [${plek.map((one) => Number(one.toFixed(6))).join(', ')}]` : '';
  return {
    veld: `${veld}.coordinates`,
    waarde: `${reden?.replace(/\[.*$/, '') ?? 'ongeldig'}${where}`,
    verwacht: `${found?.[1] ?? 'een geldige geometrie'}; hier gaat het mis${where}`,
    ...(plek && { voorstel: { plek } }),
  };
}
