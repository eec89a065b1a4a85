// What an answer says one may do (mag) is what one may do, for every kind of record and every sort of person.
import { beforeAll, expect, it } from 'vitest';
import { records } from '../data/records/index.ts';
import { addPerson, type Person } from './people.ts';
import { describeRecords, ifMatch } from './records-world.ts';
import { examples } from './record-examples.ts';

const children = records.filter(({ naam }) => naam !== 'project');

describeRecords('rights of records', ({ people, send, ok, read, db }) => {
  const others: Record<string, Person> = {};
  beforeAll(async () => {
    const add = (
      name: string,
      ...person: Parameters<typeof addPerson> extends [unknown, ...infer Rest] ? Rest : never
    ) => addPerson(db(), ...person).then((one) => (others[name] = one));
    await add('lezer', { code: 'PV91', naam: 'West', soort: 'provincie' }, ['lezer']);
    await add('vreemde netbeheerder', { code: 'enexis', naam: 'Enexis', soort: 'netbeheerder' }, [
      'bewerker',
    ]);
    await add('andere gemeente', { code: 'GM9004', naam: 'Dorp', soort: 'gemeente' }, ['coordinator']);
    await ok(people.provincie, 'POST', '/projecten/W-01/partijen', {
      gegevens: { organisatie: 'stedin', rol: 'betrokken' },
    });
  });

  it.each(children.map((document) => [document.naam, document] as const))(
    '%s: who may add one can, who may not cannot, and mag says so',
    async (naam, document) => {
      const all = { ...people, ...others };
      const outcome: Record<string, [number, ...unknown[]]> = {};
      const path = `/projecten/W-01/${document.meervoud}`;
      for (const [name, who] of Object.entries(all)) {
        const { magToevoegen } = await read(who, '/projecten/W-01/fiche');
        const { toevoegbaarIn } = await read(who, `/${document.meervoud}?provincie=PV91&toevoegbaar=ja`);
        const made = await send(who, 'POST', path, { gegevens: examples[naam]!('W-01-1') });
        outcome[name] = [made.status];
        // The fiche and the list say beforehand what may be added, and it is so.
        const said = [magToevoegen.includes(document.meervoud), toevoegbaarIn.includes('W-01')];
        expect([naam, name, ...said]).toEqual([naam, name, made.status === 201, made.status === 201]);
        if (made.status !== 201) continue;
        const own = `/${document.meervoud}/${made.body.id}`;
        expect([name, made.body.mag.wijzigen, made.body.versie.eigenaar]).toEqual([
          name,
          true,
          who.organisatie,
        ]);
        // Everybody is told whether they may change this one, and it is so.
        for (const [other, somebody] of Object.entries(all)) {
          const seen = await send(somebody, 'GET', own, undefined);
          if (seen.status === 404) continue;
          const changed = await send(
            somebody,
            'PATCH',
            own,
            { gegevens: {}, reden: 'proef' },
            ifMatch(seen.body),
          );
          expect([naam, name, other, changed.status]).toEqual([
            naam,
            name,
            other,
            seen.body.mag.wijzigen ? 200 : 403,
          ]);
        }
        const last = await read(who, own);
        await ok(who, 'DELETE', own, { reden: 'opruimen' }, ifMatch(last));
      }
      const may = Object.entries(outcome).flatMap(([name, [status]]) => (status === 201 ? [name] : []));
      const refused = Object.entries(outcome).filter(([, [status]]) => status !== 201);
      expect(refused.map(([name, [status]]) => [name, status])).toEqual(refused.map(([name]) => [name, 403]));
      // W-01 lies in Aarde (GM9001) in West (PV91); Stedin is a party; it is of the open register.
      const spoken = ['actie', 'opmerking', 'betwisting'];
      const built = ['component', 'variant', 'besluit', 'document', 'koppeling', 'ibn', 'mijlpaal'];
      expect(may).toEqual([
        'provincie',
        'vaststeller',
        ...(spoken.includes(naam) || built.includes(naam) ? ['netbeheerder'] : []),
        ...(spoken.includes(naam) ? ['gemeente'] : []),
      ]);
    },
  );

  it('nobody may add anything, and neither does who looks from outside', async () => {
    const nobody = { ...people.gemeente, headers: { Cookie: '' } };
    expect((await read(nobody, '/projecten/W-01/fiche')).magToevoegen).toEqual([]);
    expect((await read(nobody, '/monitoring?toevoegbaar=ja')).toevoegbaarIn).toEqual([]);
    expect(await read(nobody, '/monitoring?toevoegbaar=nee')).not.toHaveProperty('toevoegbaarIn');
    expect((await send(nobody, 'GET', '/monitoring?toevoegbaar=misschien', undefined)).status).toBe(400);
    const { project } = await ok(people.netbeheerder, 'POST', '/projecten', {
      gegevens: {
        naam: 'Besloten',
        provincies: ['PV91'],
        gemeenten: ['GM9001'],
        energiedrager: 'elektriciteit',
        typeInfraGroep: 'station',
      },
      vertrouwelijkheid: 'partijen',
    });
    const path = `/projecten/${project.id}/fiche`;
    expect((await read(people.gemeente, path)).magToevoegen).toEqual([]);
    // Its owner may add every kind.
    expect((await read(people.netbeheerder, path)).magToevoegen.toSorted()).toEqual(
      children.map(({ meervoud }) => meervoud).toSorted(),
    );
  });

  it('a trekker says how an action goes, whoever wrote it down', async () => {
    const made = await ok(people.provincie, 'POST', '/projecten/W-01/acties', {
      gegevens: { activiteit: 'Raad inlichten', trekkers: ['GM9001'] },
    });
    const seen = await read(people.gemeente, `/acties/${made.id}`);
    expect(seen.mag.wijzigen).toBe(true);
    const changed = await ok(
      people.gemeente,
      'PATCH',
      `/acties/${made.id}`,
      { gegevens: { status: 'loopt' } },
      ifMatch(seen),
    );
    expect(changed.versie).toMatchObject({ eigenaar: 'PV91', doorOrganisatie: 'GM9001' });
    expect((await read(others['andere gemeente']!, `/acties/${made.id}`)).mag.wijzigen).toBe(false);
  });

  it('what is for parties is not there for others: the same 404 as what never was', async () => {
    const made = await ok(people.provincie, 'POST', '/projecten/W-01/acties', {
      gegevens: { activiteit: 'In stilte', trekkers: ['PV91'] },
      vertrouwelijkheid: 'partijen',
    });
    const outsider = others['vreemde netbeheerder']!;
    for (const path of [`/acties/${made.id}`, `/acties/${made.id}/geschiedenis`]) {
      const [hidden, absent] = [
        await send(outsider, 'GET', path, undefined),
        await send(outsider, 'GET', path.replace(made.id, 'niets'), undefined),
      ];
      expect([hidden.status, absent.status]).toEqual([404, 404]);
      expect(hidden.body.detail.replace(made.id, 'niets')).toBe(absent.body.detail);
    }
    expect(
      (await send(outsider, 'PATCH', `/acties/${made.id}`, { gegevens: {} }, ifMatch(made))).status,
    ).toBe(404);
    expect((await read(outsider, '/projecten/W-01/fiche')).acties.map((one: any) => one.id)).not.toContain(
      made.id,
    );
    expect((await read(outsider, '/acties?trekker=PV91')).items.map((one: any) => one.id)).not.toContain(
      made.id,
    );
    expect((await read(people.netbeheerder, `/acties/${made.id}`)).id).toBe(made.id);
  });

  it('nobody closes a door behind which they then stand themselves', async () => {
    const { project } = await ok(people.netbeheerder, 'POST', '/projecten', {
      gegevens: {
        naam: 'Van Stedin',
        provincies: ['PV91'],
        energiedrager: 'elektriciteit',
        typeInfraGroep: 'station',
      },
    });
    const path = `/projecten/${project.id}`;
    const close = { vertrouwelijkheid: 'vertrouwelijk', reden: 'Grondprijs' };
    // West coordinates it, and is no party of it.
    const seen = (await read(people.provincie, `${path}/fiche`)).project;
    const refused = await send(people.provincie, 'PATCH', path, close, ifMatch(seen));
    expect([refused.status, refused.body.detail]).toEqual([
      403,
      expect.stringContaining('zelf niet meer zien'),
    ]);
    expect((await read(people.provincie, `${path}/fiche`)).project).toEqual(seen);
    // Its owner can; then West sees that there is something, and no more.
    await ok(people.netbeheerder, 'PATCH', path, close, ifMatch(project));
    const outside = await read(people.provincie, `${path}/fiche`);
    expect([outside.project.gegevens.naam, outside.project.mag.wijzigen, outside.partijen]).toEqual([
      null,
      false,
      [],
    ]);
    // As a trusted party it sees and changes it again, and may leave the level as it is.
    await ok(people.netbeheerder, 'POST', `${path}/partijen`, {
      gegevens: { organisatie: 'PV91', rol: 'betrokken', vertrouwd: true },
    });
    const trusted = (await read(people.provincie, `${path}/fiche`)).project;
    const changed = await ok(
      people.provincie,
      'PATCH',
      path,
      { gegevens: { doel: 'Ruimte' } },
      ifMatch(trusted),
    );
    expect(changed.versie.vertrouwelijkheid).toBe('vertrouwelijk');
  });

  it('names of people are for who is signed in', async () => {
    const made = await ok(people.provincie, 'POST', '/projecten/W-01/mijlpalen', {
      gegevens: { naam: 'Start', datum: '2031-01-01', aard: 'gepland' },
    });
    const nobody = { headers: { Cookie: '' }, accountId: '', organisatie: '' };
    expect((await read(nobody, `/mijlpalen/${made.id}`)).versie).toMatchObject({
      door: null,
      doorOrganisatie: 'PV91',
    });
    expect((await read(people.gemeente, `/mijlpalen/${made.id}`)).versie.door).toBe('Test West');
    // Contact persons: nothing for nobody, and not even that there is one.
    const contact = await ok(people.provincie, 'POST', '/projecten/W-01/contactpersonen', {
      gegevens: { organisatie: 'PV91', naam: 'A. Jansen', bewarenTot: '2099-01-01' },
    });
    expect((await send(nobody, 'GET', `/contactpersonen/${contact.id}`, undefined)).status).toBe(404);
    expect((await read(nobody, '/projecten/W-01/fiche')).contactpersonen).toEqual([]);
  });

  it('leaves a line in the audit log for each save, without what was typed', async () => {
    const made = await ok(people.provincie, 'POST', '/projecten/W-01/mijlpalen', {
      gegevens: { naam: 'Geheim woord', datum: '2031-01-01', aard: 'gepland' },
    });
    await ok(people.provincie, 'DELETE', `/mijlpalen/${made.id}`, { reden: 'Vergissing' }, ifMatch(made));
    const lines = await db().query<{ handeling: string; account: string; gegevens: unknown }>(
      'select handeling, account, gegevens from atlas.auditregel where onderwerp = $1 order by rij',
      [`mijlpaal/${made.id}`],
    );
    expect(lines.map(({ handeling, account }) => [handeling, account])).toEqual([
      ['maken', people.provincie.accountId],
      ['intrekken', people.provincie.accountId],
    ]);
    expect(lines[0]?.gegevens).toEqual({
      project: 'W-01',
      velden: ['naam', 'datum', 'aard'],
      rij: made.versie.rij,
    });
    expect(JSON.stringify(lines)).not.toContain('Geheim woord');
  });
});
