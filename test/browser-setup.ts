import { cpSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { makeFirstAdmin } from './atlas-people.ts';
import { type AtlasProcess, makeDataDir, spawnAtlas, untilLoaded } from './atlas-process.ts';
import { findBareEmbedded } from './bare-embedded.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of one running atlas on the embedded engine, everything loaded, in which no test writes. */
    atlasUrl: string;
    /** Another one, in which tests write: whoever needs a known state makes a project of their own. */
    sharedAtlas: { url: string; firstAdmin: string };
  }
}

/**
 * Starts two atlases for all browser tests, over the same data: loaded once, and copied. Starting and stopping itself is
 * tested in start.e2e.ts.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDirs = [makeDataDir(), makeDataDir()] as const;
  const started: AtlasProcess[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(started.map((atlas) => atlas.stop()));
    for (const dataDir of dataDirs) dataDir.remove();
  };
  const start = async (env: Record<string, string>): Promise<AtlasProcess> => {
    const atlas = spawnAtlas(env);
    started.push(atlas);
    return { ...atlas, url: await untilLoaded(atlas) };
  };
  try {
    const [one, other] = dataDirs.map(({ path }) => path) as [string, string];
    cpSync(await findBareEmbedded(), one, { recursive: true });
    await (await start({ DATA_DIR: one })).stop();
    cpSync(one, other, { recursive: true });
    const [still, shared] = await Promise.all([
      start({ DATA_DIR: one }),
      // Everybody comes from one address here; what may be asked in a minute is tested in limits.test.ts.
      start({ DATA_DIR: other, WEBHOOK_ALLOW_PRIVATE: '1', RATE_LIMIT: '0' }),
    ]);
    project.provide('atlasUrl', still.url);
    project.provide('sharedAtlas', { url: shared.url, firstAdmin: await makeFirstAdmin(shared) });
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}
