// People of a running atlas, made the way people are made: the first by the link on the terminal, the rest invited.
import type { Browser } from 'playwright-core';
import type { Rol } from '../data/vocabulary.ts';
import type { AtlasProcess } from './atlas-process.ts';
import { openPage, type OpenPage } from './browser.ts';

const password = 'vier paarden op een balkon';

export interface Colleague {
  email: string;
  cookie: string;
}

export interface AtlasPeople {
  /** An account of an organisation with these roles. */
  add(naam: string, organisatie: string, rollen: readonly Rol[]): Promise<Colleague>;
  /** The JSON of a request below /api/v1 as somebody, or as nobody. */
  ask(who: Colleague | null, method: string, path: string, body?: unknown, etag?: string): Promise<any>;
  /** A browser of one's own, signed in with e-mail address and password on the page for that. */
  signIn(browser: Browser, who: Colleague): Promise<OpenPage>;
}

/** Makes the first administrator of an atlas that has none yet. */
export async function gatherPeople(atlas: AtlasProcess): Promise<AtlasPeople> {
  const [, first] = await atlas.waitFor(/\/uitnodiging\/([\w-]{43})/);

  async function send(
    who: { cookie: string } | null,
    method: string,
    path: string,
    body?: unknown,
    etag?: string,
  ) {
    const response = await fetch(`${atlas.url}/api/v1${path}`, {
      method,
      headers: {
        'Content-Type': 'application/json',
        Origin: atlas.url,
        ...(who && { Cookie: who.cookie }),
        ...(etag && { 'If-Match': etag }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return {
      answer: text ? JSON.parse(text) : null,
      cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '',
    };
  }
  const open = async (token: string, more: object = {}) =>
    (await send(null, 'POST', `/uitnodigingen/${token}`, { wachtwoord: password, ...more })).cookie;
  async function invite(by: { cookie: string }, naam: string, organisatie: string, rollen: readonly Rol[]) {
    const email = `${naam.toLowerCase()}@${organisatie.toLowerCase()}.example`;
    const body = { email, naam, organisatie, rollen: rollen.map((rol) => ({ rol })) };
    const { answer } = await send(by, 'POST', '/uitnodigingen', body);
    return { email, cookie: await open(answer.pad.split('/').at(-1)) };
  }

  const root = {
    cookie: await open(first!, { naam: 'Ada', email: 'ada@pv26.example', organisatie: 'PV26' }),
  };
  const administrators = new Map([['PV26', root]]);
  return {
    async add(naam, organisatie, rollen) {
      const known = administrators.get(organisatie);
      const administrator =
        known ?? (await invite(root, `beheer-${organisatie}`, organisatie, ['beheerder']));
      administrators.set(organisatie, administrator);
      return invite(administrator, naam, organisatie, rollen);
    },
    ask: async (who, method, path, body, etag) => (await send(who, method, path, body, etag)).answer,
    async signIn(browser, { email }) {
      const opened = await openPage(browser, `${atlas.url}/aanmelden`);
      await opened.page.getByLabel('E-mailadres').fill(email);
      await opened.page.getByLabel('Wachtwoord').fill(password);
      await opened.page.getByRole('button', { name: 'Meld aan' }).click();
      await opened.page.waitForURL((address) => address.pathname !== '/aanmelden');
      return opened;
    },
  };
}
