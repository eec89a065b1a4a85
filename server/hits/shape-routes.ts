import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { trefferVorm, type TrefferVorm } from '../../data/schema/zoeken.ts';
import type { Atlas } from '../atlas.ts';
import { jsonAnswer } from '../http/answers.ts';
import { readAcceptCrs, setContentCrs } from '../http/crs.ts';
import { toNotFound } from '../http/problem.ts';
import { refuseQuery } from '../http/query.ts';

const shapeRoute = createRoute({
  method: 'get',
  path: '/treffers/{laag}/{id}',
  tags: ['zoeken'],
  summary: 'De hele vorm van één planvlak of beschermd gebied, om over te nemen',
  middleware: refuseQuery,
  request: { params: z.object({ laag: z.string().max(60), id: z.string().regex(/^\d{1,18}$/) }) },
  responses: jsonAnswer(trefferVorm),
});

/** Rows: at most one. $1 bigint id, $2 text layer, $3 integer SRID of the answer. Public layers only. */
const sql = `
  select naam, ST_AsGeoJSON(ST_Transform(geom, $3::int), case when $3::int = 28992 then 3 else 7 end, 0)::json as geometrie
  from (
    select coalesce(v.naam, p.naam, v.onderdeel) as naam, v.geom
    from atlas.planvlak v join atlas.plan p on p.id = v.plan_id
    where $2::text = 'plannen' and v.id = $1::bigint
    union all
    select coalesce(naam, bron_id, laag), geom from atlas.beschermd_gebied where laag = $2::text and id = $1::bigint
  ) vorm
  limit 1`;

/** `GET /treffers/{laag}/{id}`. */
export function shapeRoutes({ everybody }: Atlas) {
  return new OpenAPIHono().openapi(shapeRoute, async (c) => {
    const { laag, id } = c.req.valid('param');
    const srid = readAcceptCrs(c);
    const [row] = await everybody.query<Pick<TrefferVorm, 'naam' | 'geometrie'>>(sql, [id, laag, srid]);
    if (!row) throw toNotFound(`In laag ${laag} is geen vlak met nummer ${id}.`);
    setContentCrs(c, srid);
    return c.json({ laag, id, ...row }, 200);
  });
}
