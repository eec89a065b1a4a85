import { z, type OpenAPIHono } from '@hono/zod-openapi';
import type { RecordDocument } from '../../data/document.ts';
import { records } from '../../data/records/index.ts';
import { bevinding, invoerRond, toInvoerSchema, toRegistratieSchema } from '../../data/schema/registratie.ts';
import { fases } from '../../data/vocabulary.ts';
import { problems } from '../http/answers.ts';
import { answer, body, conflicts, etagHeader, ifMatch, refusals } from './describe-parts.ts';

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
          magToevoegen: z.array(z.string()).meta({
            description: 'de soorten waarvan u een registratie mag toevoegen; voor wie is aangemeld',
          }),
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

/** Moving to another fase, and answering a question, in the OpenAPI document. */
export function describeStepRoutes(app: OpenAPIHono): void {
  const id = z.object({ id: z.string() });
  const kindOf = (naam: string) => records.find((document) => document.naam === naam)!;
  const [project, actie, vraag] = ['project', 'actie', 'energyboardvraag'].map(kindOf) as [
    RecordDocument,
    RecordDocument,
    RecordDocument,
  ];
  const naar = z.enum(fases);
  const letOp = z.array(bevinding);
  const nieuweActie = toInvoerSchema(actie, 'nieuw');
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/projecten/{id}/fasewissel',
    tags: ['projecten'],
    summary: 'Wat een andere fase vraagt, en de voorbeeldacties die erbij horen',
    request: { params: id, query: z.object({ naar: naar.optional() }) },
    responses: {
      200: answer(
        z.object({
          van: naar.nullable(),
          naar,
          kan: z.array(naar).meta({ description: 'de fases die kunnen volgen' }),
          mag: z.boolean(),
          bezwaren: letOp,
          toets,
          gevraagd: z.array(
            z.object({ kenmerk: z.string(), uitkomst, veld: z.string().nullable(), verwacht: z.boolean() }),
          ),
          openActies: z.array(toRegistratieSchema(actie)),
          voorbeeldacties: z.array(
            z.object({
              actie: z.string(),
              actiehouders: z.array(z.string()).nullable(),
              gegevens: z.record(z.string(), z.unknown()),
              onbekend: z
                .array(z.string())
                .meta({ description: 'actiehouders van wie niet bekend is wie dat is' }),
            }),
          ),
        }),
      ),
      ...problems,
    },
  });
  app.openAPIRegistry.registerPath({
    method: 'post',
    path: '/projecten/{id}/fasewissel',
    tags: ['projecten'],
    summary: 'Naar een andere fase, met de acties die daarbij horen; alles of niets',
    request: {
      params: id,
      headers: ifMatch.partial(),
      body: body(
        z.strictObject({
          naar,
          reden: z.string(),
          geldigVan: invoerRond.geldigVan,
          gegevens: z
            .record(z.string(), z.unknown())
            .optional()
            .meta({ description: 'velden van het project die meegaan' }),
          acties: z.array(nieuweActie).max(100).optional(),
        }),
      ),
    },
    responses: {
      200: {
        ...answer(
          z.object({
            project: toRegistratieSchema(project),
            acties: z.array(toRegistratieSchema(actie)),
            toets,
            letOp,
          }),
        ),
        headers: etagHeader,
      },
      ...refusals,
      ...conflicts,
    },
  });
  app.openAPIRegistry.registerPath({
    method: 'post',
    path: '/energyboardvragen/{rid}/antwoord',
    tags: ['energyboardvragen'],
    summary: 'Een vraag beantwoorden, zo nodig met de actie die zij wordt; alles of niets',
    request: {
      params: z.object({ rid: z.string() }),
      headers: ifMatch.partial(),
      body: body(
        z.object({
          antwoord: z.string(),
          beantwoordOp: z.iso.date().optional(),
          actie: nieuweActie.optional(),
        }),
      ),
    },
    responses: {
      200: {
        ...answer(
          z.object({
            vraag: toRegistratieSchema(vraag),
            actie: toRegistratieSchema(actie).nullable(),
            letOp,
          }),
        ),
        headers: etagHeader,
      },
      ...refusals,
      ...conflicts,
    },
  });
}

const uitkomst = z.enum(['klopt', 'strijdig', 'onbekend']);
const toets = z.array(z.object({ kenmerk: z.string(), uitkomst }));
