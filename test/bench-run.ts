/** One database of one size on one engine, with the atlas running on it, for the benches to measure. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { BenchOrder, BenchServerOptions } from './bench-server.ts';

export interface SqlResult {
  medianMs: number;
  p99Ms: number;
  perSecond: number;
}

export interface BenchRun {
  engine: 'embedded' | 'postgresql';
  /** Plan areas in the database. */
  plans: number;
  port: number;
  /** The same app, that keeps no tiles. */
  uncachedPort: number;
  /** Hono alone, on the same server and in the same process. */
  barePort: number;
  query<Row>(text: string, parameters?: unknown[]): Promise<Row[]>;
  /** Runs the statement once per set of parameters through the server's own pool. */
  measureSql(text: string, parameterSets: unknown[][], connections?: number): Promise<SqlResult>;
  /** Resident memory of the server process, MB; without the database. */
  memoryMb(): Promise<number>;
  /** The longest delay of the server's event loop since this was last asked, ms. */
  loopDelayMs(): Promise<number>;
  stop(): Promise<void>;
}

type OrderBody = BenchOrder extends infer Order ? (Order extends unknown ? Omit<Order, 'nr'> : never) : never;

/** Starts the atlas on a filled database. */
export async function startBenchRun(
  engine: BenchRun['engine'],
  plans: number,
  options: BenchServerOptions,
): Promise<BenchRun> {
  // Started as `npm start` does.
  const script = fileURLToPath(new URL('./bench-server.ts', import.meta.url));
  const server = fork(script, [JSON.stringify(options)], {
    execArgv: ['--max-semi-space-size=4', '--import', 'tsx'],
  });
  const early = once(server, 'exit').then(() => Promise.reject(new Error('The bench server ended')));
  const [ports] = (await Promise.race([once(server, 'message'), early])) as [
    Pick<BenchRun, 'port' | 'uncachedPort' | 'barePort'>,
  ];
  const waiting = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>();
  server.on('message', ({ nr, answer, error }: { nr: number; answer: never; error?: string }) => {
    const one = waiting.get(nr);
    waiting.delete(nr);
    if (error === undefined) one?.resolve(answer);
    else one?.reject(new Error(error));
  });
  early.catch((error: Error) => {
    for (const one of waiting.values()) one.reject(error);
  });
  let count = 0;
  const ask = <Answer>(order: OrderBody): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const nr = count++;
      waiting.set(nr, { resolve, reject });
      server.send({ ...order, nr });
    });
  return {
    engine,
    plans,
    ...ports,
    query: (text, parameters = []) => ask({ do: 'query', text, parameters }),
    measureSql: (text, parameterSets, connections = 1) =>
      ask({ do: 'measure', text, parameterSets, connections }),
    memoryMb: async () => (await ask<number>({ do: 'memory' })) / 1e6,
    loopDelayMs: () => ask({ do: 'loop' }),
    stop: async () => {
      const exited = once(server, 'exit');
      server.disconnect();
      await exited;
    },
  };
}
