import type { Handler } from 'hono';
import type { AccessConfig } from '../auth/config.ts';
import type { LoadProgress } from '../services.ts';
import { answerHeaders, apiHeaders, strictTransport } from './headers.ts';
import { isSecure } from './origin.ts';

const headers = {
  'Content-Type': 'application/json',
  ...answerHeaders,
  ...apiHeaders,
  Vary: 'Accept-Encoding',
};
const secureHeaders = { ...headers, [strictTransport[0]]: strictTransport[1] };

/**
 * `GET /gezondheid` by the shortest way: it is asked every second, and most of all when the server is busy. The headers
 * are those of every answer, given in one go instead of one by one. With a query it goes on to the route that refuses it.
 */
export function serveHealth(progress: Pick<LoadProgress, 'bezig'>, access: AccessConfig): Handler {
  return (c, next) => {
    if (c.req.url.includes('?')) return next();
    const body = progress.bezig ? '{"status":"ok","laden":true}' : '{"status":"ok","laden":false}';
    return new Response(body, { headers: isSecure(c, access) ? secureHeaders : headers });
  };
}
