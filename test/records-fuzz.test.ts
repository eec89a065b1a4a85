// Anything at all, sent to every route of the records: refused in problem+json or taken, never a fault of ours.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { records } from '../data/records/index.ts';
import { examples } from './record-examples.ts';
import { describeRecords } from './records-world.ts';

const fields = [...new Set(records.flatMap(({ velden }) => velden.map(({ naam }) => naam))), 'onbekend'];
const deep = (depth: number): unknown => (depth === 0 ? 'x' : { a: deep(depth - 1) });
const value = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e308,
    2030,
    '',
    ' ',
    'open',
    'GM9001',
    'W-01-1',
    'W-02',
    '2026-02-30',
    '2026-12-31',
    '0000-01-01',
    '\ud800',
    'a\u0000b',
    'x'.repeat(12_000),
    [],
    ['GM9001'],
    [null],
    {},
    { a: '\u0000' },
    deep(60),
    { type: 'Point', coordinates: [101_450, 401_450] },
    { type: 'Polygon', coordinates: [[[0, 0]]] },
    { type: 'Point' },
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.jsonValue({ maxDepth: 3 }),
);
const around = fc.dictionary(
  fc.constantFrom(
    'vertrouwelijkheid',
    'embargoTot',
    'geldigVan',
    'herkomst',
    'reden',
    'rij',
    'naar',
    'acties',
    'antwoord',
    'actie',
    'projectId',
    'id',
  ),
  value,
  { maxKeys: 3 },
);
const gegevens = fc.oneof(
  fc.constantFrom(...Object.values(examples).map((make) => make('W-01-1'))),
  fc
    .tuple(
      fc.constantFrom(...Object.values(examples).map((make) => make('W-01-1'))),
      fc.constantFrom(...fields),
      value,
    )
    .map(([whole, field, other]) => ({ ...whole, [field]: other })),
  fc.dictionary(fc.constantFrom(...fields), value, { maxKeys: 8 }),
  value,
);
const fitting = Symbol('fitting');
const body = fc.oneof(
  fc.tuple(gegevens, around).map(([inner, outer]) => ({ gegevens: inner, ...outer })),
  fc.tuple(gegevens, around).map(([inner, outer]) => ({ ...outer, gegevens: inner, reden: 'proef' })),
  // What the kind in the address takes, so that there is always something to save.
  fc.constant(fitting),
  fc
    .array(
      fc.record(
        {
          soort: fc.oneof(fc.constantFrom(...records.map(({ meervoud }) => meervoud)), value),
          id: fc.oneof(fc.constantFrom('W-01', 'W-01-1'), value),
          rij: fc.oneof(fc.constantFrom(1, 2, 3), value),
          gegevens,
          weg: fc.oneof(fc.boolean(), value),
          reden: value,
        },
        { requiredKeys: ['soort'] },
      ),
      { maxLength: 4 },
    )
    .map((wijzigingen) => ({ wijzigingen })),
  value,
);
const id = fc.constantFrom(
  ...Array<string>(12).fill('W-01'),
  'W-01-1',
  'W-04',
  'niets',
  '%00',
  'a%00b',
  '%E0%A4%A',
  "' or 1=1",
  '..',
  'a'.repeat(3000),
);
const query = fc.constantFrom(
  ...Array<string>(12).fill(''),
  '?bekendOp=2026-02-30',
  '?geldigOp=2020-01-01',
  '?veld=naam',
  '?trekker=%00',
  '?x=1',
  '?naar=realisatie',
  '?bekendOp=2026-01-01',
);

describeRecords('whatever is sent to records', ({ people, request, get, ok }) => {
  it('is answered without a fault', async () => {
    const paths = Object.entries((await get('/openapi.json')).body.paths as Record<string, object>)
      .filter(
        ([path]) =>
          records.some(({ meervoud }) => path.split('/').includes(meervoud)) && !path.startsWith('/vragen'),
      )
      .flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => [method.toUpperCase(), path] as const),
      );
    expect(paths.length).toBeGreaterThan(100);
    // One of each kind, so that what lies behind the address and the version is reached too.
    const real: Record<string, string> = {};
    for (const { naam, meervoud } of records.filter((one) => one.naam !== 'project'))
      real[meervoud] = (
        await ok(people.provincie, 'POST', `/projecten/W-01/${meervoud}`, {
          gegevens: examples[naam]!('W-01-1'),
        })
      ).id;
    const answers = new Map<number, number>();
    const ifMatch = fc.constantFrom(undefined, '"1"', 'W/"2"', '*', '"999999999999999"', '"\u00ff"');
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        id,
        query,
        body,
        ifMatch,
        fc.constantFrom('nobody', 'provincie', 'netbeheerder', 'gemeente', 'vaststeller'),
        async ([method, path], given, search, sent, etag, name) => {
          const who = name === 'nobody' ? {} : people[name as keyof typeof people].headers;
          const kind = path.split('/')[1] ?? '';
          const isReal = given === 'W-01';
          const made = records.find(({ meervoud }) => path.endsWith(`/${meervoud}`));
          const content = sent === fitting ? { gegevens: examples[made?.naam ?? 'actie']?.('W-01-1') } : sent;
          const filled = path.replace('{rid}', isReal ? (real[kind] ?? given) : given).replace('{id}', given);
          const address = `/api/v1${filled}${search}`;
          const own = `/api/v1/${kind}/${real[kind]}`;
          const known =
            isReal && real[kind] && etag === '"1"' ? (await request(own)).headers.get('ETag') : null;
          const response = await request(address, {
            method,
            headers: {
              ...who,
              'Content-Type': 'application/json',
              'Content-Crs': '<http://www.opengis.net/def/crs/EPSG/0/28992>',
              ...(etag && { 'If-Match': known ?? etag }),
            },
            ...(method !== 'GET' && { body: JSON.stringify(content) ?? 'null' }),
          });
          const text = await response.text();
          answers.set(response.status, (answers.get(response.status) ?? 0) + 1);
          expect([method, address, response.status < 500 ? '' : text]).toEqual([method, address, '']);
          if (response.status < 400) return;
          expect(response.headers.get('Content-Type')).toBe('application/problem+json');
          expect(text).not.toMatch(/node_modules|\bat \/|SELECT |select |atlas\./);
        },
      ),
      { numRuns: 3000, seed: 4 },
    );
    // All of these were reached, so the checks behind the door were too.
    for (const status of [200, 201, 400, 401, 403, 404, 412, 428])
      expect([status, answers.get(status) ?? 0]).toEqual([status, expect.toSatisfy((n: number) => n > 0)]);
  });
});
