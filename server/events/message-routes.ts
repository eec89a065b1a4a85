import { OpenAPIHono, z } from '@hono/zod-openapi';
import { berichten, gelezen, type Bericht, type Berichten } from '../../data/schema/abonnement.ts';
import { needActor } from '../auth/current-actor.ts';
import type { Scoped } from '../db/database.ts';
import { refuseQuery } from '../http/query.ts';
import { describeRoute, readBody } from '../http/valid-body.ts';

/** Newest messages in the digest; older ones are in the history of their project. */
const shown = 500;

// An event that reached somebody by two subscriptions is one message. What it says is read through their rights now:
// what may no longer be seen is no longer told.
const DIGEST = `
  with mijn as materialized (
    select g.id, g.nr, g.soort, g.tabel, g.project_id, g.versie, g.vorige, g.moment,
      case when bool_and(b.gelezen_op is not null) then max(b.gelezen_op) end as gelezen_op
    from atlas.bericht b join atlas.gebeurtenis g on g.id = b.gebeurtenis_id
    where b.account_id = atlas.eigen_account()
    group by g.id, g.nr, g.soort, g.tabel, g.project_id, g.versie, g.vorige, g.moment
    order by g.nr desc limit ${shown})
  select m.id, m.soort, to_char(m.moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as moment,
    to_char(m.gelezen_op at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "gelezenOp",
    m.project_id as "projectId", s.project_naam as naam, s.wat, s.van, s.naar
  from mijn m
  join atlas.gezien((select coalesce(jsonb_agg(to_jsonb(mijn)), '[]') from mijn)) s on s.id = m.id
  order by m.nr desc`;

/** `GET /berichten` and `POST /berichten/gelezen`. */
export function messageRoutes(): OpenAPIHono {
  const app = new OpenAPIHono();
  app.openAPIRegistry.registerPath(
    describeRoute({
      method: 'get',
      path: '/berichten',
      tags: ['abonnementen'],
      summary: 'Wat er is veranderd in wat u volgt, per project; het nieuwste eerst',
      answer: { status: 200, schema: berichten },
      refusals: [401],
    }),
  );
  app.get('/berichten', refuseQuery, async (c) => {
    needActor(c);
    c.header('Cache-Control', 'private, no-store');
    return c.json(await readDigest(c.var.reader));
  });

  app.openAPIRegistry.registerPath(
    describeRoute({
      method: 'post',
      path: '/berichten/gelezen',
      tags: ['abonnementen'],
      summary: 'Berichten als gelezen aanmerken',
      body: gelezen,
      answer: { status: 200, schema: z.object({ gelezen: z.number().int() }) },
      refusals: [401],
    }),
  );
  app.post('/berichten/gelezen', refuseQuery, async (c) => {
    needActor(c);
    const { berichten: ids } = await readBody(c, gelezen);
    const changed = await c.var.reader.transaction((tx) =>
      tx.query(
        `update atlas.bericht set gelezen_op = now()
         where account_id = atlas.eigen_account() and gelezen_op is null and ($1::text[] is null or gebeurtenis_id = any ($1))
         returning id`,
        [ids ?? null],
      ),
    );
    return c.json({ gelezen: changed.length });
  });
  return app;
}

async function readDigest(reader: Scoped): Promise<Berichten> {
  const rows = await reader.query<Bericht & { projectId: string; naam: string | null }>(DIGEST);
  const projecten = new Map<string, Berichten['projecten'][number]>();
  for (const { projectId, naam, ...message } of rows) {
    const project = projecten.get(projectId) ?? { projectId, naam, berichten: [] };
    projecten.set(projectId, project);
    project.berichten.push(message);
  }
  return {
    ongelezen: rows.filter(({ gelezenOp }) => gelezenOp === null).length,
    projecten: [...projecten.values()],
  };
}
