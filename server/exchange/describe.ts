// The workbooks in the OpenAPI document.
import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { excelLijsten } from '../../data/exchange/index.ts';
import { excelGrenzen } from '../../data/exchange/lijst.ts';
import { voorstel } from '../../data/schema/excel.ts';
import { problems } from '../http/answers.ts';
import { describeRoute } from '../http/valid-body.ts';
import { choices } from './choose.ts';

const tags = ['excel'];
const id = z.object({ id: z.string() });
const page = z.object({
  status: z
    .string()
    .optional()
    .meta({ description: 'een of meer van: fout, conflict, gewijzigd, nieuw, ongewijzigd' }),
  vanaf: z.string().optional(),
  aantal: z.string().optional(),
});
const file = { schema: z.string().meta({ format: 'binary' }) };

export function describeExcelRoutes(app: OpenAPIHono): void {
  const registry = app.openAPIRegistry;
  for (const lijst of excelLijsten) {
    registry.registerPath({
      method: 'get',
      path: `/excel/${lijst.naam}.xlsx`,
      tags,
      summary: `${lijst.titel} als Excel-werkmap: ${lijst.uitleg}`,
      request: {
        query: z.object({
          project: z.string().optional(),
          provincie: z.string().optional(),
          gemeente: z.string().optional(),
        }),
      },
      responses: {
        200: {
          description: 'De werkmap',
          content: { 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': file },
        },
        ...problems,
      },
    });
  }
  const route = describeRoute({
    method: 'post',
    path: '/excel/voorstellen',
    tags,
    summary: `Een werkmap inlezen: wat zou er veranderen? Hoogstens ${excelGrenzen.megabytes} MB en ${excelGrenzen.rijen - 1} rijen; er wordt niets bewaard. Ook als formulier met het veld bestand.`,
    answer: { status: 201, schema: voorstel },
    refusals: [401],
  });
  registry.registerPath({
    ...route,
    request: {
      body: {
        required: true,
        content: {
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': file,
          'multipart/form-data': { schema: z.object({ bestand: file.schema }) },
        },
      },
    },
  });
  registry.registerPath(
    describeRoute({
      method: 'get',
      path: '/excel/voorstellen/{id}',
      tags,
      summary: 'Een voorstel, per pagina',
      parameters: id,
      query: page,
      answer: { status: 200, schema: voorstel },
      refusals: [401, 404],
    }),
  );
  registry.registerPath(
    describeRoute({
      method: 'post',
      path: '/excel/voorstellen/{id}',
      tags,
      summary: 'Kiezen waar het bestand en de atlas allebei gewijzigd zijn; vergelijkt opnieuw',
      parameters: id,
      query: page,
      body: choices,
      answer: { status: 200, schema: voorstel },
      refusals: [401, 404, 409],
    }),
  );
  registry.registerPath(
    describeRoute({
      method: 'post',
      path: '/excel/voorstellen/{id}/aanvaarden',
      tags,
      summary: 'Alles overnemen, of niets; If-Match noemt de ETag van het voorstel dat bekeken is',
      parameters: id,
      answer: {
        status: 200,
        schema: z.object({ voorstelId: z.string(), gewijzigd: z.int(), nieuw: z.int() }),
      },
      refusals: [401, 403, 404, 409, 412, 428],
    }),
  );
  registry.registerPath(
    describeRoute({
      method: 'delete',
      path: '/excel/voorstellen/{id}',
      tags,
      summary: 'Een voorstel weggooien',
      parameters: id,
      answer: { status: 204, schema: null },
      refusals: [401, 404],
    }),
  );
}
