import { OpenAPIHono, z } from '@hono/zod-openapi';
import { account, auditregel } from '../../data/schema/aanmelden.ts';
import { uitTekst } from '../../data/schema/getal.ts';
import type { Database } from '../db/database.ts';
import { toInvalid } from '../http/problem.ts';
import { describeIssues, queryOf, refuseQuery } from '../http/query.ts';
import { describeRoute } from '../http/valid-body.ts';
import { getAccount } from './accounts.ts';
import { needActor, needAdministrator } from './current-actor.ts';
import type { SignIn } from './sign-in.ts';

const instant = (column: string): string => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const AUDIT_COLUMNS = `${instant('moment')} as moment, account, organisatie, handeling, onderwerp, gegevens`;
const auditQuery = queryOf({
  vanaf: z.iso
    .date()
    .refine((date) => date >= '1900-01-01', { error: 'een datum vanaf 1900-01-01' })
    .optional(),
  aantal: uitTekst(z.number().int().min(1).max(1000).default(200)),
});

const eigenGegevens = z.object({
  account,
  sessies: z.array(z.object({ aangemaaktOp: z.string(), gezienOp: z.string(), verlooptOp: z.string() })),
  contactpersoon: z
    .array(z.record(z.string(), z.unknown()))
    .meta({ description: 'waar u als contactpersoon staat, met uw e-mailadres' }),
  vastgelegd: z.array(z.object({ soort: z.string(), versies: z.number().int() })),
  abonnementen: z.array(z.record(z.string(), z.unknown())).meta({ description: 'wat u volgt' }),
  auditregels: z.array(auditregel),
});

/** `GET /accounts/mijn-gegevens` (AVG, article 15) and `GET /auditregels`. */
export function ownRoutes({ db }: SignIn): OpenAPIHono {
  const app = new OpenAPIHono();
  app.openAPIRegistry.registerPath(
    describeRoute({
      method: 'get',
      path: '/accounts/mijn-gegevens',
      tags: ['accounts'],
      summary: 'Alle persoonsgegevens die de atlas van u heeft',
      answer: { status: 200, schema: eigenGegevens },
      refusals: [401],
    }),
  );
  app.get('/accounts/mijn-gegevens', refuseQuery, async (c) => {
    const { accountId } = needActor(c);
    c.header('Content-Disposition', 'attachment; filename="mijn-gegevens.json"');
    return c.json(await gatherOwn(db, accountId));
  });

  app.openAPIRegistry.registerPath(
    describeRoute({
      method: 'get',
      path: '/auditregels',
      tags: ['accounts'],
      summary: 'Wie deed wat, van de eigen organisatie; nieuwste eerst (beheerder)',
      query: auditQuery,
      answer: { status: 200, schema: z.object({ items: z.array(auditregel) }) },
      refusals: [401, 403],
    }),
  );
  app.get('/auditregels', async (c) => {
    const actor = needAdministrator(c);
    const given = c.req.query();
    const query = auditQuery.safeParse(given);
    if (!query.success) throw toInvalid(describeIssues(query.error.issues, given));
    const items = await db.query(
      `select ${AUDIT_COLUMNS} from atlas.auditregel
       where ($1::text is null or organisatie = $1) and ($2::date is null or moment >= $2::date)
       order by rij desc limit $3`,
      [actor.atlasbeheer ? null : actor.organisatie.code, query.data.vanaf ?? null, query.data.aantal],
    );
    return c.json({ items });
  });
  return app;
}

/** Kinds of versions that carry who made them. */
const recorded = [
  'project',
  'component',
  'partij',
  'contactpersoon',
  'variant',
  'besluit',
  'actie',
  'monitoring',
  'energyboardvraag',
  'opmerking',
  'betwisting',
  'document',
  'koppeling',
  'ibn',
  'mijlpaal',
  'rondestap',
];

async function gatherOwn(db: Database, accountId: string): Promise<z.input<typeof eigenGegevens>> {
  const own = await getAccount(db, accountId);
  const sessies = await db.query<z.input<typeof eigenGegevens>['sessies'][number]>(
    `select ${instant('aangemaakt_op')} as "aangemaaktOp", ${instant('gezien_op')} as "gezienOp",
       ${instant('verloopt_op')} as "verlooptOp" from atlas.sessie where account_id = $1 order by aangemaakt_op`,
    [accountId],
  );
  const contactpersoon = await db.query<Record<string, unknown>>(
    `select id, project_id as "projectId", organisatie, naam, functie, email, telefoon, bewaren_tot::text as "bewarenTot",
       ${instant('bekend_van')} as "bekendVan", ${instant('bekend_tot')} as "bekendTot"
     from atlas.contactpersoon where lower(email) = lower($1) order by id, bekend_van`,
    [own.email],
  );
  const abonnementen = await db.query<Record<string, unknown>>(
    `select id, onderwerp, code, naam, ST_AsText(gebied) as "gebiedRd", soorten, webhook, actief,
       ${instant('aangemaakt_op')} as "aangemaaktOp" from atlas.abonnement where account_id = $1 order by aangemaakt_op`,
    [accountId],
  );
  const counts = recorded.map(
    (kind) => `select '${kind}' as soort, count(*)::int as versies from atlas.${kind} where door = $1`,
  );
  const vastgelegd = await db.query<{ soort: string; versies: number }>(
    `select * from (${counts.join(' union all ')}) each where versies > 0`,
    [accountId],
  );
  const auditregels = await db.query<z.input<typeof auditregel>>(
    `select ${AUDIT_COLUMNS} from atlas.auditregel where account = $1 order by rij`,
    [accountId],
  );
  return { account: own, sessies, contactpersoon, vastgelegd, abonnementen, auditregels };
}
