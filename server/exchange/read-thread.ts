import { Worker } from 'node:worker_threads';
import { excelGrenzen } from '../../data/exchange/lijst.ts';
import type { ReadFile, ReadReply, ReadRequest } from './read-apart.ts';
import { WorkbookRefusal } from './refusal.ts';

interface Waiting {
  resolve(reply: ReadReply): void;
  reject(error: Error): void;
}

/** A thread that reads one file at a time. */
export class ReadThread {
  readonly #worker = new Worker(new URL('./read-boot.mjs', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: excelGrenzen.geheugenMegabytes, maxYoungGenerationSizeMb: 64 },
  });
  #waiting: Waiting | undefined;
  /**
   * Whether it may read a file: not while it reads one, nor after a refusal or a failure. Where somebody tried something
   * no other file is read.
   */
  isFit = true;

  constructor() {
    this.#worker
      .on('message', (reply: ReadReply) => this.#waiting?.resolve(reply))
      .on('error', (error: NodeJS.ErrnoException) => this.#fail(toFailure(error)))
      .on('exit', () => this.#fail(new Error('the reading thread ended')));
  }

  /** What is in the file. Throws a WorkbookRefusal when it cannot be read, or takes too much time or memory. */
  async read(request: ReadRequest): Promise<ReadFile> {
    this.isFit = false;
    this.#worker.ref();
    const timer = setTimeout(
      () =>
        this.#fail(
          new WorkbookRefusal(`Het lezen duurde langer dan ${excelGrenzen.seconden} seconden.`, 413),
        ),
      excelGrenzen.seconden * 1000,
    );
    try {
      const reply = await new Promise<ReadReply>((resolve, reject) => {
        this.#waiting = { resolve, reject };
        // The body is handed over, not copied: nobody here needs it any more.
        this.#worker.postMessage(request, [request.upload.body.buffer]);
      });
      if ('geweigerd' in reply) throw new WorkbookRefusal(reply.geweigerd, reply.status);
      this.isFit = true;
      return reply;
    } finally {
      clearTimeout(timer);
      this.#waiting = undefined;
      // At rest it keeps nobody from ending.
      this.#worker.unref();
    }
  }

  /** Ends it, whatever it is doing. */
  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: Error): void {
    this.isFit = false;
    this.#waiting?.reject(error);
  }
}

function toFailure(error: NodeJS.ErrnoException): Error {
  if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return error;
  return new WorkbookRefusal('Het bestand vraagt te veel geheugen om te lezen. Deel de lijst op.', 413);
}
