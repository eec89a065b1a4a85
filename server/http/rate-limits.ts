import type { Context, MiddlewareHandler } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { AccessConfig } from '../auth/config.ts';
import { findAddress } from './origin.ts';
import { Problem } from './problem.ts';

/**
 * Requests a minute for one address, which may be a whole office: generous for looking, tight for guessing. Counted
 * per server. A person who looks at the map asks some hundreds of tiles a minute.
 */
const perAddress = { tegels: 12_000, lezen: 3_000, vragen: 600, wijzigen: 600, aanmelden: 60 } as const;
/** Changes and questions a minute for one account, from wherever. */
const perAccount = { vragen: 300, wijzigen: 300 } as const;

export type RateGroup = keyof typeof perAddress;
export const rateLimits = { perAddress, perAccount } as const;

/** Refuses who asks too much from one address with 429 and Retry-After. A request without a connection has no limit. */
export function limitAddresses(access: AccessConfig): MiddlewareHandler {
  if (access.rateLimit === 0) return pass;
  const limiters = createLimiters(perAddress, access.rateLimit);
  return async (c, next) => {
    const address = findAddress(c, access);
    if (address) await consume(limiters[toGroup(c)], toRateKey(address));
    await next();
  };
}

/** The same for one account, from whatever address; after the middleware that says who asks. */
export function limitAccounts(access: AccessConfig): MiddlewareHandler {
  if (access.rateLimit === 0) return pass;
  const limiters = createLimiters(perAccount, access.rateLimit);
  return async (c, next) => {
    const { actor } = c.var;
    const group = toGroup(c);
    if (actor && (group === 'vragen' || group === 'wijzigen'))
      await consume(limiters[group], actor.accountId);
    await next();
  };
}

const pass: MiddlewareHandler = (_c, next) => next();

function createLimiters<Group extends string>(
  limits: Readonly<Record<Group, number>>,
  factor: number,
): Record<Group, RateLimiterMemory> {
  const entries = Object.entries<number>(limits).map(([group, points]) => [
    group,
    new RateLimiterMemory({ points: Math.max(1, Math.round(points * factor)), duration: 60 }),
  ]);
  return Object.fromEntries(entries) as Record<Group, RateLimiterMemory>;
}

function toGroup(c: Context): RateGroup {
  const { path, method } = c.req;
  if (/^\/(tegels|pmtiles)\//.test(path)) return 'tegels';
  if (path.startsWith('/api/v1/aanmelden/')) return 'aanmelden';
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return 'lezen';
  if (
    /^\/api\/v1\/(sessie|uitnodigingen\/[^/]+|accounts\/mij\/wachtwoord)$/.test(path) &&
    method !== 'DELETE'
  ) {
    return 'aanmelden';
  }
  return path.startsWith('/api/v1/vragen/') ? 'vragen' : 'wijzigen';
}

/** One house has as many IPv6 addresses as it likes: they are counted by the network (/64) it was given. */
function toRateKey(address: string): string {
  return address.includes(':') && !address.startsWith('::ffff:')
    ? address.split(':').slice(0, 4).join(':')
    : address;
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    throw new Problem(
      429,
      'Te vaak gevraagd',
      `Er komen te veel verzoeken van dit adres of account. Probeer het over ${seconds} seconden opnieuw.`,
      { headers: { 'Retry-After': String(seconds) } },
    );
  }
}
