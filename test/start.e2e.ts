import { chmodSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeDataDir, spawnAtlas, startAtlas } from './atlas-process.ts';
import { makeMirror } from './mirror.ts';
import { listDescendants, listRunning } from './processes.ts';

const dataDir = makeDataDir();
// A fresh machine has no mirror; with it the atlas of the other browser tests starts (browser-setup.ts).
const mirror = makeMirror();
const env = { DATA_DIR: dataDir.path, DATA_MIRROR: mirror.folder };
afterAll(() => {
  dataDir.remove();
  mirror.remove();
});

describe('starting and stopping as on a fresh machine', () => {
  it('an interrupted first load leaves a clean next start, and Ctrl-C leaves no child', async () => {
    const interrupted = spawnAtlas(env);
    await interrupted.waitFor(/gemeenten/);
    const children = listDescendants(interrupted.pid);
    expect(children.length).toBeGreaterThan(0);
    await interrupted.stop('SIGKILL');
    await expect.poll(() => listRunning(children)).toEqual([]);

    const atlas = await startAtlas(env);
    const status = (await (await fetch(`${atlas.url}/api/v1/status`)).json()) as {
      database: string;
      databronnen: { id: string; aantal: number }[];
    };
    expect(status.database).toBe('embedded');
    const counts = Object.fromEntries(status.databronnen.map(({ id, aantal }) => [id, aantal]));
    expect(counts).toMatchObject({ gemeenten: 342, provincies: 12, 'res-regios': 30, projecten: 112 });

    const below = listDescendants(atlas.pid);
    expect(await atlas.stop('SIGINT')).toBe(0);
    await expect.poll(() => listRunning(below)).toEqual([]);
  });

  it('says in Dutch that the port is taken, and what to do', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, resolve));
    const { port } = taken.address() as { port: number };
    const atlas = spawnAtlas({ DATA_DIR: join(dataDir.path, 'other'), PORT: String(port) });
    expect(await atlas.exited).toBe(1);
    expect(atlas.output()).toContain(`Poort ${port} is al in gebruik`);
    expect(atlas.output()).not.toContain('    at ');
    taken.close();
  });

  it('says in Dutch that the data folder cannot be written', async () => {
    const locked = join(dataDir.path, 'locked');
    mkdirSync(locked);
    chmodSync(locked, 0o500);
    // For root every folder is writable: a path below a file is unwritable for everybody.
    const unwritable = process.getuid?.() === 0 ? '/proc/version/atlas' : locked;
    const atlas = spawnAtlas({ DATA_DIR: unwritable });
    expect(await atlas.exited).toBe(1);
    expect(atlas.output()).toContain(unwritable);
    expect(atlas.output()).not.toContain('    at ');
  });

  it.each([
    ['niet-een-adres', 'DATABASE_URL is geen adres'],
    ['postgres://niemand:geheim@127.0.0.1:1/niets', 'DATABASE_URL'],
  ])('says in Dutch what is wrong with DATABASE_URL %s, without its password', async (url, message) => {
    const atlas = spawnAtlas({ DATA_DIR: dataDir.path, DATABASE_URL: url });
    expect(await atlas.exited).toBe(1);
    expect(atlas.output()).toContain(message);
    expect(atlas.output()).not.toContain('geheim');
    expect(atlas.output()).not.toContain('    at ');
  });
});
