// Signing in at the own organisation, against a real OpenID provider on this machine, on both engines.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aanmeldfouten } from '../data/schema/aanmelden.ts';
import { engines, openTestDatabase, type TestDatabase } from './engines.ts';
import { CLIENT, KEY_CLIENT_ID, openVisitor, startOidcServer, type OidcServer } from './oidc-server.ts';
import { openSignInApp, toToken, type Browser, type SignInApp } from './sign-in-app.ts';

const ATLAS = 'https://atlas.example';

// The provider warns that it is set up for a test, which is so.
for (const kind of ['info', 'warn'] as const) vi.spyOn(console, kind).mockImplementation(() => undefined);

describe.each(engines)('signing in at the own organisation (%s)', (engine) => {
  let database: TestDatabase;
  let server: OidcServer;
  let atlas: SignInApp;
  let admin: Browser;

  beforeAll(async () => {
    database = await openTestDatabase(engine);
    server = await startOidcServer(ATLAS);
    const shared = { issuer: server.issuer, scope: 'openid profile email', acr: [], organisation: null };
    atlas = await openSignInApp(database.db, database.config.dataDir, {
      publicUrl: ATLAS,
      localAccounts: true,
      providers: [
        {
          ...shared,
          id: '1',
          name: 'Proefdienst',
          clientId: CLIENT.id,
          clientSecret: CLIENT.secret,
          privateKey: null,
          organisationClaim: 'oin',
          organisationMap: new Map([
            ['00000001', 'stedin'],
            ['00000002', 'GM0344'],
          ]),
        },
        {
          ...shared,
          id: '2',
          name: 'Met sleutel',
          clientId: KEY_CLIENT_ID,
          clientSecret: null,
          privateKey: server.clientKey,
          organisationClaim: null,
          organisationMap: null,
        },
      ],
    });
    admin = await atlas.firstAdmin();
  });
  afterAll(async () => {
    await server.close();
    await database.remove();
  });

  /** Sets out from the atlas; the address at the provider. */
  async function setOut(browser: Browser, query = '', id = '1'): Promise<URL> {
    const answer = await browser.request(`/api/v1/aanmelden/oidc/${id}${query}`);
    expect(answer.status).toBe(302);
    return new URL(answer.headers.get('Location')!);
  }
  /** Goes there and back; where the atlas sends the browser then. */
  async function signIn(browser: Browser, login: string, query = '', id = '1'): Promise<string> {
    const back = await openVisitor(server.issuer).visit((await setOut(browser, query, id)).href, login);
    return comeBack(browser, back);
  }
  async function comeBack(browser: Browser, back: URL): Promise<string> {
    expect(back.origin).toBe(ATLAS);
    const answer = await browser.request(`${back.pathname}${back.search}`);
    expect(answer.status).toBe(302);
    return answer.headers.get('Location')!;
  }
  const actorOf = async (browser: Browser) => (await browser.get('/sessie')).actor;

  it('is offered with its name and where to go', async () => {
    expect((await atlas.open().get('/sessie')).aanmelden).toEqual({
      lokaal: true,
      oidc: [
        { id: '1', naam: 'Proefdienst', pad: '/api/v1/aanmelden/oidc/1' },
        { id: '2', naam: 'Met sleutel', pad: '/api/v1/aanmelden/oidc/2' },
      ],
    });
    expect((await atlas.open().request('/api/v1/aanmelden/oidc/9')).status).toBe(404);
  });

  it('asks for a code with PKCE (S256), state and nonce, in a cookie only this browser has', async () => {
    const browser = atlas.open();
    const url = await setOut(browser);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: CLIENT.id,
      redirect_uri: `${ATLAS}/api/v1/aanmelden/oidc/1/terug`,
      response_type: 'code',
      scope: 'openid profile email',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(browser.lastCookies[0]).toMatch(
      /^atlas_oidc=[\w-]{43}; Max-Age=600; Path=\/api\/v1\/aanmelden; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it('lets in who the provider says is of a known organisation, to read only', async () => {
    const browser = atlas.open();
    expect(await signIn(browser, 'dirk', '?terug=/fiche/12')).toBe('/fiche/12');
    expect(await actorOf(browser)).toMatchObject({
      naam: 'Dirk Net',
      organisatie: { code: 'stedin' },
      rollen: [{ rol: 'lezer', gebied: '' }],
      atlasbeheer: false,
    });
    // The second time it is the same account.
    const before = (await actorOf(browser)).accountId;
    const again = atlas.open();
    expect(await signIn(again, 'dirk')).toBe('/');
    expect((await actorOf(again)).accountId).toBe(before);
  });

  it('proves itself with a signed assertion instead of a secret', async () => {
    const invited = await admin.send('POST', '/uitnodigingen', {
      email: 'els@utrecht.example',
      naam: 'Els Stad',
      rollen: [{ rol: 'bewerker' }],
    });
    const { pad } = (await invited.json()) as { pad: string };
    const browser = atlas.open();
    const page = await browser.get(`/uitnodigingen/${toToken(pad)}`);
    expect(page.oidc[1]).toEqual({
      id: '2',
      naam: 'Met sleutel',
      pad: `/api/v1/aanmelden/oidc/2?uitnodiging=${toToken(pad)}`,
    });
    expect(await signIn(browser, 'els', `?uitnodiging=${toToken(pad)}`, '2')).toBe('/');
    // Invited by the provincie, with the role that was given: no password, no mapping needed.
    expect(await actorOf(browser)).toMatchObject({
      naam: 'Els Stad',
      organisatie: { code: 'PV26' },
      rollen: [{ rol: 'bewerker', gebied: '' }],
    });
    // The invitation has been used.
    expect(await signInRefused(atlas.open(), `?uitnodiging=${toToken(pad)}`)).toBe(
      '/aanmelden?fout=ongeldige-uitnodiging',
    );
  });

  /** Sets out and is refused before leaving. */
  async function signInRefused(browser: Browser, query: string): Promise<string> {
    return (await browser.request(`/api/v1/aanmelden/oidc/1${query}`)).headers.get('Location')!;
  }

  it('gives nothing to whom nobody invited: another organisation, or none', async () => {
    for (const [login, id] of [
      ['frans', '1'],
      ['gast', '1'],
      ['gast', '2'],
    ] as const) {
      const browser = atlas.open();
      expect([login, id, await signIn(browser, login, '', id)]).toEqual([
        login,
        id,
        '/aanmelden?fout=geen-account',
      ]);
      expect(await actorOf(browser)).toBeNull();
      expect(browser.cookies.has('atlas_sessie')).toBe(false);
    }
    expect(aanmeldfouten['geen-account']).toContain(
      'Vraag de beheerder van uw organisatie om een uitnodiging',
    );
    const { items } = (await admin.get('/accounts')) as { items: { email: string }[] };
    expect(items.map(({ email }) => email)).not.toContain('frans@elders.example');
  });

  it('an invitation of one organisation is not for somebody of another', async () => {
    const invited = await admin.send('POST', '/uitnodigingen', {
      email: 'nieuw@provincie.example',
      rollen: [{ rol: 'coordinator' }],
    });
    const { pad } = (await invited.json()) as { pad: string };
    const browser = atlas.open();
    const query = `?uitnodiging=${toToken(pad)}`;
    expect(await signIn(browser, 'frans', query)).toBe('/aanmelden?fout=andere-organisatie');
    expect(await actorOf(browser)).toBeNull();
    // And it still works for who it was meant for.
    expect((await atlas.open().request(`/api/v1/uitnodigingen/${toToken(pad)}`)).status).toBe(200);
  });

  it('refuses an answer with another state, and one for another browser; an answer works once', async () => {
    const browser = atlas.open();
    const back = await openVisitor(server.issuer).visit((await setOut(browser)).href, 'dirk');
    const stolen = atlas.open();
    expect(await comeBack(stolen, back)).toBe('/aanmelden?fout=verlopen');

    const forged = new URL(back);
    forged.searchParams.set('state', 'x'.repeat(43));
    expect(await comeBack(browser, forged)).toBe('/aanmelden?fout=onbetrouwbaar');
    // The attempt is gone, also for the true answer.
    expect(await comeBack(browser, back)).toBe('/aanmelden?fout=verlopen');
    expect(await actorOf(browser)).toBeNull();

    const missing = atlas.open();
    const other = await openVisitor(server.issuer).visit((await setOut(missing)).href, 'dirk');
    other.searchParams.delete('state');
    expect(await comeBack(missing, other)).toBe('/aanmelden?fout=onbetrouwbaar');
  });

  it('refuses an ID token with another nonce, and a code without its verifier', async () => {
    const browser = atlas.open();
    const back = await openVisitor(server.issuer).visit((await setOut(browser)).href, 'dirk');
    await database.db.query(`update atlas.oidc_poging set nonce = 'een andere nonce'`, []);
    expect(await comeBack(browser, back)).toBe('/aanmelden?fout=onbetrouwbaar');
    const thief = atlas.open();
    const code = await openVisitor(server.issuer).visit((await setOut(thief)).href, 'dirk');
    await database.db.query('update atlas.oidc_poging set code_verifier = $1', ['v'.repeat(43)]);
    expect(await comeBack(thief, code)).toBe('/aanmelden?fout=geweigerd');
    expect([await actorOf(browser), await actorOf(thief)]).toEqual([null, null]);
  });

  it('takes too long, or is told no: a sentence, not an error', async () => {
    const slow = atlas.open();
    const back = await openVisitor(server.issuer).visit((await setOut(slow)).href, 'dirk');
    await database.db.query(`update atlas.oidc_poging set verloopt_op = now() - interval '1 second'`, []);
    expect(await comeBack(slow, back)).toBe('/aanmelden?fout=verlopen');
    const refused = atlas.open();
    const state = (await setOut(refused)).searchParams.get('state')!;
    const no = new URL(`${ATLAS}/api/v1/aanmelden/oidc/1/terug`);
    no.search = new URLSearchParams({ error: 'access_denied', state, iss: server.issuer }).toString();
    expect(await comeBack(refused, no)).toBe('/aanmelden?fout=geweigerd');
  });

  it('follows the provider when it replaces its keys, and trusts no others', async () => {
    expect(await signIn(atlas.open(), 'dirk')).toBe('/');
    server.rotateKeys();
    const browser = atlas.open();
    expect(await signIn(browser, 'dirk')).toBe('/');
    expect((await actorOf(browser)).organisatie.code).toBe('stedin');
    server.showForeignKeys();
    const fooled = atlas.open();
    expect(await signIn(fooled, 'dirk')).toBe('/aanmelden?fout=onbetrouwbaar');
    expect(await actorOf(fooled)).toBeNull();
    server.rotateKeys();
  });

  it('sends nobody on to another site', async () => {
    for (const terug of [
      'https://kwaad.example',
      '//kwaad.example',
      '/\\kwaad.example',
      'javascript:alert(1)',
    ]) {
      const browser = atlas.open();
      expect(await signIn(browser, 'dirk', `?terug=${encodeURIComponent(terug)}`)).toBe('/');
    }
  });

  it('refuses somebody whose account is closed or who now works elsewhere', async () => {
    await database.db.query(`update atlas.account set actief = false where onderwerp = 'dirk'`, []);
    expect(await signIn(atlas.open(), 'dirk')).toBe('/aanmelden?fout=gesloten');
    await database.db.query(
      `update atlas.account set actief = true, organisatie = 'GM0344' where onderwerp = 'dirk'`,
      [],
    );
    expect(await signIn(atlas.open(), 'dirk')).toBe('/aanmelden?fout=andere-organisatie');
    await database.db.query(`update atlas.account set organisatie = 'stedin' where onderwerp = 'dirk'`, []);
  });

  it('signs out at the provider too', async () => {
    const browser = atlas.open();
    const visitor = openVisitor(server.issuer);
    const back = await visitor.visit((await setOut(browser)).href, 'dirk');
    expect(visitor.pages).toContain('login');
    await comeBack(browser, back);
    // Still signed in there: a second time asks for no password.
    const second = atlas.open();
    await comeBack(second, await visitor.visit((await setOut(second)).href, 'dirk'));
    expect(visitor.pages).not.toContain('login');

    const { afmeldenBij } = (await (await browser.send('DELETE', '/sessie')).json()) as {
      afmeldenBij: string;
    };
    expect(await actorOf(browser)).toBeNull();
    const away = await visitor.visit(afmeldenBij, 'dirk');
    expect(away.href).toBe(`${ATLAS}/aanmelden`);
    const third = atlas.open();
    await visitor.visit((await setOut(third)).href, 'dirk');
    expect(visitor.pages).toContain('login');
  });

  it('says so when the provider is away, and goes on by itself', async () => {
    const away = await openSignInApp(database.db, database.config.dataDir, {
      publicUrl: ATLAS,
      providers: [
        {
          id: '1',
          name: 'Weg',
          issuer: 'http://127.0.0.1:9',
          clientId: 'x',
          clientSecret: 'y',
          privateKey: null,
          scope: 'openid',
          acr: [],
          organisation: null,
          organisationClaim: null,
          organisationMap: null,
        },
      ],
    });
    const answer = await away.open().request('/api/v1/aanmelden/oidc/1');
    expect(answer.headers.get('Location')).toBe('/aanmelden?fout=onbereikbaar');
    expect((await away.open().request('/api/v1/sessie')).status).toBe(200);
  });

  it('asks for the level that is set, and refuses a lower one', async () => {
    const strict = await openSignInApp(database.db, database.config.dataDir, {
      publicUrl: ATLAS,
      providers: [
        {
          id: '1',
          name: 'Streng',
          issuer: server.issuer,
          clientId: CLIENT.id,
          clientSecret: CLIENT.secret,
          privateKey: null,
          scope: 'openid email',
          acr: ['http://eidas.europa.eu/LoA/substantial'],
          organisation: 'stedin',
          organisationClaim: null,
          organisationMap: null,
        },
      ],
    });
    const browser = strict.open();
    const url = await setOut(browser);
    expect(url.searchParams.get('acr_values')).toBe('http://eidas.europa.eu/LoA/substantial');
    const back = await openVisitor(server.issuer).visit(url.href, 'dirk');
    expect(await comeBack(browser, back)).toBe('/aanmelden?fout=niveau-te-laag');
  });
});
