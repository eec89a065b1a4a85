import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const repository = fileURLToPath(new URL('.', import.meta.url));

/** The web app is built from `web/` to `dist/web`, which the server serves. */
export default defineConfig({
  root: 'web',
  base: '/',
  plugins: [svelte()],
  build: { outDir: '../dist/web', emptyOutDir: true, target: 'es2022' },
  server: {
    port: 5173,
    proxy: Object.fromEntries(
      ['/api/', '/ogc/', '/tegels/', '/pmtiles/'].map((path) => [
        path,
        `http://localhost:${process.env['PORT'] ?? 8080}`,
      ]),
    ),
  },
  test: {
    root: repository,
    reporters: ['default', './test/closing-line.ts'],
    maxWorkers: 2,
    // Long for what takes seconds: a machine shared with others is now and then a tenth as fast, for minutes.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 120_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'front door',
          include: ['test/**/*.test.ts'],
          globalSetup: 'test/global-setup.ts',
          // Files of one process share its modules and its databases (test/engines.ts).
          isolate: false,
          // Each waits for its database half of the time.
          maxWorkers: 3,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/**/*.e2e.ts'],
          globalSetup: 'test/browser-setup.ts',
          // Files of one process share its browser (test/browser.ts).
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
