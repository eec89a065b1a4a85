import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { findWebhookFault, lookupPublic } from './addresses.ts';

const timeoutMs = 10_000;

/**
 * Sends a CloudEvent (structured mode). Null when it was taken (2xx), else why not, in Dutch. A redirect is not
 * followed: it may lead where a webhook may not go.
 */
export function postEvent(
  address: string,
  payload: Buffer,
  signature: string,
  allowPrivate: boolean,
): Promise<string | null> {
  const fault = findWebhookFault(address, allowPrivate);
  if (fault) return Promise.resolve(`het adres mag niet; nodig is ${fault}`);
  const url = new URL(address);
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve) => {
    const sent = request(
      url,
      {
        method: 'POST',
        agent: false,
        signal: AbortSignal.timeout(timeoutMs),
        ...(!allowPrivate && { lookup: lookupPublic }),
        headers: {
          'Content-Type': 'application/cloudevents+json; charset=utf-8',
          'Content-Length': payload.length,
          'X-JWS-Signature': signature,
          'User-Agent': 'pmiek-atlas',
        },
      },
      (answer) => {
        const status = answer.statusCode ?? 0;
        // What it says is not read: only whether it was taken counts.
        answer.destroy();
        resolve(status >= 200 && status < 300 ? null : `de ontvanger antwoordde ${status}`);
      },
    );
    sent.on('error', (error: NodeJS.ErrnoException) => resolve(describe(error)));
    sent.end(payload);
  });
}

function describe(error: NodeJS.ErrnoException): string {
  if (error.name === 'TimeoutError' || error.name === 'AbortError')
    return `geen antwoord binnen ${timeoutMs / 1000} seconden`;
  if (error.message.startsWith('het adres')) return error.message;
  return `niet te bereiken (${error.code ?? error.name})`;
}
