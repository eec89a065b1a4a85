import { z } from 'zod';

/**
 * Digits with at most a minus in front and decimals after a point; no spaces, exponents or 0x. As many decimals as a
 * program writes out for a coordinate: 0.30000000000000004 has 17.
 */
const DECIMAL = /^-?\d{1,15}(\.\d{1,20})?$/;

/** `number` as a query has it: written out in text. What is not such a number, also nothing at all, is refused as it came. */
export function uitTekst<Schema extends z.ZodType>(number: Schema) {
  return z.preprocess(
    (value) => (typeof value === 'string' && DECIMAL.test(value) ? Number(value) : value),
    number,
  );
}
