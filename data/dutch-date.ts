/** An ISO date as the Dutch write it: 2025-07-01 is 01-07-2025. */
export function toDutchDate(iso: string): string {
  return iso.split('-').reverse().join('-');
}
