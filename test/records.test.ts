// Every kind of record through the front door: made, read, listed, changed, withdrawn; each kind the same way.
import { beforeAll, expect, it } from 'vitest';
import { records } from '../data/records/index.ts';
import type { RecordDocument } from '../data/document.ts';
import { addPerson, type Person } from './people.ts';
import { describeWorld } from './world-app.ts';

const children = records.filter(({ naam }) => naam !== 'project');
/** A point and a square in Aarde (RD), where project W-01 lies. */
const point = { type: 'Point', coordinates: [101_450, 401_450] };

/** For each kind the least that can be said, by hand. */
const examples: Record<string, (componentId: string) => Record<string, unknown>> = {
  component: () => ({ soort: 'station', ligging: 'geen', naam: 'Deel Noord' }),
  variant: (componentId) => ({
    componentId,
    letter: 'A',
    ligging: 'exact',
    geometrie: point,
    naam: 'Langs de weg',
  }),
  besluit: (componentId) => ({
    besluit: 'omgevingsplan',
    bevoegdGezag: 'gemeente',
    organisatie: 'GM9001',
    componentId,
  }),
  actie: () => ({
    activiteit: 'Grond kopen',
    trekkers: ['GM9001', 'stedin'],
    planningVan: '2030-01-01',
    planningTot: '2030-12-31',
  }),
  monitoring: () => ({ periode: '2030-H1', ibnStatus: 'onder druk', trekkers: ['PV91'] }),
  energyboardvraag: () => ({ vraag: 'Kan dit eerder?', gesteldOp: '2024-05-01' }),
  partij: () => ({ organisatie: 'GM9001', rol: 'betrokken' }),
  contactpersoon: () => ({
    organisatie: 'GM9001',
    naam: 'A. Jansen',
    bewarenTot: '2099-01-01',
    email: 'a@example.org',
  }),
  opmerking: () => ({ onderwerp: 'plek', punt: point, tekst: 'Hier ligt een sloot' }),
  betwisting: (componentId) => ({
    componentId,
    laag: 'nnn',
    object: 'Wieselse Heide',
    uitkomst: { overlapM2: 12.5 },
    bezwaar: 'Ligt ernaast',
  }),
  document: () => ({ titel: 'Raadsbesluit', url: 'https://example.org/besluit.pdf', datum: '2024-02-29' }),
  koppeling: () => ({ soort: 'hangt af van', doel: 'W-02' }),
  ibn: () => ({
    jaarVan: 2031,
    jaarTot: 2033,
    aard: 'gepland',
    gezegdOp: '2024-01-15',
    bron: 'Investeringsplan 2024',
  }),
  mijlpaal: () => ({ naam: 'Start bouw', datum: '2031-06-01', aard: 'gepland' }),
  rondestap: () => ({ ronde: '2.0', stap: 'opgenomen', categorie: 'concreet', opvolgers: [] }),
};

const JSON_TYPE = { 'Content-Type': 'application/json' };
const RD = {
  'Content-Crs': '<http://www.opengis.net/def/crs/EPSG/0/28992>',
  'Accept-Crs': '<http://www.opengis.net/def/crs/EPSG/0/28992>',
};

