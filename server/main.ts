import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp } from './app.ts';
import { offerFirstAdmin } from './auth/first-admin.ts';
import { fillOrganisaties } from './auth/organisaties.ts';
import { keepRetention } from './auth/retention.ts';
import { readConfig } from './config.ts';
import { openDatabase } from './db/database.ts';
import { StartError } from './db/errors.ts';
import { migrate } from './db/migrate.ts';
import { defaultEvents } from './events/config.ts';
import { startDelivery } from './events/deliver.ts';
import { openSigner } from './events/sign.ts';
import { checkRdTransformation } from './geo/rd.ts';
import { loadAll } from './load/load.ts';
import { buildWeb } from './start/build-web.ts';
import { describeFault } from './http/fault-log.ts';
import { giveBackMemory } from './start/give-back-memory.ts';
import { listen } from './start/listen.ts';
import { followLoading } from './start/loading.ts';
import { stopOnSignal } from './start/stop.ts';
import { openTerminal } from './start/terminal.ts';
import { createTileService } from './tiles/service.ts';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const terminal = openTerminal();
const stop = stopOnSignal(terminal.line);

/** Starts the atlas: port, database, tables, screens, data. It serves as soon as its tables are there. */
async function start(): Promise<void> {
  const config = readConfig(process.env);
  const listener = await listen(config.port);
  stop.add(listener.close);
  const address = `http://localhost:${listener.port}`;

  terminal.step({ label: 'Database en schermen', done: 0, total: 1 });
  const screens = process.env['NODE_ENV'] === 'development' ? Promise.resolve(false) : buildWeb(root);
  const db = await openDatabase(config);
  stop.add(db.close);
  await migrate(db);
  const serving = config.databaseReadUrl
    ? await openDatabase({ ...config, databaseUrl: config.databaseReadUrl })
    : db;
  if (serving !== db) stop.add(serving.close);
  await screens;
  await fillOrganisaties(db);
  const stopRetention = await keepRetention(db, (error) => console.error(describeFault(error)));
  stop.add(async () => stopRetention());
  const events = config.events ?? defaultEvents;
  const signer = openSigner(events, config.dataDir);

  const loading = followLoading(terminal);
  loading.progress.rdControle = await checkRdTransformation(db);
  const tiles = createTileService(serving, config);
  const app = createApp({ db: serving, primary: db, config, tiles, progress: loading.progress });
  listener.answerWith(app.fetch);

  const loaded = loadAll(db, { config, onProgress: loading.onProgress });
  const isNew = await Promise.race([loading.usable, loaded.then(() => false)]);
  await tiles.rebuild().catch(loading.noteTileFault);
  if (isNew) terminal.line(`De kaart is al te gebruiken op ${address}; de overige gegevens volgen.`);
  await loaded;
  await fillOrganisaties(db);
  await tiles.rebuild().catch(loading.noteTileFault);
  // The one question about all projects is computed once for everybody: now, not when the first reader waits for it.
  await app.request('/api/v1/vragen/grensoverschrijdend');
  giveBackMemory();
  loading.progress.bezig = false;
  loading.progress.dataset = null;
  terminal.line(`De pMIEK-atlas staat klaar: ${address}`);
  const delivery = startDelivery(
    db,
    { config: events, publicUrl: config.access?.publicUrl ?? null, signer },
    (error) => console.error(describeFault(error)),
  );
  stop.add(delivery.stop);
  const invitation = await offerFirstAdmin(db, config.access?.publicUrl ?? address);
  if (invitation) terminal.line(invitation);
}

start().catch(async (error: unknown) => {
  if (stop.isStopping) return;
  terminal.end();
  console.error(error instanceof StartError ? error.message : error);
  await stop.run();
  process.exit(1);
});
