import type { Context, Hono } from 'hono';
import { Problem, toNotFound, toShown } from './problem.ts';

/** What to say of an address of the API that no route answered: 405 with what it does take, else 404. */
export function toUnknownRoute(c: Context, api: Pick<Hono, 'routes'>, base: string): Problem {
  const path = c.req.path.slice(base.length);
  const methods = new Set(
    api.routes
      .filter((route) => route.method !== 'ALL' && toPattern(route.path).test(path))
      .map((route) => route.method),
  );
  if (methods.size === 0) {
    return toNotFound(`Dit adres bestaat niet: ${toShown(c.req.path)}. Zie /api/v1/openapi.json.`);
  }
  const allow = [...methods].sort().join(', ');
  return new Problem(405, 'Methode niet toegestaan', `${c.req.method} kan hier niet; wel: ${allow}.`, {
    headers: { Allow: allow },
  });
}

const toPattern = (path: string): RegExp => new RegExp(`^${path.replace(/:[^/]+/g, '[^/]+')}$`);
