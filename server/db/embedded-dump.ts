import { rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PGlite } from '@electric-sql/pglite';

/** Name of the socket, beside the one for questions, that gives a copy of the whole database. */
export const DUMP_SOCKET = 'kopie';

/**
 * Gives everyone who connects in `folder` the database as it is at that moment: a line with the number of bytes, and so
 * many bytes of tar.gz; or a line that begins with `fout`. The files are read between two statements, in one go, so they
 * are what a database that was killed right then leaves: opening them gives what was committed. Packing goes on beside
 * the answering.
 */
export async function serveDumps(engine: PGlite, folder: string): Promise<void> {
  const path = join(folder, DUMP_SOCKET);
  await rm(path, { force: true });
  const server = createServer((socket) => {
    // Who hangs up halfway has seen fewer bytes than announced.
    socket.on('error', (error) => console.error(`Copy of the database: ${error.message}`));
    void give(engine, socket);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
}

async function give(engine: PGlite, socket: Socket): Promise<void> {
  try {
    const dump = await engine.dumpDataDir('gzip');
    socket.write(`${dump.size}\n`);
    await pipeline(Readable.fromWeb(dump.stream() as never), socket);
  } catch (error) {
    socket.end(`fout ${String(error)}\n`);
  }
}

/** The bytes of a copy, with their total. Throws when the database cannot give it or is gone before the end. */
export async function* readDump(socketPath: string): AsyncGenerator<{ bytes: Buffer; total: number }> {
  const socket = connect(socketPath);
  let head = Buffer.alloc(0);
  let total: number | undefined;
  let received = 0;
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    let bytes = chunk;
    if (total === undefined) {
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf(10);
      if (end < 0) continue;
      const line = head.subarray(0, end).toString();
      if (!/^\d+$/.test(line)) throw new Error(line);
      total = Number(line);
      bytes = head.subarray(end + 1);
    }
    received += bytes.length;
    yield { bytes, total };
  }
  if (total === undefined || received !== total)
    throw new Error(`the database ended after ${received} of ${total ?? '?'} bytes`);
}
