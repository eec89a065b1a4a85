import { OpenAPIHono, z } from '@hono/zod-openapi';
import { account, accountWijziging, link as linkAnswer, type Account } from '../../data/schema/aanmelden.ts';
import type { Queryable } from '../db/database.ts';
import { getOwnOrigin } from '../http/origin.ts';
import { Problem, toNotFound, toShown } from '../http/problem.ts';
import { refuseQuery } from '../http/query.ts';
import { describeRoute, readBody } from '../http/valid-body.ts';
import { getAccount, listAccounts, setRoles } from './accounts.ts';
import type { Actor } from './actor.ts';
import { audit } from './audit.ts';
import { needAdministrator } from './current-actor.ts';
import { makeLink } from './links.ts';
import { compareRoles, refuseForeignRoles } from './roles.ts';
import { endSessionsOf } from './sessions.ts';
import type { SignIn } from './sign-in.ts';

const tags = ['accounts'];
const parameters = z.object({ id: z.string() });

/** `GET /accounts`, `GET`, `PATCH`, `DELETE /accounts/{id}` and `POST /accounts/{id}/herstellink`. */
export function accountRoutes({ db, access }: SignIn): OpenAPIHono {
  const app = new OpenAPIHono();

  app.openAPIRegistry.registerPath(
    describeRoute({
      method: 'get',
      path: '/accounts',
      tags,
      summary: 'De accounts van de eigen organisatie; voor een atlasbeheerder alle (beheerder)',
      answer: { status: 200, schema: z.object({ items: z.array(account) }) },
      refusals: [401, 403],
    }),
  );
  app.get('/accounts', refuseQuery, async (c) => {
    const actor = needAdministrator(c);
    return c.json({ items: await listAccounts(db, actor.atlasbeheer ? null : actor.organisatie.code) });
  });

  app.openAPIRegistry.registerPath(
    describeRoute({
      method: 'patch',
      path: '/accounts/{id}',
      tags,
      summary: 'Naam, rollen en open of gesloten (beheerder)',
      parameters,
      body: accountWijziging,
      answer: { status: 200, schema: account },
      refusals: [401, 403, 404, 409],
    }),
  );
  app.patch('/accounts/:id', refuseQuery, async (c) => {
    const actor = needAdministrator(c);
    const wanted = await readBody(c, accountWijziging);
    const changed = await db.transaction(async (tx) => {
      const before = await getManaged(tx, actor, c.req.param('id'));
      refuseLockingOneselfOut(actor, before, wanted);
      if (wanted.rollen) refuseForeignRoles(actor, before.organisatie, before.rollen, wanted.rollen);
      return change(tx, actor, before, wanted);
    });
    return c.json(changed);
  });

  app.openAPIRegistry.registerPath(
    describeRoute({
      method: 'delete',
      path: '/accounts/{id}',
      tags,
      summary:
        'Een account sluiten en de persoonsgegevens wissen; wat ermee is vastgelegd blijft (beheerder)',
      parameters,
      answer: { status: 204, schema: null },
      refusals: [401, 403, 404, 409],
    }),
  );
  app.delete('/accounts/:id', refuseQuery, async (c) => {
    const actor = needAdministrator(c);
    await db.transaction(async (tx) => {
      const found = await getManaged(tx, actor, c.req.param('id'));
      refuseForeignPerson(actor, found);
      const { id } = found;
      if (id === actor.accountId) throw toOwnAccount();
      await setRoles(tx, id, []);
      await endSessionsOf(tx, id);
      await tx.query(
        `update atlas.account set naam = 'Gewist account', email = 'gewist-' || id || '@invalid', wachtwoord = null,
           uitgever = null, onderwerp = null, actief = false, atlasbeheer = false where id = $1`,
        [id],
      );
      await tx.query('delete from atlas.abonnement where account_id = $1', [id]);
      await audit(tx, actor, 'account wissen', `account/${id}`);
    });
    return c.body(null, 204);
  });

  app.openAPIRegistry.registerPath(
    describeRoute({
      method: 'post',
      path: '/accounts/{id}/herstellink',
      tags,
      summary: 'Een link waarmee iemand een nieuw wachtwoord kiest; wordt niet meer getoond (beheerder)',
      parameters,
      answer: { status: 201, schema: linkAnswer },
      refusals: [401, 403, 404],
    }),
  );
  app.post('/accounts/:id/herstellink', refuseQuery, async (c) => {
    const actor = needAdministrator(c);
    const made = await db.transaction(async (tx) => {
      const found = await getManaged(tx, actor, c.req.param('id'));
      refuseForeignPerson(actor, found);
      const { id, naam, email, organisatie } = found;
      await tx.query(`delete from atlas.uitnodiging where account_id = $1 and gebruikt_op is null`, [id]);
      const door = actor.accountId;
      const one = await makeLink(tx, { soort: 'wachtwoord', accountId: id, naam, email, organisatie, door });
      await audit(tx, actor, 'herstellink maken', `account/${id}`);
      return one;
    });
    return c.json({ ...made, link: `${getOwnOrigin(c, access)}${made.pad}` }, 201);
  });
  return app;
}

