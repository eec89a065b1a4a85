import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Database, Queryable, Scoped, TransactionOptions } from './database.ts';
import type { DiskCheck } from './disk-space.ts';
import { DiskFullError } from './errors.ts';
import { isSameSitting, privileged, sit, type Sitting } from './sitting.ts';
import { toDoorError } from './to-door-error.ts';
import { publicViewpoint, type Viewpoint } from './viewpoint.ts';

/** How long closing waits for statements that still run. */
const CLOSING_MS = 3_000;

/** Longest time one statement may take when nothing else is asked. */
const SERVING_TIMEOUT_MS = 30_000;

/** How long after the last write that found no room the disk counts as full. */
const FULL_FOR_MS = 60_000;

/** Parallel workers made pages twice as slow, and compiling short statements is waste. */
const SESSION = `
  set search_path = atlas, public;
  set timezone = 'UTC';
  set max_parallel_workers_per_gather = 0;
  set jit = off;
  set statement_timeout = ${SERVING_TIMEOUT_MS}`;

/** Gives a new connection the settings every statement of the atlas counts on; `extra` is our own text, run with them. */
export async function setSession(client: pg.ClientBase, extra = ''): Promise<void> {
  await client.query(`${extra}; ${SESSION}`);
}

/** Closes the connections of a pool; a statement that runs on is left behind, and undone by the database. */
export async function endPool(pool: pg.Pool): Promise<void> {
  await Promise.race([pool.end(), sleep(CLOSING_MS, undefined, { ref: false })]);
}

/** What differs between the two engines. */
interface Engine {
  readonly engine: Database['engine'];
  readonly pool: pg.Pool;
  /** Connections that begin, and stay, as a public reader; without it everybody shares `pool`. */
  readonly publicPool?: pg.Pool;
  /** Runs one statement under a time limit the engine cannot keep itself. */
  guard<T>(timeoutMs: number, statement: () => Promise<T>): Promise<T>;
  /** Throws a DiskFullError when there is too little room to begin somebody's change. */
  checkRoom?: DiskCheck;
  close(): Promise<void>;
}

interface RunningTransaction extends Queryable {
  readonly sitting: Sitting;
  /** True when nothing more may be asked in it. */
  done: boolean;
  /** Comes back when all that was asked has been answered, well or badly. */
  settled(): Promise<unknown>;
}

