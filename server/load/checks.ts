import { RefusalError, toShortList } from './refusal.ts';

/** Throws a RefusalError when the source does not hold the number of objects it should. */
export function checkCount(found: number, expected: number | null): void {
  if (found === 0) throw new RefusalError('De bron bevat geen enkel object.');
  if (expected !== null && found !== expected)
    throw new RefusalError(`De bron bevat ${found} objecten; verwacht zijn er ${expected}.`);
}

/** Throws a RefusalError when the codes are not exactly the expected ones, each once. */
export function checkCodes(codes: readonly string[], expected: readonly string[]): void {
  const twice = [...new Set(codes.filter((code, index) => codes.indexOf(code) !== index))];
  const missing = expected.filter((code) => !codes.includes(code));
  const unknown = [...new Set(codes.filter((code) => !expected.includes(code)))];
  const complaints = [
    missing.length > 0 && `ontbreekt: ${toShortList(missing)}`,
    unknown.length > 0 && `onbekend: ${toShortList(unknown)}`,
    twice.length > 0 && `dubbel: ${toShortList(twice)}`,
  ].filter(Boolean);
  if (complaints.length > 0) throw new RefusalError(`De codes kloppen niet; ${complaints.join('; ')}.`);
}
