import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { uitTekst } from '../../data/schema/getal.ts';
import { zoekresultaat } from '../../data/schema/zoeken.ts';
import type { Atlas } from '../atlas.ts';
import { jsonAnswer } from '../http/answers.ts';
import { queryOf } from '../http/query.ts';
import { findByName } from './search.ts';

const searchRoute = createRoute({
  method: 'get',
  path: '/zoeken',
  tags: ['zoeken'],
  summary: 'Gebieden en projecten op naam, code of nummer; accenten en hoofdletters maken niet uit',
  request: {
    query: queryOf({
      q: z.string().trim().min(1).max(200),
      limiet: uitTekst(z.number().int().min(1).max(100).optional()),
    }),
  },
  responses: jsonAnswer(z.object({ resultaten: z.array(zoekresultaat) })),
});

/** `GET /zoeken`. */
export function searchRoutes({ areaLists, projects }: Atlas) {
  return new OpenAPIHono().openapi(searchRoute, async (c) => {
    const { q, limiet = 20 } = c.req.valid('query');
    const gebieden = await areaLists.listGebieden();
    const { projecten } = await projects.getCurrent(c.var.reader);
    return c.json({ resultaten: findByName(q, gebieden, projecten, limiet) }, 200);
  });
}
