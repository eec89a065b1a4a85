import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../db/errors.ts';

/**
 * Builds the web app into dist/web when its sources changed since the last build, in a process of its own
 * so that the server stays small. True when it built, false when the last build still holds.
 * Throws a StartError with the output of the build when it fails.
 */
export async function buildWeb(root: string): Promise<boolean> {
  const stamp = join(root, 'dist/web.stamp');
  const current = fingerprint(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === current) return false;
  rmSync(stamp, { force: true });
  await runVite(root);
  writeFileSync(stamp, current);
  return true;
}

function runVite(root: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const vite = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'], {
      cwd: root,
    });
    let output = '';
    const keep = (chunk: Buffer): void => void (output += chunk.toString());
    vite.stdout.on('data', keep);
    vite.stderr.on('data', keep);
    vite.on('error', reject);
    vite.on('exit', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new StartError(`De schermen konden niet worden gebouwd (vite build, code ${code}):\n${output}`),
        );
    });
  });
}

/** Names, sizes and times of everything the build reads: cheap, and different after any edit or install. */
function fingerprint(root: string): string {
  const hash = createHash('sha256');
  const add = (path: string): void => {
    const { size, mtimeMs } = statSync(join(root, path));
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  };
  for (const folder of ['web', 'data']) {
    for (const path of (readdirSync(join(root, folder), { recursive: true }) as string[]).sort())
      add(join(folder, path));
  }
  for (const file of ['vite.config.ts', 'package-lock.json']) add(file);
  return hash.digest('hex');
}
