import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { records } from '../../data/records/index.ts';
import { bevinding, invoerRond, versie } from '../../data/schema/registratie.ts';
import { meesteWijzigingen } from '../../data/schema/samen.ts';
import { answer, body, conflicts, refusals } from './describe-parts.ts';

const soort = z
  .enum(records.map(({ meervoud }) => meervoud) as [string, ...string[]])
  .meta({ description: 'zoals in het adres; projecten voor het project zelf' });

const wijziging = z.strictObject({
  soort,
  id: z
    .string()
    .optional()
    .meta({ description: 'met rij: deze registratie wordt vervangen; zonder: een nieuwe' }),
  rij: z.int().positive().optional().meta({ description: 'de versie die wordt vervangen, zoals If-Match' }),
  gegevens: z.record(z.string(), z.unknown()).optional().meta({
    description:
      'de velden van deze soort, als bij maken of wijzigen; een verwijzing naar een nieuwe registratie van dezelfde lijst heet wijzigingen.0',
  }),
  ...invoerRond,
  weg: z.boolean().optional().meta({ description: 'intrekken: met reden, zonder gegevens' }),
});

const bewaard = z.object({
  id: z.string(),
  projectId: z.string(),
  gegevens: z.record(z.string(), z.unknown()),
  versie,
  mag: z.object({ wijzigen: z.boolean(), intrekken: z.boolean() }),
  letOp: z.array(bevinding),
});

/** Saving several records together in the OpenAPI document. */
export function describeTogetherRoute(app: OpenAPIHono): void {
  app.openAPIRegistry.registerPath({
    method: 'post',
    path: '/projecten/{id}/samen',
    tags: ['projecten'],
    summary: 'Meer registraties van een project samen bewaren, alles of niets',
    description:
      'Fouten noemen hun plek: wijzigingen.3.gegevens.naam. Bij 412 zegt wijziging om welke van de lijst het gaat.',
    request: {
      params: z.object({ id: z.string() }),
      body: body(z.strictObject({ wijzigingen: z.array(wijziging).min(1).max(meesteWijzigingen) })),
    },
    responses: {
      200: answer(
        z.object({ items: z.array(bewaard) }),
        'De bewaarde registraties, in volgorde van de lijst',
      ),
      ...refusals,
      412: conflicts[412],
    },
  });
}
