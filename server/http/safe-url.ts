/** An address with https, or with http on this machine itself; null for anything else. */
export function parseSafeUrl(value: string): URL | null {
  if (!URL.canParse(value)) return null;
  const url = new URL(value);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return url.protocol === 'https:' || (isLocal && url.protocol === 'http:') ? url : null;
}
