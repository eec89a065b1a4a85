// What one address or account may ask, and what every answer says to browsers.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeFault, toLoggedPath } from '../server/http/fault-log.ts';
import { rateLimits } from '../server/http/rate-limits.ts';
import { engines, openTestDatabase, type TestDatabase } from './engines.ts';
import { openSignInApp, type Browser, type SignInApp } from './sign-in-app.ts';

describe.each(engines)('limits (%s)', (engine) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(engine);
  });
  afterAll(() => database.remove());

  /** An app that allows a hundredth of what is normal: 30 times looking, 120 tiles, 6 questions or changes a minute. */
  const openTight = (): Promise<SignInApp> =>
    openSignInApp(database.db, database.config.dataDir, { rateLimit: 0.01 });
  const ask = async (
    browser: Browser,
    times: number,
    path: string,
    init?: RequestInit,
  ): Promise<number[]> => {
    const statuses: number[] = [];
    for (let i = 0; i < times; i += 1) statuses.push((await browser.request(path, init)).status);
    return statuses;
  };
  const count = (statuses: number[], status: number): number =>
    statuses.filter((one) => one === status).length;

  it('lets an office look around, and refuses more, each address and each kind by itself', async () => {
    expect(rateLimits.perAddress).toMatchObject({ tegels: 12_000, lezen: 3_000, vragen: 600, wijzigen: 600 });
    const { open } = await openTight();
    const browser = open('192.0.2.200');
    const read = await ask(browser, 33, '/api/v1/openapi.json');
    expect([count(read, 200), count(read, 429)]).toEqual([30, 3]);
    const refused = await browser.request('/api/v1/openapi.json');
    expect(refused.headers.get('Content-Type')).toBe('application/problem+json');
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('Retry-After'))).toBeLessThanOrEqual(60);
    expect(await refused.json()).toMatchObject({
      status: 429,
      title: 'Te vaak gevraagd',
      detail: expect.stringMatching(
        /^Er komen te veel verzoeken .* Probeer het over \d+ seconden opnieuw\.$/,
      ),
    });
    // Who watches whether the atlas is up is never refused. Somebody else, and other work, go on.
    expect(await ask(browser, 1, '/api/v1/gezondheid')).toEqual([200]);
    expect(await ask(open('192.0.2.201'), 1, '/api/v1/openapi.json')).toEqual([200]);
    const gis = await ask(open('192.0.2.202'), 33, '/ogc/v1/conformance');
    expect([count(gis, 200), count(gis, 429)]).toEqual([30, 3]);
    const tiles = await ask(browser, 125, '/tegels/nergens/1/0/0');
    expect([count(tiles, 404), count(tiles, 429)]).toEqual([120, 5]);
    const question = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' };
    const asked = await ask(browser, 8, '/api/v1/vragen/bevoegd-gezag', question);
    expect([count(asked, 400), count(asked, 429)]).toEqual([6, 2]);
  });

  it('counts what one account changes, from whatever address', async () => {
    const { firstAdmin, open } = await openTight();
    const admin = await firstAdmin();
    const change = (address: string) => {
      const browser = open(address);
      browser.cookies.set('atlas_sessie', admin.cookies.get('atlas_sessie')!);
      return browser.send('POST', '/organisaties', {});
    };
    const statuses: number[] = [];
    for (let i = 0; i < 4; i += 1) statuses.push((await change(`192.0.2.${220 + i}`)).status);
    expect(statuses).toEqual([400, 400, 400, 429]);
    expect((await open('192.0.2.220').send('POST', '/organisaties', {})).status).toBe(401);
    await database.db.query('delete from atlas.account', []);
  });

  it('believes X-Forwarded-For only as far as its own proxies wrote it', async () => {
    const { open } = await openTight();
    const statuses: number[] = [];
    for (let i = 0; i < 31; i += 1) {
      const headers = { 'X-Forwarded-For': `203.0.113.${i}, 192.0.2.210` };
      statuses.push((await open().request('/api/v1/openapi.json', { headers })).status);
    }
    expect([count(statuses, 200), count(statuses, 429)]).toEqual([30, 1]);
  });

  it('counts the addresses of one IPv6 network as one', async () => {
    const { open } = await openTight();
    const statuses: number[] = [];
    for (let i = 0; i < 31; i += 1)
      statuses.push((await open(`2001:db8:7:9::${i}`).request('/api/v1/openapi.json')).status);
    expect(count(statuses, 429)).toBe(1);
    expect((await open('2001:db8:7:a::1').request('/api/v1/openapi.json')).status).toBe(200);
  });

  it('refuses a body that is too large without reading it to the end', async () => {
    const { open } = await openSignInApp(database.db, database.config.dataDir);
    const answer = await open().send('POST', '/sessie', {
      email: 'a@b.nl',
      wachtwoord: 'x'.repeat(6_000_000),
    });
    expect(answer.status).toBe(413);
  });

  it('refuses the character NUL, which no database text can hold, in address and body', async () => {
    const { firstAdmin } = await openSignInApp(database.db, database.config.dataDir);
    const admin = await firstAdmin();
    expect((await admin.request('/api/v1/auditregels?vanaf=0000-01-01')).status).toBe(400);
    const answers = [
      await admin.send('PATCH', '/accounts/a%00b', { naam: 'A' }),
      await admin.send('DELETE', '/uitnodigingen/%00'),
      await admin.send('POST', '/sessie', { email: 'a\0b@c.example', wachtwoord: 'x' }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(400);
      expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    }
    // A backslash and some letters are no NUL.
    const body = { email: 'a@c.example', wachtwoord: 'C:\\u0000' };
    expect((await admin.send('POST', '/sessie', body)).status).toBe(401);
  });

  it('tells browsers to be strict, on pages and on answers, and HSTS only behind TLS', async () => {
    const { open } = await openSignInApp(database.db, database.config.dataDir);
    const page = (await open().request('/', { headers: { Accept: 'text/html' } })).headers;
    const answer = (await open().request('/api/v1/sessie')).headers;
    const policy = Object.fromEntries(
      page
        .get('Content-Security-Policy')!
        .split('; ')
        .map((line) => [line.split(' ')[0]!, line.split(' ').slice(1)]),
    );
    expect(policy).toMatchObject({
      'default-src': ["'self'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'object-src': ["'none'"],
      'base-uri': ["'self'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
    });
    expect(answer.get('Content-Security-Policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    for (const headers of [page, answer]) {
      expect(headers.get('Content-Security-Policy')).not.toMatch(/unsafe-(inline|eval)/);
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('X-Frame-Options')).toBe('DENY');
      expect(headers.has('Strict-Transport-Security')).toBe(false);
    }
    expect(page.get('Referrer-Policy')).toBe('strict-origin-when-cross-origin');
    const tls = await open().request('/', { headers: { 'X-Forwarded-Proto': 'https' } });
    expect(tls.headers.get('Strict-Transport-Security')).toBe('max-age=31536000');
    const direct = await openSignInApp(database.db, database.config.dataDir, { trustedProxies: 0 });
    const pretended = await direct.app.request('/', { headers: { 'X-Forwarded-Proto': 'https' } });
    expect(pretended.headers.has('Strict-Transport-Security')).toBe(false);
  });

  it('says where to report a weakness', async () => {
    const { open } = await openSignInApp(database.db, database.config.dataDir);
    const answer = await open().request('/.well-known/security.txt');
    expect(answer.headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
    const text = await answer.text();
    expect(text).toContain('nog geen eigen meldadres');
    const expires = new Date(/^Expires: (.+)$/m.exec(text)![1]!).getTime();
    expect(expires).toBeGreaterThan(Date.now() + 179 * 86_400_000);
    expect(expires).toBeLessThan(Date.now() + 181 * 86_400_000);
    const own = await openSignInApp(database.db, database.config.dataDir, {
      publicUrl: 'https://atlas.example',
      securityContact: 'mailto:veilig@atlas.example',
      securityExpires: '2099-01-01T00:00:00.000Z',
    });
    expect(await (await own.open().request('/.well-known/security.txt')).text()).toBe(
      [
        'Contact: mailto:veilig@atlas.example',
        'Expires: 2099-01-01T00:00:00Z',
        'Preferred-Languages: nl, en',
        'Canonical: https://atlas.example/.well-known/security.txt',
        '',
      ].join('\n'),
    );
  });

  it('writes no personal data in the application log', async () => {
    const insert = `insert into atlas.account (naam, email, organisatie) values ('Geheime Naam', $1, 'PV26')`;
    await database.db.query(insert, ['dubbel@persoon.example']);
    const error: unknown = await database.db
      .query(insert, ['DUBBEL@persoon.example'])
      .catch((one: unknown) => one);
    const logged = describeFault(new Error('saving failed', { cause: error }));
    expect(logged).toContain('DatabaseError ERROR 23505');
    expect(logged).toContain('constraint=account_email');
    expect(logged).toMatch(/\n\s+at /);
    expect(logged).not.toMatch(/persoon\.example|Geheime/i);
    expect(toLoggedPath('/api/v1/uitnodigingen/abcDEF-123')).toBe('/api/v1/uitnodigingen/…');
  });
});
