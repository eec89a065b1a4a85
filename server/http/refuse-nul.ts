import type { MiddlewareHandler } from 'hono';
import { toInvalid } from './problem.ts';

/** Refuses an address with the character NUL, which PostgreSQL cannot hold in a text: no such thing has that name. */
export const refuseNul: MiddlewareHandler = (c, next) => {
  if (c.req.url.includes('%00')) {
    throw toInvalid([{ veld: 'adres', waarde: '%00', verwacht: 'een adres zonder het teken NUL' }]);
  }
  return next();
};
