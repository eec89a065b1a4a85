import { resolve } from 'node:path';
import { StartError } from '../db/errors.ts';

/** What can be set about telling others what happened. */
export interface EventConfig {
  /** Source of every CloudEvent: a URN of urn:nld, after the NL GOV profile. */
  source: string;
  /** Private key (PEM) that signs; null: one in the data folder, made when it is not there. */
  keyFile: string | null;
  /** Webhooks may go to http and to addresses of the own network: for tests and closed networks. */
  allowPrivate: boolean;
}

/** No OIN is invented: who runs the atlas puts its own there. */
export const defaultEvents: EventConfig = {
  source: 'urn:nld:pmiek-atlas:zonder-oin',
  keyFile: null,
  allowPrivate: false,
};

/** The part of `env` that is about events. Throws a StartError (Dutch) that names the variable and what is right. */
export function readEvents(env: NodeJS.ProcessEnv): EventConfig {
  const source = env['EVENT_SOURCE'] || defaultEvents.source;
  if (!/^urn:nld:[a-z0-9][a-z0-9:._-]+$/i.test(source)) {
    throw new StartError(
      `EVENT_SOURCE is "${source}". Verwacht: een URN zoals urn:nld:oin:00000001234567890000:systeem:pmiek-atlas.`,
    );
  }
  const allow = env['WEBHOOK_ALLOW_PRIVATE'] || '0';
  if (allow !== '0' && allow !== '1')
    throw new StartError(`WEBHOOK_ALLOW_PRIVATE is "${allow}". Verwacht: 0 of 1.`);
  const keyFile = env['WEBHOOK_KEY_FILE'];
  return { source, keyFile: keyFile ? resolve(keyFile) : null, allowPrivate: allow === '1' };
}
