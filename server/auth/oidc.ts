import { createPrivateKey, webcrypto } from 'node:crypto';
import * as client from 'openid-client';
import type { Aanmeldfout } from '../../data/schema/aanmelden.ts';
import type { AccessConfig } from './config.ts';
import type { Provider } from './providers.ts';

/** Seconds a provider may take for one answer. */
const TIMEOUT_S = 10;
/** How long what a provider says about itself is kept. Its keys are asked for anew at every sign-in. */
const METADATA_MS = 10 * 60_000;

/** Signing in there did not work; `reason` has its Dutch text in data/schema/aanmelden.ts. */
export class OidcRefusal extends Error {
  override name = 'OidcRefusal';
  readonly reason: Aanmeldfout;
  constructor(reason: Aanmeldfout, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

/** What must come back unchanged, kept for one sign-in. */
export interface Checks {
  state: string;
  nonce: string;
  codeVerifier: string;
}

export interface Oidc {
  find(id: string): Provider | null;
  /** Where to send the browser. Throws an OidcRefusal. */
  begin(provider: Provider): Promise<{ url: string; checks: Checks }>;
  /** What the provider says of who came back with this query. Throws an OidcRefusal. */
  finish(
    provider: Provider,
    query: string,
    checks: Checks,
  ): Promise<{ claims: client.IDToken; idToken: string }>;
  /** Where the browser signs out at the provider; null when it has no such place, or is not there. */
  findLogout(id: string, idToken: string): Promise<string | null>;
}

/** Authorization code with PKCE (S256), state and nonce, against the providers of the configuration. */
export function createOidc({ providers, publicUrl }: AccessConfig): Oidc {
  const known = new Map<string, { metadata: client.ServerMetadata; at: number }>();
  const redirectOf = (provider: Provider): string =>
    `${publicUrl}/api/v1/aanmelden/oidc/${provider.id}/terug`;

  /** A configuration of its own for every sign-in, so that keys which were replaced a moment ago are known. */
  async function configure(provider: Provider): Promise<client.Configuration> {
    const authentication = await toAuthentication(provider);
    const cached = known.get(provider.id);
    if (cached && Date.now() - cached.at < METADATA_MS) {
      const config = new client.Configuration(cached.metadata, provider.clientId, undefined, authentication);
      for (const setting of toSettings(provider)) setting(config);
      config.timeout = TIMEOUT_S;
      return config;
    }
    const config = await client.discovery(
      new URL(provider.issuer),
      provider.clientId,
      undefined,
      authentication,
      { execute: toSettings(provider), timeout: TIMEOUT_S },
    );
    known.set(provider.id, { metadata: { ...config.serverMetadata() }, at: Date.now() });
    return config;
  }

  return {
    find: (id) => providers.find((provider) => provider.id === id) ?? null,

    async begin(provider) {
      const config = await refusing(() => configure(provider));
      const checks = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        codeVerifier: client.randomPKCECodeVerifier(),
      };
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: redirectOf(provider),
        response_type: 'code',
        scope: provider.scope,
        state: checks.state,
        nonce: checks.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(checks.codeVerifier),
        code_challenge_method: 'S256',
        ...(provider.acr.length > 0 && { acr_values: provider.acr.join(' ') }),
      });
      return { url: url.href, checks };
    },

    async finish(provider, query, { state, nonce, codeVerifier }) {
      const config = await refusing(() => configure(provider));
      const back = new URL(`${redirectOf(provider)}?${query}`);
      const tokens = await refusing(() =>
        client.authorizationCodeGrant(config, back, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
          idTokenExpected: true,
        }),
      );
      const claims = tokens.claims();
      if (!claims || !tokens.id_token) throw new OidcRefusal('onbetrouwbaar');
      if (provider.acr.length > 0 && !provider.acr.includes(String(claims['acr'] ?? ''))) {
        throw new OidcRefusal('niveau-te-laag');
      }
      const more = await refusing(() => askMore(config, provider, tokens.access_token, claims));
      return { claims: { ...more, ...claims }, idToken: tokens.id_token };
    },

    async findLogout(id, idToken) {
      const provider = providers.find((candidate) => candidate.id === id);
      if (!provider) return null;
      try {
        const config = await refusing(() => configure(provider));
        if (!config.serverMetadata().end_session_endpoint) return null;
        return client.buildEndSessionUrl(config, {
          id_token_hint: idToken,
          post_logout_redirect_uri: `${publicUrl}/aanmelden`,
        }).href;
      } catch (error) {
        // Signing out here has been done; that the provider is away must not undo it.
        if (error instanceof OidcRefusal) return null;
        throw error;
      }
    },
  };
}

/** What the ID token leaves out, from the userinfo endpoint; it must be about the same subject. */
async function askMore(
  config: client.Configuration,
  { organisationClaim }: Provider,
  accessToken: string,
  claims: client.IDToken,
): Promise<client.UserInfoResponse | null> {
  const wanted = ['email', 'name', ...(organisationClaim ? [organisationClaim] : [])];
  const isWhole = wanted.every((name) => claims[name] !== undefined);
  if (isWhole || !config.serverMetadata().userinfo_endpoint) return null;
  return client.fetchUserInfo(config, accessToken, claims.sub);
}

function toSettings({ issuer }: Provider): ((config: client.Configuration) => void)[] {
  // The signature of the ID token is checked too, although it came over TLS.
  const settings = [client.enableNonRepudiationChecks];
  return issuer.startsWith('http:') ? [...settings, client.allowInsecureRequests] : settings;
}

async function toAuthentication({ clientSecret, privateKey }: Provider): Promise<client.ClientAuth> {
  if (clientSecret !== null) return client.ClientSecretBasic(clientSecret);
  const key = createPrivateKey(privateKey!);
  const algorithm =
    key.asymmetricKeyType === 'ec'
      ? { name: 'ECDSA', namedCurve: 'P-256' }
      : { name: 'RSA-PSS', hash: 'SHA-256' };
  const der = key.export({ format: 'der', type: 'pkcs8' });
  return client.PrivateKeyJwt(await webcrypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign']));
}

/** What `asked` gives; an error becomes the refusal it amounts to, which keeps the error as its cause. */
async function refusing<T>(asked: () => Promise<T>): Promise<T> {
  try {
    return await asked();
  } catch (cause) {
    throw new OidcRefusal(toReason(cause), { cause });
  }
}

function toReason(error: unknown): Aanmeldfout {
  if (error instanceof client.AuthorizationResponseError) return 'geweigerd';
  if (error instanceof client.ResponseBodyError) return error.status >= 500 ? 'onbereikbaar' : 'geweigerd';
  const code = error instanceof client.ClientError ? error.code : undefined;
  if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_RESPONSE_IS_NOT_CONFORM') return 'onbereikbaar';
  if (error instanceof client.ClientError) return 'onbetrouwbaar';
  // fetch throws a TypeError when there is no connection.
  return error instanceof TypeError ? 'onbereikbaar' : 'onbetrouwbaar';
}
