import { z, type OpenAPIHono, type RouteConfig } from '@hono/zod-openapi';
import type { RecordDocument } from '../../data/document.ts';
import { bevinding, invoerRond, toInvoerSchema, toRegistratieSchema } from '../../data/schema/registratie.ts';
import { problems } from '../http/answers.ts';
import { answer, body, conflicts, etagHeader, ifMatch, refusals } from './describe-parts.ts';
import { listFilters } from './read.ts';

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
        query: z.object({
          ...Object.fromEntries(
            filters.map((name) => [name, z.string().optional().meta({ description: 'meer mag, met komma' })]),
          ),
          toevoegbaar: z
            .enum(['ja', 'nee'])
            .optional()
            .meta({ description: 'ook in welke projecten van deze keuze u er een mag toevoegen' }),
        }),
      },
      responses: {
        200: answer(items.extend({ toevoegbaarIn: z.array(z.string()).optional() })),
        ...problems,
      },
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
