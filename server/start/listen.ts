import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { StartError } from '../db/errors.ts';

type Fetch = (request: Request, env: object) => Response | Promise<Response>;

/** A client that sends its request a byte at a time does not keep a connection: Node's own limits are 60 s and 300 s. */
const timeLimits = {
  headersTimeout: 15_000,
  requestTimeout: 120_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 5_000,
};

export interface Listener {
  readonly port: number;
  /** From now on requests go to `fetch`; until then they get 503 with Retry-After. */
  answerWith(fetch: Fetch): void;
  /** Stops taking requests, gives the running ones two seconds, then cuts them off. */
  close(): Promise<void>;
}

/**
 * Takes the port at once, before the slow steps of the start, so that a taken port is known in a moment.
 * Throws a StartError (Dutch) when the port is taken or may not be used.
 */
export async function listen(port: number): Promise<Listener> {
  let fetch: Fetch = answerStarting;
  const server = createServer(
    timeLimits,
    getRequestListener((request, env) => fetch(request, env)),
  );
  await bind(server, port);
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    answerWith: (next) => void (fetch = next),
    close: () => close(server),
  };
}

function bind(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(toStartError(error, port)));
    server.listen(port, resolve);
  });
}

function toStartError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new StartError(
      `Poort ${port} is al in gebruik, misschien door een andere pMIEK-atlas. Stop die, of kies een andere poort: PORT=8081 npm start`,
    );
  }
  if (error.code === 'EACCES') {
    return new StartError(
      `Poort ${port} mag niet worden gebruikt. Kies een poort boven 1023: PORT=8080 npm start`,
    );
  }
  return error;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 2000).unref();
  });
}

function answerStarting(): Response {
  const problem = {
    type: 'about:blank',
    title: 'De atlas start op',
    status: 503,
    detail: 'De database wordt geopend. Probeer het over enkele seconden opnieuw.',
  };
  return new Response(JSON.stringify(problem), {
    status: 503,
    headers: { 'content-type': 'application/problem+json', 'retry-after': '2' },
  });
}
