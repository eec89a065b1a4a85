import type { MiddlewareHandler } from 'hono';
import { etag } from 'hono/etag';
import type { AccessConfig } from '../auth/config.ts';
import { isSecure } from './origin.ts';

/** Version of the administrative API (its major is in the path), told in every answer. */
export const API_VERSION = '1.0.0';

/** Everything the pages may load: themselves, and the background map and address search of PDOK. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "worker-src 'self'",
  "connect-src 'self' https://service.pdok.nl https://api.pdok.nl",
  "img-src 'self' data: blob: https://service.pdok.nl https://api.pdok.nl",
  "font-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const sharedHeaders: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};
const pageHeaders: Record<string, string> = {
  'Content-Security-Policy': contentSecurityPolicy,
  ...sharedHeaders,
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), microphone=(), payment=(), usb=(), geolocation=(self)',
  'Cross-Origin-Opener-Policy': 'same-origin',
};
/** An answer of the API is no page: it may load nothing at all. Writing a header costs as much as a small answer. */
export const answerHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  ...sharedHeaders,
};

/** What every answer of the API says of itself; see setApiHeaders. */
export const apiHeaders: Readonly<Record<string, string>> = {
  'API-Version': API_VERSION,
  'Cache-Control': 'no-store',
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'API-Version, Content-Crs, ETag',
};
/** That only TLS will do from now on; only where TLS is spoken (RFC 6797). */
export const strictTransport = ['Strict-Transport-Security', 'max-age=31536000'] as const;

/** Tiles are asked for by the thousand and are neither page nor script: they carry no more than they need. */
export const setTileHeaders: MiddlewareHandler = (c, next) => {
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Access-Control-Allow-Origin', '*');
  return next();
};

/** Security headers on every other answer. */
export function setHeaders(access: AccessConfig): MiddlewareHandler {
  return (c, next) => {
    const headers = c.req.path.startsWith('/api/') ? answerHeaders : pageHeaders;
    for (const name in headers) c.header(name, headers[name]);
    if (isSecure(c, access)) c.header(...strictTransport);
    return next();
  };
}

/**
 * What every answer of the API says: its version, that nothing may keep it unless the route says so, and that a page
 * of anyone may read it: the data is public and nothing is sent along with such a request. Only reading: another
 * site's page cannot POST (its preflight names GET and HEAD). Set before the answer is made, which is the cheap moment.
 */
export const setApiHeaders: MiddlewareHandler = (c, next) => {
  for (const name in apiHeaders) c.header(name, apiHeaders[name]);
  if (c.req.method === 'OPTIONS') {
    c.header('Access-Control-Allow-Methods', 'GET, HEAD, OPTIONS');
    c.header('Access-Control-Allow-Headers', 'Accept-Crs, If-None-Match');
    return Promise.resolve(c.body(null, 204));
  }
  return next();
};

const hashed = etag();

/**
 * Answers may be kept as long as they are checked again (ETag of their content) before use. An answer with a tag of its
 * own is not "unchanged" by that tag: it names the version of a record, and who asks may see more or less of it by now.
 */
export const setRevalidation: MiddlewareHandler = async (c, next) => {
  if (['GET', 'HEAD'].includes(c.req.method)) c.header('Cache-Control', 'no-cache');
  await next();
  if (!c.res.headers.has('ETag')) await hashed(c, async () => {});
};
