/**
 * The atlas in a process of its own, to be measured by test/bench.ts, so that asking does not slow down answering.
 * Gets its configuration as argument; says its port; and runs SQL on its own pool when the parent asks, so that an
 * answer can be held against the bare statement on either engine.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { createApp } from '../server/app.ts';
import { defaultAccess } from '../server/auth/config.ts';
import { openDatabase } from '../server/db/database.ts';
import { createTileService } from '../server/tiles/service.ts';
import { summarize } from './http-load.ts';

export interface BenchServerOptions {
  databaseUrl?: string;
  dataDir: string;
  /** Nothing beside the atlas itself: to see what memory it takes. */
  isAlone?: boolean;
}

/** What the parent may ask, each with a number that comes back with the answer. */
export type BenchOrder = { nr: number } & (
  | { do: 'query'; text: string; parameters: unknown[] }
  | { do: 'measure'; text: string; parameterSets: unknown[][]; connections: number }
  | { do: 'memory' }
  | { do: 'loop' }
);

const options = JSON.parse(process.argv[2]!) as BenchServerOptions;
const db = await openDatabase(options);
// One address asks all there is to ask.
const config = { ...options, port: 0, access: { ...defaultAccess, rateLimit: 0 } };
const progress = { bezig: false, dataset: null, fouten: [], rdControle: null };

async function listen({ fetch }: { fetch: Parameters<typeof getRequestListener>[0] }): Promise<number> {
  const server: Server = createServer(getRequestListener(fetch));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const tiles = createTileService(db, config);
await tiles.rebuild();
const app = createApp({ db, config, tiles, progress });
const port = await listen(app);
process.send?.({ port, ...(options.isAlone ? { uncachedPort: port, barePort: port } : await serveBeside()) });

/** What the atlas is held against, in the same process: itself without keeping tiles, and Hono alone. */
async function serveBeside(): Promise<{ uncachedPort: number; barePort: number }> {
  const uncached = createTileService(db, config, { cacheBytes: 0 });
  await uncached.rebuild();
  // With nothing around it, and with the headers an answer of the API must carry.
  const answer = await app.request('/api/v1/gezondheid');
  const headers = Object.fromEntries(answer.headers);
  const bare = new Hono()
    .get('/api/v1/gezondheid', (c) => c.json({ status: 'ok', laden: false }))
    .get('/same-headers', (c) => c.json({ status: 'ok', laden: false }, 200, headers));
  const keepingNone = createApp({ db, config, tiles: uncached, progress });
  return { uncachedPort: await listen(keepingNone), barePort: await listen(bare) };
}

async function measure(text: string, parameterSets: unknown[][], connections: number) {
  const times: number[] = [];
  let next = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let i = next++; i < parameterSets.length; i = next++) {
        const asked = performance.now();
        await db.query(text, parameterSets[i]);
        times.push(performance.now() - asked);
      }
    }),
  );
  return { ...summarize(times), perSecond: (1000 * times.length) / (performance.now() - start) };
}

// The loop of the server, which nothing else gets past: how long it was kept from its next turn.
const loop = monitorEventLoopDelay({ resolution: 5 });
loop.enable();

/** The longest delay since the last time this was asked, ms. */
function readLoop(): number {
  const { max } = loop;
  loop.reset();
  return max / 1e6;
}

function carryOut(order: BenchOrder): Promise<unknown> | number {
  if (order.do === 'query')
    return db.transaction((tx) => tx.query(order.text, order.parameters), { statementTimeoutMs: 0 });
  if (order.do === 'measure') return measure(order.text, order.parameterSets, order.connections);
  if (order.do === 'loop') return readLoop();
  return process.memoryUsage().rss;
}

process.on('message', (order: BenchOrder) => {
  void Promise.resolve(carryOut(order)).then(
    (answer) => process.send?.({ nr: order.nr, answer }),
    (error: unknown) => process.send?.({ nr: order.nr, error: String(error) }),
  );
});
process.once('disconnect', () => void db.close().then(() => process.exit(0)));
