import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import pg from 'pg';
import type { Database } from './database.ts';
import { createDatabase } from './pool.ts';

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** Opens the embedded database in `dataDir`, in a process of its own; makes it when it is not there. */
export async function openEmbedded(dataDir: string): Promise<Database> {
  await mkdir(dataDir, { recursive: true });
  const child = fork(
    fileURLToPath(new URL('./embedded-process.ts', import.meta.url)),
    [join(dataDir, 'database')],
    {
      execArgv: ['--import', tsx],
    },
  );
  const [message] = (await once(child, 'message')) as [{ ready: string }];
  const pool = new pg.Pool({ host: message.ready, user: 'postgres', database: 'postgres', max: 1 });
  return createDatabase({
    engine: 'embedded',
    pool,
    guard: (_timeoutMs, statement) => statement(),
    close: async () => {
      await pool.end();
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  });
}
