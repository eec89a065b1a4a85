// Choosing a variant moves the component to it, all or nothing; and taking over a shape that lies there (test/world.ts).
import { beforeAll, expect, it } from 'vitest';
import { addPerson, type Person } from './people.ts';
import { ACCEPT_RD, CONTENT_RD, describeWorld } from './world-app.ts';
import { toRectangleGeometry } from './world.ts';

describeWorld('choosing a variant', (world) => {
  let operator: Person;
  let reader: Person;
  const send = (
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string> = operator.headers,
  ) =>
    world.request(`/api/v1${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...CONTENT_RD, ...ACCEPT_RD, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const read = async (path: string): Promise<any> => (await send('GET', path, undefined)).json();

  /** A station with two alternatives in Aarde, 3 km apart: A of 200 × 100 m = 2 ha, B of 300 × 100 m = 3 ha. */
  const A = toRectangleGeometry(106_000, 406_000, 106_200, 406_100);
  const B = toRectangleGeometry(109_000, 406_000, 109_300, 406_100);
  let projectId: string;
  beforeAll(async () => {
    operator = await addPerson(world.db(), { code: 'NB-zuid', naam: 'Zuidnet', soort: 'netbeheerder' }, [
      'bewerker',
    ]);
    reader = await addPerson(world.db(), { code: 'GM9008', naam: 'Heem', soort: 'gemeente' }, ['lezer']);
    const variant = (letter: string, geometrie: object) => ({
      gegevens: { letter, ligging: 'zoekgebied', geometrie, sjabloon: '150/20 kV-station' },
    });
    const made = await send('POST', '/projecten', {
      gegevens: {
        naam: 'Station Aarde Noord',
        energiedrager: 'elektriciteit',
        typeInfraGroep: 'station',
        provincies: ['PV91'],
        gemeenten: ['GM9001'],
        fase: 'verkenning',
      },
      vertrouwelijkheid: 'openbaar',
      componenten: [
        {
          gegevens: {
            soort: 'station',
            ligging: 'zoekgebied',
            geometrie: { type: 'MultiPolygon', coordinates: [A.coordinates, B.coordinates] },
          },
          varianten: [variant('A', A), variant('B', B)],
        },
      ],
    });
    const body = await made.json();
    expect([made.status, made.ok ? '' : body]).toEqual([201, '']);
    projectId = body.project.id;
  });

  const variants = async () => (await read(`/projecten/${projectId}/varianten`)).items;
  const component = async () => (await read(`/projecten/${projectId}/componenten`)).items[0];
  const choose = async (letter: string, body: unknown, headers = operator.headers, rij?: number) => {
    const one = (await variants()).find((each: any) => each.gegevens.letter === letter);
    const etag = { 'If-Match': `"${rij ?? one.versie.rij}"` };
    return send('POST', `/varianten/${one.id}/kiezen`, body, { ...headers, ...etag });
  };

  it('before any choice the component is a search area of both', async () => {
    expect((await component()).gegevens.geometrie.type).toBe('MultiPolygon');
    const asked = await world.post('/vragen/overlap', { projectId }, CONTENT_RD);
    // 2 + 3 ha.
    expect((await asked.json()).antwoord.oppervlakteM2).toBe(50_000);
  });

  it('asks for a reason, a version, and the right to write', async () => {
    const without = await choose('B', { reden: '  ' });
    expect(without.status).toBe(400);
    expect(JSON.stringify(await without.json())).toMatch(/waarom deze variant/);
    const [one] = await variants();
    const noVersion = await send('POST', `/varianten/${one.id}/kiezen`, { reden: 'x' });
    expect(noVersion.status).toBe(428);
    expect((await choose('B', { reden: 'x' }, reader.headers)).status).toBe(403);
    const nobody = await choose('B', { reden: 'x' }, {} as never);
    expect(nobody.status).toBe(401);
    expect((await component()).gegevens.geometrie.type).toBe('MultiPolygon');
  });

  it('gives the component the place of the variant, with the reason in its history', async () => {
    const chosen = await choose('B', { reden: 'Dichter bij het net' });
    const body = await chosen.json();
    expect([chosen.status, chosen.ok ? '' : body]).toEqual([200, '']);
    expect(body.gegevens).toMatchObject({ letter: 'B', isVoorkeur: true, keuzeReden: 'Dichter bij het net' });
    const moved = await component();
    expect(moved.gegevens).toMatchObject({ ligging: 'zoekgebied', sjabloon: '150/20 kV-station' });
    expect(moved.gegevens.geometrie).toEqual(B);
    expect(moved.versie.reden).toBe('Variant B gekozen: Dichter bij het net');
    const asked = await world.post('/vragen/overlap', { projectId }, CONTENT_RD);
    expect((await asked.json()).antwoord.oppervlakteM2).toBe(30_000);
  });

  it('choosing again undoes the earlier choice, and there is one at a time', async () => {
    expect((await choose('A', { reden: 'Toch de goedkoopste' })).status).toBe(200);
    const chosen = (await variants()).filter((each: any) => each.gegevens.isVoorkeur);
    expect(chosen.map((each: any) => each.gegevens.letter)).toEqual(['A']);
    expect((await component()).gegevens.geometrie).toEqual(A);
    const { versies } = await read(`/componenten/${(await component()).id}/geschiedenis`);
    expect(versies).toHaveLength(3);
  });

  it('leaves everything as it was when the version is an old one', async () => {
    const [first] = (await variants()).filter((each: any) => each.gegevens.letter === 'B');
    const { versies } = await read(`/varianten/${first.id}/geschiedenis`);
    const late = await choose('B', { reden: 'Te laat' }, operator.headers, versies.at(-1).versie.rij);
    expect(late.status).toBe(412);
    expect((await component()).gegevens.geometrie).toEqual(A);
  });

  it('gives the whole shape of a plan area or protected area, and says when there is none', async () => {
    const { body } = await world.get('/treffers?lng=4.5&lat=52');
    expect(body.groepen).toBeInstanceOf(Array);
    const [plan] = await world
      .db()
      .query<{ id: string }>("select id::text from atlas.planvlak where naam = 'Groen'", []);
    const shape = await read(`/treffers/plannen/${plan!.id}`);
    // 500 × 1000 m, the east half of plan A.
    expect(shape).toMatchObject({ laag: 'plannen', naam: 'Groen', geometrie: { type: 'MultiPolygon' } });
    const xs = shape.geometrie.coordinates.flat(2).map(([x]: number[]) => x);
    expect([Math.min(...xs), Math.max(...xs)]).toEqual([101_500, 102_000]);
    expect((await send('GET', '/treffers/nnn/999999', undefined)).status).toBe(404);
    expect((await send('GET', '/treffers/plannen/abc', undefined)).status).toBe(400);
  });
});
