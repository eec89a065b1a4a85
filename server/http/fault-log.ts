import pg from 'pg';

/**
 * An error for the application log, without personal data: what PostgreSQL says of it can quote the row, so of that
 * only the kind and the place are kept.
 */
export function describeFault(error: unknown): string {
  if (error instanceof pg.DatabaseError) {
    const { code, schema, table, column, constraint, routine, severity } = error;
    const place = Object.entries({ schema, table, column, constraint, routine }).filter(([, value]) => value);
    return [
      `DatabaseError ${severity} ${code} ${place.map(([name, value]) => `${name}=${value}`).join(' ')}`,
      ...toFrames(error),
    ].join('\n');
  }
  if (!(error instanceof Error)) return `thrown: ${typeof error}`;
  const cause = error.cause === undefined ? '' : `\ncaused by ${describeFault(error.cause)}`;
  return `${error.stack ?? `${error.name}: ${error.message}`}${cause}`;
}

const toFrames = (error: Error): string[] =>
  (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));

/** A path without what stands for a person or opens something: the token of a link. */
export function toLoggedPath(path: string): string {
  return path.replace(/(\/uitnodiging(?:en)?\/)[^/]+/, '$1…');
}
