// `npm run backup` and `npm run restore`: the whole database in one file, and back.
//   npm run backup                              makes back-ups/atlas-<moment> in the data folder
//   npm run backup -- --naar <bestand>          makes this file, and <bestand>.sha256
//   npm run restore -- --van <bestand>          puts it back; the atlas must not be running
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig, type Config } from '../../config.ts';
import { openTerminal } from '../../start/terminal.ts';
import { StartError } from '../errors.ts';
import { dumpEmbedded, restoreEmbedded } from './embedded.ts';
import { checkBackup, writeBackup, type BackupKind } from './file.ts';
import { dumpPostgresql, restorePostgresql } from './postgresql.ts';

const terminal = openTerminal();
const names: Record<BackupKind, string> = { embedded: 'de ingebouwde database', postgresql: 'PostgreSQL' };
const usage = 'Gebruik: npm run backup [-- --naar bestand], of npm run restore -- --van bestand';

function readArguments([task, ...args]: string[]): { task: 'backup' | 'restore'; file?: string } {
  if (task !== 'backup' && task !== 'restore') throw new StartError(usage);
  const name = task === 'backup' ? 'naar' : 'van';
  let file: string | undefined;
  try {
    file = parseArgs({ args, options: { [name]: { type: 'string' } } }).values[name] as string | undefined;
  } catch (error) {
    throw new StartError(`"${args.join(' ')}" wordt niet begrepen (${(error as Error).message}).\n${usage}`);
  }
  if (file === '' || (task === 'restore' && !file)) throw new StartError(usage);
  return { task, file };
}

async function backup(config: Config, file?: string): Promise<void> {
  const { databaseUrl, dataDir } = config;
  const moment = new Date().toISOString().replace(/\.\d+/, '').replaceAll(':', '');
  const name = `atlas-${moment}.${databaseUrl ? 'dump' : 'tar.gz'}`;
  const path = file ? resolve(file) : join(dataDir, 'back-ups', name);
  terminal.step({ label: 'Back-up maken', done: 0, total: 1 });
  const size = await writeBackup(path, followed(config));
  terminal.line(`Back-up gemaakt: ${path} (${megabytes(size)}), met controlegetal in ${path}.sha256`);
}

/** The bytes of the database, with the progress on the terminal. */
async function* followed({ databaseUrl, dataDir }: Config): AsyncGenerator<Buffer> {
  let done = 0;
  const show = (bytes: Buffer, total: number): Buffer => {
    done += bytes.length;
    terminal.step({ label: `Back-up maken: ${megabytes(done)}`, done, total });
    return bytes;
  };
  if (databaseUrl) for await (const bytes of dumpPostgresql(databaseUrl)) yield show(bytes, 0);
  else for await (const { bytes, total } of dumpEmbedded(dataDir)) yield show(bytes, total);
}

async function restore({ databaseUrl, dataDir }: Config, file: string): Promise<void> {
  const path = resolve(file);
  const steps = ['Controleren', 'Uitpakken', 'Terugzetten', 'Openen en bijwerken'];
  const say = (label: string): void =>
    terminal.step({ label, done: steps.indexOf(label), total: steps.length });
  say('Controleren');
  const kind = await checkBackup(path);
  const own: BackupKind = databaseUrl ? 'postgresql' : 'embedded';
  if (kind !== own)
    throw new StartError(
      `${path} is een back-up van ${names[kind]} en deze atlas gebruikt ${names[own]}. Er is niets veranderd.`,
    );
  const former = databaseUrl
    ? await restorePostgresql(databaseUrl, path, say)
    : await restoreEmbedded(dataDir, path, say);
  terminal.line(`Teruggezet: ${path}. Iedereen moet zich opnieuw aanmelden.`);
  if (former) terminal.line(`De vorige database staat nog in ${former}; verwijder die als alles klopt.`);
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1).replace('.', ',')} MB`;

// An exit cleans what is half; being ended by the signal itself does not.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

async function run(): Promise<void> {
  const { task, file } = readArguments(process.argv.slice(2));
  const config = readConfig(process.env);
  if (task === 'backup') await backup(config, file);
  else await restore(config, file!);
}

run().then(
  () => terminal.end(),
  (error: unknown) => {
    terminal.end();
    console.error(error instanceof StartError ? error.message : error);
    process.exitCode = 1;
  },
);
