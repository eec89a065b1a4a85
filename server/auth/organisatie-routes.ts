import { OpenAPIHono, z } from '@hono/zod-openapi';
import { nieuweOrganisatie, organisatie, type Organisatie } from '../../data/schema/aanmelden.ts';
import { soortenOrganisatie } from '../../data/vocabulary.ts';
import { Problem, toInvalid, toNotFound, toShown } from '../http/problem.ts';
import { describeIssues, queryOf, refuseQuery } from '../http/query.ts';
import { describeRoute, readBody } from '../http/valid-body.ts';
import { audit } from './audit.ts';
import { needActor } from './current-actor.ts';
import type { Actor } from './actor.ts';
import type { SignIn } from './sign-in.ts';

const tags = ['organisaties'];
const listQuery = queryOf({ soort: z.enum(soortenOrganisatie).optional() });
const change = z.strictObject({
  naam: z.string().trim().min(1).max(120).optional(),
  actief: z.boolean().optional(),
});
const parameters = z.object({ code: z.string() });

/** `GET`, `POST /organisaties` and `PATCH /organisaties/{code}`. */
export function organisatieRoutes({ db }: SignIn): OpenAPIHono {
  const app = new OpenAPIHono();
  app.openAPIRegistry.registerPath(
    describeRoute({
      method: 'get',
      path: '/organisaties',
      tags,
      summary: 'De organisaties die meedoen',
      query: listQuery,
      answer: { status: 200, schema: z.object({ items: z.array(organisatie) }) },
    }),
  );
  app.get('/organisaties', async (c) => {
    const given = c.req.query();
    const query = listQuery.safeParse(given);
    if (!query.success) throw toInvalid(describeIssues(query.error.issues, given));
    const items = await db.query<Organisatie>(
      `select code, naam, soort from atlas.organisatie where actief and ($1::text is null or soort = $1)
       order by array_position(array['Rijk', 'provincie', 'gemeente', 'waterschap', 'netbeheerder', 'overig'], soort), naam`,
      [query.data.soort ?? null],
    );
    return c.json({ items });
  });

  app.openAPIRegistry.registerPath(
    describeRoute({
      method: 'post',
      path: '/organisaties',
      tags,
      summary: 'Een organisatie toevoegen (atlasbeheerder)',
      body: nieuweOrganisatie,
      answer: { status: 201, schema: organisatie },
      refusals: [401, 403, 409],
    }),
  );
  app.post('/organisaties', refuseQuery, async (c) => {
    const actor = needAtlasAdministrator(needActor(c));
    const { code, naam, soort } = await readBody(c, nieuweOrganisatie);
    await db.transaction(async (tx) => {
      const added = await tx.query(
        'insert into atlas.organisatie (code, naam, soort) values ($1, $2, $3) on conflict do nothing returning code',
        [code, naam, soort],
      );
      if (added.length === 0)
        throw new Problem(409, 'Bestaat al', `Er is al een organisatie met code ${code}.`);
      await audit(tx, actor, 'organisatie toevoegen', `organisatie/${code}`, { naam, soort });
    });
    c.header('Location', `/api/v1/organisaties/${code}`);
    return c.json({ code, naam, soort }, 201);
  });

  app.openAPIRegistry.registerPath(
    describeRoute({
      method: 'patch',
      path: '/organisaties/{code}',
      tags,
      summary: 'Een organisatie hernoemen, sluiten of heropenen (atlasbeheerder)',
      parameters,
      body: change,
      answer: { status: 200, schema: organisatie.extend({ actief: z.boolean() }) },
      refusals: [401, 403, 404],
    }),
  );
  app.patch('/organisaties/:code', refuseQuery, async (c) => {
    const actor = needAtlasAdministrator(needActor(c));
    const code = c.req.param('code');
    const wanted = await readBody(c, change);
    if (wanted.actief === false && code === actor.organisatie.code) {
      throw new Problem(409, 'Kan niet', 'U kunt uw eigen organisatie niet sluiten.');
    }
    const changed = await db.transaction(async (tx) => {
      const [row] = await tx.query<Organisatie & { actief: boolean }>(
        `update atlas.organisatie set naam = coalesce($2, naam), actief = coalesce($3, actief) where code = $1
         returning code, naam, soort, actief`,
        [code, wanted.naam ?? null, wanted.actief ?? null],
      );
      if (!row) throw toNotFound(`Er is geen organisatie ${toShown(code)}.`);
      await audit(tx, actor, 'organisatie wijzigen', `organisatie/${code}`, wanted);
      return row;
    });
    return c.json(changed);
  });
  return app;
}

function needAtlasAdministrator(actor: Actor): Actor {
  if (actor.atlasbeheer) return actor;
  throw new Problem(403, 'Geen recht', 'Dit kan alleen een beheerder van de hele atlas.');
}
