import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import packageJson from '../../package.json' with { type: 'json' };
import { status } from '../../data/schema/bron.ts';
import type { Atlas } from '../atlas.ts';
import { jsonAnswer } from './answers.ts';
import { refuseQuery } from './query.ts';

const statusRoute = createRoute({
  method: 'get',
  path: '/status',
  tags: ['status'],
  summary: 'Wat er geladen is, uit welke bron en hoe oud',
  middleware: refuseQuery,
  responses: jsonAnswer(status),
});

const healthRoute = createRoute({
  method: 'get',
  path: '/gezondheid',
  tags: ['status'],
  summary: 'Of de server antwoordt; wacht niet op de database',
  middleware: refuseQuery,
  responses: jsonAnswer(z.object({ status: z.literal('ok'), laden: z.boolean() })),
});

/** `GET /status` and `/gezondheid`. */
export function statusRoutes({ services, registers }: Atlas) {
  return new OpenAPIHono()
    .openapi(statusRoute, async (c) => {
      const register = await registers.getCurrent();
      const { bezig, dataset, fouten, rdControle } = services.progress;
      return c.json(
        {
          versie: packageJson.version,
          database: services.db.engine,
          kanBewaren: await (services.primary ?? services.db).hasRoom(),
          databronnen: register.bronnen,
          laden: { bezig, dataset, fouten },
          rdControle,
        },
        200,
      );
    })
    .openapi(healthRoute, (c) => c.json({ status: 'ok' as const, laden: services.progress.bezig }, 200));
}
