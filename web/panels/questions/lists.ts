/** `A, B en C`; past `max` names the rest is counted: `A, B, C en 5 andere`. Empty text for no names. */
export function toEnumeration(names: readonly string[], max = 4): string {
  if (names.length <= 1) return names[0] ?? '';
  if (names.length > max) return `${names.slice(0, max - 1).join(', ')} en ${names.length - max + 1} andere`;
  return `${names.slice(0, -1).join(', ')} en ${names.at(-1)}`;
}
