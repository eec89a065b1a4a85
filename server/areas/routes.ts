import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { gebied, gebiedDetail } from '../../data/schema/gebied.ts';
import { soortenGebied, type SoortGebied } from '../../data/vocabulary.ts';
import { readAcceptCrs, setContentCrs } from '../http/crs.ts';
import { toNotFound } from '../http/problem.ts';
import { listOf, queryOf, refuseQuery } from '../http/query.ts';
import { jsonAnswer } from '../http/answers.ts';
import type { Atlas } from '../atlas.ts';
import { findGebiedDetail } from './list.ts';

const listRoute = createRoute({
  method: 'get',
  path: '/gebieden',
  tags: ['gebieden'],
  summary: 'Gemeenten, provincies, RES-regio’s, subregio’s, waterschappen en netbeheerdersgebieden',
  request: {
    query: queryOf({
      soort: listOf(z.enum(soortenGebied), 'soort gebied; meer mag'),
      provincie: listOf(z.string(), 'code van de provincie, bijvoorbeeld PV26; meer mag'),
    }),
  },
  responses: jsonAnswer(z.object({ aantal: z.number().int(), gebieden: z.array(gebied) })),
});

const detailRoute = createRoute({
  method: 'get',
  path: '/gebieden/{soort}/{code}',
  tags: ['gebieden'],
  summary: 'Eén gebied met zijn grens en zijn gemeenten',
  middleware: refuseQuery,
  request: { params: z.object({ soort: z.enum(soortenGebied), code: z.string() }) },
  responses: jsonAnswer(gebiedDetail),
});

const byCodeRoute = createRoute({
  method: 'get',
  path: '/gebieden/{code}',
  tags: ['gebieden'],
  summary: 'Eén gebied met zijn grens en zijn gemeenten, gevonden op zijn code',
  middleware: refuseQuery,
  request: { params: z.object({ code: z.string() }) },
  responses: jsonAnswer(gebiedDetail),
});

/** `GET /gebieden`, `/gebieden/{soort}/{code}` and `/gebieden/{code}`. */
export function areaRoutes({ everybody, registers, areaLists }: Atlas) {
  async function getDetail(soort: SoortGebied | undefined, code: string, srid: 4326 | 28992) {
    const detail = soort && (await findGebiedDetail(everybody, registers, soort, code, srid));
    if (!detail) throw toNotFound(`Er is geen ${soort ?? 'gebied'} met code ${code}.`);
    return detail;
  }

  return new OpenAPIHono()
    .openapi(listRoute, async (c) => {
      const { soort, provincie } = c.req.valid('query');
      const all = await areaLists.listGebieden();
      const gebieden = all.filter(
        (one) =>
          (!soort || soort.includes(one.soort)) &&
          (!provincie || one.provincies.some((code) => provincie.includes(code))),
      );
      return c.json({ aantal: gebieden.length, gebieden }, 200);
    })
    .openapi(detailRoute, async (c) => {
      const { soort, code } = c.req.valid('param');
      const srid = readAcceptCrs(c);
      setContentCrs(c, srid);
      return c.json(await getDetail(soort, code, srid), 200);
    })
    .openapi(byCodeRoute, async (c) => {
      const { code } = c.req.valid('param');
      const srid = readAcceptCrs(c);
      const register = await registers.getCurrent();
      const soort = soortenGebied.find((one) => register.find(one, code) !== null);
      setContentCrs(c, srid);
      return c.json(await getDetail(soort, code, srid), 200);
    });
}
