import { OpenAPIHono, z, type RouteConfig } from '@hono/zod-openapi';
import { questions } from '../../data/questions/index.ts';
import { crsUris, geometrie } from '../../data/schema/geometrie.ts';
import type { Atlas } from '../atlas.ts';
import { problems } from '../http/answers.ts';
import { readAcceptCrs } from '../http/crs.ts';
import { limits } from '../http/limits.ts';
import { toInvalid } from '../http/problem.ts';
import { describeIssues, refuseQuery, viewpointQuery } from '../http/query.ts';
import { askAboutPlace, askAboutProjects, prepare, type Prepared } from './ask.ts';
import { listQuestions } from './catalogue.ts';
import { formats, readFormat, respond } from './formats.ts';
import { readPlaceRequest } from './read-request.ts';

/** `GET /vragen`, and a route for each question document. */
export function questionRoutes(atlas: Atlas): OpenAPIHono {
  const app = new OpenAPIHono();
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/vragen',
    tags: ['vragen'],
    summary: 'De vragen die de atlas kan beantwoorden, met hun parameters en kolommen',
    responses: { 200: { description: 'De vragen', content: { 'application/json': { schema: z.any() } } } },
  });
  app.get('/vragen', refuseQuery, (c) => c.json({ vragen: listQuestions() }));
  for (const document of questions) {
    const prepared = prepare(document, atlas.storedFacts);
    app.openAPIRegistry.registerPath(describeRoute(prepared));
    if (document.over === 'plek') addPlaceRoute(app, atlas, prepared);
    else addProjectsRoute(app, atlas, prepared);
  }
  return app;
}

const known = new Set(['formaat', ...Object.keys(viewpointQuery)]);

function addPlaceRoute(app: OpenAPIHono, atlas: Atlas, prepared: Prepared): void {
  app.post(`/vragen/${prepared.question.naam}`, async (c) => {
    const unknown = Object.keys(c.req.query()).filter((key) => !known.has(key));
    if (unknown.length > 0) {
      throw toInvalid(
        unknown.map((veld) => ({ veld, waarde: '', verwacht: 'alleen formaat; de vraag staat in de body' })),
      );
    }
    const format = readFormat(c);
    const srid = format === 'geojson' ? 4326 : readAcceptCrs(c);
    const { place, parameters } = await readPlaceRequest(c, prepared.question.parameters);
    const answer = await askAboutPlace(c.var.reader, atlas, prepared, place, parameters, {
      srid,
      wantsGeometry: format === 'geojson',
    });
    return respond(c, prepared, answer, format, srid);
  });
}

function addProjectsRoute(app: OpenAPIHono, atlas: Atlas, prepared: Prepared): void {
  app.get(`/vragen/${prepared.question.naam}`, async (c) => {
    const format = readFormat(c);
    const { formaat: _formaat, bekendOp: _bekendOp, geldigOp: _geldigOp, ...query } = c.req.query();
    const parsed = prepared.question.parameters.safeParse(query);
    if (!parsed.success) throw toInvalid(describeIssues(parsed.error.issues, query));
    const answer = await askAboutProjects(c.var.reader, atlas, prepared, parsed.data, format === 'geojson');
    return respond(c, prepared, answer, format, 4326);
  });
}

/** The route of a question in the OpenAPI document. */
function describeRoute({ question }: Prepared): RouteConfig {
  const { naam, titel, uitleg, over, grens } = question;
  const parameters = question.parameters as unknown as z.ZodObject;
  const formaat = z.enum(formats).optional();
  const content = {
    'application/json': { schema: question.antwoord },
    'text/csv': { schema: z.string() },
    'application/geo+json': { schema: z.any() },
  };
  const shared = {
    path: `/vragen/${naam}`,
    tags: ['vragen'],
    summary: titel,
    description: grens ? `${uitleg} Te vragen is ${grens.hoogstens}.` : uitleg,
    responses: { 200: { description: 'Het antwoord', content }, ...problems, ...refusals },
  };
  if (over === 'projecten') {
    return {
      ...shared,
      method: 'get',
      request: { query: parameters.extend({ formaat, ...viewpointQuery }) },
    };
  }
  const body = parameters.extend({
    geometrie: geometrie.optional().meta({
      description: `GeoJSON-geometrie of Feature, hoogstens ${limits.vertices} punten en ${limits.kilometres} km lijn en rand; geef dit of projectId`,
    }),
    projectId: z.string().optional(),
  });
  return {
    ...shared,
    method: 'post',
    request: {
      query: z.object({ formaat, ...viewpointQuery }),
      headers: z.object({
        'Content-Crs': z
          .string()
          .optional()
          .meta({ description: `<${crsUris.crs84}> of <${crsUris.rd}>` }),
        'Accept-Crs': z
          .string()
          .optional()
          .meta({ description: `<${crsUris.crs84}> of <${crsUris.rd}>` }),
      }),
      body: { required: true, content: { 'application/json': { schema: body } } },
    },
  };
}

const refusals = {
  406: { ...problems[400], description: 'Formaat of coördinaatstelsel niet beschikbaar' },
  413: { ...problems[400], description: `Groter dan ${limits.bodyMegabytes} MB` },
  415: { ...problems[400], description: 'Geen application/json' },
};
