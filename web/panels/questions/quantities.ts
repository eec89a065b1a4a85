import { toAreaQuantity, toLengthQuantity, type Quantity } from '../../format.ts';

/** The measures of a part: its area, its length, or both; `[]` for a point or where nothing can be measured. */
export function toQuantities(part: {
  oppervlakteM2?: number | undefined;
  lengteM?: number | undefined;
}): Quantity[] {
  return [
    ...(part.oppervlakteM2 === undefined ? [] : [toAreaQuantity(part.oppervlakteM2)]),
    ...(part.lengteM === undefined ? [] : [toLengthQuantity(part.lengteM)]),
  ];
}

/** A range of areas in one unit: `8–15 ha`; one number where both ends are the same. */
export function toRangeQuantity({ minM2, maxM2 }: { minM2: number; maxM2: number }): Quantity {
  const [min, max] = [toAreaQuantity(minM2), toAreaQuantity(maxM2)];
  if (min.value === max.value && min.unit === max.unit) return max;
  if (min.unit === max.unit) return { value: `${min.value}–${max.value}`, unit: max.unit };
  return { value: `${min.value}\u202f${min.unit} – ${max.value}`, unit: max.unit };
}
