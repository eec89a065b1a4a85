// People of the running atlas that browser tests may write in, made the way people are made: the first by the link on
// the terminal, the rest invited. Every file makes its own, so that files do not get in each other's way.
import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { inject } from 'vitest';
import type { Rol } from '../data/vocabulary.ts';
import type { AtlasProcess } from './atlas-process.ts';
import { launchBrowser, openPage, type OpenPage } from './browser.ts';

export const password = 'vier paarden op een balkon';

export interface Colleague {
  email: string;
  cookie: string;
}

export interface AtlasPeople {
  /** Address of the atlas they work in. */
  url: string;
  /** An account of an organisation with these roles. */
  add(naam: string, organisatie: string, rollen: readonly Rol[]): Promise<Colleague>;
  /** The JSON of a request below /api/v1 as somebody, or as nobody. */
  ask(
    who: Colleague | null,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<any>;
  /** A browser of one's own, signed in with e-mail address and password on the page for that, by keyboard alone. */
  signIn(browser: Browser, who: Colleague, size?: { width: number; height: number }): Promise<OpenPage>;
}

/** Somebody of Stedin, of the gemeente Stichtse Vecht and of the provincie Utrecht, and the browser they use. */
export interface Meeting {
  browser: Browser;
  people: AtlasPeople;
  nora: Colleague; // Stedin, bewerker
  gijs: Colleague; // Stichtse Vecht, bewerker
  petra: Colleague; // provincie Utrecht, coordinator
}

/** In RD New instead of degrees. */
export const inRd = { 'Content-Crs': '<http://www.opengis.net/def/crs/EPSG/0/28992>' };
/** Only when nobody was faster than this version. */
export const ifMatch = ({ versie }: { versie: { rij: number } }) => ({ 'If-Match': `"${versie.rij}"` });

/** Gathers the three, each with an account of their own for this file. The windows are the caller's to close. */
export async function meet(): Promise<Meeting> {
  const people = gatherPeople(inject('sharedAtlas'));
  return {
    people,
    browser: await launchBrowser(),
    nora: await people.add('Nora', 'stedin', ['bewerker']),
    gijs: await people.add('Gijs', 'GM1904', ['bewerker']),
    petra: await people.add('Petra', 'PV26', ['coordinator']),
  };
}

type Send = (
  who: { cookie: string } | null,
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<{ answer: any; cookie: string }>;

const sender =
  (url: string): Send =>
  async (who, method, path, body, headers = {}) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        'Content-Type': 'application/json',
        Origin: url,
        ...(who && { Cookie: who.cookie }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return {
      answer: text ? JSON.parse(text) : null,
      cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '',
    };
  };

const open = async (send: Send, token: string, more: object = {}): Promise<string> =>
  (await send(null, 'POST', `/uitnodigingen/${token}`, { wachtwoord: password, ...more })).cookie;

/** Makes the first administrator of an atlas that has none yet; their cookie. */
export async function makeFirstAdmin(atlas: AtlasProcess): Promise<string> {
  const [, token] = await atlas.waitFor(/\/uitnodiging\/([\w-]{43})/);
  return open(sender(atlas.url), token!, { naam: 'Ada', email: 'ada@pv26.example', organisatie: 'PV26' });
}

/** People of an atlas, invited by its first administrator or by one of their own organisation. */
function gatherPeople({ url, firstAdmin }: { url: string; firstAdmin: string }): AtlasPeople {
  const send = sender(url);
  const mark = randomUUID().slice(0, 8);
  async function invite(by: { cookie: string }, naam: string, organisatie: string, rollen: readonly Rol[]) {
    const email = `${naam.toLowerCase()}-${mark}@${organisatie.toLowerCase()}.example`;
    const body = { email, naam, organisatie, rollen: rollen.map((rol) => ({ rol })) };
    const { answer } = await send(by, 'POST', '/uitnodigingen', body);
    return { email, cookie: await open(send, answer.pad.split('/').at(-1)) };
  }
  const root = { cookie: firstAdmin };
  const administrators = new Map([['PV26', root]]);
  return {
    url,
    async add(naam, organisatie, rollen) {
      const known = administrators.get(organisatie);
      const administrator =
        known ?? (await invite(root, `beheer-${organisatie}`, organisatie, ['beheerder']));
      administrators.set(organisatie, administrator);
      return invite(administrator, naam, organisatie, rollen);
    },
    ask: async (who, method, path, body, headers) => (await send(who, method, path, body, headers)).answer,
    async signIn(browser, { email }, size) {
      const opened = await openPage(browser, `${url}/aanmelden`, size);
      const { page } = opened;
      await page.getByLabel('E-mailadres').focus();
      await page.keyboard.type(email);
      await page.keyboard.press('Tab');
      await page.keyboard.type(password);
      await page.keyboard.press('Enter');
      await page.waitForURL((address) => address.pathname !== '/aanmelden');
      return opened;
    },
  };
}
