import { OpenAPIHono, z } from '@hono/zod-openapi';
import {
  abonnement,
  nieuwAbonnement,
  wijzigingAbonnement,
  type Abonnement,
} from '../../data/schema/abonnement.ts';
import { audit } from '../auth/audit.ts';
import { needActor } from '../auth/current-actor.ts';
import type { Config } from '../config.ts';
import type { Queryable } from '../db/database.ts';
import { Problem, toInvalid, toNotFound, toShown } from '../http/problem.ts';
import { refuseQuery } from '../http/query.ts';
import { describeRoute, readBody } from '../http/valid-body.ts';
import { findWebhookFault } from './addresses.ts';
import { defaultEvents } from './config.ts';
import { readSubject } from './subject.ts';

const tags = ['abonnementen'];
const parameters = z.object({ id: z.string() });
/** Of one account. */
const maxSubscriptions = 100;

const LIST = `
  select a.id, a.onderwerp, a.code, a.soorten, a.webhook, a.actief,
    to_char(a.aangemaakt_op at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "aangemaaktOp",
    case when a.onderwerp = 'gebied' then a.naam
      when a.onderwerp = 'project' then (select p.naam from atlas.project_nu p where p.id = a.code limit 1)
      else (select g.naam from atlas.gebied g where g.soort = a.onderwerp and g.code = a.code limit 1) end as naam,
    (select jsonb_build_object('status', l.status, 'pogingen', l.pogingen, 'fout', l.fout,
        'volgendeOp', to_char(l.volgende_op at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
      from atlas.aflevering l join atlas.bericht b on b.id = l.bericht_id join atlas.gebeurtenis g on g.id = b.gebeurtenis_id
      where b.abonnement_id = a.id order by g.nr desc limit 1) as aflevering
  from atlas.abonnement a
  where a.account_id = atlas.eigen_account() and ($1::text is null or a.id = $1)
  order by a.aangemaakt_op, a.id`;

/** `GET`, `POST /abonnementen`; `PATCH`, `DELETE /abonnementen/{id}`. */
export function subscriptionRoutes(config: Config): OpenAPIHono {
  const app = new OpenAPIHono();
  const { allowPrivate } = config.events ?? defaultEvents;
  describe(app);

  app.get('/abonnementen', refuseQuery, async (c) => {
    needActor(c);
    c.header('Cache-Control', 'private, no-store');
    return c.json({ items: await c.var.reader.query<Abonnement>(LIST, [null]) });
  });

  app.post('/abonnementen', refuseQuery, async (c) => {
    const actor = needActor(c);
    const wanted = await readBody(c, nieuwAbonnement);
    refuseWebhook(wanted.webhook, allowPrivate);
    const { code, ewkb } = await readSubject(c, wanted);
    const made = await c.var.reader.transaction(async (tx) => {
      const [{ aantal } = { aantal: 0 }] = await tx.query<{ aantal: number }>(
        'select count(*)::int as aantal from atlas.abonnement where account_id = atlas.eigen_account()',
      );
      if (aantal >= maxSubscriptions)
        throw new Problem(409, 'Te veel', `U heeft al ${aantal} abonnementen; zeg er eerst een op.`);
      const [row] = await tx.query<{ id: string }>(
        `insert into atlas.abonnement (account_id, organisatie, onderwerp, code, gebied, naam, soorten, webhook)
         values (atlas.eigen_account(), atlas.eigen_organisatie(), $1, $2, $3::geometry, $4, $5::text[], $6) returning id`,
        [wanted.onderwerp, code, ewkb, ewkb ? (wanted.naam ?? null) : null, wanted.soorten, wanted.webhook],
      );
      await audit(tx, actor, 'abonnement nemen', `abonnement/${row!.id}`, {
        onderwerp: wanted.onderwerp,
        code,
        webhook: wanted.webhook !== null,
      });
      return find(tx, row!.id);
    });
    c.header('Location', `/api/v1/abonnementen/${made.id}`);
    return c.json(made, 201);
  });

  app.patch('/abonnementen/:id', refuseQuery, async (c) => {
    needActor(c);
    const id = c.req.param('id');
    const wanted = await readBody(c, wijzigingAbonnement);
    refuseWebhook(wanted.webhook ?? null, allowPrivate);
    const changed = await c.var.reader.transaction(async (tx) => {
      await tx.query(
        `update atlas.abonnement set actief = coalesce($2, actief), soorten = coalesce($3::text[], soorten),
           webhook = case when $4 then $5 else webhook end
         where id = $1 and account_id = atlas.eigen_account()`,
        [
          id,
          wanted.actief ?? null,
          wanted.soorten ?? null,
          wanted.webhook !== undefined,
          wanted.webhook ?? null,
        ],
      );
      return find(tx, id);
    });
    return c.json(changed);
  });

  app.delete('/abonnementen/:id', refuseQuery, async (c) => {
    needActor(c);
    const id = c.req.param('id');
    const gone = await c.var.reader.transaction((tx) =>
      tx.query(
        'delete from atlas.abonnement where id = $1 and account_id = atlas.eigen_account() returning id',
        [id],
      ),
    );
    if (gone.length === 0) throw toAbsent(id);
    return c.body(null, 204);
  });
  return app;
}

const toAbsent = (id: string): Problem => toNotFound(`Er is geen abonnement ${toShown(id)}.`);

async function find(db: Queryable, id: string): Promise<Abonnement> {
  const [found] = await db.query<Abonnement>(LIST, [id]);
  if (!found) throw toAbsent(id);
  return found;
}

function refuseWebhook(webhook: string | null, allowPrivate: boolean): void {
  const verwacht = webhook === null ? null : findWebhookFault(webhook, allowPrivate);
  if (verwacht) throw toInvalid([{ veld: 'webhook', waarde: toShown(webhook), verwacht }]);
}

function describe(app: OpenAPIHono): void {
  const items = z.object({ items: z.array(abonnement) });
  for (const route of [
    {
      method: 'get',
      path: '/abonnementen',
      summary: 'Uw abonnementen',
      answer: { status: 200, schema: items },
    },
    {
      method: 'post',
      path: '/abonnementen',
      summary: 'Een project, gemeente, provincie of getekend gebied volgen',
      body: nieuwAbonnement,
      answer: { status: 201, schema: abonnement },
    },
    {
      method: 'patch',
      path: '/abonnementen/{id}',
      summary: 'Een abonnement stilzetten, of andere soorten of een andere webhook',
      parameters,
      body: wijzigingAbonnement,
      answer: { status: 200, schema: abonnement },
    },
    {
      method: 'delete',
      path: '/abonnementen/{id}',
      summary: 'Een abonnement opzeggen, met zijn berichten',
      parameters,
      answer: { status: 204, schema: null },
    },
  ] as const)
    app.openAPIRegistry.registerPath(
      describeRoute({ ...route, tags, refusals: 'parameters' in route ? [401, 404] : [401, 409] }),
    );
}