type Change = z.output<typeof accountWijziging>;

/**
 * An account `actor` manages. Throws a 404 Problem for one of another organisation, as if it were not there, and a 403
 * for who manages more than they do: whoever can give a new password can become that person.
 */
async function getManaged(tx: Queryable, actor: Actor, id: string): Promise<Account> {
  const found = await getAccount(tx, id);
  if (actor.atlasbeheer) return found;
  if (found.organisatie !== actor.organisatie.code) throw toNotFound(`Er is geen account ${toShown(id)}.`);
  if (!found.atlasbeheer) return found;
  throw new Problem(
    403,
    'Geen recht',
    'Dit account beheert de hele atlas; alleen zo iemand kan het wijzigen.',
  );
}

/** Throws a 403 Problem for a person of another organisation who is not its administrator. */
function refuseForeignPerson(actor: Actor, { organisatie, rollen }: Account): void {
  if (organisatie === actor.organisatie.code || rollen.some(({ rol }) => rol === 'beheerder')) return;
  throw new Problem(403, 'Geen recht', 'Dit doet de beheerder van die organisatie zelf.');
}

async function change(tx: Queryable, actor: Actor, before: Account, wanted: Change): Promise<Account> {
  const onderwerp = `account/${before.id}`;
  await tx.query(
    `update atlas.account set naam = coalesce($2, naam), actief = coalesce($3, actief), atlasbeheer = coalesce($4, atlasbeheer)
     where id = $1`,
    [before.id, wanted.naam ?? null, wanted.actief ?? null, wanted.atlasbeheer ?? null],
  );
  if (wanted.naam !== undefined && wanted.naam !== before.naam)
    await audit(tx, actor, 'account hernoemen', onderwerp);
  if (wanted.actief !== undefined && wanted.actief !== before.actief) {
    if (!wanted.actief) await endSessionsOf(tx, before.id);
    await audit(tx, actor, wanted.actief ? 'account heropenen' : 'account sluiten', onderwerp);
  }
  if (wanted.atlasbeheer !== undefined && wanted.atlasbeheer !== before.atlasbeheer) {
    await audit(tx, actor, wanted.atlasbeheer ? 'atlasbeheer geven' : 'atlasbeheer afnemen', onderwerp);
  }
  if (wanted.rollen) {
    await setRoles(tx, before.id, wanted.rollen);
    await audit(tx, actor, 'rollen wijzigen', onderwerp, compareRoles(before.rollen, wanted.rollen));
  }
  return getAccount(tx, before.id);
}

/** An administrator cannot close the door behind themselves, nor take more than they have. */
function refuseLockingOneselfOut(actor: Actor, { id }: Account, wanted: Change): void {
  if (wanted.atlasbeheer !== undefined && !actor.atlasbeheer) {
    throw new Problem(
      403,
      'Geen recht',
      'Alleen een beheerder van de hele atlas geeft dat beheer aan een ander.',
    );
  }
  if (id !== actor.accountId) return;
  const staysAdministrator = wanted.rollen?.some(({ rol }) => rol === 'beheerder') ?? true;
  if (wanted.actief === false || wanted.atlasbeheer === false || !staysAdministrator) throw toOwnAccount();
}

function toOwnAccount(): Problem {
  return new Problem(
    409,
    'Kan niet',
    'Uw eigen beheer kunt u niet afsluiten; dat doet een andere beheerder.',
  );
}
