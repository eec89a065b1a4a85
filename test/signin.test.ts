// Signing in with an account of the atlas itself: everything through the front door, on both engines.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { offerFirstAdmin } from '../server/auth/first-admin.ts';
import { engines, openTestDatabase, type TestDatabase } from './engines.ts';
import { openSignInApp, PASSWORD, toToken, type Browser, type SignInApp } from './sign-in-app.ts';

describe.each(engines)('signing in (%s)', (engine) => {
  let database: TestDatabase;
  let atlas: SignInApp;
  let admin: Browser;
  const db = () => database.db;

  beforeAll(async () => {
    database = await openTestDatabase(engine);
    atlas = await openSignInApp(database.db, database.config.dataDir);
  });
  afterAll(() => database.remove());

  const signIn = (browser: Browser, email: string, wachtwoord: string): Promise<Response> =>
    browser.send('POST', '/sessie', { email, wachtwoord });
  const detail = async (answer: Response): Promise<string> =>
    ((await answer.json()) as { detail: string }).detail;

  it('begins with nobody, and says how to sign in', async () => {
    expect(await atlas.open().get('/sessie')).toEqual({
      actor: null,
      verlooptOp: null,
      aanmelden: { lokaal: true, oidc: [] },
    });
  });

  it('prints a link for the first administrator; a newer one takes its place, and it works once', async () => {
    const first = toToken((await offerFirstAdmin(db(), 'http://localhost:8080'))!);
    const line = (await offerFirstAdmin(db(), 'http://localhost:8080'))!;
    expect(line).toMatch(/^Er is nog geen beheerder\. .*http:\/\/localhost:8080\/uitnodiging\/[\w-]{43}$/);
    const person = { naam: 'Ada', email: 'ada@provincie.example', organisatie: 'PV26', wachtwoord: PASSWORD };
    const browser = atlas.open();
    expect((await browser.send('POST', `/uitnodigingen/${first}`, person)).status).toBe(404);

    const token = toToken(line);
    const incomplete = await browser.send('POST', `/uitnodigingen/${token}`, { wachtwoord: PASSWORD });
    expect(incomplete.status).toBe(400);
    const { errors } = (await incomplete.json()) as { errors: { veld: string }[] };
    expect(errors.map(({ veld }) => veld)).toEqual(['naam', 'email', 'organisatie']);

    const made = await browser.send('POST', `/uitnodigingen/${token}`, person);
    expect(made.status).toBe(201);
    expect((await made.json()).actor).toMatchObject({
      naam: 'Ada',
      organisatie: { code: 'PV26', naam: 'Utrecht', soort: 'provincie' },
      rollen: [{ rol: 'beheerder', gebied: '' }],
      atlasbeheer: true,
    });
    admin = browser;
    expect((await atlas.open().send('POST', `/uitnodigingen/${token}`, person)).status).toBe(404);
    expect((await atlas.open().request(`/api/v1/uitnodigingen/${token}`)).status).toBe(404);
    expect(await offerFirstAdmin(db(), 'http://localhost:8080')).toBeNull();
  });

  it('keeps neither passwords nor tokens', async () => {
    const [row] = await db().query<{ wachtwoord: string }>('select wachtwoord from atlas.account', []);
    expect(row!.wachtwoord).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const token = admin.cookies.get('atlas_sessie')!;
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const found = await db().query('select id from atlas.sessie where id = $1', [token]);
    expect(found).toEqual([]);
  });

  it('refuses passwords that are short or guessed first, without repeating them', async () => {
    const made = await admin.send('POST', '/uitnodigingen', {
      email: 'jansen@provincie.example',
      rollen: [{ rol: 'bewerker' }],
    });
    const { pad } = (await made.json()) as { pad: string };
    for (const wachtwoord of ['kort', 'aaaaaaaaaaaaaaaa', 'jansenjansen123', 'wachtwoord2026!']) {
      const answer = await atlas
        .open()
        .send('POST', `/uitnodigingen/${toToken(pad)}`, { naam: 'Jan', wachtwoord });
      expect([wachtwoord, answer.status]).toEqual([wachtwoord, 400]);
      expect(await answer.text()).not.toContain(wachtwoord);
    }
  });

  it('sets a cookie no script reads; Secure behind TLS only', async () => {
    const browser = atlas.open();
    expect((await signIn(browser, 'ADA@provincie.example', PASSWORD)).status).toBe(201);
    expect(browser.lastCookies).toHaveLength(1);
    expect(browser.lastCookies[0]).toMatch(/^atlas_sessie=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);

    const behindTls = await browser.request('/api/v1/sessie', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Forwarded-Proto': 'https' },
      body: JSON.stringify({ email: 'ada@provincie.example', wachtwoord: PASSWORD }),
    });
    expect(behindTls.status).toBe(201);
    expect(browser.lastCookies[0]).toMatch(/; HttpOnly; Secure; SameSite=Lax$/);
    expect(behindTls.headers.get('Strict-Transport-Security')).toBe('max-age=31536000');
    expect(behindTls.headers.get('Cache-Control')).toContain('no-store');
  });

  it('gives a new token at every sign-in, and the one before is worth nothing', async () => {
    const browser = atlas.open();
    await signIn(browser, 'ada@provincie.example', PASSWORD);
    const planted = browser.cookies.get('atlas_sessie')!;
    await signIn(browser, 'ada@provincie.example', PASSWORD);
    expect(browser.cookies.get('atlas_sessie')).not.toBe(planted);
    const thief = atlas.open();
    thief.cookies.set('atlas_sessie', planted);
    expect((await thief.get('/sessie')).actor).toBeNull();
    expect((await browser.get('/sessie')).actor.naam).toBe('Ada');
  });

  it('lets an administrator invite into the own organisation, once, with the roles given', async () => {
    const made = await admin.send('POST', '/uitnodigingen', {
      email: 'bas@provincie.example',
      naam: 'Bas',
      rollen: [{ rol: 'bewerker', gebied: 'GM0344' }, { rol: 'coordinator' }],
    });
    expect(made.status).toBe(201);
    const { pad, link, id } = (await made.json()) as Record<string, string>;
    expect(link).toBe(`http://localhost${pad}`);
    const open = (await admin.get('/uitnodigingen')) as { items: { id: string; email: string }[] };
    expect(open.items.find((one) => one.id === id)?.email).toBe('bas@provincie.example');
    expect(JSON.stringify(open)).not.toContain(toToken(pad!));

    const browser = atlas.open();
    expect(await browser.get(`/uitnodigingen/${toToken(pad!)}`)).toMatchObject({
      soort: 'account',
      naam: 'Bas',
      email: 'bas@provincie.example',
      organisatie: { code: 'PV26' },
      lokaal: true,
    });
    // The address and the organisation of an invitation are not for who accepts it to choose.
    const accepted = await browser.send('POST', `/uitnodigingen/${toToken(pad!)}`, {
      wachtwoord: PASSWORD,
      email: 'ander@elders.example',
      organisatie: 'stedin',
    });
    expect(accepted.status).toBe(201);
    const { actor } = await browser.get('/sessie');
    expect(actor.organisatie.code).toBe('PV26');
    expect(actor.rollen).toEqual([
      { rol: 'bewerker', gebied: 'GM0344' },
      { rol: 'coordinator', gebied: '' },
    ]);
    expect(actor.atlasbeheer).toBe(false);
    const again = await atlas
      .open()
      .send('POST', `/uitnodigingen/${toToken(pad!)}`, { wachtwoord: PASSWORD });
    expect(again.status).toBe(404);
    const taken = await admin.send('POST', '/uitnodigingen', {
      email: 'BAS@provincie.example',
      rollen: [{ rol: 'lezer' }],
    });
    expect(taken.status).toBe(409);
  });

  it('no longer opens an invitation that is old or withdrawn', async () => {
    const invite = async (email: string) => {
      const made = await admin.send('POST', '/uitnodigingen', { email, rollen: [{ rol: 'lezer' }] });
      return (await made.json()) as { id: string; pad: string };
    };
    const old = await invite('oud@provincie.example');
    await db().query(`update atlas.uitnodiging set verloopt_op = now() - interval '1 second' where id = $1`, [
      old.id,
    ]);
    expect((await atlas.open().request(`/api/v1/uitnodigingen/${toToken(old.pad)}`)).status).toBe(404);
    const withdrawn = await invite('spijt@provincie.example');
    expect((await admin.send('DELETE', `/uitnodigingen/${withdrawn.id}`)).status).toBe(204);
    const late = await atlas
      .open()
      .send('POST', `/uitnodigingen/${toToken(withdrawn.pad)}`, { naam: 'X', wachtwoord: PASSWORD });
    expect(late.status).toBe(404);
  });

  it('tells nobody whether an account exists: same answer, and the same work', async () => {
    const wrong = await signIn(atlas.open(), 'bas@provincie.example', 'niet het goede woord');
    const unknown = await signIn(atlas.open(), 'niemand@nergens.example', 'niet het goede woord');
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await detail(wrong)).toBe(await detail(unknown));

    // Both compute a hash of 19 MiB; without it an unknown address would cost a fraction. Processor time, not the clock:
    // whatever else this machine does does not count. In turns, and the least of each.
    const cost = async (email: string): Promise<number> => {
      await db().query('delete from atlas.aanmeldpoging', []);
      const from = process.cpuUsage();
      await signIn(atlas.open(), email, 'niet het goede woord');
      const { user, system } = process.cpuUsage(from);
      return user + system;
    };
    const costs: { known: number; nobody: number }[] = [];
    for (let i = 0; i < 6; i += 1) {
      costs.push({
        known: await cost('bas@provincie.example'),
        nobody: await cost('niemand@nergens.example'),
      });
    }
    const known = Math.min(...costs.map((each) => each.known));
    const nobody = Math.min(...costs.map((each) => each.nobody));
    expect(nobody / known).toBeGreaterThan(0.5);
    expect(nobody / known).toBeLessThan(2);
  });

  it('locks an account after five failures, for ever longer, also when it does not exist', async () => {
    for (const email of ['bas@provincie.example', 'niemand@nergens.example']) {
      await db().query('delete from atlas.aanmeldpoging', []);
      const statuses: number[] = [];
      for (let i = 0; i < 6; i += 1)
        statuses.push((await signIn(atlas.open(), email, 'fout fout fout')).status);
      expect([email, statuses]).toEqual([email, [401, 401, 401, 401, 401, 429]]);
      // From another address, with the right password: still locked.
      const locked = await signIn(atlas.open(), email, PASSWORD);
      expect(locked.status).toBe(429);
      expect(Number(locked.headers.get('Retry-After'))).toBeGreaterThan(0);
      expect(Number(locked.headers.get('Retry-After'))).toBeLessThanOrEqual(15);
      expect(await detail(locked)).toMatch(/Probeer het over \d+ seconden opnieuw/);
      // The wait is over; one more failure doubles it.
      await db().query('update atlas.aanmeldpoging set geblokkeerd_tot = now() where aantal = 5', []);
      expect((await signIn(atlas.open(), email, 'fout fout fout')).status).toBe(401);
      const longer = await signIn(atlas.open(), email, PASSWORD);
      expect(Number(longer.headers.get('Retry-After'))).toBeGreaterThan(15);
      expect(Number(longer.headers.get('Retry-After'))).toBeLessThanOrEqual(30);
    }
    // The wait is over and the password is right: everything is forgotten.
    await db().query('update atlas.aanmeldpoging set geblokkeerd_tot = now()', []);
    expect((await signIn(atlas.open(), 'bas@provincie.example', PASSWORD)).status).toBe(201);
    await db().query('delete from atlas.aanmeldpoging', []);
  });

  it('counts a burst as many attempts, not as one', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => signIn(atlas.open(), 'bas@provincie.example', 'fout fout fout')),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
    await db().query('delete from atlas.aanmeldpoging', []);
  });

  it('brakes an address that tries many accounts', async () => {
    const browser = atlas.open('198.51.100.7');
    const statuses: number[] = [];
    for (let i = 0; i < 31; i += 1)
      statuses.push((await signIn(browser, `persoon${i}@elders.example`, 'fout fout fout')).status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(30);
    expect(statuses.at(-1)).toBe(429);
    // What the browser itself writes in X-Forwarded-For does not make it somebody else.
    const pretending = await browser.request('/api/v1/sessie', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': '203.0.113.1, 198.51.100.7' },
      body: JSON.stringify({ email: 'nogeen@elders.example', wachtwoord: 'fout fout fout' }),
    });
    expect(pretending.status).toBe(429);
    await db().query('delete from atlas.aanmeldpoging', []);
  });

  it('ends a session: by signing out, by silence, by its age, everywhere at once', async () => {
    const email = 'bas@provincie.example';
    const open = async (): Promise<Browser> => {
      const browser = atlas.open();
      await signIn(browser, email, PASSWORD);
      expect((await browser.get('/sessie')).actor.naam).toBe('Bas');
      return browser;
    };
    const isOut = async (browser: Browser): Promise<boolean> => (await browser.get('/sessie')).actor === null;

    const leaving = await open();
    const token = leaving.cookies.get('atlas_sessie')!;
    expect(await (await leaving.send('DELETE', '/sessie')).json()).toEqual({ afmeldenBij: null });
    expect(leaving.cookies.size).toBe(0);
    leaving.cookies.set('atlas_sessie', token);
    expect(await isOut(leaving)).toBe(true);

    const silent = await open();
    await db().query(`update atlas.sessie set gezien_op = now() - interval '119 minutes'`, []);
    expect(await isOut(silent)).toBe(false);
    // That was seen: the two hours begin again.
    const [seen] = await db().query<{ recent: boolean }>(
      `select max(gezien_op) > now() - interval '1 minute' as recent from atlas.sessie`,
      [],
    );
    expect(seen!.recent).toBe(true);
    await db().query(`update atlas.sessie set gezien_op = now() - interval '121 minutes'`, []);
    expect(await isOut(silent)).toBe(true);

    const old = await open();
    const [{ hours } = { hours: 0 }] = await db().query<{ hours: number }>(
      `select round(extract(epoch from max(verloopt_op - aangemaakt_op)) / 3600)::int as hours from atlas.sessie`,
      [],
    );
    expect(hours).toBe(12);
    await db().query(`update atlas.sessie set verloopt_op = now() - interval '1 second'`, []);
    expect(await isOut(old)).toBe(true);

    const [here, there] = [await open(), await open()];
    expect(await (await here!.send('DELETE', '/sessies')).json()).toEqual({ beeindigd: expect.any(Number) });
    expect([await isOut(here!), await isOut(there!)]).toEqual([true, true]);
    await signIn(admin, 'ada@provincie.example', PASSWORD);
  });

  it('refuses a change that another site asks for, whatever the content type', async () => {
    const browser = atlas.open();
    await signIn(browser, 'bas@provincie.example', PASSWORD);
    const forged: Record<string, string>[] = [
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { Origin: 'https://kwaad.example' },
      { Origin: 'null' },
    ];
    for (const headers of forged) {
      const answer = await browser.request('/api/v1/sessie', { method: 'DELETE', headers });
      expect([headers, answer.status]).toEqual([headers, 403]);
      expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    }
    expect((await browser.get('/sessie')).actor.naam).toBe('Bas');
    const form = await browser.request('/api/v1/sessie', {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'email=a&wachtwoord=b',
    });
    expect(form.status).toBe(415);
    const own = await browser.request('/api/v1/sessie', {
      method: 'DELETE',
      headers: { Origin: 'http://localhost' },
    });
    expect(own.status).toBe(200);
  });

  it('changes a password only with the old one, and ends the other sessions', async () => {
    const email = 'cas@provincie.example';
    const browser = await atlas.invite(admin, { email, naam: 'Cas', rollen: [{ rol: 'lezer' }] });
    const elsewhere = atlas.open();
    await signIn(elsewhere, email, PASSWORD);
    const other = 'zes groene wolken boven zee';
    const wrong = await browser.send('PUT', '/accounts/mij/wachtwoord', { huidig: other, nieuw: other });
    expect(wrong.status).toBe(400);
    const right = await browser.send('PUT', '/accounts/mij/wachtwoord', { huidig: PASSWORD, nieuw: other });
    expect(right.status).toBe(204);
    expect((await browser.get('/sessie')).actor.naam).toBe('Cas');
    expect((await elsewhere.get('/sessie')).actor).toBeNull();
    expect((await signIn(atlas.open(), email, PASSWORD)).status).toBe(401);
    expect((await signIn(atlas.open(), email, other)).status).toBe(201);
  });

  it('resets a password by a link, which ends every session and the lock', async () => {
    const { items } = (await admin.get('/accounts')) as { items: { id: string; email: string }[] };
    const cas = items.find(({ email }) => email === 'cas@provincie.example')!;
    const signedIn = atlas.open();
    await signIn(signedIn, cas.email, 'zes groene wolken boven zee');
    for (let i = 0; i < 6; i += 1) await signIn(atlas.open(), cas.email, 'vergeten vergeten');
    const made = await admin.send('POST', `/accounts/${cas.id}/herstellink`);
    expect(made.status).toBe(201);
    const { pad } = (await made.json()) as { pad: string };
    const browser = atlas.open();
    expect(
      (await browser.send('POST', `/uitnodigingen/${toToken(pad)}`, { wachtwoord: PASSWORD })).status,
    ).toBe(201);
    expect((await signedIn.get('/sessie')).actor).toBeNull();
    expect((await browser.get('/sessie')).actor.naam).toBe('Cas');
    expect((await signIn(atlas.open(), cas.email, PASSWORD)).status).toBe(201);
  });
});
