import { createHash } from 'node:crypto';
import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Aanmeldfout } from '../../data/schema/aanmelden.ts';
import type { Queryable } from '../db/database.ts';
import { findAddress } from '../http/origin.ts';
import { Problem, toNotFound, toShown } from '../http/problem.ts';
import { describeRoute } from '../http/valid-body.ts';
import { audit, toNetwork } from './audit.ts';
import { getLink } from './links.ts';
import { OidcRefusal, type Checks } from './oidc.ts';
import { findOrJoin } from './provision.ts';
import type { Provider } from './providers.ts';
import { cookieOf, makeToken, startSession } from './sessions.ts';
import type { SignIn } from './sign-in.ts';

const COOKIE = 'atlas_oidc';
const tags = ['aanmelden'];
const parameters = z.object({ id: z.string() });

interface Attempt extends Checks {
  aanbieder: string;
  uitnodiging: string | null;
  terug: string;
}

/** `GET /aanmelden/oidc/{id}` and `/aanmelden/oidc/{id}/terug`: the browser goes there and back. */
export function oidcRoutes(signIn: SignIn): OpenAPIHono {
  const { db, access, oidc } = signIn;
  const app = new OpenAPIHono();

  app.openAPIRegistry.registerPath(
    describeRoute({
      method: 'get',
      path: '/aanmelden/oidc/{id}',
      tags,
      summary: 'Aanmelden bij de eigen organisatie (OpenID Connect): stuurt de browser door',
      parameters,
      query: z.object({ terug: z.string().optional(), uitnodiging: z.string().optional() }),
      answer: { status: 302, schema: null },
      refusals: [404],
    }),
  );
  app.get('/aanmelden/oidc/:id', async (c) => {
    const provider = getProvider(signIn, c.req.param('id'));
    const terug = toOwnPath(c.req.query('terug'));
    return redirecting(c, signIn, { terug }, async () => {
      const token = c.req.query('uitnodiging');
      const link = token ? await getInvitation(db, token) : null;
      const { url, checks } = await oidc.begin(provider);
      const attempt = makeToken();
      await db.query(
        `insert into atlas.oidc_poging (id, aanbieder, state, nonce, code_verifier, uitnodiging, terug, verloopt_op)
         values ($1, $2, $3, $4, $5, $6, $7, now() + interval '10 minutes')`,
        [toAttemptId(attempt), provider.id, checks.state, checks.nonce, checks.codeVerifier, link, terug],
      );
      setCookie(c, COOKIE, attempt, { ...cookieOf(c, access), path: '/api/v1/aanmelden', maxAge: 600 });
      return url;
    });
  });

  app.openAPIRegistry.registerPath(
    describeRoute({
      method: 'get',
      path: '/aanmelden/oidc/{id}/terug',
      tags,
      summary: 'Hier komt de browser terug van de eigen organisatie',
      parameters,
      answer: { status: 302, schema: null },
      refusals: [404],
    }),
  );
  app.get('/aanmelden/oidc/:id/terug', async (c) => {
    const provider = getProvider(signIn, c.req.param('id'));
    const journey: Journey = { terug: '/' };
    return redirecting(c, signIn, journey, async () => {
      const attempt = await takeAttempt(c, db, provider);
      journey.terug = attempt.terug;
      deleteCookie(c, COOKIE, { ...cookieOf(c, access), path: '/api/v1/aanmelden' });
      const query = new URL(c.req.url).search.slice(1);
      const { claims, idToken } = await oidc.finish(provider, query, attempt);
      const accountId = await findOrJoin(db, provider, claims, attempt.uitnodiging);
      await startSession(c, db, access, accountId, { provider: provider.id, idToken });
      const [account] = await db.query<{ organisatie: string }>(
        'select organisatie from atlas.account where id = $1',
        [accountId],
      );
      const actor = { accountId, organisatie: { code: account!.organisatie } };
      const netwerk = toNetwork(findAddress(c, access));
      await audit(db, actor, 'aanmelden', `account/${accountId}`, { wijze: `oidc/${provider.id}`, netwerk });
      return attempt.terug;
    });
  });
  return app;
}

/** Where somebody was going when they set out to sign in. */
interface Journey {
  terug: string;
}

/** Sends the browser where `work` says; a refusal goes to the page for signing in, which says why and goes on from there. */
async function redirecting(
  c: Context,
  signIn: SignIn,
  journey: Journey,
  work: () => Promise<string>,
): Promise<Response> {
  c.header('Referrer-Policy', 'no-referrer');
  try {
    return c.redirect(await work(), 302);
  } catch (error) {
    if (!(error instanceof OidcRefusal)) throw error;
    await noteRefusal(c, signIn, error.reason);
    const on = journey.terug === '/' ? '' : `&terug=${encodeURIComponent(journey.terug)}`;
    return c.redirect(`/aanmelden?fout=${error.reason}${on}`, 302);
  }
}

async function noteRefusal(c: Context, { db, access }: SignIn, reden: Aanmeldfout): Promise<void> {
  const netwerk = toNetwork(findAddress(c, access));
  await audit(db, null, 'aanmelden geweigerd', `oidc/${c.req.param('id')}`, { reden, netwerk });
}

function getProvider({ oidc }: SignIn, id: string): Provider {
  const provider = oidc.find(id);
  if (!provider) throw toNotFound(`Er is geen aanmelddienst ${toShown(id)}.`);
  return provider;
}

async function getInvitation(db: Queryable, token: string): Promise<string> {
  try {
    return (await getLink(db, token)).id;
  } catch (error) {
    if (error instanceof Problem) throw new OidcRefusal('ongeldige-uitnodiging', { cause: error });
    throw error;
  }
}

const toAttemptId = (token: string): string => createHash('sha256').update(token).digest('hex');

/** What this browser set out with; it can come back once. */
async function takeAttempt(c: Context, db: Queryable, provider: Provider): Promise<Attempt> {
  const token = getCookie(c, COOKIE);
  if (!token) throw new OidcRefusal('verlopen');
  const [row] = await db.query<Attempt & { isInTime: boolean }>(
    `delete from atlas.oidc_poging where id = $1
     returning aanbieder, state, nonce, code_verifier as "codeVerifier", uitnodiging, terug, verloopt_op > now() as "isInTime"`,
    [toAttemptId(token)],
  );
  if (!row?.isInTime || row.aanbieder !== provider.id) throw new OidcRefusal('verlopen');
  return row;
}

/** A path within the atlas; the map when it is anything else, so that nobody is sent on to another site. */
function toOwnPath(path: string | undefined): string {
  return path && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : '/';
}
