import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { defaultAccess } from '../server/auth/config.ts';
import { defaultEvents } from '../server/events/config.ts';
import { readConfig } from '../server/config.ts';
import { StartError } from '../server/db/errors.ts';
import { toPlanApi } from '../server/load/plan-api-config.ts';

const besideRepository = resolve(import.meta.dirname, '../../shared/data');

it('runs on its own without any setting', () => {
  expect(readConfig({})).toEqual({
    databaseUrl: undefined,
    databaseReadUrl: undefined,
    dataDir: resolve('.atlas'),
    port: 8080,
    dataMirror: existsSync(join(besideRepository, 'bronnen.json')) ? besideRepository : undefined,
    readerSettings: {},
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
    readerSettings: {},
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
  [{ PLANNEN_API_KEY: 'abc' }, /PLANNEN_API_KEY is gezet en PLANNEN_OVERHEDEN niet.*0344,9926/],
  [
    { PLANNEN_OVERHEDEN: '0344' },
    /PLANNEN_OVERHEDEN is gezet en PLANNEN_API_KEY niet\. Zet daarin de sleutel/,
  ],
  [{ PLANNEN_API_KEY: 'abc', PLANNEN_OVERHEDEN: '0344,GM0363' }, /noemt "GM0363".*vier cijfers/],
  [{ PLANNEN_API_KEY: 'abc', PLANNEN_OVERHEDEN: '0344,' }, /noemt "".*vier cijfers/],
  [{ PLANNEN_API_KEY: 'abc', PLANNEN_OVERHEDEN: '9999' }, /noemt "9999".*9999 is voor voorbeelden/],
  [{ PLANNEN_API_KEY: 'abc', PLANNEN_OVERHEDEN: '0344,9926,0344' }, /noemt 0344 twee keer/],
  [{ PLANNEN_API_KEY: 'a b', PLANNEN_OVERHEDEN: '0344' }, /PLANNEN_API_KEY bevat een spatie/],
  [{ DATA_MIRROR: '/there/is/nothing/here' }, /DATA_MIRROR is "\/there\/is\/nothing\/here".*bronnen\.json/],
])('refuses %o, saying what would be right', (env, message) => {
  expect(() => readConfig(env)).toThrow(StartError);
  expect(() => readConfig(env)).toThrow(message);
});

it.each([
  'glas',
  'https://host/Glas/MapServer',
  'https://host/Glas/MapServer/0/query',
  'https://host/Glas/MapServer/0#a',
  'https://host/Glas/ImageServer/0',
  'http://host/Glas/MapServer/0',
])('refuses %s as the address of a layer, saying what would be right', (url) => {
  const read = () => readConfig({ DRENTHE_GLASTUINBOUW_URL: url });
  expect(read).toThrow(StartError);
  expect(read).toThrow(
    `DRENTHE_GLASTUINBOUW_URL is "${url}". Verwacht: het https-adres van deze laag in de ArcGIS-dienst van de provincie, met het nummer van de laag en zonder vraagteken, zoals https://kaartportaal.drenthe.nl/server/rest/services/GDB_actueel/<naam>/MapServer/0.`,
  );
});

it('takes whose plans to ask for, with the key', () => {
  const env = { PLANNEN_API_KEY: 'l7-geheim', PLANNEN_OVERHEDEN: '0344, 9926,0000' };
  const { readerSettings } = readConfig(env);
  expect(toPlanApi(readerSettings!)).toEqual({ key: 'l7-geheim', overheden: ['0344', '9926', '0000'] });
  expect(readConfig({ PLANNEN_API_KEY: '', PLANNEN_OVERHEDEN: '' }).readerSettings).toEqual({});
});

it('takes the address of a layer of a map service and of a feature service', () => {
  const env = {
    DRENTHE_GLASTUINBOUW_URL: 'https://host/rest/services/G/Glas/MapServer/0',
    DRENTHE_AKKERVOGELKERNGEBIED_URL: 'https://host/Akker/FeatureServer/12',
  };
  expect(readConfig(env).readerSettings).toEqual(env);
});

it('does not repeat a password or a key', () => {
  for (const env of [
    { PLANNEN_API_KEY: 'geheim\n', PLANNEN_OVERHEDEN: '0344' },
    { PLANNEN_API_KEY: 'geheim', PLANNEN_OVERHEDEN: '344' },
    { PLANNEN_API_KEY: 'geheim' },
    { DRENTHE_GLASTUINBOUW_URL: 'https://ik:geheim@host/MapServer/0' },
    { DRENTHE_GLASTUINBOUW_URL: 'https://host/MapServer/0?token=geheim' },
  ])
    expect(() => readConfig(env)).toThrow(/^(?![^]*geheim)/);
  expect(() => readConfig({ DATABASE_URL: 'mysql://root:geheim@localhost' })).toThrow(/^(?!.*geheim)/);
});
