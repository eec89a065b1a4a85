// The first administrator as on a fresh machine: the link on the terminal, and what a kill -9 leaves of it.
import { cpSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { makeDataDir, startAtlas, type AtlasProcess } from './atlas-process.ts';
import { findBareEmbedded } from './bare-embedded.ts';
import { makeMirror } from './mirror.ts';

const dataDir = makeDataDir();
const mirror = makeMirror();
afterAll(() => {
  dataDir.remove();
  mirror.remove();
});

const LINK = /Er is nog geen beheerder.*(http:\/\/localhost:\d+)\/uitnodiging\/([\w-]{43})/;

it('prints a link until somebody has used it; account and session survive kill -9', async () => {
  // Without the screens, the real data and the making of a database: they are not what this is about.
  cpSync(await findBareEmbedded(), dataDir.path, { recursive: true });
  const env = { DATA_DIR: dataDir.path, DATA_MIRROR: mirror.folder, NODE_ENV: 'development' };
  const first = await startAtlas(env);
  const [, , unused] = await first.waitFor(LINK);
  await first.stop('SIGKILL');

  const second = await startAtlas(env);
  const [, base, token] = await second.waitFor(LINK);
  expect(base).toBe(second.url);
  expect(token).not.toBe(unused);
  const open = (one: string) => fetch(`${second.url}/api/v1/uitnodigingen/${one}`);
  expect([(await open(unused!)).status, (await open(token!)).status]).toEqual([404, 200]);
  const made = await fetch(`${second.url}/api/v1/uitnodigingen/${token}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: second.url },
    body: JSON.stringify({
      naam: 'Ada',
      email: 'ada@provincie.example',
      organisatie: 'PV26',
      wachtwoord: 'vier paarden op een balkon',
    }),
  });
  expect(made.status).toBe(201);
  const cookie = made.headers.getSetCookie()[0]!.split(';')[0]!;
  await second.stop('SIGKILL');

  const third = await startAtlas(env);
  const whoAmI = async (atlas: AtlasProcess) =>
    (await (await fetch(`${atlas.url}/api/v1/sessie`, { headers: { Cookie: cookie } })).json()) as {
      actor: { naam: string } | null;
    };
  expect((await whoAmI(third)).actor?.naam).toBe('Ada');
  expect(await third.stop('SIGINT')).toBe(0);
  expect(third.output()).not.toMatch(LINK);
});
