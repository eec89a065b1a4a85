import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { aanmelding, sessie, wachtwoordWijziging } from '../../data/schema/aanmelden.ts';
import type { Database } from '../db/database.ts';
import { findAddress } from '../http/origin.ts';
import { Problem, toInvalid } from '../http/problem.ts';
import { refuseQuery } from '../http/query.ts';
import { describeRoute, readBody } from '../http/valid-body.ts';
import { setPassword } from './accept-link.ts';
import type { Actor } from './actor.ts';
import { forgetAttempts, noteAttempt } from './attempts.ts';
import { audit, toNetwork } from './audit.ts';
import { needActor } from './current-actor.ts';
import { SESSION_COOKIE } from './identify.ts';
import { hashPassword, isPassword, refuseWeakPassword } from './passwords.ts';
import { endSession, endSessionsOf, startSession } from './sessions.ts';
import type { SignIn } from './sign-in.ts';

const tags = ['aanmelden'];

/** `GET`, `POST`, `DELETE /sessie`, `DELETE /sessies` and `PUT /accounts/mij/wachtwoord`. */
export function sessionRoutes(signIn: SignIn): OpenAPIHono {
  const { db, access } = signIn;
  const app = new OpenAPIHono();

  app.openAPIRegistry.registerPath(
    describeRoute({
      method: 'get',
      path: '/sessie',
      tags,
      summary: 'Wie er is aangemeld, en hoe u zich kunt aanmelden',
      answer: { status: 200, schema: sessie },
    }),
  );
  app.get('/sessie', refuseQuery, async (c) => c.json(await signIn.describe(getCookie(c, SESSION_COOKIE))));

  app.openAPIRegistry.registerPath(
    describeRoute({
      method: 'post',
      path: '/sessie',
      tags,
      summary: 'Aanmelden met e-mailadres en wachtwoord',
      body: aanmelding,
      answer: { status: 201, schema: sessie },
      refusals: [401, 403, 429],
    }),
  );
  app.post('/sessie', refuseQuery, async (c) => {
    if (!signIn.ways.lokaal) throw new Problem(403, 'Geen recht', 'Meld u aan bij uw eigen organisatie.');
    const { email, wachtwoord } = await readBody(c, aanmelding);
    const accountId = await checkPassword(c, signIn, email, wachtwoord);
    const token = await startSession(c, db, access, accountId);
    return c.json(await signIn.describe(token), 201);
  });

  app.openAPIRegistry.registerPath(
    describeRoute({
      method: 'delete',
      path: '/sessie',
      tags,
      summary: 'Afmelden; afmeldenBij is het adres om ook bij de eigen organisatie af te melden',
      answer: { status: 200, schema: z.object({ afmeldenBij: z.string().nullable() }) },
      refusals: [403],
    }),
  );
  app.delete('/sessie', refuseQuery, async (c) => {
    const actor = c.var.actor;
    const at = await endSession(c, db, access);
    if (actor) await audit(db, actor, 'afmelden', `account/${actor.accountId}`);
    return c.json({ afmeldenBij: at ? await signIn.findLogout(at) : null });
  });

  app.openAPIRegistry.registerPath(
    describeRoute({
      method: 'delete',
      path: '/sessies',
      tags,
      summary: 'Overal afmelden, op alle apparaten',
      answer: { status: 200, schema: z.object({ beeindigd: z.number().int() }) },
      refusals: [401, 403],
    }),
  );
  app.delete('/sessies', refuseQuery, async (c) => {
    const actor = needActor(c);
    const beeindigd = await endSessionsOf(db, actor.accountId);
    await endSession(c, db, access);
    await audit(db, actor, 'overal afmelden', `account/${actor.accountId}`, { beeindigdeSessies: beeindigd });
    return c.json({ beeindigd });
  });

  app.openAPIRegistry.registerPath(
    describeRoute({
      method: 'put',
      path: '/accounts/mij/wachtwoord',
      tags,
      summary: 'Het eigen wachtwoord wijzigen; andere sessies eindigen',
      body: wachtwoordWijziging,
      answer: { status: 204, schema: null },
      refusals: [401, 403, 429],
    }),
  );
  app.put('/accounts/mij/wachtwoord', refuseQuery, async (c) => {
    const actor = needActor(c);
    const { huidig, nieuw } = await readBody(c, wachtwoordWijziging);
    await changePassword(c, signIn, actor, huidig, nieuw);
    return c.body(null, 204);
  });
  return app;
}

interface Secret {
  id: string;
  organisatie: string;
  wachtwoord: string | null;
}

/** The account these belong to. Throws a Problem: 401 without telling what is wrong, 429 after too many attempts. */
async function checkPassword(
  c: Context,
  { db, access }: SignIn,
  email: string,
  wachtwoord: string,
): Promise<string> {
  const address = findAddress(c, access);
  await noteAttempt(db, email, address);
  const [account] = await db.query<Secret>(
    `select a.id, a.organisatie, a.wachtwoord from atlas.account a
     join atlas.organisatie o on o.code = a.organisatie and o.actief where lower(a.email) = lower($1) and a.actief`,
    [email],
  );
  const actor = account && { accountId: account.id, organisatie: { code: account.organisatie } };
  const netwerk = toNetwork(address);
  if (!(await isPassword(account?.wachtwoord ?? null, wachtwoord))) {
    await audit(db, actor ?? null, 'aanmelden geweigerd', actor ? `account/${actor.accountId}` : 'onbekend', {
      netwerk,
    });
    throw new Problem(401, 'Aanmelden mislukt', 'E-mailadres en wachtwoord horen niet bij elkaar.');
  }
  await forgetAttempts(db, email, address);
  await audit(db, actor!, 'aanmelden', `account/${actor!.accountId}`, { wijze: 'wachtwoord', netwerk });
  return account!.id;
}

async function changePassword(
  c: Context,
  { db, access }: SignIn,
  actor: Actor,
  huidig: string,
  nieuw: string,
): Promise<void> {
  const { email, wachtwoord } = await getSecret(db, actor.accountId);
  await noteAttempt(db, email, findAddress(c, access));
  if (!(await isPassword(wachtwoord, huidig))) {
    throw toInvalid([{ veld: 'huidig', waarde: '…', verwacht: 'uw huidige wachtwoord' }]);
  }
  await forgetAttempts(db, email, findAddress(c, access));
  refuseWeakPassword('nieuw', nieuw, email);
  const hashed = await hashPassword(nieuw);
  await db.transaction((tx) => setPassword(tx, actor.accountId, hashed, 'wachtwoord wijzigen'));
  await startSession(c, db, access, actor.accountId);
}

async function getSecret(db: Database, id: string): Promise<{ email: string; wachtwoord: string | null }> {
  const [row] = await db.query<{ email: string; wachtwoord: string | null }>(
    'select email, wachtwoord from atlas.account where id = $1',
    [id],
  );
  return row!;
}
