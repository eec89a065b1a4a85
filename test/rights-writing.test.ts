// Who may write what (data/records: schrijvers), proven on the database itself: whatever a route lets through, this holds.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rol, SoortOrganisatie } from '../data/vocabulary.ts';
import type { Database } from '../server/db/database.ts';
import { engines, openTestDatabase, type TestDatabase } from './engines.ts';
import { addPerson } from './people.ts';
import { loadWorld } from './world.ts';

/** Who, and for which organisation. Project P-1 lies in Aarde (GM9001), West (PV91), and belongs to netbeheerder 'nb'. */
const people: Record<string, [string, SoortOrganisatie, Rol[]]> = {
  'bewerker van de eigenaar': ['nb', 'netbeheerder', ['bewerker']],
  'lezer van de eigenaar': ['nb', 'netbeheerder', ['lezer']],
  'coördinator van de provincie': ['PV91', 'provincie', ['coordinator']],
  'bewerker van de provincie': ['PV91', 'provincie', ['bewerker']],
  'vaststeller van de provincie': ['PV91', 'provincie', ['vaststeller']],
  'coördinator van een andere provincie': ['PV92', 'provincie', ['coordinator']],
  'netbeheerder die partij is': ['nb-partij', 'netbeheerder', ['bewerker']],
  'netbeheerder die geen partij is': ['nb-ander', 'netbeheerder', ['coordinator']],
  'gemeente waar het ligt': ['GM9001', 'gemeente', ['bewerker']],
  'andere gemeente': ['GM9002', 'gemeente', ['bewerker']],
};
const content: Record<string, [Record<string, unknown>, Record<string, unknown>]> = {
  component: [{ soort: 'station', ligging: 'geen' }, { naam: 'ander' }],
  partij: [{ organisatie: 'GM9007', rol: 'betrokken' }, { toelichting: 'ander' }],
  contactpersoon: [{ organisatie: 'nb', naam: 'Iemand', bewaren_tot: '2999-01-01' }, { functie: 'ander' }],
  variant: [{ component_id: 'P-1-1', letter: 'A', ligging: 'geen' }, { naam: 'ander' }],
  besluit: [{ besluit: 'omgevingsvergunning', bevoegd_gezag: 'gemeente' }, { toelichting: 'ander' }],
  actie: [{ activiteit: 'iets doen', trekkers: ['nb'] }, { resultaat: 'ander' }],
  monitoring: [{ periode: '2026-H2' }, { aandachtspunten: 'ander' }],
  energyboardvraag: [{ vraag: 'Wat nu?', gesteld_op: '2026-01-01' }, { vraag: 'ander' }],
  opmerking: [{ onderwerp: 'project', tekst: 'Let op' }, { tekst: 'ander' }],
  betwisting: [{ laag: 'nnn', object: 'x', uitkomst: {}, bezwaar: 'Klopt niet' }, { bezwaar: 'ander' }],
  document: [{ titel: 'Stuk', url: 'https://example.org' }, { titel: 'ander' }],
  koppeling: [{ soort: 'nMIEK', doel: 'x' }, { toelichting: 'ander' }],
  ibn: [
    { jaar_van: 2030, jaar_tot: 2030, aard: 'gepland', gezegd_op: '2026-01-01', bron: 'x' },
    { oorzaak: 'ander' },
  ],
  mijlpaal: [{ naam: 'Start', datum: '2026-01-01', aard: 'gepland' }, { naam: 'ander' }],
  rondestap: [{ ronde: '2.0', stap: 'opgenomen' }, { toelichting: 'ander' }],
};
const bySubject = {
  owners: ['bewerker van de eigenaar', 'coördinator van de provincie'],
  builders: ['bewerker van de eigenaar', 'coördinator van de provincie', 'netbeheerder die partij is'],
  everybodyInvolved: [
    'bewerker van de eigenaar',
    'coördinator van de provincie',
    'bewerker van de provincie',
    'netbeheerder die partij is',
    'gemeente waar het ligt',
  ],
};
const mayAdd: Record<string, string[]> = {
  ...Object.fromEntries(
    ['partij', 'contactpersoon', 'monitoring', 'energyboardvraag', 'rondestap'].map((kind) => [
      kind,
      bySubject.owners,
    ]),
  ),
  ...Object.fromEntries(
    ['component', 'variant', 'besluit', 'document', 'koppeling', 'ibn', 'mijlpaal'].map((kind) => [
      kind,
      bySubject.builders,
    ]),
  ),
  ...Object.fromEntries(
    ['actie', 'opmerking', 'betwisting'].map((kind) => [kind, bySubject.everybodyInvolved]),
  ),
};