describeWorld('records', (world) => {
  let provincie: Person;
  const send = (method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
    world.request(`/api/v1${path}`, {
      method,
      headers: { ...JSON_TYPE, ...RD, ...provincie.headers, ...headers },
      body: JSON.stringify(body),
    });
  const read = (path: string) => world.get(path, { ...provincie.headers, ...RD });

  beforeAll(async () => {
    provincie = await addPerson(world.db(), { code: 'PV91', naam: 'West', soort: 'provincie' }, [
      'coordinator',
    ]);
    await addPerson(world.db(), { code: 'stedin', naam: 'Stedin', soort: 'netbeheerder' }, ['bewerker']);
  });

  it('has an example of every kind', () => {
    expect(Object.keys(examples).sort()).toEqual(children.map(({ naam }) => naam).sort());
  });

  it.each(children.map((document) => [document.naam, document] as [string, RecordDocument]))(
    '%s: made, read, listed, changed and withdrawn, with nothing lost',
    async (_naam, document) => {
      const path = `/projecten/W-01/${document.meervoud}`;
      const gegevens = examples[document.naam]!('W-01-1');
      const made = await send('POST', path, { gegevens });
      const record = await made.json();
      expect([made.status, made.ok ? '' : record]).toEqual([201, '']);
      expect(made.headers.get('ETag')).toBe(`"${record.versie.rij}"`);
      const own = `/${document.meervoud}/${record.id}`;
      expect(made.headers.get('Location')).toBe(`/api/v1${own}`);
      expect(record).toMatchObject({ projectId: 'W-01', gegevens, mag: { wijzigen: true } });
      expect(record.versie).toMatchObject({
        eigenaar: 'PV91',
        vertrouwelijkheid: 'openbaar',
        doorOrganisatie: 'PV91',
        door: 'Test West',
        geldigVan: null,
        bekendTot: null,
        ingetrokken: false,
      });
      expect(Object.keys(record.gegevens)).toEqual(document.velden.map(({ naam }) => naam));

      const { letOp: _letOp, ...plain } = record;
      expect((await read(own)).body).toEqual(plain);
      expect((await read(path)).body.items).toContainEqual(plain);
      expect((await read(`/${document.meervoud}?project=W-01`)).body.items).toContainEqual(plain);
      expect((await read(`/${document.meervoud}?provincie=PV91`)).body.items).toContainEqual(plain);
      expect((await read(`/${document.meervoud}?project=W-02`)).body.items).not.toContainEqual(plain);
      expect((await read('/projecten/W-01/fiche')).body[document.meervoud]).toContainEqual(plain);

      const etag = { 'If-Match': `"${record.versie.rij}"` };
      const changed = await send(
        'PATCH',
        own,
        { gegevens: {}, reden: 'Nagekeken', vertrouwelijkheid: 'partijen' },
        etag,
      );
      const second = await changed.json();
      expect([changed.status, changed.ok ? '' : second]).toEqual([200, '']);
      expect(second.gegevens).toEqual(record.gegevens);
      expect(second.versie).toMatchObject({
        vertrouwelijkheid: 'partijen',
        reden: 'Nagekeken',
        eigenaar: 'PV91',
      });
      expect(second.versie.rij).not.toBe(record.versie.rij);

      const gone = await send('DELETE', own, { reden: 'Dubbel' }, { 'If-Match': `"${second.versie.rij}"` });
      expect([gone.status, gone.ok ? '' : await gone.json()]).toEqual([200, '']);
      expect((await world.request(`/api/v1${own}`, { headers: provincie.headers })).status).toBe(404);
      expect((await read(path)).body.items).not.toContainEqual(expect.objectContaining({ id: record.id }));
      const { versies } = (await read(`${own}/geschiedenis`)).body;
      expect(versies.map((one: any) => [one.versie.ingetrokken, one.versie.reden])).toEqual([
        [true, 'Dubbel'],
        [false, 'Nagekeken'],
        [false, null],
      ]);
      for (const [later, earlier] of [
        [0, 1],
        [1, 2],
      ] as const)
        expect(versies[earlier].versie.bekendTot).toBe(versies[later].versie.bekendVan);

      const back = await send(
        'POST',
        `${own}/herstel`,
        { rij: record.versie.rij, reden: 'Toch niet dubbel' },
        {
          'If-Match': `"${versies[0].versie.rij}"`,
        },
      );
      const restored = await back.json();
      expect([back.status, back.ok ? '' : restored]).toEqual([200, '']);
      expect(restored.gegevens).toEqual(record.gegevens);
      // Restoring never opens what was closed.
      expect(restored.versie).toMatchObject({ ingetrokken: false, vertrouwelijkheid: 'partijen' });
      await send('DELETE', own, { reden: 'Opruimen' }, { 'If-Match': `"${restored.versie.rij}"` });
    },
  );
});