/** A Database over a pool of `pg` connections. */
export function createDatabase({ engine, pool, publicPool, guard, checkRoom, close }: Engine): Database {
  const current = new AsyncLocalStorage<RunningTransaction>();
  let wasFullAt = -Infinity;
  // An idle connection that breaks is already out of the pool; the next query opens a new one or says why not.
  for (const one of [pool, publicPool]) one?.on('error', () => {});

  async function withClient<T>(sitting: Sitting, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const isPublic = publicPool && isSameSitting(sitting, publicReader);
    const client = await translated((isPublic ? publicPool : pool).connect());
    let broken: Error | undefined;
    const onError = (error: Error) => (broken = error);
    client.on('error', onError);
    try {
      await translated(sit(client, sitting, isPublic ? publicReader : privileged));
      return await work(client);
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  }

  async function run<Row>(
    client: pg.PoolClient,
    timeoutMs: number,
    text: string,
    parameters?: readonly unknown[],
  ): Promise<Row[]> {
    const statement = parameters ? { name: nameOf(text), text, values: [...parameters] } : { text };
    try {
      const result = await translated(guard(timeoutMs, () => client.query(statement)));
      return result.rows as Row[];
    } catch (error) {
      if (error instanceof DiskFullError) wasFullAt = performance.now();
      throw error;
    }
  }

  async function hasRoom(): Promise<boolean> {
    try {
      await checkRoom?.();
    } catch (error) {
      if (error instanceof DiskFullError) return false;
      throw error;
    }
    return performance.now() - wasFullAt > FULL_FOR_MS;
  }

  const queryAs =
    (sitting: Sitting): Queryable['query'] =>
    (text, parameters) => {
      const transaction = current.getStore();
      if (transaction && !transaction.done) {
        refuseMoreRights(transaction.sitting, sitting);
        return transaction.query(text, parameters);
      }
      return withClient(sitting, (client) => run(client, SERVING_TIMEOUT_MS, text, parameters));
    };

  function startTransaction(client: pg.PoolClient, timeoutMs: number, sitting: Sitting): RunningTransaction {
    // One statement at a time: `pg` no longer queues them, and a waiting one should not lose its own time.
    let last: Promise<unknown> = Promise.resolve();
    const tx: RunningTransaction = {
      sitting,
      done: false,
      query(text, parameters) {
        if (tx.done) return Promise.reject(new Error('This transaction has already ended.'));
        const answer = last.then(() => run<never>(client, timeoutMs, text, parameters));
        last = answer.catch(() => {});
        return answer;
      },
      settled: () => last,
    };
    return tx;
  }

  async function transactionAs<T>(
    sitting: Sitting,
    work: (tx: Queryable) => Promise<T>,
    options: TransactionOptions = {},
  ): Promise<T> {
    if (current.getStore()?.done === false) {
      throw new Error('A transaction cannot be started inside the work of another one.');
    }
    const timeoutMs = options.statementTimeoutMs ?? SERVING_TIMEOUT_MS;
    return withClient(sitting, async (client) => {
      const tx = startTransaction(client, timeoutMs, sitting);
      await run(client, 0, 'begin');
      try {
        if (timeoutMs !== SERVING_TIMEOUT_MS) {
          await run(client, 0, `set local statement_timeout = ${Number(timeoutMs)}`);
        }
        const result = await current.run(tx, () => work(tx));
        tx.done = true;
        await tx.settled();
        await commit(client);
        return result;
      } catch (error) {
        tx.done = true;
        await tx.settled();
        // The connection may be gone; then the database has already undone the work.
        await client.query('rollback').catch(() => {});
        throw error;
      }
    });
  }

  function script(sql: string): Promise<void> {
    return withClient(privileged, async (client) => {
      await run(client, 0, 'set statement_timeout = 0');
      try {
        await run(client, 0, sql);
      } finally {
        await client.query(`rollback; set statement_timeout = ${SERVING_TIMEOUT_MS}`).catch(() => {});
      }
    });
  }

  function as(viewpoint: Viewpoint): Scoped {
    const { account, organisatie } = viewpoint;
    // What is written is written now.
    const writer: Sitting = {
      role: 'atlas_bewerker',
      viewpoint: { ...publicViewpoint, account, organisatie },
    };
    return {
      query: queryAs({ role: 'atlas_lezer', viewpoint }),
      transaction: async (work, options) => {
        await checkRoom?.();
        return transactionAs(writer, work, options);
      },
    };
  }

  return {
    engine,
    query: queryAs(privileged),
    transaction: (work, options) => transactionAs(privileged, work, options),
    as,
    hasRoom,
    script,
    close,
  };
}

const publicReader: Sitting = { role: 'atlas_lezer', viewpoint: publicViewpoint };

/** Within a transaction all statements have its rights: one that was promised fewer, or others', must not run in it. */
function refuseMoreRights(running: Sitting, asked: Sitting): void {
  if (asked.role === 'none') return;
  const isSamePerson =
    running.viewpoint.account === asked.viewpoint.account &&
    running.viewpoint.organisatie === asked.viewpoint.organisatie;
  if (running.role !== 'none' && isSamePerson) return;
  throw new Error('A statement for somebody cannot be run inside a transaction for somebody else.');
}

/** What `asked` gives; an error of `pg` becomes the one of `errors.ts` it amounts to. */
async function translated<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw toDoorError(error);
  }
}

/** PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error: nothing was kept, so it throws. */
async function commit(client: pg.PoolClient): Promise<void> {
  const { command } = await translated(client.query('commit'));
  if (command !== 'COMMIT') throw new Error('The transaction had failed before its end and was undone.');
}

const names = new Map<string, string>();

/** Name of the prepared statement with this text; the same text always has the same name. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (!name) {
    name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
    names.set(text, name);
  }
  return name;
}
