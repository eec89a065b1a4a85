// Anything at all, sent to every route of signing in and managing, as nobody, an editor and an administrator.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probleem } from '../data/schema/probleem.ts';
import { engines, openTestDatabase, type TestDatabase } from './engines.ts';
import { openSignInApp, type Browser, type SignInApp } from './sign-in-app.ts';

const tags = ['aanmelden', 'uitnodigingen', 'accounts', 'organisaties'];
const fields = [
  'email',
  'wachtwoord',
  'naam',
  'organisatie',
  'rollen',
  'rol',
  'gebied',
  'actief',
  'atlasbeheer',
  'code',
  'soort',
  'huidig',
  'nieuw',
];
const likely = [
  'PV26',
  'beheerder',
  'lezer',
  'GM0344',
  'overig',
  'a@b.example',
  'vier paarden op een balkon',
  '',
];

const value = fc.oneof(
  fc.constantFrom<unknown>(
    ...likely,
    null,
    true,
    0,
    -1,
    [],
    {},
    [{ rol: 'lezer' }],
    [{ rol: 'x', gebied: 1 }],
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 2 }),
);
/** Bodies that are right, so that what stands behind the check of the body is reached too. */
const right = fc.constantFrom<Record<string, unknown>>(
  { actief: true },
  { naam: 'Nieuwe naam' },
  { email: 'x@y.example', rollen: [{ rol: 'lezer' }] },
  { code: 'fuzz-1', naam: 'Fuzz', soort: 'overig' },
  { email: 'a@b.example', wachtwoord: 'x' },
);
const body = fc.oneof(
  right,
  fc
    .tuple(right, fc.constantFrom(...fields), value)
    .map(([whole, field, other]) => ({ ...whole, [field]: other })),
  fc.dictionary(fc.constantFrom(...fields), value, { maxKeys: 6 }),
  value,
);
const segment = fc.oneof(
  fc.constantFrom('%00', 'a%00b'),
  fc.constantFrom('mij', 'PV26', '..', '%E0%A4%A', "' or 1=1", 'a'.repeat(3000)),
  fc.string({ minLength: 1, maxLength: 20 }),
);

describe.each(engines)('whatever is sent (%s)', (engine) => {
  let database: TestDatabase;
  let atlas: SignInApp;
  let callers: Record<'nobody' | 'editor' | 'administrator', Browser>;
  let routes: { method: string; path: string }[];

  beforeAll(async () => {
    database = await openTestDatabase(engine);
    atlas = await openSignInApp(database.db, database.config.dataDir, { rateLimit: 0 });
    const administrator = await atlas.firstAdmin();
    const editor = await atlas.invite(administrator, {
      email: 'e@pv.example',
      rollen: [{ rol: 'bewerker' }],
    });
    callers = { nobody: atlas.open(), editor, administrator };
    const { paths } = (await (await atlas.app.request('/api/v1/openapi.json')).json()) as {
      paths: Record<string, Record<string, { tags?: string[] }>>;
    };
    routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, route]) => route.tags?.some((tag) => tags.includes(tag)))
        .map(([method]) => ({ method: method.toUpperCase(), path })),
    );
  });
  afterAll(() => database.remove());

  it('answers, or says what is wrong; never a fault of ours, never a trace', async () => {
    expect(routes.length).toBeGreaterThanOrEqual(20);
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...routes),
        fc.constantFrom('nobody' as const, 'editor' as const, 'administrator' as const),
        segment,
        body,
        async ({ method, path }, who, name, sent) => {
          // Who signs out is nobody from then on.
          if (method === 'DELETE' && path.startsWith('/sessie')) who = 'nobody';
          const target = path.replace(/\{\w+\}/g, () => encodeOnce(name));
          const answer = await callers[who].send(method, target, method === 'GET' ? undefined : sent);
          seen.add(`${method} ${path}`);
          const text = await answer.text();
          expect([method, target, answer.status < 500]).toEqual([method, target, true]);
          expect(text).not.toMatch(/\bat .*\.ts:\d+|atlas\.\w+ |node_modules|argon2/);
          if (answer.status >= 400) {
            expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
            expect(probleem.parse(JSON.parse(text)).status).toBe(answer.status);
          }
        },
      ),
      { numRuns: 1500, seed: 26 },
    );
    expect(seen.size).toBe(routes.length);
    expect((await callers.administrator.get('/sessie')).actor.atlasbeheer).toBe(true);
  });
});

/** What is already escaped stays as it is, right or wrong. */
const encodeOnce = (name: string): string => (name.startsWith('%') ? name : encodeURIComponent(name));
