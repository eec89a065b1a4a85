// Reading somebody else's file, beside the thread that answers everybody: with an end to its time and memory.
import type { ReadList } from './read-list.ts';
import { ReadThread } from './read-thread.ts';
import type { WorkbookRefusal } from './refusal.ts';
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

/** Threads that wait for the next file, each with the timer that ends it: starting one takes longer than reading most lists. */
const resting = new Map<ReadThread, NodeJS.Timeout>();
/** How long a thread waits: it holds memory. */
const REST_MS = 20_000;

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
  const thread = takeThread();
  try {
    return await thread.read(request);
  } finally {
    if (thread.isFit) resting.set(thread, setTimeout(() => end(thread), REST_MS).unref());
    else await thread.end();
  }
}

function takeThread(): ReadThread {
  for (const [thread, timer] of resting) {
    clearTimeout(timer);
    resting.delete(thread);
    if (thread.isFit) return thread;
  }
  return new ReadThread();
}

function end(thread: ReadThread): void {
  resting.delete(thread);
  void thread.end();
}
