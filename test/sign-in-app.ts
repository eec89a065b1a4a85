// The atlas behind its front door with a few organisations, and browsers that keep cookies, each from its own address.
import { createApp } from '../server/app.ts';
import { defaultAccess, type AccessConfig } from '../server/auth/config.ts';
import { offerFirstAdmin } from '../server/auth/first-admin.ts';
import type { Database } from '../server/db/database.ts';
import { createTileService } from '../server/tiles/service.ts';

export const ORGANISATIES = [
  ['PV26', 'Utrecht', 'provincie'],
  ['GM0344', 'Gemeente Utrecht', 'gemeente'],
  ['stedin', 'Stedin', 'netbeheerder'],
] as const;

export const PASSWORD = 'vier paarden op een balkon';

export interface Browser {
  cookies: Map<string, string>;
  /** Set-Cookie lines of the last answer. */
  lastCookies: string[];
  request(path: string, init?: RequestInit): Promise<Response>;
  /** JSON to a path below /api/v1, as the pages of the atlas send it. */
  send(method: string, path: string, body?: unknown): Promise<Response>;
  /** A GET below /api/v1 that must succeed. */
  get(path: string): Promise<any>;
}

export interface SignInApp {
  app: ReturnType<typeof createApp>;
  open(address?: string): Browser;
  /** Browser of the first administrator, of this organisation. */
  firstAdmin(organisatie?: string): Promise<Browser>;
  /** Has `admin` invite somebody, who accepts; the browser of the new account. */
  invite(admin: Browser, invitation: Record<string, unknown>): Promise<Browser>;
}

/** An app over `db` with these settings; its own proxy says where requests come from. */
export async function openSignInApp(
  db: Database,
  dataDir: string,
  settings: Partial<AccessConfig> = {},
): Promise<SignInApp> {
  for (const one of ORGANISATIES) {
    await db.query(
      'insert into atlas.organisatie (code, naam, soort) values ($1, $2, $3) on conflict do nothing',
      one,
    );
  }
  const access: AccessConfig = { ...defaultAccess, trustedProxies: 1, ...settings };
  const config = { dataDir, port: 0, access };
  const progress = { bezig: false, dataset: null, fouten: [], rdControle: null };
  const app = createApp({ db, config, tiles: createTileService(db, config), progress });
  const open = (address = `192.0.2.${addresses++}`): Browser => makeBrowser(app, address);
  return {
    app,
    open,
    async firstAdmin(organisatie = 'PV26') {
      const line = await offerFirstAdmin(db, 'http://localhost');
      const browser = open();
      const token = toToken(line!);
      const answer = await browser.send('POST', `/uitnodigingen/${token}`, {
        naam: 'Ada Beheer',
        email: 'ada@provincie.example',
        organisatie,
        wachtwoord: PASSWORD,
      });
      if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
      return browser;
    },
    async invite(admin, invitation) {
      const made = await admin.send('POST', '/uitnodigingen', { naam: 'Iemand', ...invitation });
      const { pad } = (await made.json()) as { pad: string };
      const browser = open();
      const answer = await browser.send('POST', `/uitnodigingen/${toToken(pad)}`, { wachtwoord: PASSWORD });
      if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
      return browser;
    },
  };
}

let addresses = 1;

/** The token at the end of a link or of the line with one. */
export const toToken = (link: string): string => /\/uitnodiging\/([\w-]{43})$/.exec(link)![1]!;

function makeBrowser(app: ReturnType<typeof createApp>, address: string): Browser {
  const cookies = new Map<string, string>();
  const browser: Browser = {
    cookies,
    lastCookies: [],
    async request(path, init = {}) {
      const headers = new Headers(init.headers);
      if (cookies.size > 0)
        headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
      if (!headers.has('X-Forwarded-For')) headers.set('X-Forwarded-For', address);
      const answer = await app.request(path, { ...init, headers });
      browser.lastCookies = answer.headers.getSetCookie();
      for (const line of browser.lastCookies) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
        if (value === '' || /Max-Age=0/i.test(line)) cookies.delete(name!);
        else cookies.set(name!, value!);
      }
      return answer;
    },
    send: (method, path, body) =>
      browser.request(`/api/v1${path}`, {
        method,
        headers: {
          'Sec-Fetch-Site': 'same-origin',
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    async get(path) {
      const answer = await browser.request(`/api/v1${path}`);
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
  };
  return browser;
}
