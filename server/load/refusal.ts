/**
 * The source may not replace what is loaded. `message` is Dutch, for the person who looks after the data: what is
 * wrong, in which feature, and what would be right.
 */
export class RefusalError extends Error {
  override name = 'RefusalError';
}

/** The publisher's service did not give its answer, after all the tries that were allowed; later it may. */
export class SourceUnavailableError extends Error {
  override name = 'SourceUnavailableError';
}

const SHOWN = 5;

/** The first few of a list in one line, with how many more there are: "a, b en nog 3". */
export function toShortList(items: readonly string[]): string {
  const rest = items.length - SHOWN;
  return items.slice(0, SHOWN).join(', ') + (rest > 0 ? ` en nog ${rest}` : '');
}
