// Every route of the OpenAPI document, as every kind of person, with anything in its path, query and body: answered or
// refused in problem+json, never a fault of ours, never a trace of our code, never a word of what is not for them.
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { addPerson } from './people.ts';
import { describeWorld } from './world-app.ts';

/** In the name and the place of a project that is nobody's but the netbeheerder's. */
const secret = 'zwaluwnest';
const runs = 3;

const text = fc.oneof(
  fc.constantFrom(
    'W-01',
    'W-GEHEIM',
    'PV91',
    'GM9001',
    'gemeente',
    'project',
    'acties',
    'overlap',
    '2026-02-30',
    '2026-01-01',
    '-1',
    '1e400',
    'NaN',
    "' or 1=1; --",
    '%00',
    '../../etc/passwd',
    '\u202e',
    'x'.repeat(3000),
    '',
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);
const body = fc.oneof(
  fc.constantFrom<unknown>(
    { projectId: 'W-01' },
    { projectId: 'W-GEHEIM' },
    { geometrie: { type: 'Point', coordinates: [5, 52] } },
    { geometrie: { type: 'Polygon', coordinates: [[[0, 0]]] } },
    { gegevens: {} },
    { gegevens: { naam: 'x' }, reden: 'proef' },
    [],
    null,
  ),
  fc.jsonValue({ maxDepth: 4 }),
  fc.dictionary(
    fc.constantFrom('gegevens', 'geometrie', 'projectId', 'reden', 'email', 'rollen'),
    fc.jsonValue(),
  ),
);

interface Route {
  /** Where the document of this route begins: the API, or the OGC API. */
  base: string;
  method: string;
  path: string;
  query: string[];
}

describeWorld('every route with anything at all', (world) => {
  const people: [name: string, headers: Record<string, string>][] = [['nobody', {}]];
  const routes: Route[] = [];

  beforeAll(async () => {
    const organisations = [
      ['gemeente', { code: 'GM9001', naam: 'Aarde', soort: 'gemeente' }, ['bewerker']],
      ['provincie', { code: 'PV91', naam: 'West', soort: 'provincie' }, ['coordinator', 'vaststeller']],
      ['reader', { code: 'rijk', naam: 'Rijk', soort: 'Rijk' }, ['lezer']],
      ['administrator', { code: 'enexis', naam: 'Enexis', soort: 'netbeheerder' }, ['beheerder', 'bewerker']],
    ] as const;
    for (const [name, organisation, roles] of organisations)
      people.push([name, (await addPerson(world.db(), organisation, roles)).headers]);
    await world
      .db()
      .query(
        `insert into atlas.organisatie (code, naam, soort) values ('stedin', 'Stedin', 'netbeheerder') on conflict do nothing`,
      );
    await world.db().query(
      `insert into atlas.project (id, naam, eigenaar, vertrouwelijkheid, buitenbeeld, provincies, gemeenten, energiedrager, type_infra_groep)
       values ('W-GEHEIM', $1, 'stedin', 'vertrouwelijk', 'niets', '{PV91}', '{GM9001}', 'elektriciteit', 'station')`,
      [`Station ${secret}`],
    );
    const { body: document } = await world.get('/openapi.json');
    const ogc = (await (await world.request('/ogc/v1/api')).json()) as {
      paths: Record<string, any>;
      components: any;
    };
    const paths = [
      ...Object.entries<Record<string, any>>(document.paths).map((one) => ['/api/v1', ...one] as const),
      ...Object.entries<Record<string, any>>(ogc.paths).map((one) => ['/ogc/v1', ...one] as const),
    ];
    for (const [base, path, item] of paths) {
      // Signing out would make everybody nobody; the tests of signing in do that.
      const methods = path.startsWith('/sessie')
        ? ['get', 'post']
        : ['get', 'post', 'put', 'patch', 'delete'];
      for (const method of methods.filter((each) => item[each])) {
        const parameters: { in: string; name: string }[] = [
          ...(item['parameters'] ?? []),
          ...(item[method].parameters ?? []).map((one: { $ref?: string }) =>
            one.$ref ? ogc.components.parameters[one.$ref.split('/').at(-1)!] : one,
          ),
        ];
        const query = parameters.filter((each) => each.in === 'query').map(({ name }) => name);
        routes.push({ base, method: method.toUpperCase(), path, query });
      }
    }
  });

  /** One request to a route, everything in it drawn. */
  function draw({ base, method, path, query }: Route): fc.Arbitrary<{ address: string; init: RequestInit }> {
    const names = path.match(/\{[^}]+\}/g) ?? [];
    return fc
      .record({
        values: fc.array(text, { minLength: names.length, maxLength: names.length }),
        asked: fc.dictionary(fc.constantFrom(...query, 'onbekend'), text, { maxKeys: 2 }),
        body,
        version: fc.constantFrom('"1"', '*', 'W/"x"', ''),
      })
      .map(({ values, asked, body: sent, version }) => {
        const filled = names.reduce(
          (whole, name, i) => whole.replace(name, encodeURIComponent(values[i] || 'x')),
          path,
        );
        const search = new URLSearchParams(asked).toString();
        return {
          address: `${base}${filled}${search && `?${search}`}`,
          init: {
            method,
            headers: { 'Content-Type': 'application/json', ...(version && { 'If-Match': version }) },
            ...(method !== 'GET' && { body: JSON.stringify(sent) }),
          },
        };
      });
  }

  it('is answered or refused, for everybody', async () => {
    expect(routes.length).toBeGreaterThan(160);
    const taken = new Set<number>();
    for (const route of routes) {
      for (const [name, headers] of people) {
        for (const { address, init } of fc.sample(draw(route), { numRuns: runs, seed: 28992 + taken.size })) {
          const response = await world.request(address, {
            ...init,
            headers: { ...init.headers, ...headers },
          });
          const answer = await response.text();
          const told = [
            name,
            init.method,
            address.slice(0, 200),
            init.body,
            response.status,
            answer.slice(0, 300),
          ];
          expect([...told, response.status < 500]).toEqual([...told, true]);
          expect([...told, answer.includes(secret)]).toEqual([...told, false]);
          expect([...told, /\bat .+\.(ts|js):\d+|node_modules|PG::|atlas\.\w+_nu/.test(answer)]).toEqual([
            ...told,
            false,
          ]);
          if (response.status >= 400)
            expect([...told, response.headers.get('Content-Type')]).toEqual([
              ...told,
              'application/problem+json',
            ]);
          taken.add(response.status);
        }
      }
    }
    // Not everything was refused for one and the same reason.
    for (const status of [200, 400, 401, 404]) expect([...taken]).toContain(status);
  });
});
