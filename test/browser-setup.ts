import type { TestProject } from 'vitest/node';
import { makeDataDir, startAtlas } from './atlas-process.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of one running atlas on the embedded engine, everything loaded, shared by the browser tests. */
    atlasUrl: string;
  }
}

/** Starts one atlas for all browser tests; starting and stopping itself is tested in start.e2e.ts. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = makeDataDir();
  const atlas = await startAtlas({ DATA_DIR: dataDir.path });
  project.provide('atlasUrl', atlas.url);
  return async () => {
    await atlas.stop();
    dataDir.remove();
  };
}
