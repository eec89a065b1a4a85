import type { OpenAPIHono } from '@hono/zod-openapi';
import { OpenAPIHono as Api } from '@hono/zod-openapi';
import type { Config } from '../config.ts';
import { messageRoutes } from './message-routes.ts';
import { subscriptionRoutes } from './subscription-routes.ts';

/** Subscriptions and what they tell, for who is signed in. */
export function eventRoutes(config: Config): OpenAPIHono {
  return new Api().route('/', subscriptionRoutes(config)).route('/', messageRoutes());
}
