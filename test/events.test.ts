// Subscriptions, on both engines: what happens to a project reaches who follows it, signed, once, and nobody else.
import { createPublicKey, verify } from 'node:crypto';
import { statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../server/app.ts';
import { defaultAccess } from '../server/auth/config.ts';
import { isPublicAddress, lookupPublic } from '../server/events/addresses.ts';
import { readEvents } from '../server/events/config.ts';
import { deliverDue, startDelivery, type Delivery } from '../server/events/deliver.ts';
import { postEvent } from '../server/events/post.ts';
import { openSigner } from '../server/events/sign.ts';
import { tellSubscribers } from '../server/events/tell.ts';
import { createTileService } from '../server/tiles/service.ts';
import { engines, openTestDatabase, type TestDatabase } from './engines.ts';
import { addPerson, type Person } from './people.ts';
import { loadWorld, toRectangleGeometry } from './world.ts';

const SOURCE = 'urn:nld:oin:00000001234567890000:systeem:proef';
const CONTENT_RD = { 'Content-Crs': '<http://www.opengis.net/def/crs/EPSG/0/28992>' };

interface Got {
  type: string | undefined;
  signature: string;
  body: Buffer;
  event: any;
}

/** Somebody else's server, that can be told to fail. */
class Receiver {
  got: Got[] = [];
  status = 204;
  #server: Server;

  constructor() {
    this.#server = createServer((request, answer) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const body = Buffer.concat(parts);
        if (this.status < 300)
          this.got.push({
            type: request.headers['content-type'],
            signature: String(request.headers['x-jws-signature']),
            body,
            event: JSON.parse(body.toString()),
          });
        answer.writeHead(this.status, { Location: '/elders' }).end();
      });
    });
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/ontvang`;
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}

describe.each(engines)('subscriptions (%s)', (engine) => {
  const receiver = new Receiver();
  let database: TestDatabase;
  let app: ReturnType<typeof createApp>;
  let webhook: string;
  let delivery: Delivery;
  let owner: Person;
  let provincie: Person;
  let outsider: Person;

  beforeAll(async () => {
    webhook = await receiver.open();
    database = await openTestDatabase(engine);
    const { db } = database;
    await loadWorld(db);
    const events = { source: SOURCE, keyFile: null, allowPrivate: true };
    const config = { ...database.config, port: 0, access: { ...defaultAccess, rateLimit: 0 }, events };
    const progress = { bezig: false, dataset: null, fouten: [], rdControle: null };
    app = createApp({ db, config, tiles: createTileService(db, config), progress });
    const signer = openSigner(events, config.dataDir);
    delivery = { config: events, publicUrl: 'https://atlas.example', signer, firstWaitMs: 1 };
    owner = await addPerson(db, { code: 'stedin', naam: 'Stedin', soort: 'netbeheerder' }, ['bewerker']);
    provincie = await addPerson(db, { code: 'PV91', naam: 'West', soort: 'provincie' }, ['coordinator']);
    outsider = await addPerson(db, { code: 'buiten', naam: 'Buiten', soort: 'netbeheerder' }, ['bewerker']);
    // What loading the world noted is not what these tests are about.
    while ((await tellSubscribers(db)) > 0);
  });
  afterAll(async () => {
    await receiver.close();
    await database.remove();
  });

  const send = async (who: Person, method: string, path: string, body?: unknown, headers = {}) => {
    const response = await app.request(`/api/v1${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...CONTENT_RD, ...who.headers, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  };
  const ok = async (...request: Parameters<typeof send>) => {
    const { status, body } = await send(...request);
    expect([request[1], request[2], status < 300 ? '' : body]).toEqual([request[1], request[2], '']);
    return body;
  };
  const make = async (more: object = {}, gegevens: object = {}): Promise<any> => {
    const { project } = await ok(owner, 'POST', '/projecten', {
      gegevens: {
        naam: 'Station Proef',
        provincies: ['PV91'],
        gemeenten: ['GM9001'],
        energiedrager: 'elektriciteit',
        typeInfraGroep: 'station',
        netbeheerders: ['Stedin'],
        fase: 'verkenning',
        ...gegevens,
      },
      ...more,
    });
    return project;
  };
  const toPlanning = (project: any) =>
    ok(owner, 'POST', `/projecten/${project.id}/fasewissel`, {
      naar: 'planuitwerking',
      reden: 'het energyboard koos',
    });
  const subscribe = (who: Person, body: object) => ok(who, 'POST', '/abonnementen', body);
  const messagesOf = async (who: Person, id: string): Promise<any[]> =>
    (await ok(who, 'GET', '/berichten')).projecten.find((one: any) => one.projectId === id)?.berichten ?? [];
  /** What the worker does in one round; the pause makes what is due a millisecond later due. */
  const round = async () => {
    while ((await tellSubscribers(database.db)) > 0);
    await new Promise((resolve) => setTimeout(resolve, 30));
    return deliverDue(database.db, delivery);
  };

  it('a phase change is one signed CloudEvent, which the published key proves', async () => {
    const project = await make();
    await subscribe(provincie, { onderwerp: 'project', code: project.id, soorten: ['fase'], webhook });
    receiver.got = [];
    await toPlanning(project);
    await round();
    await round();
    expect(receiver.got).toHaveLength(1);
    const [{ event, type, signature, body }] = receiver.got as [Got];
    expect(type).toBe('application/cloudevents+json; charset=utf-8');
    expect(event).toMatchObject({
      specversion: '1.0',
      source: SOURCE,
      type: 'nl.pmiek-atlas.fase-gewijzigd',
      subject: project.id,
      datacontenttype: 'application/json',
      dataref: `https://atlas.example/api/v1/projecten/${project.id}`,
      data: { projectId: project.id, van: 'verkenning', naar: 'planuitwerking' },
    });
    expect(event.id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(event.time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(Math.abs(Date.now() - Date.parse(event.time))).toBeLessThan(600_000);

    const { keys } = (await (await app.request('/.well-known/jwks.json')).json()) as { keys: any[] };
    const [header, nothing, given] = signature.split('.') as [string, string, string];
    const { alg, kid } = JSON.parse(Buffer.from(header, 'base64url').toString());
    expect([alg, nothing]).toEqual(['EdDSA', '']);
    const key = createPublicKey({ key: keys.find((one) => one.kid === kid), format: 'jwk' });
    const check = (payload: Buffer) =>
      verify(
        null,
        Buffer.from(`${header}.${payload.toString('base64url')}`),
        key,
        Buffer.from(given, 'base64url'),
      );
    expect([check(body), check(Buffer.concat([body, Buffer.from(' ')]))]).toEqual([true, false]);
    expect(keys[0]).not.toHaveProperty('d');
    expect(statSync(join(database.config.dataDir, 'webhook-sleutel.pem')).mode & 0o777).toBe(0o600);
  });

  it('who may not see the project gets nothing, at the webhook, in the digest and when following it', async () => {
    const project = await make({ vertrouwelijkheid: 'vertrouwelijk' });
    const refused = await send(outsider, 'POST', '/abonnementen', {
      onderwerp: 'project',
      code: 'BESTAAT-NIET',
    });
    const follow = { onderwerp: 'provincie', code: 'PV91', soorten: ['fase'], webhook };
    const mine = await subscribe(owner, follow);
    const theirs = await subscribe(outsider, follow);
    receiver.got = [];
    await toPlanning(project);
    await round();
    // The owner's, and nobody else's.
    expect(receiver.got.map(({ event }) => event.subject)).toEqual([project.id]);
    expect(await messagesOf(owner, project.id)).toMatchObject([
      { soort: 'fase', van: 'verkenning', naar: 'planuitwerking', gelezenOp: null },
    ]);
    expect(await messagesOf(outsider, project.id)).toEqual([]);
    expect(refused.status).toBe(400);
    const [count] = await database.db.query(
      'select count(*)::int as n from atlas.bericht where account_id = $1',
      [outsider.accountId],
    );
    expect(count).toEqual({ n: 0 });
    for (const { id, who } of [
      { ...mine, who: owner },
      { ...theirs, who: outsider },
    ])
      expect((await send(who, 'DELETE', `/abonnementen/${id}`)).status).toBe(204);
  });

  it('what becomes confidential after it happened is delivered to nobody and leaves the digest', async () => {
    const project = await make();
    const taken = await subscribe(outsider, { onderwerp: 'project', code: project.id, webhook });
    receiver.got = [];
    await toPlanning(project);
    await tellSubscribers(database.db);
    expect(await messagesOf(outsider, project.id)).toHaveLength(1);
    const { versie } = await ok(owner, 'GET', `/projecten/${project.id}/fiche`).then(
      (fiche) => fiche.project,
    );
    await ok(
      owner,
      'PATCH',
      `/projecten/${project.id}`,
      { gegevens: {}, vertrouwelijkheid: 'vertrouwelijk' },
      { 'If-Match': `"${versie.rij}"` },
    );
    await round();
    expect(receiver.got).toEqual([]);
    expect(await messagesOf(outsider, project.id)).toEqual([]);
    const { items } = await ok(outsider, 'GET', '/abonnementen');
    expect(items.find(({ id }: any) => id === taken.id)).toMatchObject({
      naam: null,
      aflevering: { status: 'vervallen', pogingen: 1 },
    });
  });

  it('a field that is kept from somebody is no event for them', async () => {
    const project = await make(
      {},
      { ibnVan: 2031, ibnTot: 2031, veldzicht: { ibnVan: { niveau: 'partijen' } } },
    );
    for (const who of [owner, outsider])
      await subscribe(who, { onderwerp: 'project', code: project.id, soorten: ['ibn'] });
    await ok(
      owner,
      'PATCH',
      `/projecten/${project.id}`,
      { gegevens: { ibnVan: 2032, ibnTot: 2033 } },
      { 'If-Match': `"${project.versie.rij}"` },
    );
    await round();
    expect(await messagesOf(owner, project.id)).toMatchObject([
      { soort: 'ibn', van: '2031', naar: '2032–2033' },
    ]);
    expect(await messagesOf(outsider, project.id)).toEqual([]);
  });

  it('a receiver that is down is tried again, with the same id, and gets it once; given up is said', async () => {
    const project = await make();
    const taken = await subscribe(provincie, { onderwerp: 'project', code: project.id, webhook });
    receiver.got = [];
    receiver.status = 503;
    await toPlanning(project);
    await round();
    const stateOf = async () =>
      (await ok(provincie, 'GET', '/abonnementen')).items.find(({ id }: any) => id === taken.id).aflevering;
    expect(await stateOf()).toMatchObject({
      status: 'wacht',
      pogingen: 1,
      fout: 'de ontvanger antwoordde 503',
    });
    // A redirect is no delivery either, and is not followed.
    receiver.status = 307;
    await round();
    expect(await stateOf()).toMatchObject({
      status: 'wacht',
      pogingen: 2,
      fout: 'de ontvanger antwoordde 307',
    });
    receiver.status = 204;
    await round();
    await round();
    expect(receiver.got.map(({ event }) => event.subject)).toEqual([project.id]);
    expect(await stateOf()).toMatchObject({ status: 'geleverd', pogingen: 3, fout: null });

    receiver.status = 500;
    await ok(owner, 'POST', `/projecten/${project.id}/acties`, {
      gegevens: { activiteit: 'grond verwerven', trekkers: ['stedin'] },
    });
    await tellSubscribers(database.db);
    const patient = { ...delivery, firstWaitMs: 0 };
    for (let attempt = 1; attempt <= 13; attempt += 1) await deliverDue(database.db, patient);
    expect(await stateOf()).toMatchObject({ status: 'opgegeven', pogingen: 12 });
    receiver.status = 204;
  });

  it('the digest groups by project, once per event, and remembers what was read', async () => {
    const place = { ligging: 'exact', geometrie: { type: 'Point', coordinates: [103_000, 403_000] } };
    const [here, there] = [
      await make({ componenten: [{ gegevens: { soort: 'station', ...place } }] }),
      await make({}, { naam: 'Station Eik', gemeenten: ['GM9005'] }),
    ];
    await ok(provincie, 'POST', '/berichten/gelezen', {});
    // Two subscriptions about the same, one of them a drawn square around the station.
    await subscribe(provincie, { onderwerp: 'gemeente', code: 'GM9001' });
    const area = toRectangleGeometry(102_000, 402_000, 104_000, 404_000);
    expect(
      await subscribe(provincie, { onderwerp: 'gebied', gebied: area, naam: 'Aarde-zuid' }),
    ).toMatchObject({
      onderwerp: 'gebied',
      naam: 'Aarde-zuid',
      code: null,
    });
    await toPlanning(here);
    await ok(owner, 'POST', `/projecten/${here.id}/acties`, {
      gegevens: { activiteit: 'kabeltracé kiezen', trekkers: ['stedin'] },
    });
    await toPlanning(there);
    await round();
    const digest = await ok(provincie, 'GET', '/berichten');
    const told = digest.projecten.find(({ projectId }: any) => projectId === here.id);
    expect(told.naam).toBe('Station Proef');
    expect(told.berichten.map(({ soort, wat }: any) => [soort, wat])).toEqual([
      ['actie', 'kabeltracé kiezen'],
      ['fase', null],
    ]);
    expect(digest.projecten.some(({ projectId }: any) => projectId === there.id)).toBe(false);
    expect(digest.ongelezen).toBe(2);
    await ok(provincie, 'POST', '/berichten/gelezen', { berichten: [told.berichten[0].id] });
    expect((await ok(provincie, 'GET', '/berichten')).ongelezen).toBe(1);
  });

  it('an event stands or falls with its change', async () => {
    const count = async () =>
      (await database.db.query<{ n: number }>('select count(*)::int as n from atlas.gebeurtenis'))[0]!.n;
    const before = await count();
    const insert = `insert into atlas.actie (id, project_id, eigenaar, activiteit, trekkers) values ('los', 'P', 'stedin', 'x', '{stedin}')`;
    await expect(
      database.db.transaction(async (tx) => {
        await tx.query(insert);
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    expect(await count()).toBe(before);
  });

  it('subscriptions are of one account; who is not signed in has none; nothing strange is taken', async () => {
    const mine = await subscribe(owner, { onderwerp: 'gemeente', code: 'GM9001' });
    const path = `/abonnementen/${mine.id}`;
    expect((await send(outsider, 'PATCH', path, { actief: false })).status).toBe(404);
    expect((await send(outsider, 'DELETE', path)).status).toBe(404);
    expect(await ok(owner, 'PATCH', path, { actief: false, soorten: ['ibn'] })).toMatchObject({
      actief: false,
      soorten: ['ibn'],
    });
    const nobody = { headers: {} } as Person;
    for (const [method, where] of [
      ['GET', '/abonnementen'],
      ['GET', '/berichten'],
      ['DELETE', path],
    ] as const)
      expect((await send(nobody, method, where)).status).toBe(401);
    const bow = { type: 'Polygon', coordinates: [[[101e3, 401e3], [102e3, 402e3], [102e3, 401e3], [101e3, 402e3], [101e3, 401e3]]] }; // prettier-ignore
    for (const [body, veld] of [
      [{ onderwerp: 'gemeente', code: 'GM0000' }, 'code'],
      [{ onderwerp: 'gebied', gebied: { type: 'Point', coordinates: [101e3, 401e3] } }, 'gebied.type'],
      [{ onderwerp: 'gebied', gebied: bow }, 'gebied.coordinates'],
      [{ onderwerp: 'gemeente', code: 'GM9001', soorten: [] }, 'soorten'],
      [{ onderwerp: 'gemeente', code: 'GM9001', webhook: 'ftp://voorbeeld.nl' }, 'webhook'],
    ] as const) {
      const { status, body: problem } = await send(owner, 'POST', '/abonnementen', body);
      expect([status, problem.errors[0].veld]).toEqual([400, veld]);
    }
    const [line] = await database.db.query(
      `select handeling, account from atlas.auditregel where onderwerp = $1`,
      [`abonnement/${mine.id}`],
    );
    expect(line).toEqual({ handeling: 'abonnement nemen', account: owner.accountId });
  });

  it('the worker does it by itself, and stops', async () => {
    const project = await make();
    await subscribe(provincie, { onderwerp: 'project', code: project.id, webhook });
    receiver.got = [];
    const faults: unknown[] = [];
    const worker = startDelivery(database.db, delivery, (fault) => faults.push(fault), 20);
    await toPlanning(project);
    await expect.poll(() => receiver.got.length).toBe(1);
    await worker.stop();
    await ok(owner, 'POST', `/projecten/${project.id}/acties`, {
      gegevens: { activiteit: 'later', trekkers: ['stedin'] },
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect([receiver.got.length, faults]).toEqual([1, []]);
  });
});

describe('where a webhook may go', () => {
  it('only to addresses of the public internet', () => {
    // Loopback, private, link-local (cloud metadata), carrier, documentation, multicast; IPv4 inside IPv6.
    const inside = ['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1',
      '::1', '::', 'fe80::1', 'fd00::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1', 'nonsense']; // prettier-ignore
    expect(inside.filter(isPublicAddress)).toEqual([]);
    expect(['8.8.8.8', '172.32.0.1', '2a02:2308::1'].every(isPublicAddress)).toBe(true);
  });

  it('an address inside is refused without asking it anything', async () => {
    const receiver = new Receiver();
    const inside = await receiver.open();
    const port = new URL(inside).port;
    const body = Buffer.from('{}');
    for (const address of [
      inside,
      `https://127.0.0.1:${port}/`,
      `https://2130706433:${port}/`,
      `https://[::ffff:127.0.0.1]:${port}/`,
      `https://localhost:${port}/`,
      'https://naam:geheim@voorbeeld.nl/',
      'file:///etc/passwd',
    ])
      expect([address, await postEvent(address, body, 'x', false)]).toEqual([
        address,
        expect.stringMatching(/^het adres mag niet/),
      ]);
    expect(receiver.got).toEqual([]);
    await receiver.close();
  });

  it('a name is judged by what it resolves to', async () => {
    const fault = await new Promise<Error | null>((resolve) => {
      lookupPublic('localhost', { all: true }, (error) => resolve(error));
    });
    expect(fault?.message).toBe('het adres ligt niet op het openbare internet');
  });

  it('settings that are not right are named', () => {
    expect(readEvents({})).toEqual({
      source: 'urn:nld:pmiek-atlas:zonder-oin',
      keyFile: null,
      allowPrivate: false,
    });
    expect(() => readEvents({ EVENT_SOURCE: 'atlas' })).toThrow(/EVENT_SOURCE is "atlas"/);
    expect(() => readEvents({ WEBHOOK_ALLOW_PRIVATE: 'ja' })).toThrow(/WEBHOOK_ALLOW_PRIVATE/);
  });
});
