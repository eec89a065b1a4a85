import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { project, projectDetail } from '../../data/schema/project.ts';
import type { AreaRegister } from '../areas/register.ts';
import type { Atlas } from '../atlas.ts';
import { jsonAnswer } from '../http/answers.ts';
import { readAcceptCrs, setContentCrs } from '../http/crs.ts';
import { toInvalid, toNotFound, toShown } from '../http/problem.ts';
import { refuseQuery } from '../http/query.ts';
import { readFormat } from '../questions/formats.ts';
import { findProjectDetail } from './detail.ts';
import { respondWithFile } from './export.ts';
import { listFiltered, projectQuery, type ProjectQuery } from './filter.ts';

const listRoute = createRoute({
  method: 'get',
  path: '/projecten',
  tags: ['projecten'],
  summary: 'Projecten, met en zonder locatie',
  request: { query: projectQuery },
  responses: jsonAnswer(z.object({ aantal: z.number().int(), projecten: z.array(project) })),
});

const detailRoute = createRoute({
  method: 'get',
  path: '/projecten/{id}',
  tags: ['projecten'],
  summary: 'Eén project met zijn componenten, feiten en bronnen',
  middleware: refuseQuery,
  request: { params: z.object({ id: z.string() }) },
  responses: jsonAnswer(projectDetail),
});

/** `GET /projecten` and `/projecten/{id}`. */
export function projectRoutes({ registers, projects }: Atlas) {
  return new OpenAPIHono()
    .openapi(listRoute, async (c) => {
      const { formaat: _formaat, bekendOp: _bekendOp, geldigOp: _geldigOp, ...query } = c.req.valid('query');
      const format = readFormat(c);
      const register = await registers.getCurrent();
      refuseUnknownAreas(register, query);
      const { projecten } = await projects.getCurrent(c.var.reader);
      const found = listFiltered(projecten, query);
      c.header('Vary', 'Accept, Accept-Encoding, Cookie');
      // The typed client knows the JSON answer; files are for people and GIS.
      if (format !== 'json') return respondWithFile(c, register, found, format) as never;
      return c.json({ aantal: found.length, projecten: found }, 200);
    })
    .openapi(detailRoute, async (c) => {
      const { id } = c.req.valid('param');
      const srid = readAcceptCrs(c);
      const detail = await findProjectDetail(c.var.reader, projects, id, srid);
      if (!detail) throw toNotFound(`Er is geen project met nummer ${toShown(id)}.`);
      setContentCrs(c, srid);
      return c.json(detail, 200);
    });
}

/** A filter on an area that does not exist is a mistake, not an empty list. */
function refuseUnknownAreas(register: AreaRegister, query: ProjectQuery): void {
  const filters = [
    ['provincie', 'provincie', query.provincie],
    ['gemeente', 'gemeente', query.gemeente],
    ['resRegio', 'res-regio', query.resRegio],
    ['subregio', 'subregio', query.subregio],
  ] as const;
  const errors = filters.flatMap(([veld, soort, codes]) => {
    const known = register.gebieden.filter((gebied) => gebied.soort === soort);
    // Nothing loaded yet: the list is empty, and the status says why.
    if (known.length === 0) return [];
    const shown = known.slice(0, 60).map((gebied) => gebied.code);
    const verwacht = `een code van ${veld}: ${shown.join(', ')}${known.length > 60 ? ' …' : ''}`;
    return (codes ?? [])
      .filter((code) => !register.find(soort, code))
      .map((code) => ({ veld, waarde: toShown(code), verwacht }));
  });
  if (errors.length > 0) throw toInvalid(errors);
}
