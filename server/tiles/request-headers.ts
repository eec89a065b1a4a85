/**
 * The bytes a Range header asks of `length` bytes (RFC 9110): first and last, both included; 'unsatisfiable' when
 * none of them exists (416); null when the whole is to be sent: no range, several ranges, or not one we know.
 */
export function readRange(
  header: string | undefined,
  length: number,
): { first: number; last: number } | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (!match) return null;
  const [, from, to] = match as unknown as [string, string, string];
  if (from === '') {
    if (to === '') return null;
    const suffix = Number(to);
    return suffix === 0 ? 'unsatisfiable' : { first: Math.max(0, length - suffix), last: length - 1 };
  }
  const first = Number(from);
  if (to !== '' && Number(to) < first) return null;
  if (first >= length) return 'unsatisfiable';
  return { first, last: to === '' ? length - 1 : Math.min(Number(to), length - 1) };
}

/** True when an If-None-Match header names this strong ETag (weak comparison). */
export function matchesEtag(header: string | undefined, etag: string): boolean {
  if (!header) return false;
  return header.trim() === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

/** False only when an Accept-Encoding header rules gzip out. */
export function acceptsGzip(header: string | undefined): boolean {
  if (header === undefined) return true;
  const weights = header
    .toLowerCase()
    .split(',')
    .map((one) => {
      const [coding, ...parameters] = one.split(';').map((part) => part.trim());
      const q = parameters.find((parameter) => parameter.startsWith('q='));
      return { coding, weight: q ? Number(q.slice(2)) : 1 };
    });
  const gzip = weights.find(({ coding }) => coding === 'gzip' || coding === 'x-gzip');
  const any = weights.find(({ coding }) => coding === '*');
  return ((gzip ?? any)?.weight ?? 0) > 0;
}
