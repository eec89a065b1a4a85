import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { uitTekst } from '../../data/schema/getal.ts';
import { treffers } from '../../data/schema/zoeken.ts';
import type { Atlas } from '../atlas.ts';
import { jsonAnswer } from '../http/answers.ts';
import { toInvalid } from '../http/problem.ts';
import { queryOf } from '../http/query.ts';
import { Faults } from '../geometry/faults.ts';
import { checkPlace } from '../geometry/place.ts';
import { listHits } from './hits.ts';

const hitsRoute = createRoute({
  method: 'get',
  path: '/treffers',
  tags: ['zoeken'],
  summary: 'Alles wat op een punt ligt, per laag en in tekenvolgorde',
  request: {
    query: queryOf({
      lng: uitTekst(z.number()),
      lat: uitTekst(z.number()),
      straalM: uitTekst(z.number().min(0).max(5000).optional()).openapi({
        param: { description: 'hoe ver om het punt het nog telt, in meters' },
      }),
    }),
  },
  responses: jsonAnswer(treffers),
});

/** `GET /treffers`. */
export function hitRoutes({ registers }: Atlas) {
  return new OpenAPIHono().openapi(hitsRoute, async (c) => {
    const { lng, lat, straalM = 0 } = c.req.valid('query');
    const faults = new Faults();
    checkPlace([[lng, lat]], 4326, 'lng, lat', () => ({ lng: lat, lat: lng }), faults);
    if (!faults.isEmpty) throw toInvalid(faults.list());
    const register = await registers.getCurrent();
    const titles = new Map(register.bronnen.map((bron) => [bron.id, bron.titel]));
    const groepen = await listHits(c.var.reader, register, titles, [lng, lat], straalM);
    return c.json({ lngLat: [lng, lat] as [number, number], groepen }, 200);
  });
}
