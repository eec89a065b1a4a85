import type { Context } from 'hono';
import type { AccessConfig } from '../auth/config.ts';

type Trust = Pick<AccessConfig, 'publicUrl' | 'trustedProxies'>;

/** Address the request came from; null for a request without a connection. X-Forwarded-For only from our own proxies. */
export function findAddress(c: Context, { trustedProxies }: Pick<Trust, 'trustedProxies'>): string | null {
  const forwarded = trustedProxies > 0 ? c.req.header('X-Forwarded-For') : undefined;
  // Each of our proxies adds one at the end; what stands before those is what the client itself wrote.
  const address = forwarded?.split(',').at(-trustedProxies)?.trim();
  if (address) return address;
  const connection = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  return connection?.incoming?.socket?.remoteAddress ?? null;
}

/** Whether the user's browser speaks TLS, to us or to our proxy. */
export function isSecure(c: Context, { publicUrl, trustedProxies }: Trust): boolean {
  if (trustedProxies > 0) {
    const proto = c.req.header('X-Forwarded-Proto')?.split(',').at(-1)?.trim();
    if (proto) return proto === 'https';
  }
  return c.req.url.startsWith('https:') || (publicUrl?.startsWith('https:') ?? false);
}

/** Address of the atlas as the user knows it, without a slash at the end. */
export function getOwnOrigin(c: Context, trust: Trust): string {
  if (trust.publicUrl) return trust.publicUrl;
  const host = (trust.trustedProxies > 0 && c.req.header('X-Forwarded-Host')) || new URL(c.req.url).host;
  return `${isSecure(c, trust) ? 'https' : 'http'}://${host}`;
}
