import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { matchesEtag } from '../tiles/request-headers.ts';

/**
 * Sends JSON text that may be kept as long as it is checked before use. `variable` is what differs every time (a time
 * stamp): it is put before the last brace, and the tag does not count it.
 */
export function sendJson(c: Context, json: string, type: string, variable = ''): Response {
  const tag = `"${createHash('sha1').update(json).digest('base64url')}"`;
  c.header('Cache-Control', 'no-cache');
  c.header('Vary', 'Accept-Encoding, Cookie');
  c.header('ETag', `W/${tag}`);
  if (matchesEtag(c.req.header('If-None-Match'), tag)) return c.body(null, 304);
  return c.body(variable ? `${json.slice(0, -1)},${variable}}` : json, 200, { 'Content-Type': type });
}
