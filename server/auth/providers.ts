import { readFileSync } from 'node:fs';
import { StartError } from '../db/errors.ts';
import { parseSafeUrl } from '../http/safe-url.ts';

/** One OpenID Connect provider: where people of one or more organisations sign in. */
export interface Provider {
  /** Number in the configuration, in the address of the routes: 1, 2 … */
  id: string;
  /** What the button says. */
  name: string;
  issuer: string;
  clientId: string;
  /** Exactly one of the two. */
  clientSecret: string | null;
  /** PEM (PKCS 8) of an RSA or P-256 key, for private_key_jwt. */
  privateKey: string | null;
  scope: string;
  /** Levels (acr) of which one is asked for and must be in the answer; empty: any. */
  acr: readonly string[];
  /** Organisation of everybody who signs in here; or the claim that tells it. */
  organisation: string | null;
  organisationClaim: string | null;
  /** Value of the claim → code of the organisation; null: the claim holds the code itself. */
  organisationMap: ReadonlyMap<string, string> | null;
}

/** The providers OIDC_1_…, OIDC_2_… of `env`. Throws a StartError (Dutch). */
export function readProviders(env: NodeJS.ProcessEnv): Provider[] {
  const numbers = Object.keys(env).flatMap((name) => /^OIDC_(\d+)_ISSUER$/.exec(name)?.[1] ?? []);
  return numbers.sort((a, b) => Number(a) - Number(b)).map((id) => readProvider(env, id));
}

function readProvider(env: NodeJS.ProcessEnv, id: string): Provider {
  const of = (name: string): string | null => env[`OIDC_${id}_${name}`] || null;
  const need = (name: string): string => {
    const value = of(name);
    if (!value) throw new StartError(`OIDC_${id}_ISSUER is gezet, maar OIDC_${id}_${name} niet.`);
    return value;
  };
  const clientSecret = readSecret(env, `OIDC_${id}_CLIENT_SECRET`);
  const privateKey = readSecret(env, `OIDC_${id}_PRIVATE_KEY`);
  if ((clientSecret === null) === (privateKey === null)) {
    throw new StartError(
      `Zet precies een van OIDC_${id}_CLIENT_SECRET(_FILE) en OIDC_${id}_PRIVATE_KEY(_FILE).`,
    );
  }
  const issuer = readIssuer(`OIDC_${id}_ISSUER`, need('ISSUER'));
  return {
    id,
    name: of('NAME') ?? new URL(issuer).hostname,
    issuer,
    clientId: need('CLIENT_ID'),
    clientSecret,
    privateKey,
    scope: of('SCOPE') ?? 'openid profile email',
    acr: (of('ACR') ?? '').split(/\s+/).filter(Boolean),
    organisation: of('ORGANISATION'),
    organisationClaim: of('ORGANISATION_CLAIM'),
    organisationMap: readMap(`OIDC_${id}_ORGANISATION_MAP`, of('ORGANISATION_MAP')),
  };
}

/** A secret from the environment, or from the file that NAME_FILE points at. */
function readSecret(env: NodeJS.ProcessEnv, name: string): string | null {
  const path = env[`${name}_FILE`];
  if (!path) return env[name] || null;
  try {
    return readFileSync(path, 'utf8').trim() || null;
  } catch (error) {
    throw new StartError(`${name}_FILE kan niet worden gelezen (${(error as NodeJS.ErrnoException).code}).`);
  }
}

function readIssuer(name: string, value: string): string {
  if (parseSafeUrl(value)) return value;
  throw new StartError(
    `${name} is "${value}". Verwacht: een https-adres (http alleen op deze machine zelf).`,
  );
}

/** `value=code, value=code`. */
function readMap(name: string, value: string | null): ReadonlyMap<string, string> | null {
  if (value === null) return null;
  const pairs = value.split(',').map((pair) => pair.split('=').map((part) => part.trim()));
  if (pairs.every((pair) => pair.length === 2 && pair[0] && pair[1])) {
    return new Map(pairs.map(([from, to]) => [from!, to!]));
  }
  throw new StartError(`${name} is "${value}". Verwacht: waarde=code, gescheiden door komma's.`);
}
