// Accounts and roles, what is written down of it for ever, and what people may ask about themselves.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit, toNetwork } from '../server/auth/audit.ts';
import { fillOrganisaties } from '../server/auth/organisaties.ts';
import type { Queryable } from '../server/db/database.ts';
import { engines, openTestDatabase, type TestDatabase } from './engines.ts';
import { openSignInApp, type Browser, type SignInApp } from './sign-in-app.ts';

interface Line {
  account: string | null;
  organisatie: string | null;
  handeling: string;
  onderwerp: string;
  gegevens: Record<string, unknown>;
}

describe.each(engines)('who manages whom, and the audit log (%s)', (engine) => {
  let database: TestDatabase;
  let atlas: SignInApp;
  let ada: Browser;
  let nel: Browser;
  let bas: Browser;
  const idOf = async (browser: Browser): Promise<string> => (await browser.get('/sessie')).actor.accountId;
  const lines = () =>
    database.db.query<Line>(
      'select account, organisatie, handeling, onderwerp, gegevens from atlas.auditregel order by rij',
      [],
    );
  const last = async (): Promise<Line> => (await lines()).at(-1)!;

  beforeAll(async () => {
    database = await openTestDatabase(engine);
    atlas = await openSignInApp(database.db, database.config.dataDir);
    ada = await atlas.firstAdmin('PV26');
    nel = await atlas.invite(ada, {
      email: 'nel@stedin.example',
      naam: 'Nel',
      organisatie: 'stedin',
      rollen: [{ rol: 'beheerder' }],
    });
    bas = await atlas.invite(ada, { email: 'bas@pv.example', naam: 'Bas', rollen: [{ rol: 'bewerker' }] });
  });
  afterAll(() => database.remove());

  it('is for administrators: nobody else sees or changes an account', async () => {
    const id = await idOf(bas);
    const routes: [string, string, unknown?][] = [
      ['GET', '/accounts'],
      ['GET', '/uitnodigingen'],
      ['GET', '/auditregels'],
      ['PATCH', `/accounts/${id}`, { rollen: [{ rol: 'beheerder' }] }],
      ['DELETE', `/accounts/${id}`],
      ['POST', `/accounts/${id}/herstellink`],
      ['POST', '/uitnodigingen', { email: 'x@pv.example', rollen: [{ rol: 'lezer' }] }],
      ['POST', '/organisaties', { code: 'nieuw', naam: 'Nieuw', soort: 'overig' }],
      ['PATCH', '/organisaties/PV26', { naam: 'Anders' }],
    ];
    for (const [method, path, body] of routes) {
      const nobody = await atlas.open().send(method, path, body);
      expect([method, path, nobody.status]).toEqual([method, path, 401]);
      const editor = await bas.send(method, path, body);
      expect([method, path, editor.status]).toEqual([method, path, 403]);
    }
  });

  it('an administrator manages the own organisation only', async () => {
    const basId = await idOf(bas);
    const { items } = (await nel.get('/accounts')) as { items: { email: string }[] };
    expect(items.map(({ email }) => email)).toEqual(['nel@stedin.example']);
    // What is not theirs is not there.
    for (const [method, body] of [
      ['PATCH', { actief: false }],
      ['DELETE', undefined],
    ] as const) {
      expect((await nel.send(method, `/accounts/${basId}`, body)).status).toBe(404);
    }
    expect((await nel.send('POST', `/accounts/${basId}/herstellink`)).status).toBe(404);
    const elsewhere = { email: 'x@pv.example', organisatie: 'PV26', rollen: [{ rol: 'lezer' }] };
    expect((await nel.send('POST', '/uitnodigingen', elsewhere)).status).toBe(403);
    const own = { email: 'piet@stedin.example', rollen: [{ rol: 'bewerker' }] };
    expect((await nel.send('POST', '/uitnodigingen', own)).status).toBe(201);
    const nelId = await idOf(nel);
    expect((await nel.send('PATCH', `/accounts/${nelId}`, { atlasbeheer: true })).status).toBe(403);
    expect((await nel.send('POST', '/organisaties', { code: 'x1', naam: 'X', soort: 'overig' })).status).toBe(
      403,
    );
  });

  it('the administrator of the atlas makes other organisations’ administrators, and no more than that', async () => {
    const editor = { email: 'y@stedin.example', organisatie: 'stedin', rollen: [{ rol: 'bewerker' }] };
    expect((await ada.send('POST', '/uitnodigingen', editor)).status).toBe(403);
    const nelId = await idOf(nel);
    const more = { rollen: [{ rol: 'beheerder' }, { rol: 'vaststeller' }] };
    expect((await ada.send('PATCH', `/accounts/${nelId}`, more)).status).toBe(403);
    expect((await ada.send('PATCH', `/accounts/${nelId}`, { naam: 'Nel van Stedin' })).status).toBe(200);
    const unknown = { email: 'z@z.example', organisatie: 'GM9999', rollen: [{ rol: 'beheerder' }] };
    expect((await ada.send('POST', '/uitnodigingen', unknown)).status).toBe(400);
    const added = await ada.send('POST', '/organisaties', {
      code: 'rws',
      naam: 'Rijkswaterstaat',
      soort: 'overig',
    });
    expect(added.status).toBe(201);
    const { items } = (await ada.get('/organisaties?soort=overig')) as { items: unknown[] };
    expect(items).toEqual([{ code: 'rws', naam: 'Rijkswaterstaat', soort: 'overig' }]);
  });

  it('nobody becomes somebody who manages more, or a person of another organisation', async () => {
    const second = await atlas.invite(ada, {
      email: 'bea@pv.example',
      naam: 'Bea',
      rollen: [{ rol: 'beheerder' }],
    });
    const [adaId, piet] = [
      await idOf(ada),
      await atlas.invite(nel, { email: 'p@stedin.example', rollen: [{ rol: 'lezer' }] }),
    ];
    expect((await second.send('POST', `/accounts/${adaId}/herstellink`)).status).toBe(403);
    expect((await second.send('PATCH', `/accounts/${adaId}`, { actief: false })).status).toBe(403);
    expect((await second.send('DELETE', `/accounts/${adaId}`)).status).toBe(403);
    const pietId = await idOf(piet);
    expect((await ada.send('POST', `/accounts/${pietId}/herstellink`)).status).toBe(403);
    expect((await ada.send('DELETE', `/accounts/${pietId}`)).status).toBe(403);
    // Their administrator, whom they made, they can help; and they can close what is abused.
    expect((await ada.send('POST', `/accounts/${await idOf(nel)}/herstellink`)).status).toBe(201);
    expect((await ada.send('PATCH', `/accounts/${pietId}`, { actief: false })).status).toBe(200);
  });

  it('nobody locks themselves out', async () => {
    const adaId = await idOf(ada);
    for (const change of [{ actief: false }, { atlasbeheer: false }, { rollen: [{ rol: 'lezer' }] }]) {
      expect((await ada.send('PATCH', `/accounts/${adaId}`, change)).status).toBe(409);
    }
    expect((await ada.send('DELETE', `/accounts/${adaId}`)).status).toBe(409);
    expect((await ada.send('PATCH', '/organisaties/PV26', { actief: false })).status).toBe(409);
  });

  it('writes down who gave which role to whom', async () => {
    const [adaId, basId] = [await idOf(ada), await idOf(bas)];
    const rollen = [{ rol: 'coordinator' }, { rol: 'bewerker', gebied: 'GM0344' }];
    const answer = await ada.send('PATCH', `/accounts/${basId}`, { rollen });
    expect((await answer.json()).rollen).toEqual([
      { rol: 'bewerker', gebied: 'GM0344' },
      { rol: 'coordinator', gebied: '' },
    ]);
    expect(await last()).toEqual({
      account: adaId,
      organisatie: 'PV26',
      handeling: 'rollen wijzigen',
      onderwerp: `account/${basId}`,
      gegevens: {
        erbij: [
          { rol: 'coordinator', gebied: '' },
          { rol: 'bewerker', gebied: 'GM0344' },
        ],
        eraf: [{ rol: 'bewerker', gebied: '' }],
      },
    });
    // It holds at once, in the session that is open.
    expect((await bas.get('/sessie')).actor.rollen).toHaveLength(2);
  });

  it('closes an account at once, and opens it again', async () => {
    const basId = await idOf(bas);
    expect((await ada.send('PATCH', `/accounts/${basId}`, { actief: false })).status).toBe(200);
    expect((await bas.get('/sessie')).actor).toBeNull();
    expect((await last()).handeling).toBe('account sluiten');
    await ada.send('PATCH', `/accounts/${basId}`, { actief: true });
    expect((await bas.get('/sessie')).actor).toBeNull();
    expect((await last()).handeling).toBe('account heropenen');
  });

  it('writes down signing in and being refused, without an address that names a person', async () => {
    const before = (await lines()).length;
    const browser = atlas.open('192.0.2.77');
    await browser.send('POST', '/sessie', { email: 'bas@pv.example', wachtwoord: 'fout fout fout' });
    await browser.send('POST', '/sessie', { email: 'niemand@pv.example', wachtwoord: 'fout fout fout' });
    const added = (await lines()).slice(before);
    expect(added.map(({ handeling, gegevens }) => [handeling, gegevens])).toEqual([
      ['aanmelden geweigerd', { netwerk: '192.0.2.0/24' }],
      ['aanmelden geweigerd', { netwerk: '192.0.2.0/24' }],
    ]);
    expect(added[1]).toMatchObject({ account: null, onderwerp: 'onbekend' });
    const everything = JSON.stringify(await lines());
    expect(everything).not.toMatch(/@|192\.0\.2\.77|Bas|Nel|Ada/);
    expect(toNetwork('2001:db8:7:9::1')).toBe('2001:db8:7::/48');
    expect(toNetwork('::ffff:10.1.2.3')).toBe('10.1.2.0/24');
  });

  it('cannot be changed, by nobody', async () => {
    const before = await lines();
    const attempts = [
      `update atlas.auditregel set handeling = 'niets'`,
      'delete from atlas.auditregel',
      'delete from atlas.auditregel where rij = 1',
      'truncate atlas.auditregel',
      `set local session_replication_role = replica; delete from atlas.auditregel`,
    ];
    for (const attempt of attempts) {
      const refused = database.db.transaction((tx) => tx.query(attempt));
      expect([attempt, await refused.catch((error: { code: string }) => error.code)]).toEqual([
        attempt,
        '42501',
      ]);
    }
    expect(await lines()).toEqual(before);
  });

  it('stands or falls with the transaction it is part of', async () => {
    const before = (await lines()).length;
    const actor = { accountId: 'a1', organisatie: { code: 'PV26' } };
    await database.db
      .transaction(async (tx) => {
        await audit(tx, actor, 'proef', 'project/1', { veld: 'naam' });
        throw new Error('undone');
      })
      .catch((error: Error) => expect(error.message).toBe('undone'));
    expect(await lines()).toHaveLength(before);
    await database.db.transaction((tx) => audit(tx, actor, 'proef', 'project/1', { veld: 'naam' }));
    expect(await last()).toEqual({
      account: 'a1',
      organisatie: 'PV26',
      handeling: 'proef',
      onderwerp: 'project/1',
      gegevens: { veld: 'naam' },
    });
  });

  it('is written by who writes for people, for themselves only, and read by the server alone', async () => {
    const before = (await lines()).length;
    const nelId = await idOf(nel);
    const asNel = database.db.as({ account: nelId, organisatie: 'stedin', bekendOp: null, geldigOp: null });
    const actor = (accountId: string) => ({ accountId, organisatie: { code: 'stedin' } });
    await asNel.transaction((tx) => audit(tx, actor(nelId), 'proef', 'project/2'));
    expect(await last()).toMatchObject({ account: nelId, onderwerp: 'project/2' });
    const refusals: ((tx: Queryable) => Promise<unknown>)[] = [
      (tx: Queryable) => audit(tx, actor('iemand anders'), 'proef', 'project/2'),
      (tx: Queryable) => audit(tx, null, 'proef', 'project/2'),
      (tx: Queryable) => tx.query(`insert into atlas.auditregel (handeling, onderwerp) values ('a', 'b')`),
      ...['auditregel', 'account', 'sessie', 'uitnodiging', 'aanmeldpoging', 'oidc_poging'].map(
        (table) => (tx: Queryable) => tx.query(`select * from atlas.${table}`),
      ),
    ];
    for (const refused of refusals) {
      const code = await asNel.transaction(refused).catch((error: { code: string }) => error.code);
      expect([String(refused), code]).toEqual([String(refused), '42501']);
    }
    await expect(asNel.query('select * from atlas.account')).rejects.toMatchObject({ code: '42501' });
    expect(await lines()).toHaveLength(before + 1);
  });

  it('shows an administrator the lines of the own organisation', async () => {
    const { items } = (await nel.get('/auditregels?aantal=1000')) as { items: Line[] };
    expect(items.length).toBeGreaterThan(0);
    expect(new Set(items.map(({ organisatie }) => organisatie))).toEqual(new Set(['stedin']));
    const all = (await ada.get('/auditregels?aantal=1000')) as { items: Line[] };
    expect(all.items).toHaveLength((await lines()).length);
    expect((await ada.request('/api/v1/auditregels?sinds=gisteren')).status).toBe(400);
  });

  it('gives people what is known of them, and nobody else', async () => {
    await database.db.query(
      `insert into atlas.contactpersoon (id, project_id, eigenaar, organisatie, naam, email, bewaren_tot)
       values ('c1', '1', 'stedin', 'stedin', 'Nel', 'NEL@stedin.example', '2099-01-01'),
              ('c2', '1', 'stedin', 'stedin', 'Ander', 'ander@stedin.example', '2099-01-01')`,
      [],
    );
    const answer = await nel.request('/api/v1/accounts/mijn-gegevens');
    expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="mijn-gegevens.json"');
    expect(answer.headers.get('Cache-Control')).toContain('no-store');
    const own = await answer.json();
    expect(own.account).toMatchObject({ email: 'nel@stedin.example', organisatie: 'stedin' });
    expect(own.sessies).toHaveLength(1);
    expect(own.contactpersoon.map(({ id }: { id: string }) => id)).toEqual(['c1']);
    expect(own.auditregels.map(({ handeling }: Line) => handeling)).toContain('uitnodiging aannemen');
    expect(JSON.stringify(own)).not.toMatch(/argon2|ander@/);
    expect((await atlas.open().request('/api/v1/accounts/mijn-gegevens')).status).toBe(401);
  });

  it('throws contacts away after their date, with all their versions, and keeps the others', async () => {
    await database.db.query(
      `insert into atlas.contactpersoon (id, project_id, eigenaar, organisatie, naam, bewaren_tot, bekend_van, bekend_tot)
       values ('oud', '1', 'stedin', 'stedin', 'Weg', '2020-01-01', '2019-01-01', '2019-06-01'),
              ('oud', '1', 'stedin', 'stedin', 'Weg', '2021-01-01', '2019-06-01', null),
              ('verlengd', '1', 'stedin', 'stedin', 'Blijft', '2020-01-01', '2019-01-01', '2019-06-01'),
              ('verlengd', '1', 'stedin', 'stedin', 'Blijft', '2099-01-01', '2019-06-01', null)`,
      [],
    );
    expect(await database.db.query('select atlas.ruim_op() as weg')).toEqual([{ weg: 1 }]);
    const left = await database.db.query<{ id: string }>(
      'select id from atlas.contactpersoon order by id, bekend_van',
      [],
    );
    expect(left.map(({ id }) => id)).toEqual(['c1', 'c2', 'verlengd', 'verlengd']);
    expect(await last()).toMatchObject({ handeling: 'bewaartermijn', gegevens: { aantal: 1 } });
    expect(await database.db.query('select atlas.ruim_op() as weg')).toEqual([{ weg: 0 }]);
  });

  it('forgets a person who leaves, and keeps what they did', async () => {
    const basId = (await ada.get('/accounts')).items.find(({ naam }: { naam: string }) => naam === 'Bas').id;
    const before = (await lines()).filter(({ account }) => account === basId).length;
    expect((await ada.send('DELETE', `/accounts/${basId}`)).status).toBe(204);
    const gone = (await ada.get('/accounts')).items.find(({ id }: { id: string }) => id === basId);
    expect(gone).toMatchObject({ naam: 'Gewist account', actief: false, rollen: [], aanmelding: 'nog niet' });
    expect((await lines()).filter(({ account }) => account === basId)).toHaveLength(before);
  });

  it('knows the organisations of the loaded areas, once', async () => {
    await database.db.query(
      `insert into atlas.databron (id, titel, herkomst, uitgever, licentie, adres, aantal, controlesom)
       values ('proef', 'Proef', 'schematisch', 'proef', 'proef', 'proef', 3, 'x')`,
      [],
    );
    await database.db.query(
      `insert into atlas.gebied (soort, code, naam, bron) values
         ('gemeente', 'GM0344', 'Utrecht', 'proef'), ('waterschap', 'WS0636', 'HDSR', 'proef'), ('res-regio', 'RES1', 'U16', 'proef')`,
      [],
    );
    await fillOrganisaties(database.db);
    await fillOrganisaties(database.db);
    const { items } = (await ada.get('/organisaties')) as {
      items: { code: string; naam: string; soort: string }[];
    };
    const byCode = new Map(items.map((item) => [item.code, item]));
    expect(byCode.size).toBe(items.length);
    // The name of the loaded area replaces the one there was; a region is no organisation.
    expect(byCode.get('GM0344')).toEqual({ code: 'GM0344', naam: 'Utrecht', soort: 'gemeente' });
    expect(byCode.get('WS0636')).toEqual({ code: 'WS0636', naam: 'HDSR', soort: 'waterschap' });
    expect(byCode.get('rijk')).toEqual({ code: 'rijk', naam: 'Rijk', soort: 'Rijk' });
    expect(byCode.get('tennet')?.soort).toBe('netbeheerder');
    expect(byCode.has('RES1')).toBe(false);
  });
});
