// Several records of one project saved together: all or none, each from its own version, each fault with its place.
import { beforeAll, expect, it } from 'vitest';
import { describeRecords } from './records-world.ts';

const path = '/projecten/W-01/samen';

describeRecords('saving together', ({ people, send, ok, read, refuse, change }) => {
  const together = (wijzigingen: unknown, who = people.provincie) => send(who, 'POST', path, { wijzigingen });
  const listActies = async () => (await read(people.provincie, '/acties?project=W-01')).items;
  const makeActie = (activiteit: string) =>
    ok(people.provincie, 'POST', '/projecten/W-01/acties', {
      gegevens: { activiteit, trekkers: ['GM9001'] },
    });
  let project: any;

  beforeAll(async () => {
    await makeActie('Grond kopen');
    ({ project } = await read(people.provincie, '/projecten/W-01/fiche'));
  });

  it('makes, changes and withdraws in one go, and answers in the same order', async () => {
    const [first] = await listActies();
    const gone = await makeActie('Dubbel');
    const claim = { jaarVan: 2033, jaarTot: 2034, aard: 'gepland', gezegdOp: '2026-05-01', bron: 'Brief' };
    const { status, body } = await together([
      { soort: 'ibn-uitspraken', gegevens: { ...claim, oorzaak: 'Grond later beschikbaar' } },
      {
        soort: 'projecten',
        id: 'W-01',
        rij: project.versie.rij,
        gegevens: { ibnVan: 2033, ibnTot: 2034 },
        reden: 'Grond later beschikbaar',
      },
      { soort: 'acties', id: first.id, rij: first.versie.rij, gegevens: { status: 'loopt' } },
      { soort: 'acties', id: gone.id, rij: gone.versie.rij, weg: true, reden: 'Stond er al' },
    ]);
    expect([status, status === 200 ? '' : body]).toEqual([200, '']);
    expect(body.items.map((one: any) => [one.projectId, one.versie.reden, one.versie.ingetrokken])).toEqual([
      ['W-01', null, false],
      ['W-01', 'Grond later beschikbaar', false],
      ['W-01', null, false],
      ['W-01', 'Stond er al', true],
    ]);
    expect(body.items[0].gegevens).toMatchObject(claim);
    const fiche = await read(people.provincie, '/projecten/W-01/fiche');
    expect(fiche.project.gegevens).toMatchObject({ ibnVan: 2033, ibnTot: 2034 });
    expect(fiche.acties.map((one: any) => [one.id, one.gegevens.status])).toEqual([[first.id, 'loopt']]);
    // One transaction, so one moment.
    expect(new Set(body.items.map((one: any) => one.versie.bekendVan)).size).toBe(1);
    const { veranderingen } = await read(people.provincie, '/projecten/W-01/geschiedenis?veld=ibnVan');
    expect(veranderingen[0]).toMatchObject({ naar: 2033, reden: 'Grond later beschikbaar' });
    project = fiche.project;
  });

  it('new ones may name each other', async () => {
    const component = { soort: 'station', ligging: 'geen', naam: 'Deel West' };
    const point = { type: 'Point', coordinates: [101_450, 401_450] };
    const { body } = await together([
      { soort: 'componenten', gegevens: component },
      {
        soort: 'varianten',
        gegevens: { componentId: 'wijzigingen.0', letter: 'A', ligging: 'exact', geometrie: point },
      },
    ]);
    expect(body.items[1].gegevens.componentId).toBe(body.items[0].id);
    expect(body.items[1].gegevens.geometrie).toEqual(point);
  });

  it('tells every fault with its place, and keeps nothing', async () => {
    const before = await listActies();
    const faults = await refuse(
      together([
        { soort: 'acties', gegevens: { activiteit: 'Goed', trekkers: ['GM9001'] } },
        { soort: 'acties', gegevens: { activiteit: 'Zonder trekker' } },
        { soort: 'documenten', gegevens: { titel: 'Brief', url: 'https://example.org/', kleur: 'rood' } },
        {
          soort: 'projecten',
          id: 'W-01',
          rij: project.versie.rij,
          gegevens: { ibnVan: 2040, ibnTot: 2035 },
        },
      ]),
    );
    expect(faults.map(([veld]) => veld)).toEqual([
      'wijzigingen.1.gegevens.trekkers',
      'wijzigingen.2.gegevens.kleur',
      'wijzigingen.3.gegevens.ibnTot',
    ]);
    expect(await listActies()).toEqual(before);
  });

  it('a stale one is a conflict that names itself, with what it is now and what it was; the others are not kept', async () => {
    const [actie] = await listActies();
    const huidig = await change(people.vaststeller, `/acties/${actie.id}`, actie, {
      gegevens: { resultaat: 'Akte' },
    });
    const { status, body } = await together([
      { soort: 'documenten', gegevens: { titel: 'Mee', url: 'https://example.org/mee' } },
      { soort: 'acties', id: actie.id, rij: actie.versie.rij, gegevens: { status: 'gereed' } },
    ]);
    expect([status, body.wijziging]).toEqual([412, 'wijzigingen.1']);
    expect(body.huidig.versie.rij).toBe(huidig.versie.rij);
    expect(body.basis.versie.rij).toBe(actie.versie.rij);
    const { items } = await read(people.provincie, '/documenten?project=W-01');
    expect(items.map((one: any) => one.gegevens.titel)).not.toContain('Mee');
  });

  it('refuses what is no list of changes, entry by entry', async () => {
    const [actie] = await listActies();
    const own = { soort: 'acties', id: actie.id, rij: actie.versie.rij, gegevens: {} };
    const cases: [unknown, string[]][] = [
      [undefined, ['wijzigingen']],
      [[], ['wijzigingen']],
      [Array.from({ length: 51 }, () => own), ['wijzigingen']],
      [['x'], ['wijzigingen.0']],
      [[{ ...own, soort: 'actie' }], ['wijzigingen.0.soort']],
      [[{ ...own, rij: undefined }], ['wijzigingen.0.rij']],
      [[{ ...own, id: undefined }], ['wijzigingen.0.id']],
      [[{ soort: 'projecten', gegevens: { naam: 'Nieuw' } }], ['wijzigingen.0.id']],
      [[own, own], ['wijzigingen.1.id']],
      [[{ ...own, weg: true }], ['wijzigingen.0.gegevens', 'wijzigingen.0.reden']],
      [[{ ...own, kleur: 'rood' }], ['wijzigingen.0.kleur']],
    ];
    for (const [given, expected] of cases)
      expect((await refuse(together(given))).map(([veld]) => veld)).toEqual(expected);
    const elsewhere = await send(people.provincie, 'POST', '/projecten/W-02/samen', { wijzigingen: [own] });
    expect([elsewhere.status, elsewhere.body.errors[0].veld]).toEqual([400, 'wijzigingen.0.id']);
  });

  it('one entry that is not allowed refuses all: the right is that of each kind', async () => {
    const allowed = { soort: 'acties', gegevens: { activiteit: 'Van Aarde', trekkers: ['GM9001'] } };
    const board = { soort: 'energyboardvragen', gegevens: { vraag: 'Mag dit?', gesteldOp: '2026-01-01' } };
    expect((await together([allowed, board], people.gemeente)).status).toBe(403);
    const theirs = { soort: 'projecten', id: 'W-01', rij: project.versie.rij, gegevens: { doel: 'Anders' } };
    expect((await together([allowed, theirs], people.gemeente)).status).toBe(403);
    expect((await listActies()).map((one: any) => one.gegevens.activiteit)).not.toContain('Van Aarde');
    expect((await together([allowed], people.gemeente)).status).toBe(200);
    const nobody = { ...people.gemeente, headers: { Cookie: '' } };
    expect((await together([allowed], nobody)).status).toBe(401);
    expect(
      (await send(people.provincie, 'POST', '/projecten/W-99/samen', { wijzigingen: [allowed] })).status,
    ).toBe(404);
  });
});
