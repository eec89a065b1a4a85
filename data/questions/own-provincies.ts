/**
 * The provincies a project lies in by the register: a list of both kinds without those it only serves. One that is all
 * there is stays, because it lies somewhere.
 */
export function listOwnProvincies(provincies: readonly string[], bedient: readonly string[]): string[] {
  const own = provincies.filter((code) => !bedient.includes(code));
  return own.length > 0 ? own : [...provincies];
}
