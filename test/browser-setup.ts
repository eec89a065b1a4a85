import type { TestProject } from 'vitest/node';
import { makeFirstAdmin } from './atlas-people.ts';
import { makeDataDir, startAtlas } from './atlas-process.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of one running atlas on the embedded engine, everything loaded, in which no test writes. */
    atlasUrl: string;
    /** Another one, in which tests write: whoever needs a known state makes a project of their own. */
    sharedAtlas: { url: string; firstAdmin: string };
  }
}

/** Starts two atlases for all browser tests; starting and stopping itself is tested in start.e2e.ts. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDirs = [makeDataDir(), makeDataDir()] as const;
  const started = await Promise.allSettled([
    startAtlas({ DATA_DIR: dataDirs[0].path }),
    // Everybody comes from one address here; what may be asked in a minute is tested in limits.test.ts.
    startAtlas({ DATA_DIR: dataDirs[1].path, WEBHOOK_ALLOW_PRIVATE: '1', RATE_LIMIT: '0' }),
  ]);
  const stop = async (): Promise<void> => {
    await Promise.all(started.map((each) => (each.status === 'fulfilled' ? each.value.stop() : null)));
    for (const dataDir of dataDirs) dataDir.remove();
  };
  const [still, shared] = started;
  if (still.status === 'rejected' || shared.status === 'rejected') {
    await stop();
    throw still.status === 'rejected' ? still.reason : (shared as PromiseRejectedResult).reason;
  }
  project.provide('atlasUrl', still.value.url);
  project.provide('sharedAtlas', {
    url: shared.value.url,
    firstAdmin: await makeFirstAdmin(shared.value),
  });
  return stop;
}
