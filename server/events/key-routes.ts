import { Hono } from 'hono';
import type { Config } from '../config.ts';
import { defaultEvents } from './config.ts';
import { openSigner, type Signer } from './sign.ts';

/** `GET /.well-known/jwks.json`: the public key with which a receiver checks what the atlas sent. */
export function keyRoutes({ events, dataDir }: Config): Hono {
  let signer: Signer | undefined;
  return new Hono().get('/.well-known/jwks.json', (c) => {
    signer ??= openSigner(events ?? defaultEvents, dataDir);
    c.header('Cache-Control', 'no-cache');
    return c.body(JSON.stringify(signer.jwks), 200, { 'Content-Type': 'application/jwk-set+json' });
  });
}
