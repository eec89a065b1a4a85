import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { engineOf, geosExceptions } from './geos-exceptions.ts';
import { postgis } from './postgis-bundle.ts';
import { createReplyFilter } from './reply-filter.ts';

const FRONTEND = { parse: 'P', bind: 'B', describe: 'D', execute: 'E', close: 'C' };
const HELD_UNTIL_SYNC = new Set(Object.values(FRONTEND).map((letter) => letter.charCodeAt(0)));
const STARTUP = 0;
/** The status PGlite leaves when an exception was PostgreSQL's own, on its way to the error handler. */
const POSTGRES_ERROR = 100;

/**
 * Called when a statement ended without its result: the engine can no longer be trusted and must stop. `atOnce`: it goes
 * round and round, so nothing that waits for its turn would ever run.
 */
type OnLost = (reason: string, atOnce?: boolean) => void;

/**
 * PGlite with four repairs, all for the truth of the answers:
 * - an exception of GEOS is a PostgreSQL error (`geos-exceptions.ts`);
 * - the stack is given back after an error, or the engine refuses everything after some 1,800 ordinary errors;
 * - every batch has one ReadyForQuery, or `pg` gives answers to the wrong question (`reply-filter.ts`);
 * - a statement that ends without its result and without an error gets an error, and the engine stops.
 *
 * The messages of one extended query are run in one go, which is faster and lets nothing come in between.
 */
export class EmbeddedEngine extends PGlite {
  #held: Uint8Array[] = [];
  #onLost: OnLost;
  #isLost = false;

  static async open(options: PGliteOptions, onLost: OnLost): Promise<EmbeddedEngine> {
    const engine = new EmbeddedEngine({ ...options, extensions: { postgis, geosExceptions } });
    engine.#onLost = (reason, atOnce) => {
      engine.#isLost = true;
      onLost(reason, atOnce);
    };
    await engine.waitReady;
    engine.#watchMainLoop();
    return engine;
  }

  private constructor(options: PGliteOptions) {
    super(options);
    this.#onLost = () => {};
  }

  override async execProtocolRawStream(
    message: Uint8Array,
    { onRawData, ...options }: Parameters<PGlite['execProtocolRawStream']>[1],
  ): Promise<void> {
    // The process ends in a moment; until then nothing more is answered, so that whoever asks finds it gone.
    if (this.#isLost) return new Promise(() => {});
    if (message[0] === STARTUP) this.#held = [];
    if (HELD_UNTIL_SYNC.has(message[0]!)) {
      this.#held.push(message);
      return;
    }
    const batch = [...this.#held, message];
    this.#held = [];
    const reply = createReplyFilter(batch, onRawData);
    try {
      const whole = batch.length === 1 ? message : Buffer.concat(batch);
      await super.execProtocolRawStream(whole, { ...options, onRawData: reply.read });
    } catch (error) {
      // Thrown on, it would leave the queue of pglite-socket waiting for ever.
      this.#onLost(String(error));
    }
    if (!reply.end()) this.#onLost('a statement ended without its result');
  }

  #watchMainLoop(): void {
    const engine = engineOf(this);
    const runOnce = engine._PostgresMainLoopOnce;
    let lost = '';
    engine._PostgresMainLoopOnce = () => {
      // After a PANIC (no room for the log of changes) PGlite would begin the same message again, for ever.
      if (lost) this.#onLost(lost, true);
      const stack: unknown = engine.___stack_pointer.value;
      try {
        runOnce();
      } catch (error) {
        engine.___stack_pointer.value = stack;
        // Anything but an error of PostgreSQL itself has left the engine halfway a statement.
        if (engine._pgl_getPGliteExitStatus() !== POSTGRES_ERROR) {
          lost = String(error);
          this.#onLost(lost);
        }
        throw error;
      }
    };
  }
}

/**
 * Throws unless an error of GEOS is an error of PostgreSQL here, also to a plpgsql block around it. An atlas whose
 * engine loses these errors gives wrong answers, so it must not start.
 */
export async function proveGeosErrors(engine: PGlite): Promise<void> {
  await engine.exec(`
    do $$ begin
      perform public.ST_Intersection(
        'POLYGON((0 0,10 10,10 0,0 10,0 0))'::public.geometry, 'POLYGON((0 0,10 0,10 5,0 5,0 0))'::public.geometry);
      raise exception 'This build of PGlite loses the errors of GEOS.';
    exception when internal_error then
      if sqlerrm not like '%TopologyException%' then raise; end if;
    end $$`);
}
