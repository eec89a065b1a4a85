// Every kind of record through the front door: made, read, listed, changed, withdrawn; each kind the same way.
import { beforeAll, expect, it } from 'vitest';
import { records } from '../data/records/index.ts';
import type { RecordDocument } from '../data/document.ts';
import { toRegistratieSchema } from '../data/schema/registratie.ts';
import { addPerson, type Person } from './people.ts';
import { examples } from './record-examples.ts';
import { describeWorld } from './world-app.ts';

const children = records.filter(({ naam }) => naam !== 'project');
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
      expect(toRegistratieSchema(document).safeParse(record).error?.issues).toBeUndefined();
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
