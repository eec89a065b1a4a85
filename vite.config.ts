import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

/** The web app is built from `web/` to `dist/web`, which the server serves. */
export default defineConfig({
  root: 'web',
  base: '/',
  plugins: [svelte()],
  build: { outDir: '../dist/web', emptyOutDir: true, target: 'es2022' },
  server: {
    port: 5173,
    proxy: Object.fromEntries(
      ['/api/', '/ogc/', '/tegels/', '/pmtiles/'].map((path) => [path, 'http://localhost:8080']),
    ),
  },
});
