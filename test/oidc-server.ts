// A real OpenID provider (oidc-provider) on this machine, whose keys can be replaced, and a browser that visits it.
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider, type JWK } from 'oidc-provider';

export const CLIENT = { id: 'pmiek-atlas', secret: 'geheim-van-de-proef-0123456789abcdef' };
export const KEY_CLIENT_ID = 'pmiek-atlas-sleutel';

/** Who can sign in there, by the name they type. */
export const people: Record<string, { email: string; name: string; oin?: string }> = {
  dirk: { email: 'dirk@stedin.example', name: 'Dirk Net', oin: '00000001' },
  els: { email: 'els@utrecht.example', name: 'Els Stad', oin: '00000002' },
  frans: { email: 'frans@elders.example', name: 'Frans Vreemd', oin: '99999999' },
  gast: { email: 'gast@elders.example', name: 'Gast' },
};

export interface OidcServer {
  issuer: string;
  /** PEM of the key with which the second client proves who it is. */
  clientKey: string;
  /** What the provider was asked, newest last: method and path. */
  readonly asked: string[];
  /** From now on it signs with a new key. */
  rotateKeys(): void;
  /** From now on it shows keys that are not the ones it signs with. */
  showForeignKeys(): void;
  close(): Promise<void>;
}

const makeKey = (): JWK =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }) as JWK;

/** Starts the provider for an atlas at `atlasUrl`. */
export async function startOidcServer(atlasUrl: string): Promise<OidcServer> {
  let answer: RequestListener = (_request, response) => response.end();
  let foreignKeys: string | null = null;
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    if (foreignKeys && request.url === '/jwks') {
      response.setHeader('Content-Type', 'application/json').end(foreignKeys);
    } else void answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const shared = {
    redirect_uris: [`${atlasUrl}/api/v1/aanmelden/oidc/1/terug`, `${atlasUrl}/api/v1/aanmelden/oidc/2/terug`],
    post_logout_redirect_uris: [`${atlasUrl}/aanmelden`],
    response_types: ['code' as const],
    grant_types: ['authorization_code'],
  };
  const rotate = (): void => {
    foreignKeys = null;
    answer = new Provider(issuer, {
      jwks: { keys: [{ ...makeKey(), kid: randomUUID(), use: 'sig', alg: 'RS256' }] },
      clients: [
        { ...shared, client_id: CLIENT.id, client_secret: CLIENT.secret },
        {
          ...shared,
          client_id: KEY_CLIENT_ID,
          token_endpoint_auth_method: 'private_key_jwt',
          token_endpoint_auth_signing_alg: 'PS256',
          jwks: { keys: [pair.publicKey.export({ format: 'jwk' }) as JWK] },
        },
      ],
      pkce: { required: () => true },
      claims: { openid: ['sub'], email: ['email'], profile: ['name', 'oin'] },
      findAccount: (_ctx, sub) =>
        people[sub] ? { accountId: sub, claims: () => ({ sub, ...people[sub] }) } : undefined,
      cookies: { keys: ['proef'] },
      features: { devInteractions: { enabled: true } },
    }).callback() as RequestListener;
  };
  rotate();
  return {
    issuer,
    clientKey: pair.privateKey.export({ format: 'pem', type: 'pkcs8' }) as string,
    asked,
    rotateKeys: rotate,
    showForeignKeys() {
      const { kty, n, e } = makeKey();
      foreignKeys = JSON.stringify({ keys: [{ kty, n, e, use: 'sig', alg: 'RS256' }] });
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Someone's browser at the provider. */
export interface Visitor {
  /** Follows `url` as `login`, through the pages for signing in and consent, up to an address outside the provider. */
  visit(url: string, login: string): Promise<URL>;
  /** Pages shown on the way, since the last visit began. */
  readonly pages: string[];
}

/** A browser with its own cookies at the provider. */
export function openVisitor(issuer: string): Visitor {
  const cookies = new Map<string, string>();
  const pages: string[] = [];
  const ask = async (url: string, form?: Record<string, string>): Promise<Response> => {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value === '') cookies.delete(name!);
      else cookies.set(name!, value!);
    }
    return answer;
  };
  return {
    pages,
    async visit(url, login) {
      pages.length = 0;
      let answer = await ask(url);
      for (let step = 0; step < 12; step += 1) {
        const location = answer.headers.get('Location');
        if (location) {
          const next = new URL(location, issuer);
          if (next.origin !== issuer) return next;
          answer = await ask(next.href);
          continue;
        }
        const page = await answer.text();
        const [, action] = /action="([^"]+)"/.exec(page) ?? [];
        if (!action) throw new Error(`${answer.status} ${page}`);
        const hidden = [...page.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)];
        const form = Object.fromEntries(hidden.map(([, name, value]) => [name!, value!]));
        pages.push(form['prompt'] ?? 'logout');
        if (form['prompt'] === 'login') Object.assign(form, { login, password: 'x' });
        if (form['xsrf']) form['logout'] = 'yes';
        answer = await ask(new URL(action, issuer).href, form);
      }
      throw new Error(`no way out of ${url}`);
    },
  };
}
