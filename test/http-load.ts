/**
 * Asks a server for a list of paths over a number of connections kept open, one request at a time on each, and
 * says how long the answers took. Speaks just enough HTTP/1.1 to cost little beside the server it measures.
 */
import { connect, type Socket } from 'node:net';

export interface LoadResult {
  requests: number;
  perSecond: number;
  medianMs: number;
  p99Ms: number;
  bytes: number;
}

export interface LoadOptions {
  port: number;
  paths: readonly string[];
  connections: number;
  /** Requests in all; the paths are asked in turn. */
  requests: number;
  headers?: Record<string, string>;
  /** JSON bodies for POST, one per path; without it every request is a GET. */
  bodies?: readonly string[];
}

/** Sends all requests. Throws on an answer that is not 2xx or 304. */
export async function measureLoad(options: LoadOptions): Promise<LoadResult> {
  const times: number[] = [];
  let next = 0;
  let bytes = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: options.connections }, async () => {
      const connection = await openConnection(options.port);
      for (let i = next++; i < options.requests; i = next++) {
        const asked = performance.now();
        const length = await connection.ask(requestText(options, i));
        times.push(performance.now() - asked);
        bytes += length;
      }
      connection.close();
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  return { requests: times.length, perSecond: times.length / seconds, ...summarize(times), bytes };
}

/** Median and 99th percentile of a list of durations, milliseconds. */
export function summarize(times: readonly number[]): { medianMs: number; p99Ms: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
  return { medianMs: at(0.5), p99Ms: at(0.99) };
}

function requestText({ paths, bodies, headers = {} }: LoadOptions, i: number): string {
  const path = paths[i % paths.length]!;
  const body = bodies?.[i % bodies.length];
  const lines = [`${body === undefined ? 'GET' : 'POST'} ${path} HTTP/1.1`, 'Host: localhost'];
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  if (body !== undefined) {
    lines.push('Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`);
  }
  return `${lines.join('\r\n')}\r\n\r\n${body ?? ''}`;
}

interface Connection {
  /** Sends a request and gives the length of the body of its answer. */
  ask(request: string): Promise<number>;
  close(): void;
}

async function openConnection(port: number): Promise<Connection> {
  const socket = await new Promise<Socket>((resolve, reject) => {
    const opening = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(opening));
    opening.once('error', reject);
  });
  let waiting: { resolve: (length: number) => void; reject: (error: Error) => void } | null = null;
  let received: Buffer = Buffer.alloc(0);
  let awaited = -1;
  let length = 0;
  let kept = 0;
  const fail = (error: Error) => waiting?.reject(error);
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('The server closed the connection')));
  socket.on('data', (chunk: Buffer) => {
    if (awaited < 0) {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const end = received.indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = received.toString('latin1', 0, end);
      const status = Number(head.slice(9, 12));
      if (status >= 300 && status !== 304) return fail(new Error(`Answer ${head.slice(0, 60)}`));
      if (/transfer-encoding: *chunked/i.test(head))
        return fail(new Error('Chunked answers are not read here'));
      length = Number(/content-length: *(\d+)/i.exec(head)?.[1] ?? 0);
      awaited = end + 4 + length;
      kept = received.length;
    } else kept += chunk.length;
    if (kept < awaited) return;
    awaited = -1;
    received = Buffer.alloc(0);
    waiting?.resolve(length);
  });
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      }),
    close: () => {
      waiting = null;
      socket.destroy();
    },
  };
}
