// A small world behind a real port, with people who have a password: what the browser tests of the pages run on.
import { cpSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { createApp } from '../server/app.ts';
import { defaultAccess, type AccessConfig } from '../server/auth/config.ts';
import { hashPassword } from '../server/auth/passwords.ts';
import { openDatabase, type Database } from '../server/db/database.ts';
import { migrate } from '../server/db/migrate.ts';
import { listen } from '../server/start/listen.ts';
import { createTileService } from '../server/tiles/service.ts';
import { makeDataDir } from './atlas-process.ts';
import { findBareEmbedded } from './bare-embedded.ts';
import { shareFetched, type OpenPage, type Visit } from './browser.ts';
import { addPerson, type Person } from './people.ts';
import type { Rol, SoortOrganisatie } from '../data/vocabulary.ts';
import { loadWorld } from './world.ts';

export const password = 'vier losse woorden hier';
/** A refusal (401, 412) is logged by the browser as an error, and is what some of these tests are about. */
const REFUSAL = /status of (4\d\d|503)|^503 /;

export interface PagesApp {
  url: string;
  db: Database;
  /** A person with an e-mail address and the password above. */
  add(
    naam: string,
    organisatie: { code: string; naam: string; soort: SoortOrganisatie },
    rollen: readonly Rol[],
  ): Promise<Person & { email: string }>;
  /** The JSON of a request as this person. Throws when it is refused. */
  ask(who: Person, method: string, path: string, body?: unknown, etag?: string): Promise<any>;
  /** A page of the atlas as this person, with nothing in store; those of one person share what was fetched. */
  open(
    browser: Browser,
    who: Person | null,
    path: string,
    size?: { width: number; height: number },
  ): Promise<OpenPage & { close(): Promise<void> }>;
  stop(): Promise<void>;
}

/** Starts it; `settings` of signing in may depend on its address. */
export async function startPagesApp(
  settings?: (url: string) => Promise<Partial<AccessConfig>>,
): Promise<PagesApp> {
  const dataDir = makeDataDir();
  cpSync(await findBareEmbedded(), dataDir.path, { recursive: true });
  const db = await openDatabase({ dataDir: dataDir.path });
  await migrate(db);
  await loadWorld(db);
  const progress = { bezig: false, dataset: null, fouten: [], rdControle: null };
  const listener = await listen(0);
  const url = `http://localhost:${listener.port}`;
  const visits = new Map<string | undefined, Visit>();
  const access = settings && { ...defaultAccess, ...(await settings(url)) };
  const config = { dataDir: dataDir.path, port: 0, ...(access && { access }) };
  listener.answerWith(createApp({ db, config, tiles: createTileService(db, config), progress }).fetch);
  return {
    url,
    db,
    async add(naam, organisatie, rollen) {
      const person = await addPerson(db, organisatie, rollen);
      const email = `${naam.toLowerCase()}@example.org`;
      await db.query('update atlas.account set naam = $2, email = $3, wachtwoord = $4 where id = $1', [
        person.accountId,
        naam,
        email,
        await hashPassword(password),
      ]);
      return { ...person, email };
    },
    async ask(who, method, path, body, etag) {
      const response = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: {
          'Content-Type': 'application/json',
          Origin: url,
          ...who.headers,
          ...(etag && { 'If-Match': etag }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const answer: unknown = response.status === 204 ? null : await response.json();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
      return answer;
    },
    async open(browser, who, path, size) {
      const cookie = who?.headers.Cookie;
      const visit = visits.get(cookie) ?? shareFetched(browser);
      visits.set(cookie, visit);
      const opened = await visit(url + path, { ...size, scale: 1, cookie, expected: REFUSAL });
      await opened.page.locator('main').waitFor();
      return opened;
    },
    async stop() {
      await listener.close();
      await db.close();
      dataDir.remove();
    },
  };
}
