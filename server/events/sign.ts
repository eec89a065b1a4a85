import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type KeyObject,
} from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../db/errors.ts';
import type { EventConfig } from './config.ts';

/** Signs what is sent to webhooks. */
export interface Signer {
  /** A detached JWS (RFC 7515, appendix F; Ed25519) over these bytes: `header..signature`. */
  sign(payload: Buffer): string;
  /** The public key as a JWK Set (RFC 7517). */
  jwks: { keys: Record<string, unknown>[] };
}

/** The signer of the configured key, or of the one in `dataDir`, made once. Throws a StartError (Dutch). */
export function openSigner(config: EventConfig, dataDir: string): Signer {
  const key = config.keyFile ? readKey(config.keyFile) : readOrMakeKey(dataDir);
  if (key.asymmetricKeyType !== 'ed25519') {
    throw new StartError(
      'De sleutel voor webhooks is geen Ed25519-sleutel. Maak er een met: openssl genpkey -algorithm ed25519',
    );
  }
  const { kty, crv, x } = createPublicKey(key).export({ format: 'jwk' });
  // The thumbprint of RFC 7638: the same key always has the same name.
  const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
  const header = Buffer.from(JSON.stringify({ alg: 'EdDSA', kid })).toString('base64url');
  return {
    sign: (payload) => {
      const input = Buffer.from(`${header}.${payload.toString('base64url')}`);
      return `${header}..${sign(null, input, key).toString('base64url')}`;
    },
    jwks: { keys: [{ kty, crv, x, kid, alg: 'EdDSA', use: 'sig' }] },
  };
}

function readKey(file: string): KeyObject {
  try {
    return createPrivateKey(readFileSync(file));
  } catch (error) {
    throw new StartError(
      `De sleutel voor webhooks in ${file} is niet te lezen (${(error as Error).message}). Verwacht: een Ed25519-sleutel in PEM (WEBHOOK_KEY_FILE).`,
    );
  }
}

function readOrMakeKey(dataDir: string): KeyObject {
  const file = join(dataDir, 'webhook-sleutel.pem');
  const { privateKey } = generateKeyPairSync('ed25519');
  mkdirSync(dataDir, { recursive: true });
  try {
    // Fails when it is there already: another process may have made it a moment ago.
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readKey(file);
}