describe.each(engines)('who may write (%s)', (engine) => {
  let database: TestDatabase;
  let db: Database;
  const as: Record<string, ReturnType<Database['as']>> = {};
  beforeAll(async () => {
    database = await openTestDatabase(engine);
    db = database.db;
    await loadWorld(db);
    for (const [naam, [code, soort, rollen]] of Object.entries(people)) {
      const { accountId } = await addPerson(db, { code, naam: code, soort }, rollen);
      as[naam] = db.as({ account: accountId, organisatie: code, bekendOp: null, geldigOp: null });
    }
    as['niemand'] = db.as({ account: null, organisatie: null, bekendOp: null, geldigOp: null });
    await addProject('P-1', 'nb');
    await db.query(
      `insert into atlas.partij (id, project_id, eigenaar, organisatie, rol) values ('P-1-p', 'P-1', 'nb', 'nb-partij', 'betrokken')`,
    );
    await db.query(
      `insert into atlas.component (id, project_id, eigenaar, soort, ligging) values ('P-1-1', 'P-1', 'nb', 'station', 'geen')`,
    );
  });
  afterAll(() => database?.remove());

  const addProject = (id: string, eigenaar: string, more = '') =>
    db.query(
      `insert into atlas.project (id, eigenaar, provincies, gemeenten, energiedrager, type_infra_groep, pmiek_bewijs ${more && ', vertrouwelijkheid'})
       values ($1, $2, '{PV91}', '{GM9001}', 'elektriciteit', 'station', 'bevestigd' ${more})`,
      [id, eigenaar],
    );
  let count = 0;
  /** Saves as the server does; true, or false when it is refused for want of rights. */
  async function save(
    who: string,
    kind: string,
    id: string,
    basis: number | null,
    values: object,
  ): Promise<number | false> {
    try {
      return await as[who]!.transaction(async (tx) => {
        const [row] = await tx.query<{ rij: number | null }>(
          'select atlas.bewaar($1, $2, $3::bigint, null, $4::jsonb, null, null)::int as rij',
          [kind, id, basis, JSON.stringify(values)],
        );
        if (row!.rij === null) return false;
        return row!.rij;
      });
    } catch (error) {
      if ((error as { code?: string }).code === '42501') return false;
      throw error;
    }
  }
  const everybody = [...Object.keys(people), 'niemand'];
  const add = (who: string, kind: string, project = 'P-1') =>
    save(who, kind, `${kind}-${(count += 1)}`, null, { ...content[kind]![0], project_id: project });
  async function whoCan(work: (who: string) => Promise<number | false>): Promise<string[]> {
    const can: string[] = [];
    for (const who of everybody) if (await work(who)) can.push(who);
    return can;
  }
  /** Adds a row with all rights, owned by `eigenaar`, and gives its id and rij. */
  async function given(kind: string, eigenaar: string, values: object = {}): Promise<[string, number]> {
    const id = `${kind}-${(count += 1)}`;
    const row = { ...content[kind]![0], ...values, id, eigenaar, project_id: 'P-1' };
    const [made] = await db.query<{ rij: number }>(
      `insert into atlas.${kind} (${Object.keys(row).join(', ')})
       select ${Object.keys(row).join(', ')} from jsonb_populate_record(null::atlas.${kind}, $1::jsonb) returning rij::int`,
      [JSON.stringify(row)],
    );
    return [id, made!.rij];
  }

  it.each(Object.keys(content))('adds: %s', async (kind) => {
    expect(await whoCan((who) => add(who, kind))).toEqual(
      everybody.filter((who) => mayAdd[kind]!.includes(who)),
    );
  });

  it.each(Object.keys(content))('changes a row of the owner of the project: %s', async (kind) => {
    const can = await whoCan(async (who) => {
      const [id, rij] = await given(kind, 'nb');
      return save(who, kind, id, rij, content[kind]![1]);
    });
    // Contacts are seen by parties only: a provincie that is none cannot change one.
    const expected = kind === 'contactpersoon' ? ['bewerker van de eigenaar'] : bySubject.owners;
    expect(can).toEqual(everybody.filter((who) => expected.includes(who)));
  });

  it.each(['actie', 'opmerking', 'betwisting'])(
    'changes what its own organisation wrote: %s',
    async (kind) => {
      const can = await whoCan(async (who) => {
        const [id, rij] = await given(kind, 'GM9001');
        return save(who, kind, id, rij, content[kind]![1]);
      });
      expect(can).toEqual(
        everybody.filter((who) => [...bySubject.owners, 'gemeente waar het ligt'].includes(who)),
      );
    },
  );

  it('lets who pulls an action say how it goes, and not add one', async () => {
    const can = await whoCan(async (who) => {
      const [id, rij] = await given('actie', 'PV91', { trekkers: ['GM9002'] });
      return save(who, 'actie', id, rij, { status: 'loopt' });
    });
    expect(can).toContain('andere gemeente');
    expect(can).not.toContain('netbeheerder die geen partij is');
    const own = { ...content['actie']![0], project_id: 'P-1', trekkers: ['GM9002'] };
    expect(await save('andere gemeente', 'actie', 'actie-eigen', null, own)).toBe(false);
  });

  it('makes projects for netbeheerder and provincie, of their own', async () => {
    const values = {
      provincies: ['PV91'],
      energiedrager: 'elektriciteit',
      type_infra_groep: 'station',
      pmiek_bewijs: 'bevestigd',
    };
    const can = await whoCan((who) =>
      save(who, 'project', `N-${(count += 1)}`, null, { ...values, vertrouwelijkheid: 'vertrouwelijk' }),
    );
    expect(can).toEqual([
      'bewerker van de eigenaar',
      'coördinator van de provincie',
      'bewerker van de provincie',
      'coördinator van een andere provincie',
      'netbeheerder die partij is',
      'netbeheerder die geen partij is',
    ]);
    // Not over one that is there, whether it is seen or not.
    await addProject('P-9', 'nb', `, 'vertrouwelijk'`);
    expect(
      await save('netbeheerder die geen partij is', 'project', 'P-9', null, {
        ...values,
        geldig_van: '2030-01-01',
      }),
    ).toBe(false);
  });

  it('changes a project for its owner and the coordinator of the provincie, who takes over what a register said', async () => {
    const change = async (who: string, eigenaar: string, more = '') => {
      const id = `P-${(count += 1)}`;
      await addProject(id, eigenaar, more);
      const [row] = await db.query<{ rij: number }>('select rij::int from atlas.project where id = $1', [id]);
      const rij = await save(who, 'project', id, row!.rij, { doel: 'ander' });
      if (!rij) return false;
      const [{ eigenaar: now }] = (await db.query<{ eigenaar: string }>(
        'select eigenaar from atlas.project where rij = $1',
        [rij],
      )) as [{ eigenaar: string }];
      expect(now).toBe(eigenaar === 'openbaar-register' ? people[who]![0] : eigenaar);
      return rij;
    };
    expect(await whoCan((who) => change(who, 'nb'))).toEqual(bySubject.owners);
    expect(await whoCan((who) => change(who, 'openbaar-register'))).toEqual(['coördinator van de provincie']);
    // What one sees from outside one does not change.
    expect(await whoCan((who) => change(who, 'nb', `, 'vertrouwelijk'`))).toEqual([
      'bewerker van de eigenaar',
    ]);
  });

  it('adopts by a vaststeller, who is not the one who submitted', async () => {
    for (const kind of ['besluit', 'rondestap']) {
      const adopt = async (who: string, ingediend_door: string | null) => {
        const [id, rij] = await given(kind, 'nb', { status: 'ingediend', ingediend_door });
        return save(who, kind, id, rij, { status: 'vastgesteld' });
      };
      expect(await whoCan((who) => adopt(who, null))).toEqual(['vaststeller van de provincie']);
      const [{ account }] = (await as['vaststeller van de provincie']!.query<{ account: string }>(
        'select atlas.eigen_account() as account',
      )) as [{ account: string }];
      expect(await adopt('vaststeller van de provincie', account)).toBe(false);
      // Nor is it added as adopted.
      expect(
        await save('coördinator van de provincie', kind, `${kind}-${(count += 1)}`, null, {
          ...content[kind]![0],
          project_id: 'P-1',
          status: 'vastgesteld',
        }),
      ).toBe(false);
    }
  });

  it('keeps a role to its area', async () => {
    const { accountId } = await addPerson(db, { code: 'PV91', naam: 'West', soort: 'provincie' }, []);
    const person = db.as({ account: accountId, organisatie: 'PV91', bekendOp: null, geldigOp: null });
    const may = async () =>
      (
        await person.query<{ may: boolean }>(`select atlas.mag_schrijven('monitoring', 'PV91', 'P-1') as may`)
      )[0]!.may;
    await db.query(`insert into atlas.rol (account_id, rol, gebied) values ($1, 'coordinator', 'GM9002')`, [
      accountId,
    ]);
    expect(await may()).toBe(false);
    await db.query(`insert into atlas.rol (account_id, rol, gebied) values ($1, 'coordinator', 'GM9001')`, [
      accountId,
    ]);
    expect(await may()).toBe(true);
    await db.query('update atlas.account set actief = false where id = $1', [accountId]);
    expect(await may()).toBe(false);
  });

  it('loses nothing of itself between closing a version and adding the next', async () => {
    await addProject('P-8', 'nb', `, 'vertrouwelijk'`);
    await db.query(
      `insert into atlas.partij (id, project_id, eigenaar, organisatie, rol, vertrouwd) values ('P-8-p', 'P-8', 'nb', 'nb-partij', 'betrokken', true)`,
    );
    let rij = (await db.query<{ rij: number }>(`select rij::int from atlas.project where id = 'P-8'`))[0]!
      .rij;
    for (const doel of ['een', 'twee', 'drie']) {
      const next = await save('bewerker van de eigenaar', 'project', 'P-8', rij, { doel });
      expect(next).not.toBe(false);
      rij = next as number;
    }
    const component = await add('netbeheerder die partij is', 'component', 'P-8');
    expect(component).not.toBe(false);
    expect(await add('gemeente waar het ligt', 'actie', 'P-8')).toBe(false);
  });

  it('a statement for somebody does not run with the rights of somebody else', async () => {
    await expect(db.transaction(() => as['niemand']!.query('select 1 as een'))).rejects.toThrow(
      /somebody else/,
    );
    await expect(
      as['bewerker van de eigenaar']!.transaction(() => as['niemand']!.query('select 1 as een')),
    ).rejects.toThrow(/somebody else/);
    const [row] = await as['niemand']!.query<{ wie: string }>('select current_user::text as wie');
    expect(row!.wie).toBe('atlas_lezer');
    const [self] = await db.query<{ wie: string; org: string }>(
      `select current_user::text as wie, current_setting('atlas.organisatie', true) as org`,
    );
    expect([self!.wie === 'atlas_lezer', self!.org]).toEqual([false, '']);
  });

  it('a hundred people at once each see their own', async () => {
    const names = Object.keys(people);
    const seen = await Promise.all(
      Array.from({ length: 100 }, async (_, i) => {
        const who = names[i % names.length]!;
        const ask = as[who]!;
        if (i % 9 === 0) await expect(ask.query('select 1 / 0')).rejects.toThrow();
        const text = 'select atlas.eigen_organisatie() as org, current_user::text as wie';
        const rows = await (i % 5 === 0
          ? ask.transaction((tx) => tx.query<{ org: string; wie: string }>(text))
          : ask.query<{ org: string; wie: string }>(text));
        return [
          rows[0]!.org === people[who]![0],
          rows[0]!.wie === (i % 5 === 0 ? 'atlas_bewerker' : 'atlas_lezer'),
        ];
      }),
    );
    expect(seen.filter(([isOwn, isRole]) => !isOwn || !isRole)).toEqual([]);
  });
});
