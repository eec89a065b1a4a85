import { StartError } from '../db/errors.ts';
import { readProviders, type Provider } from './providers.ts';

/** What can be set about signing in and about who may ask how much. */
export interface AccessConfig {
  /** Address people use, without a slash at the end; null: whatever they asked for. */
  publicUrl: string | null;
  /** How many proxies of our own stand in front: only so many X-Forwarded-* values are believed. */
  trustedProxies: number;
  /** Accounts with a password; null: unless people sign in at their organisation on a shared database. */
  localAccounts: boolean | null;
  sessionIdleMinutes: number;
  sessionHours: number;
  /** Multiplies the rate limits; 0 = none. */
  rateLimit: number;
  securityContact: string | null;
  securityExpires: string | null;
  providers: readonly Provider[];
}

export const defaultAccess: AccessConfig = {
  publicUrl: null,
  trustedProxies: 0,
  localAccounts: null,
  sessionIdleMinutes: 120,
  sessionHours: 12,
  rateLimit: 1,
  securityContact: null,
  securityExpires: null,
  providers: [],
};

/** The part of `env` that is about access. Throws a StartError (Dutch) that names the variable and what is right. */
export function readAccess(env: NodeJS.ProcessEnv): AccessConfig {
  const publicUrl = readPublicUrl(env['PUBLIC_URL']);
  const providers = readProviders(env);
  if (providers.length > 0 && !publicUrl) {
    throw new StartError(
      'OIDC_1_ISSUER is gezet en PUBLIC_URL niet. Zet PUBLIC_URL op het adres van de atlas: daarheen komen mensen terug na het aanmelden.',
    );
  }
  return {
    publicUrl,
    trustedProxies: readNumber(env, 'TRUST_PROXY', 0, 0, 10),
    localAccounts: readSwitch(env, 'LOCAL_ACCOUNTS'),
    sessionIdleMinutes: readNumber(env, 'SESSION_IDLE_MINUTES', defaultAccess.sessionIdleMinutes, 1, 10_080),
    sessionHours: readNumber(env, 'SESSION_HOURS', defaultAccess.sessionHours, 1, 720),
    rateLimit: readNumber(env, 'RATE_LIMIT', 1, 0, 1000),
    securityContact: readContact(env['SECURITY_CONTACT']),
    securityExpires: readExpires(env['SECURITY_EXPIRES']),
    providers,
  };
}

function readPublicUrl(value: string | undefined): string | null {
  if (!value) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash)
    return url.origin;
  throw new StartError(
    `PUBLIC_URL is "${value}". Verwacht: het adres van de atlas zonder pad, zoals https://atlas.voorbeeld.nl.`,
  );
}

function readNumber(
  env: NodeJS.ProcessEnv,
  name: string,
  fallback: number,
  min: number,
  max: number,
): number {
  const value = env[name];
  if (!value) return fallback;
  const number = Number(value);
  if (Number.isFinite(number) && number >= min && number <= max) return number;
  throw new StartError(`${name} is "${value}". Verwacht: een getal van ${min} tot en met ${max}.`);
}

function readSwitch(env: NodeJS.ProcessEnv, name: string): boolean | null {
  const value = env[name];
  if (!value) return null;
  if (value === 'aan' || value === 'uit') return value === 'aan';
  throw new StartError(`${name} is "${value}". Verwacht: aan of uit.`);
}

function readContact(value: string | undefined): string | null {
  if (!value) return null;
  if (/^(mailto:\S+@\S+|https:\/\/\S+|tel:\S+)$/.test(value)) return value;
  throw new StartError(
    `SECURITY_CONTACT is "${value}". Verwacht: mailto:adres, https://… of tel:…, waar iemand een zwakke plek kan melden.`,
  );
}

function readExpires(value: string | undefined): string | null {
  if (!value) return null;
  const date = new Date(value);
  if (!Number.isNaN(date.getTime()) && date.getTime() > Date.now()) return date.toISOString();
  throw new StartError(
    `SECURITY_EXPIRES is "${value}". Verwacht: een datum in de toekomst, zoals 2027-06-30.`,
  );
}
