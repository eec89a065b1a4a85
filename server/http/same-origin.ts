import type { MiddlewareHandler } from 'hono';
import type { AccessConfig } from '../auth/config.ts';
import { getOwnOrigin } from './origin.ts';
import { Problem } from './problem.ts';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a change that a page of another site asks for (cross-site request forgery). Browsers say where a request
 * comes from: Sec-Fetch-Site, or Origin when older. Who says neither is no browser and carries no cookie by itself.
 * The framework's own check lets JSON through, counting on the preflight; here everything but reading is checked.
 */
export function refuseOtherSites(access: AccessConfig): MiddlewareHandler {
  return (c, next) => {
    if (!reading.has(c.req.method)) {
      const site = c.req.header('Sec-Fetch-Site');
      const origin = c.req.header('Origin');
      const isOwn =
        site !== undefined
          ? site === 'same-origin' || site === 'none'
          : origin === undefined || origin === getOwnOrigin(c, access);
      if (!isOwn) {
        throw new Problem(
          403,
          'Van een andere site',
          'Dit verzoek komt van een pagina van een andere site en is geweigerd. Open de atlas zelf en probeer het daar.',
        );
      }
    }
    return next();
  };
}
