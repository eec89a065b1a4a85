import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';

/** Shorter answers fit one packet: packing them costs more than it saves. */
const MIN_BYTES = 1024;
const pack = promisify(gzip);

/**
 * Gzips answers of some length for who accepts it. Instead of the framework's own: that puts every answer, also one
 * that stays as it is, through web streams, which took longer than finding it. Answers are whole texts here, and
 * packing happens beside the thread that answers. Those who set `Vary` name Accept-Encoding in it.
 */
export const compressAnswer: MiddlewareHandler = async (c, next) => {
  c.header('Vary', 'Accept-Encoding');
  await next();
  if (!accepts(c.req.header('Accept-Encoding')) || c.req.method === 'HEAD') return;
  const { status, headers } = c.res;
  if (headers.has('Content-Encoding') || status === 204 || status === 304) return;
  const whole = Buffer.from(await c.res.arrayBuffer());
  let body = whole;
  if (whole.length >= MIN_BYTES) {
    body = await pack(whole);
    headers.set('Content-Encoding', 'gzip');
    // Another sequence of bytes than the one the tag was made of.
    const tag = headers.get('ETag');
    if (tag && !tag.startsWith('W/')) headers.set('ETag', `W/${tag}`);
  }
  headers.delete('Content-Length');
  c.res = undefined;
  c.res = new Response(new Uint8Array(body), { status, headers });
};

/** True when gzip is among the encodings asked for and not refused with q=0. */
function accepts(header: string | undefined): boolean {
  return header !== undefined && /\b(gzip|\*)(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(header);
}
