import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { stopOnSignal } from './start/stop.ts';

/** Hot reload for both sides: the server restarts on a change in server/ or data/, the screens reload themselves. */
const root = resolve(fileURLToPath(import.meta.url), '../..');
const stop = stopOnSignal(() => undefined);

const server = spawn(
  process.execPath,
  ['--import', 'tsx', '--watch-path=server', '--watch-path=data', 'server/main.ts'],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'development' },
  },
);
stop.add(
  () =>
    new Promise((done) => {
      server.once('exit', () => done());
      server.kill('SIGTERM');
    }),
);

const screens = await createServer({ configFile: resolve(root, 'vite.config.ts') });
stop.add(() => screens.close());
await screens.listen();
screens.printUrls();
