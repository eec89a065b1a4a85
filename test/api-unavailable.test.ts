// What the front door says when the database is away, slow or failing. A stand-in for the database: on the real ones
// an outage is proven in the tests of the database itself.
import { describe, expect, it, vi } from 'vitest';
import { probleem } from '../data/schema/probleem.ts';
import { createApp } from '../server/app.ts';
import type { Database } from '../server/db/database.ts';
import { UnavailableError } from '../server/db/errors.ts';
import type { Services } from '../server/services.ts';

function openApp(query: Database['query']) {
  const db: Database = {
    engine: 'postgresql',
    hasRoom: async () => true,
    query,
    transaction: () => Promise.reject(new Error('Not used here.')),
    as: () => db,
    script: () => Promise.reject(new Error('Not used here.')),
    close: () => Promise.resolve(),
  };
  const tiles: Services['tiles'] = {
    areas: null,
    rebuild: () => Promise.resolve(),
    getTile: () => Promise.reject(new Error('Not used here.')),
  };
  const progress = { bezig: true, dataset: null, fouten: [], rdControle: null };
  return createApp({ db, config: { dataDir: '', port: 0 }, tiles, progress });
}
const question = {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ projectId: 'UT-01' }),
};

describe('an unavailable database', () => {
  it('is told as 503 with when to try again', async () => {
    const app = openApp(() =>
      Promise.reject(new UnavailableError('De database deed te lang over deze vraag.')),
    );
    for (const [path, init] of [
      ['/api/v1/vragen/overlap', question],
      ['/api/v1/projecten', {}],
      ['/api/v1/status', {}],
    ] as const) {
      const response = await app.request(path, init);
      expect(response.status).toBe(503);
      expect(response.headers.get('Retry-After')).toBe('5');
      expect(probleem.parse(await response.json()).detail).toMatch(/te lang/);
    }
  });

  it('is forgotten as soon as it is back', async () => {
    let isAway = true;
    const app = openApp(async <Row extends object>(text: string) => {
      if (isAway) throw new UnavailableError('weg');
      const row = text.includes('as gebieden')
        ? { stamp: '1', gebieden: [], leden: [], bronnen: [] }
        : { stamp: '1' };
      return [row as Row];
    });
    expect((await app.request('/api/v1/status')).status).toBe(503);
    isAway = false;
    expect((await app.request('/api/v1/status')).status).toBe(200);
  });

  it('does not keep the health of the server waiting', async () => {
    const app = openApp(() => new Promise(() => {}));
    // Fifty questions that will never be answered: who waits for one of them waits for ever.
    for (let i = 0; i < 50; i++) void app.request('/api/v1/vragen/overlap', question);
    const response = await app.request('/api/v1/gezondheid');
    expect(await response.json()).toEqual({ status: 'ok', laden: true });
  });
});

describe('a fault of ours', () => {
  it('is logged whole and told without its inside', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const fault = new Error('column "geheim" of relation "atlas.project" does not exist');
    const response = await openApp(() => Promise.reject(fault)).request('/api/v1/vragen/overlap', question);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toMatch(/geheim|atlas\.project/);
    // The application log is text: what went wrong and where.
    expect(log.mock.calls.flat().join('\n')).toContain(fault.stack);
    log.mockRestore();
  });
});

describe('addresses and methods', () => {
  const app = openApp(() => Promise.resolve([]));

  it('says which methods an address takes', async () => {
    const response = await app.request('/api/v1/vragen/overlap');
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'POST']);
    expect((await app.request('/api/v1/projecten', { method: 'DELETE' })).status).toBe(405);
    expect((await app.request('/api/v1/projecten/', {})).status).toBe(404);
  });

  it('lets another site read and not ask', async () => {
    const response = await app.request('/api/v1/vragen/overlap', {
      method: 'OPTIONS',
      headers: { Origin: 'https://elders.example', 'Access-Control-Request-Method': 'POST' },
    });
    expect(response.headers.get('Access-Control-Allow-Methods')).toBe('GET, HEAD, OPTIONS');
  });

  it.each(['/../package.json', '/%2e%2e/package.json', '/assets/../../package.json', '/%00', '/%E0%A4%A'])(
    'keeps files of others inside: %s',
    async (path) => {
      const response = await app.request(path);
      expect(response.status).toBe(404);
      expect(await response.text()).not.toContain('devDependencies');
    },
  );
});
