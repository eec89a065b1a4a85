import { z, type OpenAPIHono, type RouteConfig } from '@hono/zod-openapi';
import type { RecordDocument } from '../../data/document.ts';
import { records } from '../../data/records/index.ts';
import { bevinding, invoerRond, toInvoerSchema, toRegistratieSchema } from '../../data/schema/registratie.ts';
import { problems } from '../http/answers.ts';
import { listFilters } from './read.ts';

const problem = (description: string) => ({ ...problems[400], description });
const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } });
const answer = (schema: z.ZodType, description = 'Het antwoord') => ({ description, ...json(schema) });
const body = (schema: z.ZodType) => ({ required: true, ...json(schema) });

const etagHeader = { ETag: { schema: { type: 'string' as const }, description: 'de versie' } };
const ifMatch = z.object({
  'If-Match': z.string().meta({ description: 'de ETag van de versie die wordt vervangen' }),
});
const refusals = {
  ...problems,
  401: problem('Niet aangemeld'),
  403: problem('Aangemeld, maar zonder recht'),
};
const conflicts = {
  412: problem('Intussen gewijzigd; met huidig (zoals het nu is) en basis (zoals het was)'),
  428: problem('If-Match ontbreekt'),
};

/** The routes of one kind of record in the OpenAPI document. */
export function describeRecordRoutes(app: OpenAPIHono, document: RecordDocument): void {
  const { meervoud, titel, titelMeervoud, uitleg, naam } = document;
  const registratie = toRegistratieSchema(document);
  const saved = registratie.extend({ letOp: z.array(bevinding) });
  const id = z.object({ id: z.string() });
  const rid = z.object({ rid: z.string() });
  const isProject = naam === 'project';
  const one = isProject ? '/projecten/{id}' : `/${meervoud}/{rid}`;
  const params = isProject ? id : rid;
  const shared = { tags: [meervoud], description: `${uitleg} Schrijvers: ${document.schrijvers}.` };
  const add = (route: Omit<RouteConfig, 'responses'> & { responses: object }) =>
    app.openAPIRegistry.registerPath({ ...shared, ...route } as RouteConfig);

  if (!isProject) {
    const items = z.object({ items: z.array(registratie) });
    const filters = [
      'project',
      'provincie',
      'gemeente',
      ...listFilters(document).map((filter) => filter.naam),
    ];
    add({
      method: 'get',
      path: `/${meervoud}`,
      summary: titelMeervoud,
      request: {
        query: z.object(
          Object.fromEntries(
            filters.map((name) => [name, z.string().optional().meta({ description: 'meer mag, met komma' })]),
          ),
        ),
      },
      responses: { 200: answer(items), ...problems },
    });
    add({
      method: 'get',
      path: `/projecten/{id}/${meervoud}`,
      summary: `${titelMeervoud} van een project`,
      request: { params: id },
      responses: { 200: answer(items), ...problems },
    });
    add({
      method: 'get',
      path: one,
      summary: titel,
      request: { params },
      responses: { 200: { ...answer(registratie), headers: etagHeader }, ...problems },
    });
    add({
      method: 'post',
      path: `/projecten/{id}/${meervoud}`,
      summary: `${titel} maken`,
      request: { params: id, body: body(toInvoerSchema(document, 'nieuw')) },
      responses: { 201: { ...answer(saved, 'Gemaakt'), headers: etagHeader }, ...refusals },
    });
  }
  add({
    method: 'patch',
    path: one,
    summary: `${titel} wijzigen; wat niet is meegestuurd blijft, null maakt leeg`,
    request: { params, headers: ifMatch, body: body(toInvoerSchema(document, 'wijziging').partial()) },
    responses: { 200: { ...answer(saved), headers: etagHeader }, ...refusals, ...conflicts },
  });
  add({
    method: 'delete',
    path: one,
    summary: `${titel} intrekken; de geschiedenis blijft`,
    request: {
      params,
      headers: ifMatch,
      body: body(z.strictObject({ reden: z.string(), geldigVan: invoerRond.geldigVan })),
    },
    responses: { 200: { ...answer(saved), headers: etagHeader }, ...refusals, ...conflicts },
  });
  add({
    method: 'get',
    path: `${one}/geschiedenis`,
    summary: `Alle versies, of met veld= de veranderingen van één veld`,
    request: { params, query: z.object({ veld: z.string().optional() }) },
    responses: {
      200: answer(z.union([z.object({ versies: z.array(registratie) }), veranderingen])),
      ...problems,
    },
  });
  add({
    method: 'post',
    path: `${one}/herstel`,
    summary: 'Een nieuwe versie die gelijk is aan een oude',
    request: { params, headers: ifMatch, body: body(z.strictObject({ rij: z.int(), reden: z.string() })) },
    responses: { 200: { ...answer(saved), headers: etagHeader }, ...refusals, ...conflicts },
  });
  add({
    method: 'post',
    path: `/controles/${meervoud}`,
    summary: 'Wat er mis of vreemd zou zijn; er wordt niets bewaard',
    request: {
      body: body(
        z.object({
          projectId: z.string().optional(),
          id: z.string().optional(),
          gegevens: z.record(z.string(), z.unknown()),
        }),
      ),
    },
    responses: {
      200: answer(z.object({ fouten: z.array(bevinding), letOp: z.array(bevinding) })),
      ...refusals,
    },
  });
}

const veranderingen = z.object({
  veranderingen: z.array(
    z.object({
      van: z.unknown(),
      naar: z.unknown(),
      wanneer: z.string(),
      geldigVan: z.string().nullable(),
      rij: z.int(),
      door: z.string().nullable(),
      doorOrganisatie: z.string().nullable(),
      reden: z.string().nullable(),
      herkomst: z.unknown(),
    }),
  ),
});

/** The fiche and the making of a project in the OpenAPI document. */
export function describeProjectRoutes(app: OpenAPIHono): void {
  const tags = ['projecten'];
  const id = z.object({ id: z.string() });
  const kinds = Object.fromEntries(
    records.map((document) => [
      document.naam === 'project' ? 'project' : document.meervoud,
      document.naam === 'project' ? toRegistratieSchema(document) : z.array(toRegistratieSchema(document)),
    ]),
  );
  const toets = z.array(
    z.object({ kenmerk: z.string(), uitkomst: z.enum(['klopt', 'strijdig', 'onbekend']) }),
  );
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/projecten/{id}/fiche',
    tags,
    summary: 'De fiche: het project met alles wat erover gezegd is',
    request: { params: id },
    responses: {
      200: answer(
        z.object({
          ...kinds,
          letOp: z.array(bevinding.extend({ soort: z.string(), id: z.string() })),
          faseToets: toets,
        }),
      ),
      ...problems,
    },
  });
  app.openAPIRegistry.registerPath({
    method: 'post',
    path: '/projecten',
    tags,
    summary: 'Een nieuw project met zijn onderdelen en partijen, alles of niets',
    request: { body: body(newProject()) },
    responses: {
      201: { ...answer(z.object(kinds), 'De fiche van het nieuwe project'), headers: etagHeader },
      ...refusals,
    },
  });
}

function newProject(): z.ZodObject {
  const parts = Object.fromEntries(
    records
      .filter(({ naam }) => naam !== 'project')
      .map((document) => [document.meervoud, z.array(toInvoerSchema(document, 'nieuw')).optional()]),
  );
  const project = records.find(({ naam }) => naam === 'project')!;
  return toInvoerSchema(project, 'nieuw').extend(parts);
}
