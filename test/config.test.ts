import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { defaultAccess } from '../server/auth/config.ts';
import { defaultEvents } from '../server/events/config.ts';
import { readConfig } from '../server/config.ts';
import { StartError } from '../server/db/errors.ts';

const besideRepository = resolve(import.meta.dirname, '../../shared/data');

it('runs on its own without any setting', () => {
  expect(readConfig({})).toEqual({
    databaseUrl: undefined,
    databaseReadUrl: undefined,
    dataDir: resolve('.atlas'),
    port: 8080,
    dataMirror: existsSync(join(besideRepository, 'bronnen.json')) ? besideRepository : undefined,
    access: defaultAccess,
    events: defaultEvents,
  });
});

it('takes what is set, with whole paths; an empty setting is none', () => {
  const mirror = mkdtempSync(join(tmpdir(), 'pmiek-mirror-'));
  writeFileSync(join(mirror, 'bronnen.json'), '{}');
  const url = 'postgresql://atlas:geheim@db:5432/atlas';
  expect(
    readConfig({
      DATABASE_URL: url,
      DATABASE_READ_URL: '',
      DATA_DIR: 'x/y',
      PORT: '80',
      DATA_MIRROR: mirror,
    }),
  ).toEqual({
    databaseUrl: url,
    databaseReadUrl: undefined,
    dataDir: resolve('x/y'),
    port: 80,
    dataMirror: mirror,
    access: defaultAccess,
    events: defaultEvents,
  });
  rmSync(mirror, { recursive: true });
});

it.each([
  [{ PORT: 'tachtig' }, /PORT is "tachtig".*1 tot en met 65535/],
  [{ PORT: '65536' }, /PORT is "65536"/],
  [{ PORT: '-1' }, /PORT is "-1"/],
  [{ PORT: '80.5' }, /PORT is "80.5"/],
  [{ DATABASE_URL: 'localhost' }, /DATABASE_URL is geen adres.*postgres:\/\/gebruiker/],
  [{ DATABASE_URL: 'mysql://root@localhost/atlas' }, /DATABASE_URL is geen adres/],
  [{ DATABASE_READ_URL: 'replica' }, /DATABASE_READ_URL is geen adres/],
  [{ DATA_MIRROR: '/there/is/nothing/here' }, /DATA_MIRROR is "\/there\/is\/nothing\/here".*bronnen\.json/],
])('refuses %o, saying what would be right', (env, message) => {
  expect(() => readConfig(env)).toThrow(StartError);
  expect(() => readConfig(env)).toThrow(message);
});

it('does not repeat a password', () => {
  expect(() => readConfig({ DATABASE_URL: 'mysql://root:geheim@localhost' })).toThrow(/^(?!.*geheim)/);
});
