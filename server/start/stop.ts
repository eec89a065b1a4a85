/** Undoes the start: what was opened last is closed first. */
export interface StopList {
  add(close: () => Promise<void>): void;
  /** Closes everything once; a second call waits for the first. */
  run(): Promise<void>;
  /** True from the first `run` on: what fails from then on fails because it was closed. */
  readonly isStopping: boolean;
}

/**
 * A list of things to close, run on Ctrl-C, on a polite kill and when the terminal goes away.
 * A second Ctrl-C while closing ends the process at once.
 */
export function stopOnSignal(say: (line: string) => void): StopList {
  const closers: (() => Promise<void>)[] = [];
  let running: Promise<void> | undefined;
  const run = (): Promise<void> => (running ??= closeAll(closers));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (running) process.exit(130);
      say('De atlas stopt …');
      run().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
  return {
    add: (close) => void closers.unshift(close),
    run,
    get isStopping() {
      return running !== undefined;
    },
  };
}

async function closeAll(closers: (() => Promise<void>)[]): Promise<void> {
  for (const close of closers) await close();
}
