// People of the invented land who work on its projects, and how a test writes as one of them.
import { beforeAll, expect } from 'vitest';
import { addPerson, type Person } from './people.ts';
import { ACCEPT_RD, CONTENT_RD, describeWorld, type WorldApp } from './world-app.ts';

export interface Reply {
  status: number;
  body: any;
  headers: Headers;
}

export interface RecordsWorld extends WorldApp {
  people: {
    /** Coordinates in West (PV91). */
    provincie: Person;
    /** Coordinates in Oost (PV92). */
    oost: Person;
    /** Adopts for West. */
    vaststeller: Person;
    netbeheerder: Person;
    /** Edits for Aarde (GM9001). */
    gemeente: Person;
  };
  /** A request with a JSON body in RD, as `who`. */
  send(
    who: Person,
    method: string,
    path: string,
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<Reply>;
  /** The same, which must succeed. */
  ok(
    who: Person,
    method: string,
    path: string,
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<any>;
  /** A GET in RD as `who`, which must succeed. */
  read(who: Person, path: string): Promise<any>;
  /** A change of this version, which must succeed. */
  change(who: Person, path: string, record: { versie: { rij: number } }, body: unknown): Promise<any>;
  /** The faults of a refusal: [veld, waarde, verwacht]. */
  refuse(reply: Promise<Reply>, status?: number): Promise<[string, string, string][]>;
}

export const ifMatch = (record: { versie: { rij: number } }) => ({ 'If-Match': `"${record.versie.rij}"` });

export function describeRecords(title: string, tests: (world: RecordsWorld) => void): void {
  describeWorld(title, (world) => {
    const people = {} as RecordsWorld['people'];
    beforeAll(async () => {
      const db = world.db();
      const west = { code: 'PV91', naam: 'West', soort: 'provincie' } as const;
      people.provincie = await addPerson(db, west, ['coordinator']);
      people.oost = await addPerson(db, { code: 'PV92', naam: 'Oost', soort: 'provincie' }, ['coordinator']);
      people.vaststeller = await addPerson(db, west, ['coordinator', 'vaststeller']);
      people.netbeheerder = await addPerson(db, { code: 'stedin', naam: 'Stedin', soort: 'netbeheerder' }, [
        'bewerker',
      ]);
      people.gemeente = await addPerson(db, { code: 'GM9001', naam: 'Aarde', soort: 'gemeente' }, [
        'bewerker',
      ]);
    });
    const send: RecordsWorld['send'] = async (who, method, path, body, headers) => {
      const response = await world.request(`/api/v1${path}`, {
        method,
        headers: {
          'Content-Type': 'application/json',
          ...CONTENT_RD,
          ...ACCEPT_RD,
          ...who.headers,
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: await response.json(), headers: response.headers };
    };
    const ok: RecordsWorld['ok'] = async (...request) => {
      const reply = await send(...request);
      expect([request[1], request[2], reply.status < 300 ? '' : reply.body]).toEqual([
        request[1],
        request[2],
        '',
      ]);
      return reply.body;
    };
    tests({
      ...world,
      people,
      send,
      ok,
      read: (who, path) => ok(who, 'GET', path, undefined),
      change: (who, path, record, body) => ok(who, 'PATCH', path, body, ifMatch(record)),
      async refuse(reply, status = 400) {
        const { status: given, body } = await reply;
        expect([given, given === status ? '' : body]).toEqual([status, '']);
        return (body.errors ?? []).map((one: any) => [one.veld, one.waarde, one.verwacht]);
      },
    });
  });
}
