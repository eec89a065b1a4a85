// The invented land (test/world.ts) behind the front door, on both engines.
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { crsUris } from '../data/schema/geometrie.ts';
import { createApp } from '../server/app.ts';
import type { Database } from '../server/db/database.ts';
import { createTileService } from '../server/tiles/service.ts';
import { engines, openTestDatabase, type TestDatabase } from './engines.ts';
import { loadWorld } from './world.ts';

export const CONTENT_RD = { 'Content-Crs': `<${crsUris.rd}>` };
export const ACCEPT_RD = { 'Accept-Crs': `<${crsUris.rd}>` };

export interface WorldApp {
  db(): Database;
  request(path: string, init?: RequestInit): Promise<Response>;
  /** A GET below /api/v1 that must succeed, with its JSON. */
  get(path: string, headers?: Record<string, string>): Promise<{ body: any; headers: Headers }>;
  /** A POST of JSON below /api/v1. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** The answer to a question asked in RD, which must succeed. */
  askRd(question: string, body: unknown): Promise<unknown>;
}

/** Runs `tests` for both engines, each over a fresh database with the invented land. */
export function describeWorld(title: string, tests: (world: WorldApp) => void): void {
  describe.each(engines)(`${title} (%s)`, (engine) => {
    let database: TestDatabase;
    let app: ReturnType<typeof createApp>;

    beforeAll(async () => {
      database = await openTestDatabase(engine);
      await loadWorld(database.db);
      const config = { ...database.config, port: 0 };
      const progress = { bezig: false, dataset: null, fouten: [], rdControle: null };
      app = createApp({ db: database.db, config, tiles: createTileService(database.db, config), progress });
    });
    afterAll(() => database.remove());

    const request: WorldApp['request'] = async (path, init) => app.request(path, init);
    const post: WorldApp['post'] = (path, body, headers) =>
      request(`/api/v1${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
    tests({
      db: () => database.db,
      request,
      post,
      async get(path, headers) {
        const response = await request(`/api/v1${path}`, headers ? { headers } : {});
        expect([path, response.status]).toEqual([path, 200]);
        return { body: await response.json(), headers: response.headers };
      },
      async askRd(question, body) {
        const response = await post(`/vragen/${question}`, body, { ...CONTENT_RD, ...ACCEPT_RD });
        const answer: unknown = await response.json();
        expect([response.status, response.ok ? '' : answer]).toEqual([200, '']);
        return answer;
      },
    });
  });
}
