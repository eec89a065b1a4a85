// Reading somebody else's file, beside the thread that answers everybody: with an end to its time and memory.
import { Worker } from 'node:worker_threads';
import { excelGrenzen } from '../../data/exchange/lijst.ts';
import type { ReadList } from './read-list.ts';
import { WorkbookRefusal } from './refusal.ts';
import type { Upload } from './upload.ts';

export interface ReadRequest {
  upload: Upload;
  organisaties: { code: string; naam: string }[];
}
export interface ReadFile {
  /** Name of the file. */
  bestand: string;
  gelezen: ReadList;
}
export type ReadReply = ReadFile | { geweigerd: string; status: WorkbookRefusal['status'] };

/** So many files at a time; who comes later waits. */
const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

/** The rows of the list in this file. Throws a WorkbookRefusal when it cannot be read, or takes too much time or memory. */
export async function readApart(request: ReadRequest): Promise<ReadFile> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await readInThread(request);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

async function readInThread(request: ReadRequest): Promise<ReadFile> {
  const worker = new Worker(new URL('./read-boot.mjs', import.meta.url), {
    workerData: request,
    // The body is handed over, not copied: nobody here needs it any more.
    transferList: [request.upload.body.buffer],
    resourceLimits: { maxOldGenerationSizeMb: excelGrenzen.geheugenMegabytes, maxYoungGenerationSizeMb: 64 },
  });
  try {
    const reply = await new Promise<ReadReply>((resolve, reject) => {
      const timer = setTimeout(
        () =>
          reject(new WorkbookRefusal(`Het lezen duurde langer dan ${excelGrenzen.seconden} seconden.`, 413)),
        excelGrenzen.seconden * 1000,
      );
      const done = (finish: () => void) => {
        clearTimeout(timer);
        finish();
      };
      worker.once('message', (message: ReadReply) => done(() => resolve(message)));
      worker.once('error', (error: NodeJS.ErrnoException) => done(() => reject(toFailure(error))));
      worker.once('exit', () => done(() => reject(toFailure(new Error('the reading thread ended')))));
    });
    if ('gelezen' in reply) return reply;
    throw new WorkbookRefusal(reply.geweigerd, reply.status);
  } finally {
    await worker.terminate();
  }
}

function toFailure(error: NodeJS.ErrnoException): Error {
  if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return error;
  return new WorkbookRefusal('Het bestand vraagt te veel geheugen om te lezen. Deel de lijst op.', 413);
}
