import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readAccess, type AccessConfig } from './auth/config.ts';
import { StartError } from './db/errors.ts';
import { readEvents, type EventConfig } from './events/config.ts';
import { readReaderSettings, type ReaderSettings } from './load/reader-settings.ts';

const repository = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Everything that can be set from outside, read once at the start. Paths are absolute. */
export interface Config {
  /** The PostgreSQL to use; without it the atlas runs its own embedded database in `dataDir`. */
  databaseUrl?: string;
  /** A read replica for questions and tiles; without it the primary answers those too. */
  databaseReadUrl?: string;
  /** Folder for the embedded database and caches. */
  dataDir: string;
  /** Room that must be left on the disk of `dataDir` for a change to be begun; see server/db/disk-space.ts. */
  diskFloorMb?: number;
  /** Port of the web server. 0 lets the system choose. */
  port: number;
  /** Local folder with a `bronnen.json`, used when a publisher's own service does not answer. */
  dataMirror?: string;
  /** What some publishers' services cannot be asked without; those for which it is not there are left alone. */
  readerSettings?: ReaderSettings;
  /** Signing in and rate limits; the defaults of server/auth/config.ts unless set. */
  access?: AccessConfig;
  /** Webhooks; the defaults of server/events/config.ts unless set. */
  events?: EventConfig;
}

/** The configuration in `env`. Throws a StartError (Dutch) that names the variable, its value and what is right. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  return {
    databaseUrl: readDatabaseUrl(env, 'DATABASE_URL'),
    databaseReadUrl: readDatabaseUrl(env, 'DATABASE_READ_URL'),
    dataDir: resolve(env['DATA_DIR'] || '.atlas'),
    port: readPort(env['PORT']),
    dataMirror: readMirror(env['DATA_MIRROR']),
    readerSettings: readReaderSettings(env),
    access: readAccess(env),
    events: readEvents(env),
  };
}

function readDatabaseUrl(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const value = env[name];
  if (!value) return undefined;
  if (!URL.canParse(value) || !/^postgres(ql)?:$/.test(new URL(value).protocol)) {
    // The value is not repeated: it may hold a password.
    throw new StartError(
      `${name} is geen adres van een PostgreSQL-database. Verwacht: postgres://gebruiker:wachtwoord@host:5432/database`,
    );
  }
  return value;
}

function readPort(value = '8080'): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65535) {
    throw new StartError(`PORT is "${value}". Verwacht: een poortnummer van 1 tot en met 65535, zoals 8080.`);
  }
  return port;
}

function readMirror(value: string | undefined): string | undefined {
  const folder = resolve(value || resolve(repository, '../shared/data'));
  if (existsSync(resolve(folder, 'bronnen.json'))) return folder;
  if (!value) return undefined;
  throw new StartError(
    `DATA_MIRROR is "${value}". Verwacht: een map met daarin het bestand bronnen.json; dat is niet gevonden in ${folder}.`,
  );
}
