import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { laag } from '../../data/schema/zoeken.ts';
import type { Atlas } from '../atlas.ts';
import { jsonAnswer } from '../http/answers.ts';
import { refuseQuery } from '../http/query.ts';

const layersRoute = createRoute({
  method: 'get',
  path: '/lagen',
  tags: ['gebieden'],
  summary: 'De geladen kaartlagen: bron, peildatum, licentie, dekking en omvang',
  middleware: refuseQuery,
  responses: jsonAnswer(z.object({ lagen: z.array(laag) })),
});

/** `GET /lagen`. */
export function layerRoutes({ layerLists }: Atlas) {
  return new OpenAPIHono().openapi(layersRoute, async (c) =>
    c.json({ lagen: await layerLists.listLagen() }, 200),
  );
}
