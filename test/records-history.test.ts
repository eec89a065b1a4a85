// Nothing is lost: every version stays, on two axes. Dates are drawn beside the test that uses them.
import { expect, it } from 'vitest';
import { describeRecords, ifMatch } from './records-world.ts';

describeRecords('history', ({ people, send, ok, read, change, refuse, db }) => {
  const makeActie = (extra: object = {}) =>
    ok(people.provincie, 'POST', '/projecten/W-01/acties', {
      gegevens: { activiteit: 'Grond kopen', trekkers: ['GM9001'] },
      ...extra,
    });
  const versiesOf = async (path: string) => (await read(people.provincie, `${path}/geschiedenis`)).versies;

  it('tells who changed a field, when, why and from where', async () => {
    const fiche = await read(people.provincie, '/projecten/W-06/fiche');
    const first = await change(people.provincie, '/projecten/W-06', fiche.project, {
      gegevens: { ibnVan: 2030, ibnTot: 2030 },
      herkomst: { ibnVan: { bron: 'Investeringsplan 2024', datum: '2024-01', aard: 'gepland' } },
      reden: 'Uit het investeringsplan',
    });
    const second = await change(people.vaststeller, '/projecten/W-06', first, {
      gegevens: { doel: 'Meer ruimte op het net' },
    });
    const third = await change(people.vaststeller, '/projecten/W-06', second, {
      gegevens: { ibnVan: 2032, ibnTot: 2033 },
      reden: 'Grondaankoop duurt langer',
    });
    // The doubt about where a value comes from goes with the value.
    expect([
      first.versie.herkomst.ibnVan?.bron,
      second.versie.herkomst.ibnVan?.bron,
      third.versie.herkomst.ibnVan,
    ]).toEqual(['Investeringsplan 2024', 'Investeringsplan 2024', undefined]);
    const { veranderingen } = await read(people.provincie, '/projecten/W-06/geschiedenis?veld=ibnVan');
    expect(
      veranderingen.map((one: any) => [one.van, one.naar, one.reden, one.doorOrganisatie, one.door]),
    ).toEqual([
      [2030, 2032, 'Grondaankoop duurt langer', 'PV91', 'Test West'],
      [null, 2030, 'Uit het investeringsplan', 'PV91', 'Test West'],
    ]);
    expect(veranderingen[1].herkomst).toEqual({
      bron: 'Investeringsplan 2024',
      datum: '2024-01',
      aard: 'gepland',
    });
    expect(veranderingen[0].wanneer).toBe(third.versie.bekendVan);
    expect(
      (await read(people.provincie, '/projecten/W-06/geschiedenis?veld=naam')).veranderingen,
    ).toHaveLength(1);
    expect(
      await refuse(send(people.provincie, 'GET', '/projecten/W-06/geschiedenis?veld=kleur', undefined)),
    ).toMatchObject([['veld', 'kleur', expect.stringContaining('ibnVan')]]);
  });

  //             2025-01-01          2026-01-01          2027-01-01
  //   version 1  ├── open ───────────────────────────────────────▶
  //   version 2  ├── open ───────────┤├── gereed ────────────────▶
  //   version 3  ├── open ───────────┤├── vervallen ──┤├─ … later ▶   (changed from 2026, then from 2027)
  it('a change from a date on leaves what held before', async () => {
    const made = await makeActie({ geldigVan: '2025-01-01' });
    const path = `/acties/${made.id}`;
    const second = await change(people.provincie, path, made, {
      gegevens: { status: 'gereed' },
      geldigVan: '2026-01-01',
      reden: 'Klaar',
    });
    expect([second.versie.geldigVan, second.versie.geldigTot]).toEqual(['2026-01-01', null]);
    const known = (await versiesOf(path)).filter((one: any) => one.versie.bekendTot === null);
    expect(
      known.map((one: any) => [
        one.versie.geldigVan,
        one.versie.geldigTot,
        one.gegevens.status,
        one.versie.reden,
      ]),
    ).toEqual([
      ['2026-01-01', null, 'gereed', 'Klaar'],
      ['2025-01-01', '2026-01-01', 'open', null],
    ]);
    // One moment of knowledge: nothing is known twice and nothing is unknown in between.
    expect(new Set(known.map((one: any) => one.versie.bekendVan)).size).toBe(1);
    const closed = (await versiesOf(path)).filter((one: any) => one.versie.bekendTot !== null);
    expect(closed.map((one: any) => one.versie.bekendTot)).toEqual([second.versie.bekendVan]);

    // Without a date the new version takes the place of the one it replaces.
    const third = await change(people.provincie, path, second, { gegevens: { status: 'vervallen' } });
    expect([third.versie.geldigVan, third.versie.geldigTot]).toEqual(['2026-01-01', null]);
    const fourth = await change(people.provincie, path, third, {
      gegevens: { status: 'loopt' },
      geldigVan: '2027-01-01',
    });
    expect([fourth.versie.geldigVan, fourth.versie.geldigTot]).toEqual(['2027-01-01', null]);

    expect(
      await refuse(
        send(people.provincie, 'PATCH', path, { gegevens: {}, geldigVan: '2024-12-31' }, ifMatch(fourth)),
      ),
    ).toEqual([['geldigVan', '2024-12-31', expect.stringContaining('2027-01-01')]]);
    const middle = (await versiesOf(path)).find(
      (one: any) => one.versie.bekendTot === null && one.versie.geldigVan === '2026-01-01',
    );
    expect(
      await refuse(
        send(people.provincie, 'PATCH', path, { gegevens: {}, geldigVan: '2027-01-01' }, ifMatch(middle)),
      ),
    ).toEqual([['geldigVan', '2027-01-01', expect.stringContaining('vóór 2027-01-01')]]);

    const changes = (await read(people.provincie, `${path}/geschiedenis?veld=status`)).veranderingen;
    expect(changes.map((one: any) => [one.van, one.naar, one.geldigVan])).toEqual([
      ['vervallen', 'loopt', '2027-01-01'],
      ['gereed', 'vervallen', '2026-01-01'],
      ['open', 'gereed', '2026-01-01'],
      [null, 'open', '2025-01-01'],
    ]);
  });

  //                        geldigOp 2025-06-01      geldigOp 2026-06-01
  //   known at k0          open                     open               (version 1, from 2025-01-01 on)
  //   known at k1          open                     gereed             (version 2, from 2026-01-01 on)
  //   known at k2          loopt                    gereed             (version 3, of what held before 2026)
  //   now                  withdrawn                withdrawn
  it('answers what was known then of what held then, on both axes', async () => {
    const made = await makeActie({ geldigVan: '2025-01-01' });
    const path = `/acties/${made.id}`;
    const second = await change(people.provincie, path, made, {
      gegevens: { status: 'gereed' },
      geldigVan: '2026-01-01',
    });
    const early = (await versiesOf(path)).find(
      (one: any) => one.versie.bekendTot === null && one.versie.geldigVan === '2025-01-01',
    );
    const third = await change(people.provincie, path, early, { gegevens: { status: 'loopt' } });
    const last = await ok(people.provincie, 'DELETE', path, { reden: 'Dubbel' }, ifMatch(third));

    const statusAt = async (bekendOp: string | null, geldigOp: string) => {
      const known = bekendOp ? `&bekendOp=${encodeURIComponent(bekendOp)}` : '';
      const reply = await send(people.provincie, 'GET', `${path}?geldigOp=${geldigOp}${known}`, undefined);
      return reply.status === 200 ? reply.body.gegevens.status : reply.status;
    };
    const [k0, k1, k2] = [made, second, third].map((one) => one.versie.bekendVan as string);
    const table = [];
    for (const known of [k0!, k1!, k2!, null])
      table.push([await statusAt(known, '2025-06-01'), await statusAt(known, '2026-06-01')]);
    expect(table).toEqual([
      ['open', 'open'],
      ['open', 'gereed'],
      ['loopt', 'gereed'],
      [404, 404],
    ]);
    expect(await statusAt(k0!, '2024-12-31')).toBe(404);
    expect(last.versie.ingetrokken).toBe(true);
    // Lists and the fiche say the same for the same pair of dates.
    const dates = `geldigOp=2026-06-01&bekendOp=${encodeURIComponent(k1!)}`;
    const inFiche = (await read(people.provincie, `/projecten/W-01/fiche?${dates}`)).acties;
    const inList = (await read(people.provincie, `/acties?project=W-01&${dates}`)).items;
    for (const items of [inFiche, inList])
      expect(items.find((one: any) => one.id === made.id).gegevens.status).toBe('gereed');
  });

  // A decision that was made on what was known: the IBN of the project as it stood that day.
  it('tells what a decision rested on', async () => {
    const fiche = await read(people.provincie, '/projecten/W-02/fiche');
    const known = await change(people.provincie, '/projecten/W-02', fiche.project, {
      gegevens: { ibnVan: 2031, ibnTot: 2031 },
    });
    const later = await change(people.provincie, '/projecten/W-02', known, { gegevens: { ibnTot: 2034 } });
    const at = async (moment: string) =>
      (await read(people.provincie, `/projecten/W-02/fiche?bekendOp=${encodeURIComponent(moment)}`)).project
        .gegevens;
    expect([(await at(known.versie.bekendVan)).ibnTot, (await at(later.versie.bekendVan)).ibnTot]).toEqual([
      2031, 2034,
    ]);
  });

  it('restores an old version as a new one, with its place to the millimetre', async () => {
    const geometrie = {
      type: 'LineString',
      coordinates: [
        [101_100.123, 401_200.456],
        [101_300.789, 401_250.001],
      ],
    };
    const made = await ok(people.provincie, 'POST', '/projecten/W-01/componenten', {
      gegevens: { soort: 'kabel', ligging: 'exact', geometrie, corridorM: 20 },
    });
    const path = `/componenten/${made.id}`;
    const moved = await change(people.provincie, path, made, {
      gegevens: { geometrie: { type: 'Point', coordinates: [101_200, 401_200] }, corridorM: null },
    });
    const back = await ok(
      people.provincie,
      'POST',
      `${path}/herstel`,
      { rij: made.versie.rij, reden: 'Verkeerd verplaatst' },
      ifMatch(moved),
    );
    expect(back.gegevens).toEqual({ ...made.gegevens, geometrie });
    expect((await versiesOf(path)).map((one: any) => one.gegevens.geometrie.type)).toEqual([
      'LineString',
      'Point',
      'LineString',
    ]);
    const [row] = await db().query<{ same: boolean }>(
      `select count(distinct ST_AsEWKB(geom)) = 1 as same from atlas.component where rij = any($1::bigint[])`,
      [[made.versie.rij, back.versie.rij]],
    );
    expect(row?.same).toBe(true);
    expect(
      await refuse(send(people.provincie, 'POST', `${path}/herstel`, { rij: 1, reden: 'x' }, ifMatch(back))),
    ).toMatchObject([['rij', '1', expect.stringContaining(String(made.versie.rij))]]);
    expect(
      await refuse(
        send(people.provincie, 'POST', `${path}/herstel`, { rij: made.versie.rij }, ifMatch(back)),
      ),
    ).toMatchObject([['reden', '', expect.stringContaining('reden')]]);
  });

  it('withdrawing takes every part away, or only from a date on', async () => {
    const made = await makeActie({ geldigVan: '2025-01-01' });
    const path = `/acties/${made.id}`;
    const later = await change(people.provincie, path, made, {
      gegevens: { status: 'loopt' },
      geldigVan: '2026-01-01',
    });
    await ok(people.provincie, 'DELETE', path, { reden: 'Dubbel' }, ifMatch(later));
    const known = (await versiesOf(path)).filter((one: any) => one.versie.bekendTot === null);
    expect(known.map((one: any) => [one.versie.geldigVan, one.versie.ingetrokken])).toEqual([
      ['2026-01-01', true],
      ['2025-01-01', true],
    ]);
    const other = await makeActie({ geldigVan: '2025-01-01' });
    await ok(
      people.provincie,
      'DELETE',
      `/acties/${other.id}`,
      { reden: 'Gestopt', geldigVan: '2025-06-01' },
      ifMatch(other),
    );
    const parts = (await versiesOf(`/acties/${other.id}`)).filter(
      (one: any) => one.versie.bekendTot === null,
    );
    expect(
      parts.map((one: any) => [one.versie.geldigVan, one.versie.geldigTot, one.versie.ingetrokken]),
    ).toEqual([
      ['2025-06-01', null, true],
      ['2025-01-01', '2025-06-01', false],
    ]);
  });

  it('closing a record closes all its parts', async () => {
    const made = await makeActie({ geldigVan: '2025-01-01' });
    const path = `/acties/${made.id}`;
    const later = await change(people.provincie, path, made, {
      gegevens: { status: 'loopt' },
      geldigVan: '2026-01-01',
    });
    await change(people.provincie, path, later, {
      vertrouwelijkheid: 'vertrouwelijk',
      embargoTot: '2099-01-01',
    });
    const known = (await versiesOf(path)).filter((one: any) => one.versie.bekendTot === null);
    expect(
      known.map((one: any) => [one.versie.geldigVan, one.versie.vertrouwelijkheid, one.versie.embargoTot]),
    ).toEqual([
      ['2026-01-01', 'vertrouwelijk', '2099-01-01'],
      ['2025-01-01', 'vertrouwelijk', '2099-01-01'],
    ]);
  });

  it('a project of the register becomes of the provincie that edits it, and so do its onderdelen', async () => {
    const fiche = await read(people.provincie, '/projecten/W-05/fiche');
    expect([fiche.project.versie.eigenaar, fiche.componenten[0].versie.eigenaar]).toEqual([
      'openbaar-register',
      'openbaar-register',
    ]);
    await change(people.provincie, '/projecten/W-05', fiche.project, {
      gegevens: { doel: 'Ruimte op het net' },
    });
    const after = await read(people.provincie, '/projecten/W-05/fiche');
    expect([after.project.versie.eigenaar, after.componenten[0].versie.eigenaar]).toEqual(['PV91', 'PV91']);
    expect(after.componenten[0].gegevens).toEqual(fiche.componenten[0].gegevens);
    expect(after.project.gegevens).toEqual({ ...fiche.project.gegevens, doel: 'Ruimte op het net' });
  });

  it('nothing of a refused save stays behind', async () => {
    const tables = ['actie', 'project', 'partij', 'component', 'variant'];
    const count = async () =>
      (
        await db().query(
          `select ${tables.map((one) => `(select count(*) from atlas.${one})::int as ${one}`).join(', ')}`,
        )
      )[0];
    const before = await count();
    await refuse(
      send(people.provincie, 'POST', '/projecten', {
        gegevens: {
          naam: 'Half',
          provincies: ['PV91'],
          energiedrager: 'elektriciteit',
          typeInfraGroep: 'station',
        },
        componenten: [{ gegevens: { soort: 'station', ligging: 'geen' } }],
        acties: [{ gegevens: { activiteit: 'Zonder trekker' } }],
      }),
    );
    expect(await count()).toEqual(before);
  });
});
