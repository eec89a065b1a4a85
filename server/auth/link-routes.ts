import { OpenAPIHono, z } from '@hono/zod-openapi';
import {
  gebruikteLink,
  geopendeLink,
  link as linkAnswer,
  nieuweUitnodiging,
  sessie,
  uitnodiging,
  type Organisatie,
} from '../../data/schema/aanmelden.ts';
import { findAddress, getOwnOrigin } from '../http/origin.ts';
import { Problem, toNotFound } from '../http/problem.ts';
import { refuseQuery } from '../http/query.ts';
import { describeRoute, readBody } from '../http/valid-body.ts';
import { acceptLink } from './accept-link.ts';
import { hasAccount, refuseClosedOrganisation, toTaken } from './accounts.ts';
import { forgetAttempts } from './attempts.ts';
import { audit } from './audit.ts';
import { needAdministrator, refuseOtherOrganisation } from './current-actor.ts';
import { getLink, LINK_COLUMNS, makeLink, type Link } from './links.ts';
import { refuseForeignRoles } from './roles.ts';
import { startSession } from './sessions.ts';
import type { SignIn } from './sign-in.ts';

const tags = ['uitnodigingen'];
const token = z.object({ token: z.string() });

/** `GET`, `POST /uitnodigingen`; `GET`, `POST /uitnodigingen/{token}`; `DELETE /uitnodigingen/{id}`. */
export function linkRoutes(signIn: SignIn): OpenAPIHono {
  const { db, access } = signIn;
  const app = new OpenAPIHono();

  app.openAPIRegistry.registerPath(
    describeRoute({
      method: 'get',
      path: '/uitnodigingen',
      tags,
      summary: 'Uitnodigingen die nog open staan (beheerder)',
      answer: { status: 200, schema: z.object({ items: z.array(uitnodiging) }) },
      refusals: [401, 403],
    }),
  );
  app.get('/uitnodigingen', refuseQuery, async (c) => {
    const actor = needAdministrator(c);
    const rows = await db.query<Link>(
      `select ${LINK_COLUMNS} from atlas.uitnodiging
       where soort = 'account' and gebruikt_op is null and verloopt_op > now() and ($1::text is null or organisatie = $1)
       order by aangemaakt_op desc`,
      [actor.atlasbeheer ? null : actor.organisatie.code],
    );
    return c.json({ items: rows.map(({ accountId: _accountId, ...shown }) => shown) });
  });

  app.openAPIRegistry.registerPath(
    describeRoute({
      method: 'post',
      path: '/uitnodigingen',
      tags,
      summary: 'Iemand uitnodigen; de link in het antwoord wordt niet meer getoond (beheerder)',
      body: nieuweUitnodiging,
      answer: { status: 201, schema: linkAnswer },
      refusals: [401, 403, 409],
    }),
  );
  app.post('/uitnodigingen', refuseQuery, async (c) => {
    const actor = needAdministrator(c);
    const wanted = await readBody(c, nieuweUitnodiging);
    const organisatie = wanted.organisatie ?? actor.organisatie.code;
    refuseOtherOrganisation(actor, organisatie);
    refuseForeignRoles(actor, organisatie, [], wanted.rollen);
    await refuseClosedOrganisation(db, organisatie);
    if (await hasAccount(db, wanted.email)) throw toTaken();
    const made = await db.transaction(async (tx) => {
      const one = await makeLink(tx, { ...wanted, soort: 'account', organisatie, door: actor.accountId });
      await audit(tx, actor, 'uitnodigen', `uitnodiging/${one.id}`, { organisatie, rollen: wanted.rollen });
      return one;
    });
    return c.json({ ...made, link: `${getOwnOrigin(c, access)}${made.pad}` }, 201);
  });

  app.openAPIRegistry.registerPath(
    describeRoute({
      method: 'get',
      path: '/uitnodigingen/{token}',
      tags,
      summary: 'Wat deze link doet',
      parameters: token,
      answer: { status: 200, schema: geopendeLink },
      refusals: [404],
    }),
  );
  app.get('/uitnodigingen/:token', refuseQuery, async (c) => {
    const link = await getLink(db, c.req.param('token'));
    const [organisatie] = await db.query<Organisatie>(
      'select code, naam, soort from atlas.organisatie where code = $1',
      [link.organisatie],
    );
    const { soort, naam, email, rollen, verlooptOp } = link;
    const { lokaal, oidc } = signIn.ways;
    const query = `?uitnodiging=${encodeURIComponent(c.req.param('token'))}`;
    const providers = oidc.map((provider) => ({ ...provider, pad: `${provider.pad}${query}` }));
    return c.json({
      soort,
      naam,
      email,
      organisatie: organisatie ?? null,
      rollen,
      verlooptOp,
      lokaal,
      oidc: providers,
    });
  });

  app.openAPIRegistry.registerPath(
    describeRoute({
      method: 'post',
      path: '/uitnodigingen/{token}',
      tags,
      summary: 'De link gebruiken: account maken of wachtwoord kiezen, en meteen aanmelden',
      parameters: token,
      body: gebruikteLink,
      answer: { status: 201, schema: sessie },
      refusals: [403, 404, 409, 429],
    }),
  );
  app.post('/uitnodigingen/:token', refuseQuery, async (c) => {
    if (!signIn.ways.lokaal) {
      throw new Problem(
        403,
        'Geen recht',
        'Kies op de pagina van de link uw eigen organisatie om u aan te melden.',
      );
    }
    const link = await getLink(db, c.req.param('token'));
    const given = await readBody(c, gebruikteLink);
    const accountId = await acceptLink(db, link, given);
    if (link.email) await forgetAttempts(db, link.email, findAddress(c, access));
    const session = await startSession(c, db, access, accountId);
    return c.json(await signIn.describe(session), 201);
  });

  app.openAPIRegistry.registerPath(
    describeRoute({
      method: 'delete',
      path: '/uitnodigingen/{id}',
      tags,
      summary: 'Een uitnodiging intrekken (beheerder)',
      parameters: z.object({ id: z.string() }),
      answer: { status: 204, schema: null },
      refusals: [401, 403, 404],
    }),
  );
  app.delete('/uitnodigingen/:id', refuseQuery, async (c) => {
    const actor = needAdministrator(c);
    const id = c.req.param('id');
    await db.transaction(async (tx) => {
      const gone = await tx.query(
        `delete from atlas.uitnodiging where id = $1 and soort = 'account' and gebruikt_op is null
         and ($2::text is null or organisatie = $2) returning id`,
        [id, actor.atlasbeheer ? null : actor.organisatie.code],
      );
      if (gone.length === 0) throw toNotFound('Er is geen open uitnodiging met dit nummer.');
      await audit(tx, actor, 'uitnodiging intrekken', `uitnodiging/${id}`);
    });
    return c.body(null, 204);
  });
  return app;
}
