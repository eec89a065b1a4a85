import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readAccess } from '../server/auth/config.ts';
import { StartError } from '../server/db/errors.ts';

const provider = {
  PUBLIC_URL: 'https://atlas.example',
  OIDC_1_ISSUER: 'https://aanmelden.example',
  OIDC_1_CLIENT_ID: 'atlas',
  OIDC_1_CLIENT_SECRET: 'zeer-geheim',
};

it('reads providers by number, a secret from a file, and the codes of organisations', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pmiek-secret-'));
  writeFileSync(join(folder, 'secret'), 'uit-een-bestand\n');
  const { publicUrl, providers } = readAccess({
    ...provider,
    PUBLIC_URL: 'https://atlas.example/',
    OIDC_10_ISSUER: 'https://tien.example',
    OIDC_10_CLIENT_ID: 'tien',
    OIDC_10_PRIVATE_KEY: 'PEM',
    OIDC_2_ISSUER: 'http://localhost:3000/realm',
    OIDC_2_NAME: 'Netbeheerders',
    OIDC_2_CLIENT_ID: 'twee',
    OIDC_2_CLIENT_SECRET_FILE: join(folder, 'secret'),
    OIDC_2_ORGANISATION_CLAIM: 'oin',
    OIDC_2_ORGANISATION_MAP: '01=stedin, 02=liander',
    OIDC_2_ACR: 'laag  hoog',
  });
  rmSync(folder, { recursive: true });
  expect(publicUrl).toBe('https://atlas.example');
  expect(providers.map(({ id, name }) => [id, name])).toEqual([
    ['1', 'aanmelden.example'],
    ['2', 'Netbeheerders'],
    ['10', 'tien.example'],
  ]);
  expect(providers[1]).toMatchObject({
    clientSecret: 'uit-een-bestand',
    privateKey: null,
    scope: 'openid profile email',
    acr: ['laag', 'hoog'],
    organisationClaim: 'oin',
    organisationMap: new Map([
      ['01', 'stedin'],
      ['02', 'liander'],
    ]),
  });
});

it.each<[string, Record<string, string>, RegExp]>([
  ['an address with a path', { PUBLIC_URL: 'https://a.example/atlas' }, /^PUBLIC_URL is .*zonder pad/],
  ['no address to come back to', { ...provider, PUBLIC_URL: '' }, /PUBLIC_URL niet/],
  [
    'an issuer without TLS',
    { ...provider, OIDC_1_ISSUER: 'http://aanmelden.example' },
    /^OIDC_1_ISSUER .*https/,
  ],
  ['no client', { ...provider, OIDC_1_CLIENT_ID: '' }, /OIDC_1_CLIENT_ID niet/],
  ['no secret', { ...provider, OIDC_1_CLIENT_SECRET: '' }, /precies een van/],
  ['two ways to prove itself', { ...provider, OIDC_1_PRIVATE_KEY: 'PEM' }, /precies een van/],
  [
    'a file that is not there',
    { ...provider, OIDC_1_CLIENT_SECRET_FILE: '/nergens/x' },
    /_FILE kan niet .*ENOENT/,
  ],
  ['half a map', { ...provider, OIDC_1_ORGANISATION_MAP: '01=stedin,02' }, /waarde=code/],
  ['a word for a number', { TRUST_PROXY: 'ja' }, /^TRUST_PROXY is "ja"\. Verwacht: een getal van 0/],
  ['a session without end', { SESSION_HOURS: '0' }, /^SESSION_HOURS/],
  ['neither on nor off', { LOCAL_ACCOUNTS: 'misschien' }, /aan of uit/],
  ['a contact nobody can reach', { SECURITY_CONTACT: 'Jan' }, /^SECURITY_CONTACT/],
  ['a date gone by', { SECURITY_EXPIRES: '2020-01-01' }, /in de toekomst/],
])('refuses %s, and repeats no secret', (_what, env, message) => {
  const read = () => readAccess(env);
  expect(read).toThrow(StartError);
  expect(read).toThrow(message);
  try {
    read();
  } catch (error) {
    expect((error as Error).message).not.toContain('zeer-geheim');
  }
});
